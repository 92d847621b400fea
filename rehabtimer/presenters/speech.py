"""What the voice says in a session, and when: one line at a time, or nothing."""

import math
from collections.abc import Callable, Sequence

from rehabtimer.core.cues import FASTEST_COUNTED, Countdown
from rehabtimer.core.events import Event, Paused, Resumed, SessionEnded, StepStarted, Waiting
from rehabtimer.core.prescription import Prescribed, Prescription
from rehabtimer.core.programme import Exercise, Phase
from rehabtimer.core.settings import VoiceCount
from rehabtimer.core.snapshot import Snapshot, State
from rehabtimer.core.text import _
from rehabtimer.core.timeline import SetKey, Step
from rehabtimer.presenters.spoken import (
    announcement,
    end_line,
    offer_line,
    pause_line,
    phase_line,
    waiting_line,
)

Words = Callable[[Exercise, Prescribed, Step], str]

LATEST = 1.0  # real seconds: a line that comes later than this is not said at all
SHORTEST_SAID = 0.45  # real seconds that one spoken word takes
SHORTEST_HALVED = 10.0  # seconds of a hold
FEWEST_HALVED = 10  # reps of a set


class Speech:
    """Follows one session, and finds the line that is due; every line is short and plain."""

    def __init__(
        self,
        exercises: Sequence[Exercise],
        prescription: Prescription,
        count: VoiceCount = VoiceCount.SECONDS,
        speed: float = 1.0,
    ) -> None:
        """`exercises` are those of the prescription; `speed` is the clock's."""
        self.count = count
        self._speed = speed
        self._exercises = exercises
        self._items = prescription.exercises
        self._countdown = Countdown(speed)
        self._index, self._elapsed = -1, 0.0
        self._told: SetKey | None = None  # the set that was announced last

    def lines(self, events: list[Event], now: Snapshot) -> list[str]:
        """Return the line that is due after a tick or a verb: one or none.

        `events` is what happened since the last call, `now` the session after it. Of several
        lines at once only the last is said; one that is over a second late is not.
        """
        counted = self._counted(now)
        half = self._half_of_hold(now)
        if self._speed > FASTEST_COUNTED:
            return []
        line = self._line_for(events, now) or counted or half
        return [line] if line else []

    def _line_for(self, events: list[Event], now: Snapshot) -> str:
        happened = {type(event): event for event in events}
        ended = happened.get(SessionEnded)
        if isinstance(ended, SessionEnded):
            return end_line(completed=ended.completed)
        if Waiting in happened:
            is_offer = now.state is State.OFFERED
            return self._announce(now.step, offer_line if is_offer else waiting_line)
        if now.state is State.PAUSED:
            return self._paused(happened, now)
        if StepStarted in happened:
            return self._started(now)
        return self._resumed(now.step) if Resumed in happened else ""

    def _paused(self, happened: dict[type[Event], Event], now: Snapshot) -> str:
        if StepStarted in happened:  # the person moved to another place, and stays paused
            return self._announce(now.step)
        return _("Paused.") if Paused in happened else ""

    def _started(self, now: Snapshot) -> str:
        if now.elapsed > LATEST * self._speed:
            return ""
        step = now.step
        if not step.phase.is_work:
            self._told = step.key
            return pause_line(self._exercises[step.place], self._items[step.place], step)
        if step.key != self._told:
            return self._announce(step)
        return self._working(step) if now.state is State.RUNNING else phase_line(Phase.PREPARE)

    def _resumed(self, step: Step) -> str:
        return (self._working(step) if step.phase.is_work else "") or phase_line(step.phase)

    def _announce(self, step: Step, words: Words = announcement) -> str:
        self._told = step.key
        return words(self._exercises[step.place], self._items[step.place], step)

    def _working(self, step: Step) -> str:
        """Return the word of a phase in the first rep only: after it, tones are enough."""
        is_half = step.phase is Phase.RETURN and _is_middle_rep(step)
        is_counted = step.phase is Phase.GO and self.count is VoiceCount.REPS
        if not self._fits(step.seconds):
            return ""
        if is_counted:
            return str(step.rep)
        if is_half:
            return _("Half way.")
        return phase_line(step.phase) if step.rep == 1 else ""

    def _counted(self, now: Snapshot) -> str:
        is_due = self._countdown.tick(now) and self.count is VoiceCount.SECONDS
        return str(math.ceil(now.remaining)) if is_due and self._fits(1.0) else ""

    def _half_of_hold(self, now: Snapshot) -> str:
        before = self._elapsed if now.step.index == self._index else 0.0
        self._index, self._elapsed = now.step.index, now.elapsed
        middle = now.duration / 2
        if self._exercises[now.step.place].moving or now.duration < SHORTEST_HALVED:
            return ""
        is_due = now.step.phase is Phase.HOLD and before < middle <= now.elapsed
        return _("Half way.") if is_due and now.elapsed - middle <= LATEST * self._speed else ""

    def _fits(self, seconds: float) -> bool:
        return seconds / self._speed >= SHORTEST_SAID


def _is_middle_rep(step: Step) -> bool:
    return step.reps >= FEWEST_HALVED and step.rep == math.ceil(step.reps / 2)
