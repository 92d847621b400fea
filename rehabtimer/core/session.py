"""The machine of a session: an index into a timeline and one time origin.

It is given the clock's seconds and returns events; it calls nobody and knows no wall clock. Elapsed
time is computed from the origin, never counted down, so late ticks cost no accuracy. A verb that
means nothing in the state at hand does nothing.
"""

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
from rehabtimer.core.snapshot import Snapshot, State, look_ahead
from rehabtimer.core.timeline import Step, Timeline

GAP_SECONDS = 2.0  # between two ticks: beyond it the machine slept or froze
COUNT_IN_SECONDS = 3.0
LONGEST_ADDED = 600.0


class Session:
    """One run through a timeline. Give every verb the clock's seconds; they never run backwards."""

    def __init__(
        self,
        timeline: Timeline,
        *,
        waits: frozenset[int] = frozenset(),
        gap: float = GAP_SECONDS,
        progress: Progress | None = None,
        position: int = 0,
    ) -> None:
        """Make a session that stands at `position`; a timeline has at least one step.

        `gap` grows with the clock's speed. `progress` is what an interrupted session left.
        """
        self.timeline = timeline
        self.state = State.READY
        self._route = Route(timeline)
        self._progress = progress or Progress(timeline)
        self._waits = set(waits)
        self._gap = gap
        self._index = position
        self._origin = self._seen = self._held = 0.0
        self._duration = self.step.seconds
        self._count_in = COUNT_IN_SECONDS

    @property
    def step(self) -> Step:
        """The step at hand; the last one when the session is over."""
        return self.timeline[self._index]

    @property
    def position(self) -> int:
        """Where the session would be taken up again: the running rep, or the set that was left."""
        is_open = self._progress.open is not None
        return (self._route.rep_start if is_open else self._route.block_start)(self._index)

    def start(self, now: float, count_in: float = 0.0) -> list[Event]:
        """Begin, or take up again after `count_in` seconds to get into position."""
        if self.state is not State.READY:
            return []
        self._seen = now
        events = self._enter(self._index, now)
        if count_in and self.state.runs:
            self._begin_count_in(now, count_in)
        return events

    def tick(self, now: float) -> list[Event]:
        """Let time pass up to `now`; after a gap, pause at the last moment seen."""
        now, gap = max(now, self._seen), now - self._seen
        if self.state.runs and gap > self._gap:
            return self._pause(self._seen, now, Paused(PauseReason.GAP, gap))
        self._seen = now
        events: list[Event] = []
        while self.state.runs and now - self._origin >= self._length:
            events += self._pass_boundary(self._origin + self._length)
        return events

    def pause(self, now: float) -> list[Event]:
        """Stop the clock."""
        events = self.tick(now)
        if self.state.runs:
            events += self._pause(self._seen, self._seen, Paused(PauseReason.USER))
        return events

    def resume(self, now: float) -> list[Event]:
        """Go on after a pause or a wait; work is counted in first."""
        stood_still = self.state.stands
        events = self.tick(now)
        if not stood_still:  # nobody goes on from a pause that they have not seen
            return events
        self._waits.discard(self._index)
        if self.step.phase.is_work:
            self._begin_count_in(self._seen, COUNT_IN_SECONDS)
            return []
        self.state, self._origin = State.RUNNING, self._seen - self._held
        return [Resumed()]

    def skip(self, now: float) -> list[Event]:
        """Leave the block at hand (the rest of a set, a pause) for the next one.

        An exercise that is offered again is declined whole.
        """
        if self.state is State.OFFERED:
            return self.skip_exercise(now)
        events = self.tick(now)
        if not self.state.is_under_way:
            return events
        events += self._leave()
        return events + self._move(self._route.next_block(self._index, self._progress))

    def skip_exercise(self, now: float, *, for_today: bool = False) -> list[Event]:
        """Skip what is left of this exercise, and go to the next one.

        It is offered again before the session ends, and *redo* leads back to it, unless it is
        skipped `for_today`.
        """
        events = self.tick(now)
        if not self.state.is_under_way:
            return events
        place = self.step.place
        events += self._leave() + self._progress.skip_rest(place)
        if for_today:
            self._progress.decline(place)
        return events + self._move(self._route.next_exercise(place, self._progress))

    def back(self, now: float) -> list[Event]:
        """Return to the start of the block at hand or, from there, to the one before."""
        events = self.tick(now)
        return events + self._jump(self._route.back(self._index, self._elapsed(self._seen)))

    def back_exercise(self, now: float) -> list[Event]:
        """Return to the start of this exercise, or from there to the start of the one before."""
        events = self.tick(now)
        into = self._elapsed(self._seen)
        return events + self._jump(self._route.back_exercise(self._index, into))

    def go_to(self, place: int, now: float) -> list[Event]:
        """Go to another exercise of the session (from 0): to its first set that is not done yet."""
        events = self.tick(now)
        if not 0 <= place < self._route.places:
            return events
        return events + self._jump(self._route.first_undone(place, self._progress))

    def redo(self, now: float) -> list[Event]:
        """Do the set at hand over, or the one just ended; what was done is kept."""
        events = self.tick(now)
        return events + self._jump(self._route.set_to_redo(self._index, self._progress.latest))

    def finish_set(self, now: float) -> list[Event]:
        """End the set early and count it as done ("up to" doses): only once something was done."""
        events = self.tick(now)
        if not self.state.is_under_way or not self._progress.open:
            return events
        is_hold = self.step.phase is Phase.HOLD and self._elapsed(self._seen) > 0
        if self._progress.tally.is_empty and not is_hold:
            return events
        events += self._end_step(StepOutcome.CUT, self._seen) + self._progress.end_set()
        return events + self._move(self._route.next_block(self._index, self._progress))

    def add_time(self, seconds: float, now: float) -> list[Event]:
        """Make the step at hand longer or shorter; it ends at once if its time is then over."""
        events = self.tick(now)
        if self.state.is_under_way:
            longest = self.step.seconds + LONGEST_ADDED
            least = self._elapsed(self._seen)
            self._duration = min(longest, max(least, self._duration + seconds))
            events += self.tick(self._seen)
        return events

    def stop(self, now: float) -> list[Event]:
        """End the session here; what was done is kept."""
        events = self.tick(now)
        if self.state is State.FINISHED:
            return events
        if self.state.is_under_way:
            events += self._end_step(StepOutcome.CUT, self._seen)
        events += self._progress.abandon()
        self.state = State.FINISHED
        return [*events, SessionEnded(self._progress.is_complete)]

    def snapshot(self, now: float) -> Snapshot:
        """Return what is to be seen at `now`, which is not before the last tick."""
        elapsed = self._elapsed(now)
        counting = self.state is State.COUNT_IN
        return Snapshot(
            state=self.state,
            step=self.step,
            elapsed=elapsed,
            duration=self._duration,
            count_in=max(0.0, self._count_in - (now - self._origin)) if counting else 0.0,
            tally=self._progress.tally,
            outlook=look_ahead(
                self._route, self._progress, self._index, self._duration - elapsed, self.state
            ),
        )

    # Time

    @property
    def _length(self) -> float:
        return self._count_in if self.state is State.COUNT_IN else self._duration

    def _elapsed(self, now: float) -> float:
        passed = now - self._origin if self.state is State.RUNNING else self._held
        return min(max(0.0, passed), self._duration)

    def _begin_count_in(self, now: float, seconds: float) -> None:
        self.state, self._origin, self._count_in = State.COUNT_IN, now, seconds

    def _pause(self, at: float, seen: float, event: Paused) -> list[Event]:
        self._held = self._elapsed(at)
        self.state, self._seen = State.PAUSED, seen
        return [event]

    # Steps

    def _pass_boundary(self, at: float) -> list[Event]:
        if self.state is State.COUNT_IN:
            self.state, self._origin = State.RUNNING, at - self._held
            return [Resumed()]
        events = self._end_step(StepOutcome.COMPLETED, at)
        return events + self._enter(self._route.after(self._index, self._progress), at)

    def _end_step(self, outcome: StepOutcome, at: float) -> list[Event]:
        step = self.step
        seconds = self._duration if outcome is StepOutcome.COMPLETED else self._elapsed(at)
        events: list[Event] = [StepEnded(step, seconds, outcome)]
        if step.phase is Phase.HOLD:
            self._progress.hold(seconds)
        if outcome is StepOutcome.COMPLETED and step.ends_rep:
            events += self._progress.end_rep()
            events += self._progress.end_set() if step.ends_set else []
        return events

    def _leave(self, *, for_good: bool = True) -> list[Event]:
        cut = self._end_step(StepOutcome.CUT, self._seen)
        return cut + self._progress.abandon(for_good=for_good)

    def _jump(self, index: int) -> list[Event]:
        """Leave a set that is still to be done for another."""
        return self._leave(for_good=False) + self._move(index) if self.state.is_under_way else []

    def _move(self, index: int) -> list[Event]:
        """Enter by the person's wish: sets are counted in, since nobody is in position yet."""
        events = self._enter(index, self._seen)
        if self.state is State.RUNNING and self.step.phase.is_work:
            self._begin_count_in(self._seen, COUNT_IN_SECONDS)
        return events

    def _enter(self, index: int, at: float) -> list[Event]:
        if index >= self._route.end:
            return self._enter_the_end(at)
        events = self._stand_at(index, at)
        if self.state is State.PAUSED:
            return events
        if index in self._waits:
            self.state = State.WAITING
            return [*events, Waiting(self.step)]
        self.state = State.RUNNING
        return events

    def _enter_the_end(self, at: float) -> list[Event]:
        """Offer what was skipped or left for later, each exercise once; then it is over."""
        place = self._progress.next_left_out()
        if place is None:
            self.state = State.FINISHED
            return [SessionEnded(self._progress.is_complete)]
        events = self._stand_at(self._route.first_undone(place, self._progress), at)
        self.state = State.OFFERED
        return [*events, Waiting(self.step)]

    def _stand_at(self, index: int, at: float) -> list[Event]:
        self._index, self._origin, self._held = index, at, 0.0
        self._duration = self.step.seconds
        events = self._progress.enter(self.step) if self.step.phase.is_work else []
        return [*events, StepStarted(self.step)]
