"""Where a session goes next: by step, by block (a whole set, a rest), by exercise."""

from collections.abc import Callable, Collection

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Phase
from rehabtimer.core.progress import Progress
from rehabtimer.core.timeline import SetKey, Step, Timeline

_JUST_BEGUN = 2.0  # seconds; later, *back* means the start of what is at hand


class Route:
    """Finds indexes in a timeline; the length of the timeline means *the end*."""

    def __init__(self, timeline: Timeline) -> None:
        """Index a timeline by block and by exercise."""
        self.timeline = timeline
        self.end = len(timeline)
        self.places = timeline[-1].place + 1 if timeline else 0
        self._block_start: dict[int, int] = {}
        for step in timeline:
            self._block_start.setdefault(step.block, step.index)
        self._place_start: dict[int, int] = {}
        for step in timeline:
            self._place_start.setdefault(step.place, step.index)
        self._set_ends = {step.key: step.index for step in timeline if step.ends_set}
        self._before = [0.0]  # seconds of all steps before an index
        for step in timeline:
            self._before.append(self._before[-1] + step.seconds)

    @property
    def sets(self) -> Collection[SetKey]:
        """Every set, in order."""
        return self._set_ends.keys()

    def after(self, index: int, progress: Progress) -> int:
        """Return the step that follows in time; exercises that are settled are passed over."""
        place, follower = self.timeline[index].place, index + 1
        if follower < self.end and self.timeline[follower].place == place:
            return follower
        return self._first(self._unsettled_after(place, progress))

    def next_block(self, index: int, progress: Progress) -> int:
        """Return the first step of the block after the one at `index`."""
        block = self.timeline[index].block
        while index < self.end - 1 and self.timeline[index + 1].block == block:
            index += 1
        return self.after(index, progress)

    def block_start(self, index: int) -> int:
        """Return the first step of the block at `index`."""
        return self._block_start[self.timeline[index].block]

    def back(self, index: int, elapsed: float) -> int:
        """Return the start of the block at `index`, or of the one before if it has just begun.

        `elapsed` is the seconds of the step at `index` that have passed.
        """
        start = self.block_start(index)
        if not self._has_just_begun(start, index, elapsed):
            return start
        return self._block_start[max(0, self.timeline[start].block - 1)]

    def back_exercise(self, index: int, elapsed: float) -> int:
        """Return the start of the exercise at `index`; of the one before if it has just begun."""
        place = self.timeline[index].place
        start = self.exercise_start(place)
        is_new = index < start or self._has_just_begun(start, index, elapsed)
        return self.exercise_start(max(0, place - 1)) if is_new else start

    def set_to_redo(self, index: int, latest: SetKey | None) -> int:
        """Return where the set at hand begins; between sets, the `latest` one that ended."""
        if latest and not self.timeline[index].phase.is_work:
            index = self._set_ends.get(latest, index)
        return self.block_start(index)

    def next_exercise(self, place: int, progress: Progress) -> int:
        """Return where the next unsettled exercise begins, without the rest before it."""
        return self.exercise_start(self._unsettled_after(place, progress))

    def exercise_start(self, place: int) -> int:
        """Return the first step of an exercise that is not the rest before it."""
        index = self._first(place)
        while index < self.end and self.timeline[index].phase is Phase.REST:
            index += 1
        return index

    def first_undone(self, place: int, progress: Progress) -> int:
        """Return the way into an exercise's first set not done yet; its start if all are."""
        found = self._way_into(place, lambda key: progress.outcome(key) is not Outcome.DONE)
        return self.exercise_start(place) if found is None else found

    def onward(self, place: int, later: Collection[SetKey], progress: Progress) -> int:
        """Return the way on from a set of `place` that the timeline no longer has.

        It leads to the first of the `later` sets that is not done, else to the next exercise.
        """
        found = self._way_into(
            place, lambda key: key in later and progress.outcome(key) is not Outcome.DONE
        )
        return self.next_exercise(place, progress) if found is None else found

    def after_set(self, key: SetKey, progress: Progress) -> int:
        """Return the step that follows a whole set."""
        return self.after(self._set_ends[key], progress)

    def sets_from(self, index: int) -> frozenset[SetKey]:
        """Return the sets of an exercise that the step at `index` and those after it lead to."""
        _, end = self.place_span(self.timeline[index].place)
        return frozenset(step.key for step in self.timeline[index:end])

    def same(self, step: Step) -> int | None:
        """Return where a step of another timeline of this session is; None if it is not."""
        mark = step.mark
        return next((own.index for own in self.timeline if own.mark == mark), None)

    def rep_start(self, index: int) -> int:
        """Return the first step of the rep at `index`; a step that is not work is its own start."""
        step = self.timeline[index]
        while index and step.phase.is_work and self._is_same_rep(self.timeline[index - 1], step):
            index -= 1
        return index

    def seconds_between(self, start: int, end: int) -> float:
        """Return the planned seconds of the steps from `start` up to, not including, `end`."""
        return self._before[end] - self._before[start]

    def place_span(self, place: int) -> tuple[int, int]:
        """Return the first step of an exercise and the one after its last."""
        return self._first(place), self._first(place + 1)

    def first_work(self, index: int) -> Step | None:
        """Return the first step of work from `index` on, or None at the end."""
        later = (self.timeline[i] for i in range(index, self.end))
        return next((step for step in later if step.phase.is_work), None)

    def _way_into(self, place: int, is_wanted: Callable[[SetKey], bool]) -> int | None:
        _, end = self.place_span(place)
        steps = self.timeline[self.exercise_start(place) : end]
        return next((step.index for step in steps if is_wanted(step.key)), None)

    def _has_just_begun(self, start: int, index: int, elapsed: float) -> bool:
        return self.seconds_between(start, index) + elapsed <= _JUST_BEGUN

    def _first(self, place: int) -> int:
        return self._place_start.get(place, self.end)

    def _unsettled_after(self, place: int, progress: Progress) -> int:
        later = range(place + 1, self.places)
        return next((p for p in later if not progress.is_settled(p)), self.places)

    @staticmethod
    def _is_same_rep(one: Step, other: Step) -> bool:
        return (one.block, one.rep) == (other.block, other.rep)
