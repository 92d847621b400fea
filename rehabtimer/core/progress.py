"""Which sets of a session are done, and what the open one has come to."""

from collections.abc import Iterable
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

    def __init__(self, timeline: Timeline, before: Iterable[Attempted] = ()) -> None:
        """Start from nothing, or from the attempts that an interrupted session left.

        One without an outcome that has come to nothing, planned or just begun, is begun anew.
        """
        self._places: dict[int, list[SetKey]] = {}
        for step in timeline:
            if step.ends_set:
                self._places.setdefault(step.place, []).append(step.key)
        self._numbers: dict[SetKey, int] = {}
        self._outcomes: dict[SetKey, Outcome] = {}
        self._settled: set[SetKey] = set()
        self._declined: set[int] = set()
        self.latest: SetKey | None = None  # the set that was settled last
        self.open: Attempt | None = None
        self.tally = Tally()
        for attempt, tally, outcome in before:
            if outcome is None and tally.is_empty:
                continue
            self._numbers[attempt.key] = max(attempt.number, self._numbers.get(attempt.key, 0))
            if outcome is None:
                self.open, self.tally = attempt, tally
            else:
                self._keep_best(attempt.key, outcome)
                self._settle(attempt.key)

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
        outcome = Outcome.SKIPPED if self.tally.is_empty else Outcome.PARTIAL
        return self._close(outcome, for_good=for_good)

    def skip_rest(self, place: int) -> list[Event]:
        """Settle an exercise: every set of it that has not ended in any way ends as skipped."""
        events: list[Event] = []
        for key in self._sets(place):
            if key not in self._outcomes:
                number = self._numbers[key] = self._numbers.get(key, 0) + 1
                self._keep_best(key, Outcome.SKIPPED)
                events.append(SetEnded(Attempt(key, number), Tally(), Outcome.SKIPPED))
            self._settled.add(key)
        return events

    def decline(self, place: int) -> None:
        """Take an exercise from what may be offered again before the end, and from *redo*."""
        self._declined.add(place)
        if self.latest in self._sets(place):
            self.latest = None

    def next_left_out(self) -> int | None:
        """Return the first exercise that was skipped whole or left for later, each only once."""
        found = next((place for place in self._places if self._is_left_out(place)), None)
        if found is not None:
            self.decline(found)
        return found

    def outcome(self, key: SetKey) -> Outcome | None:
        """Return the best outcome of a set so far, or None while it has none."""
        return self._outcomes.get(key)

    def outcomes(self, place: int) -> tuple[Outcome | None, ...]:
        """Return the best outcome of each set of one exercise, in order."""
        return tuple(self._outcomes.get(key) for key in self._sets(place))

    def is_settled(self, place: int) -> bool:
        """Whether every set of an exercise was done or skipped, and none only left for later."""
        return self._settled.issuperset(self._sets(place))

    @property
    def is_complete(self) -> bool:
        """Whether every set of the session was done."""
        return all(set(self.outcomes(place)) == {Outcome.DONE} for place in self._places)

    def _is_left_out(self, place: int) -> bool:
        is_skipped = set(self.outcomes(place)) == {Outcome.SKIPPED}
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

    def _settle(self, key: SetKey) -> None:
        self._settled.add(key)
        self.latest = key

    def _keep_best(self, key: SetKey, outcome: Outcome) -> None:
        """A set keeps its best outcome: doing it over takes nothing away."""
        ranks = list(Outcome)
        known = self._outcomes.get(key, outcome)
        self._outcomes[key] = min(known, outcome, key=ranks.index)
