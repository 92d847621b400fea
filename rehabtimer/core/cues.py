"""What is to be heard, and when: one cue as a step begins, three short ones before a hold ends."""

from collections.abc import Iterable
from enum import StrEnum
from math import inf

from rehabtimer.core.events import Event, Resumed, SessionEnded, StepStarted
from rehabtimer.core.programme import Phase
from rehabtimer.core.snapshot import Snapshot, State

SHORTEST_COUNTED = 5.0  # seconds of a hold
COUNTED = (3.0, 2.0, 1.0)  # seconds before its end
LATEST = 0.25  # real seconds: a count that comes later than this misleads
FASTEST_COUNTED = 4.0  # seconds of the clock in a real one


class Cue(StrEnum):
    """Something that the person is told without having to look."""

    GET_READY = "get-ready"
    GO = "go"
    HOLD = "hold"
    RETURN = "return"
    SWITCH = "switch"
    REST = "rest"
    COUNT = "count"
    END = "end"


_OF_PHASE = {
    Phase.PREPARE: Cue.GET_READY,
    Phase.GO: Cue.GO,
    Phase.HOLD: Cue.HOLD,
    Phase.RETURN: Cue.RETURN,
    Phase.SWITCH: Cue.SWITCH,
    Phase.REST: Cue.REST,
}
_NOT_YET = (State.WAITING, State.OFFERED, State.COUNT_IN)


def cues_for(events: Iterable[Event], now: Snapshot) -> list[Cue]:
    """Return the cue for what just happened, if there is one; `now` is the session after it.

    Of several steps that began at once only the last is told. A step that waits, or is counted in,
    gets *get ready* first and its own cue when its time begins; so does work after a pause.
    """
    happened = {type(event) for event in events}
    if SessionEnded in happened:
        return [Cue.END]
    if now.state is State.RUNNING and happened & {StepStarted, Resumed}:
        return [_OF_PHASE[now.step.phase]]
    if now.state in _NOT_YET and StepStarted in happened:
        return [Cue.GET_READY]
    return []


class Countdown:
    """The three short tones before the end of a hold of 5 s or more."""

    def __init__(self, speed: float = 1.0) -> None:
        """`speed` is the clock's; above 4 there is no time for counting."""
        self._speed = speed
        self._index = -1
        self._left = inf

    def tick(self, now: Snapshot) -> list[Cue]:
        """Return the count that has come due since the last tick: one or none.

        Each comes once, at 3, 2 and 1 s before the end; time added moves them, and a set done
        again has its own. One that is over 0.25 real seconds late is left out.
        """
        if now.state is not State.RUNNING:
            return []
        before = self._left if now.step.index == self._index else inf
        self._index, self._left = now.step.index, now.remaining
        passed = [moment for moment in COUNTED if before > moment >= now.remaining]
        if not passed or not self._is_counted(now):
            return []
        late = (min(passed) - now.remaining) / self._speed
        return [Cue.COUNT] if late <= LATEST else []

    def _is_counted(self, now: Snapshot) -> bool:
        is_long_hold = now.step.phase is Phase.HOLD and now.duration >= SHORTEST_COUNTED
        return is_long_hold and self._speed <= FASTEST_COUNTED
