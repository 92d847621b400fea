"""Where time comes from; everything else is given a clock and never asks the system."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

# time.monotonic stands still while Linux or macOS sleeps; these do not, so that a sleep is seen.
_AWAKE_OR_ASLEEP = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC_RAW", None))


def monotonic() -> float:
    """Return seconds that only grow, whether the machine is awake or asleep."""
    return time.monotonic() if _AWAKE_OR_ASLEEP is None else time.clock_gettime(_AWAKE_OR_ASLEEP)


class Clock(Protocol):
    """A source of seconds that only grow, and of wall-clock moments for dates."""

    @property
    def speed(self) -> float:
        """Seconds of this clock in one real second; 1 unless somebody tries things out."""

    def seconds(self) -> float:
        """Return seconds since an arbitrary start; never less than before."""

    def now(self) -> datetime:
        """Return the present moment with the local offset; for dates and records only."""


class SystemClock:
    """The machine's clock, optionally `speed` times faster (the wall clock is not hurried)."""

    def __init__(self, speed: float = 1.0, source: Callable[[], float] = monotonic) -> None:
        """Start at zero; `speed` is above 0."""
        self.speed = speed
        self._source = source
        self._start = source()

    def seconds(self) -> float:
        """Return the seconds since this clock was made, times its speed."""
        return (self._source() - self._start) * self.speed

    def now(self) -> datetime:
        """Return the present moment with the local offset."""
        return datetime.now(UTC).astimezone()
