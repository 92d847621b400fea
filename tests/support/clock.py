"""A clock that stands still until a test moves it."""

from datetime import datetime, timedelta, timezone

A_MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=timezone(timedelta(hours=1)))


class FakeClock:
    """Seconds and a wall clock under a test's thumb; `wall` may be set, as people do."""

    def __init__(self, wall: datetime = A_MORNING, *, speed: float = 1.0, at: float = 0.0) -> None:
        self.wall = wall
        self.speed = speed
        self._seconds = at

    def advance(self, seconds: float) -> None:
        """Let real seconds pass, 0 or more; a hurried clock makes more of them."""
        assert seconds >= 0, "no clock runs backwards"
        self._seconds += seconds * self.speed
        self.wall += timedelta(seconds=seconds)

    def seconds(self) -> float:
        return self._seconds

    def now(self) -> datetime:
        return self.wall
