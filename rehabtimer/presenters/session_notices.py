"""What the person has to know during a session, and which exercises they have met in it."""

from collections.abc import Iterable

from rehabtimer.core.events import Event, Paused, PauseReason, SetStarted
from rehabtimer.core.text import _


class SessionNotices:
    """Listens to what happens; `told` is one sentence, until the next set begins."""

    def __init__(self, met: Iterable[str], speed: float) -> None:
        """`met` has the exercises that are known; `speed` is the clock's."""
        self.met = set(met)
        self.told = ""
        self._speed = speed

    def hear(self, events: list[Event]) -> None:
        """Take what has just happened."""
        for event in events:
            if isinstance(event, SetStarted):
                self.met.add(event.attempt.key.exercise)
                self.told = ""
            if isinstance(event, Paused) and event.reason is PauseReason.GAP:
                self.told = _(
                    "The computer was away for {seconds} s. Nothing was counted meanwhile."
                ).format(seconds=round(event.gap / self._speed))
