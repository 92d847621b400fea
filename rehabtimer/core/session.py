"""The machine of a session: an index into a timeline and one time origin.

It is given the clock's seconds and returns events; it calls nobody and knows no wall clock. Elapsed
time is computed from the origin, never counted down, so late ticks cost no accuracy. A verb that
means nothing in the state at hand does nothing.
"""

from rehabtimer.core.events import Event, Paused, PauseReason, StepOutcome
from rehabtimer.core.playhead import Playhead
from rehabtimer.core.programme import Phase
from rehabtimer.core.progress import Progress
from rehabtimer.core.route import Route
from rehabtimer.core.snapshot import Snapshot, State, look_ahead
from rehabtimer.core.timeline import Step, Timeline

GAP_SECONDS = 2.0  # between two ticks: beyond it the machine slept or froze
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
        self._progress = progress or Progress(timeline)
        self._head = Playhead(
            Route(timeline), self._progress, waits=waits, gap=gap, position=position
        )

    @property
    def timeline(self) -> Timeline:
        """Every step, as the session is now."""
        return self._head.route.timeline

    @property
    def state(self) -> State:
        """What the machine is doing with time."""
        return self._head.state

    @property
    def step(self) -> Step:
        """The step at hand; the last one when the session is over."""
        return self._head.step

    @property
    def position(self) -> int:
        """Where the session would be taken up again: the running rep, or the set that was left."""
        head, is_open = self._head, self._progress.open is not None
        return (head.route.rep_start if is_open else head.route.block_start)(head.index)

    def start(self, now: float, count_in: float = 0.0) -> list[Event]:
        """Begin, or take up again after `count_in` seconds to get into position."""
        if self.state is not State.READY:
            return []
        self._head.seen = now
        events = self._head.enter(self._head.index)
        if count_in and self.state.runs:
            self._head.count_in(count_in)
        return events

    def tick(self, now: float) -> list[Event]:
        """Let time pass up to `now`; after a gap, pause at the last moment seen."""
        return self._head.tick(now)

    def pause(self, now: float) -> list[Event]:
        """Stop the clock."""
        events = self.tick(now)
        if self.state.runs:
            events += self._head.stop_clock(Paused(PauseReason.USER))
        return events

    def resume(self, now: float) -> list[Event]:
        """Go on after a pause or a wait; work is counted in first."""
        stood_still = self.state.stands
        events = self.tick(now)
        # Nobody goes on from a pause that they have not seen.
        return events + self._head.run() if stood_still else events

    def go_on(self, now: float) -> list[Event]:
        """Go on after a change under way: a step that was to wait for the person still waits."""
        if self.state is not State.PAUSED:
            return self.tick(now)
        if self._head.is_to_wait:
            return self.tick(now) + self._head.wait()
        return self.resume(now)

    def skip(self, now: float) -> list[Event]:
        """Leave the block at hand (the rest of a set, a pause) for the next one.

        An exercise that is offered again is declined whole.
        """
        if self.state is State.OFFERED:
            return self.skip_exercise(now)
        events = self.tick(now)
        if not self.state.is_under_way:
            return events
        events += self._head.leave()
        return events + self._move_to_next_block()

    def skip_exercise(self, now: float, *, for_today: bool = False) -> list[Event]:
        """Skip what is left of this exercise, and go to the next one.

        It is offered again before the session ends, and *redo* leads back to it, unless it is
        skipped `for_today`.
        """
        events = self.tick(now)
        if not self.state.is_under_way:
            return events
        place = self.step.place
        events += self._head.leave() + self._progress.skip_rest(place)
        if for_today:
            self._progress.decline(place)
        return events + self._head.move(self._head.route.next_exercise(place, self._progress))

    def back(self, now: float) -> list[Event]:
        """Return to the start of the block at hand or, from there, to the one before."""
        events, head = self.tick(now), self._head
        return events + head.jump(head.route.back(head.index, head.elapsed))

    def back_exercise(self, now: float) -> list[Event]:
        """Return to the start of this exercise, or from there to the start of the one before."""
        events, head = self.tick(now), self._head
        return events + head.jump(head.route.back_exercise(head.index, head.elapsed))

    def go_to(self, place: int, now: float) -> list[Event]:
        """Go to another exercise of the session (from 0): to its first set that is not done yet."""
        events, head = self.tick(now), self._head
        if not 0 <= place < head.route.places:
            return events
        return events + head.jump(head.route.first_undone(place, self._progress))

    def redo(self, now: float) -> list[Event]:
        """Do the set at hand over, or the one just ended; what was done is kept."""
        events, head = self.tick(now), self._head
        return events + head.jump(head.route.set_to_redo(head.index, self._progress.latest))

    def finish_set(self, now: float) -> list[Event]:
        """End the set early and count it as done ("up to" doses): only once something was done."""
        events = self.tick(now)
        if not self.state.is_under_way or not self._progress.open:
            return events
        is_hold = self.step.phase is Phase.HOLD and self._head.elapsed > 0
        if self._progress.tally.is_empty and not is_hold:
            return events
        events += self._head.end_step(StepOutcome.CUT) + self._progress.end_set()
        return events + self._move_to_next_block()

    def add_time(self, seconds: float, now: float) -> list[Event]:
        """Make the step at hand longer or shorter; it ends at once if its time is then over."""
        events, head = self.tick(now), self._head
        if self.state.is_under_way:
            longest = self.step.seconds + LONGEST_ADDED
            head.duration = min(longest, max(head.elapsed, head.duration + seconds))
            events += self.tick(head.seen)
        return events

    def stop(self, now: float) -> list[Event]:
        """End the session here; what was done is kept."""
        events = self.tick(now)
        if self.state is State.FINISHED:
            return events
        if self.state.is_under_way:
            events += self._head.end_step(StepOutcome.CUT)
        return events + self._head.finish()

    # Changes under way: the prescription has changed (`rehabtimer.core.easing`), and `timeline` is
    # what it is compiled to now. The session stands paused afterwards; *go on* lets it run.

    def skip_side(self, timeline: Timeline, now: float) -> list[Event]:
        """Go on without the sets that `timeline` no longer has, with the next set of the exercise.

        They end as skipped, and are not offered again. A timeline that lacks none stands for an
        exercise done on one side, or with both legs at once: it is skipped whole, for today.
        """
        events = self._halt(now)
        if not self.state.is_under_way:
            return events
        still = set(Route(timeline).sets)
        gone = [key for key in self._head.route.sets if key not in still]
        if not gone:
            return events + self.skip_exercise(now, for_today=True)
        return events + self._head.leave_out(gone, timeline)

    def go_on_with(self, timeline: Timeline, now: float) -> list[Event]:
        """Take fewer reps or a shorter hold from here on; what was done so far counts.

        The running rep or hold starts over. A set of which as much is done as is asked for now
        ends as done.
        """
        events = self._halt(now)
        return events + self._head.go_on_with(timeline) if self.state.is_under_way else events

    def begin_set_with(self, timeline: Timeline, now: float) -> list[Event]:
        """Take an easier version: the set begins anew, and waits, so that its steps can be read."""
        events = self._halt(now)
        return events + self._head.begin_set_with(timeline) if self.state.is_under_way else events

    def snapshot(self, now: float) -> Snapshot:
        """Return what is to be seen at `now`, which is not before the last tick."""
        head, elapsed = self._head, self._head.elapsed_at(now)
        left = head.duration - elapsed
        return Snapshot(
            state=self.state,
            step=self.step,
            elapsed=elapsed,
            duration=head.duration,
            count_in=head.count_in_left(now),
            tally=self._progress.tally,
            outlook=look_ahead(head.route, self._progress, head.index, left, self.state),
        )

    def _move_to_next_block(self) -> list[Event]:
        return self._head.move(self._head.route.next_block(self._head.index, self._progress))

    def _halt(self, now: float) -> list[Event]:
        """Stand paused, whatever the clock did."""
        events = self.pause(now)
        if self.state.stands:
            self._head.state = State.PAUSED
        return events
