"""Which sets of a session are done, and what the open one has come to."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from rehabtimer.core.events import Attempt, Event, Outcome, RepEnded, SetEnded, SetStarted, Tally
from rehabtimer.core.timeline import SetKey, Step, Timeline


class Attempted(NamedTuple):
    """One attempt as a record keeps it; no outcome while it is open."""

    attempt: Attempt
    tally: Tally
    outcome: Outcome | None


class Progress:
    """The sets of one timeline: each attempt opens once and ends once."""

    def __init__(
        self,
        timeline: Timeline,
        before: Iterable[Attempted] = (),
        *,
        declined: Iterable[int] = (),
    ) -> None:
        """Start from nothing, or from the attempts that an interrupted session left.

        One without an outcome that has come to nothing, planned or just begun, is begun anew.
        Sets that the timeline no longer has still count as the exercise's, behind its others.
        `declined` are the exercises, by place, that were skipped for today.
        """
        self._places: dict[int, list[SetKey]] = {}
        for step in timeline:
            if step.ends_set:
                self._places.setdefault(step.place, []).append(step.key)
        self._numbers: dict[SetKey, int] = {}
        self._outcomes: dict[SetKey, Outcome] = {}
        self._settled: set[SetKey] = set()
        self._left_out: set[SetKey] = set()
        self._declined = set(declined)
        self.latest: SetKey | None = None  # the set that was settled last
        self.open: Attempt | None = None
        self.tally = Tally()
        places = {step.exercise: step.place for step in timeline}
        for attempted in before:
            place = places.get(attempted.attempt.key.exercise)
            if place is not None:
                self._take_in(attempted, self._places[place])

    def enter(self, step: Step) -> list[Event]:
        """Begin an attempt at the set of a step of work, unless it is open already."""
        if self.open and self.open.key == step.key:
            return []
        number = self._numbers.get(step.key, 0) + 1
        self._numbers[step.key] = number
        self.open, self.tally = Attempt(step.key, number), Tally()
        return [SetStarted(self.open)]

    def hold(self, seconds: float) -> None:
        """Credit seconds of holding to the open attempt."""
        self.tally = Tally(self.tally.reps, self.tally.seconds + seconds)

    def end_rep(self) -> list[Event]:
        """Credit one whole rep to the open attempt."""
        if not self.open:
            return []
        self.tally = Tally(self.tally.reps + 1, self.tally.seconds)
        return [RepEnded(self.open, self.tally)]

    def end_set(self) -> list[Event]:
        """End the open attempt as done."""
        return self._close(Outcome.DONE)

    def abandon(self, *, for_good: bool = True) -> list[Event]:
        """End the open attempt, if there is one, before its time.

        A set that is not left for good is still to be done: it does not count as settled.
        """
        return self._close(_early(self.tally), for_good=for_good)

    def skip_rest(self, place: int) -> list[Event]:
        """Settle an exercise: every set of it that has not ended in any way ends as skipped."""
        return self._skip(self._sets(place))

    def leave_out(self, keys: Collection[SetKey]) -> list[Event]:
        """Take sets out of the session for good; those that have not ended end as skipped.

        They still count among the sets of their exercise, but are never led back to.
        """
        self._left_out.update(keys)
        if self.latest in self._left_out:
            self.latest = None
        return self._skip(keys)

    def decline(self, place: int) -> None:
        """Take an exercise from what may be offered again before the end, and from *redo*."""
        self._declined.add(place)
        if self.latest in self._sets(place):
            self.latest = None

    def next_to_offer(self) -> int | None:
        """Return the first exercise that was skipped whole or left for later, each only once."""
        found = next((place for place in self._places if self._is_to_offer(place)), None)
        if found is not None:
            self.decline(found)
        return found

    def outcome(self, key: SetKey) -> Outcome | None:
        """Return the best outcome of a set so far, or None while it has none."""
        return self._outcomes.get(key)

    def outcomes(self, place: int) -> tuple[Outcome | None, ...]:
        """Return the best outcome of each set of one exercise, in order."""
        return tuple(self._outcomes.get(key) for key in self._sets(place))

    def left_out(self, place: int) -> int:
        """Return how many sets of an exercise were taken out of the session."""
        return len(self._left_out.intersection(self._sets(place)))

    def is_settled(self, place: int) -> bool:
        """Whether every set of an exercise was done or skipped, and none only left for later."""
        return self._settled.issuperset(self._sets(place))

    @property
    def is_complete(self) -> bool:
        """Whether every set of the session was done."""
        return all(set(self.outcomes(place)) == {Outcome.DONE} for place in self._places)

    def _is_to_offer(self, place: int) -> bool:
        """What hurt and was taken out is not asked about again; the other leg may be."""
        still = [key for key in self._sets(place) if key not in self._left_out]
        is_skipped = {self._outcomes.get(key) for key in still} == {Outcome.SKIPPED}
        return place not in self._declined and (is_skipped or not self.is_settled(place))

    def _sets(self, place: int) -> list[SetKey]:
        return self._places.get(place, [])

    def _close(self, outcome: Outcome, *, for_good: bool = True) -> list[Event]:
        if not self.open:
            return []
        ended = SetEnded(self.open, self.tally, outcome)
        self._keep_best(self.open.key, outcome)
        if for_good:
            self._settle(self.open.key)
        self.open, self.tally = None, Tally()
        return [ended]

    def _skip(self, keys: Iterable[SetKey]) -> list[Event]:
        events: list[Event] = []
        for key in keys:
            if key not in self._outcomes:
                number = self._numbers[key] = self._numbers.get(key, 0) + 1
                self._keep_best(key, Outcome.SKIPPED)
                events.append(SetEnded(Attempt(key, number), Tally(), Outcome.SKIPPED))
            self._settled.add(key)
        return events

    def _take_in(self, attempted: Attempted, sets: list[SetKey]) -> None:
        """Count an attempt of an interrupted session; `sets` are those of its exercise."""
        attempt, tally, outcome = attempted
        key = attempt.key
        if key in self._left_out or key not in sets:
            self._take_in_left_out(attempted, sets)
            return
        if outcome is None and tally.is_empty:
            return
        self._numbers[key] = max(attempt.number, self._numbers.get(key, 0))
        if outcome is None:
            self.open, self.tally = attempt, tally
        else:
            self._keep_best(key, outcome)
            self._settle(key)

    def _take_in_left_out(self, attempted: Attempted, sets: list[SetKey]) -> None:
        """It was over with when it was taken out, even where its end was not kept any more."""
        attempt, tally, outcome = attempted
        key = attempt.key
        if key not in self._left_out:
            sets.append(key)
            self._left_out.add(key)
            self._settled.add(key)
        self._keep_best(key, outcome or _early(tally))

    def _settle(self, key: SetKey) -> None:
        self._settled.add(key)
        self.latest = key

    def _keep_best(self, key: SetKey, outcome: Outcome) -> None:
        """A set keeps its best outcome: doing it over takes nothing away."""
        ranks = list(Outcome)
        known = self._outcomes.get(key, outcome)
        self._outcomes[key] = min(known, outcome, key=ranks.index)


def _early(tally: Tally) -> Outcome:
    """Return how a set ended that was left before its time."""
    return Outcome.SKIPPED if tally.is_empty else Outcome.PARTIAL
