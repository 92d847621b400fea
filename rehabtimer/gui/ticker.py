"""Calls back while something moves: often enough for the eye, and exactly at boundaries."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer

FRAME_MS = 33  # while a body moves
CALM_MS = 66  # while only a ring creeps on, and a chest rises
LEAST_SECOND = 0.1  # on a clock so fast that its seconds are shorter, nobody reads them


class Ticker(QObject):
    """Runs only while `seconds_left` says that time runs; it keeps no time itself."""

    def __init__(
        self,
        on_tick: Callable[[], None],
        seconds_left: Callable[[], float | None],
        parent: QObject | None = None,
        *,
        pace: Callable[[], int] = lambda: FRAME_MS,
        speed: float = 1.0,
    ) -> None:
        """`seconds_left` gives real seconds to the next boundary, None while the clock stands.

        It may be 0: time does not stop between the tick and the question. `pace` gives the
        milliseconds to the next change that can be seen; besides, there is a tick whenever a whole
        number of seconds is left on the session's clock, which runs at `speed`.
        """
        super().__init__(parent)
        self._on_tick = on_tick
        self._seconds_left = seconds_left
        self._pace = pace
        self._second = 1 / speed
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.wake)

    def wake(self) -> None:
        """Tick now, and go on for as long as time runs."""
        self._on_tick()
        left = self._seconds_left()
        if left is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, min(self._pace(), ceil(self._to_second(left) * 1000))))

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    @property
    def is_active(self) -> bool:
        """Whether another tick is on its way."""
        return self._timer.isActive()

    @property
    def interval_ms(self) -> int:
        """Milliseconds from the last tick to the next."""
        return self._timer.interval()

    def _to_second(self, left: float) -> float:
        """Return real seconds until a whole number of the session's seconds is left."""
        if self._second < LEAST_SECOND:
            return left
        return left % self._second or min(left, self._second)
