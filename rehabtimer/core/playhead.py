"""Stands at one step of a timeline with one time origin, and tells what its moves lead to.

The verbs of `rehabtimer.core.session` decide where to go; this knows how to leave and how to enter.
"""

from collections.abc import Collection

from rehabtimer.core.events import (
    Event,
    Paused,
    PauseReason,
    Resumed,
    SessionEnded,
    StepEnded,
    StepOutcome,
    StepStarted,
    Waiting,
)
from rehabtimer.core.programme import Phase
from rehabtimer.core.progress import Progress
from rehabtimer.core.route import Route
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey, Step, Timeline

COUNT_IN_SECONDS = 3.0


class Playhead:
    """The place of a session in its timeline and in time."""

    def __init__(
        self, route: Route, progress: Progress, *, waits: frozenset[int], gap: float, position: int
    ) -> None:
        """Stand still at `position`; `gap` is the longest time between two ticks, in seconds."""
        self.route = route
        self.progress = progress
        self.state = State.READY
        self.index = position
        self.seen = 0.0  # the clock's seconds when it was last asked
        self.duration = self.step.seconds
        self._waits = {step.mark for step in route.timeline if step.index in waits}
        self._gap = gap
        self._origin = self._held = 0.0
        self._count_in = COUNT_IN_SECONDS

    @property
    def step(self) -> Step:
        """The step at hand; the last one when the session is over."""
        return self.route.timeline[self.index]

    # Time

    @property
    def elapsed(self) -> float:
        """Seconds of the step that had passed when the clock was last asked."""
        return self.elapsed_at(self.seen)

    def elapsed_at(self, now: float) -> float:
        """Return how many seconds of the step have passed."""
        passed = now - self._origin if self.state is State.RUNNING else self._held
        return min(max(0.0, passed), self.duration)

    def count_in_left(self, now: float) -> float:
        """Return the seconds of counting in that are left; 0 if there are none."""
        counting = self.state is State.COUNT_IN
        return max(0.0, self._count_in - (now - self._origin)) if counting else 0.0

    def tick(self, now: float) -> list[Event]:
        """Let time pass up to `now`; after a gap, pause at the last moment seen."""
        now, gap = max(now, self.seen), now - self.seen
        if self.state.runs and gap > self._gap:
            events = self.stop_clock(Paused(PauseReason.GAP, gap))
            self.seen = now
            return events
        self.seen = now
        events = []
        while self.state.runs and now - self._origin >= self._length:
            events += self._pass_boundary(self._origin + self._length)
        return events

    def stop_clock(self, event: Paused) -> list[Event]:
        """Stand still at the moment that was seen last."""
        self._held, self.state = self.elapsed, State.PAUSED
        return [event]

    def run(self) -> list[Event]:
        """Let the clock run again; work is counted in first."""
        self._waits.discard(self.step.mark)
        if self.step.phase.is_work:
            self.count_in()
            return []
        self.state, self._origin = State.RUNNING, self.seen - self._held
        return [Resumed()]

    def count_in(self, seconds: float = COUNT_IN_SECONDS) -> None:
        """Give the seconds that it takes to get back in position."""
        self.state, self._origin, self._count_in = State.COUNT_IN, self.seen, seconds

    @property
    def is_to_wait(self) -> bool:
        """Whether this step was to wait for the person, and has not been let run yet."""
        return self.step.mark in self._waits

    def wait(self) -> list[Event]:
        """Wait for the person before the step begins."""
        self.state = State.WAITING
        return [Waiting(self.step)]

    @property
    def _length(self) -> float:
        return self._count_in if self.state is State.COUNT_IN else self.duration

    def _pass_boundary(self, at: float) -> list[Event]:
        if self.state is State.COUNT_IN:
            self.state, self._origin = State.RUNNING, at - self._held
            return [Resumed()]
        events = self.end_step(StepOutcome.COMPLETED)
        return events + self._enter(self.route.after(self.index, self.progress), at)

    # Steps

    def end_step(self, outcome: StepOutcome) -> list[Event]:
        """End the step at hand, and credit what was done in it."""
        step, is_whole = self.step, outcome is StepOutcome.COMPLETED
        seconds = self.duration if is_whole else self.elapsed
        events: list[Event] = [StepEnded(step, seconds, outcome)]
        if step.phase is Phase.HOLD:
            self.progress.hold(seconds)
        if is_whole and step.ends_rep:
            events += self.progress.end_rep()
            events += self.progress.end_set() if step.ends_set else []
        return events

    def leave(self, *, for_good: bool = True) -> list[Event]:
        """Leave the step at hand, and the set that it belongs to."""
        return self.end_step(StepOutcome.CUT) + self.progress.abandon(for_good=for_good)

    def enter(self, index: int) -> list[Event]:
        """Enter a step now; a clock that was stopped stays so."""
        return self._enter(index, self.seen)

    def move(self, index: int) -> list[Event]:
        """Enter by the person's wish: sets are counted in, since nobody is in position yet."""
        events = self.enter(index)
        if self.state is State.RUNNING and self.step.phase.is_work:
            self.count_in()
        return events

    def jump(self, index: int) -> list[Event]:
        """Leave a set that is still to be done for another."""
        return self.leave(for_good=False) + self.move(index) if self.state.is_under_way else []

    def finish(self) -> list[Event]:
        """End the session; what was done is kept."""
        events = self.progress.abandon()
        self.state = State.FINISHED
        return [*events, SessionEnded(self.progress.is_complete)]

    def _enter(self, index: int, at: float) -> list[Event]:
        if index >= self.route.end:
            return self._enter_the_end(at)
        events = self._stand_at(index, at)
        if self.state is State.PAUSED:
            return events
        if self.step.mark in self._waits:
            return events + self.wait()
        self.state = State.RUNNING
        return events

    def _enter_the_end(self, at: float) -> list[Event]:
        """Offer what was skipped or left for later, each exercise once; then it is over."""
        place = self.progress.next_to_offer()
        if place is None:
            return self.finish()
        events = self._stand_at(self.route.first_undone(place, self.progress), at)
        self.state = State.OFFERED
        return [*events, Waiting(self.step)]

    def _stand_at(self, index: int, at: float) -> list[Event]:
        self.index, self._origin, self._held = index, at, 0.0
        self.duration = self.step.seconds
        events = self.progress.enter(self.step) if self.step.phase.is_work else []
        return [*events, StepStarted(self.step)]

    # A timeline that changes under way

    def leave_out(self, keys: Collection[SetKey], timeline: Timeline) -> list[Event]:
        """Go on without these sets, which `timeline` no longer has."""
        step, before, after = self.step, self.route, Route(timeline)
        here = None if step.key in keys else after.same(step)
        if here is not None:
            self.route, self.index = after, here
            return self.progress.leave_out(keys)
        events = self.leave() + self.progress.leave_out(keys)
        self._turn_to(after, step.place)
        later = before.sets_from(step.index)
        return events + self.enter(after.onward(step.place, later, self.progress))

    def go_on_with(self, timeline: Timeline) -> list[Event]:
        """Do the rep or hold at hand over with what is asked for now, unless that is done."""
        step, after = self.step, Route(timeline)
        here = after.same(step)
        if here is None:  # as many reps are done as are asked for now
            events = self.end_step(StepOutcome.CUT) + self.progress.end_set()
            target = after.after_set(step.key, self.progress)
        elif not step.phase.is_work:
            self.route, self.index = after, here
            return []
        elif step.is_plain_hold and self.elapsed >= timeline[here].seconds:
            self.duration = self.elapsed
            events = self.end_step(StepOutcome.COMPLETED)
            target = after.after(here, self.progress)
        else:
            events, target = self.end_step(StepOutcome.CUT), after.rep_start(here)
        self._turn_to(after, step.place)
        return events + self.enter(target)

    def begin_set_with(self, timeline: Timeline) -> list[Event]:
        """Go to the beginning of the set at hand, or of the pause before it, and wait there.

        `timeline` has the same steps; it is their instructions that changed.
        """
        events = self.leave(for_good=False)
        start = self.route.block_start(self.index)
        self.route = Route(timeline)
        return events + self.enter(start) + self.wait()

    def _turn_to(self, route: Route, place: int) -> None:
        """Take another route, from the end of an exercise: where one stands if nothing follows."""
        _, end = route.place_span(place)
        self.route, self.index = route, end - 1
