"""The rule for keeping the screen awake: while a session runs, and a short while after."""


class Wakefulness:
    """Tells whether the screen should stay awake, given what the session does and when.

    Times are real seconds of one clock that never goes back. A session that is opened and waits
    counts as still from the first question on.
    """

    LIMIT = 300.0  # seconds of standing still; then the person has gone to do something else

    def __init__(self) -> None:
        self._still_since: float | None = None

    def wants(self, *, running: bool, now: float) -> bool:
        """Return whether the screen should be kept awake at `now`."""
        if running:
            self._still_since = None
        elif self._still_since is None:
            self._still_since = now
        left = self.seconds_left(now)
        return left is None or left > 0

    def seconds_left(self, now: float) -> float | None:
        """Return the seconds until the screen may sleep, at least 0; None while time runs.

        It goes by the last answer of `wants`, and tells when to ask again.
        """
        if self._still_since is None:
            return None
        return max(0.0, self._still_since + self.LIMIT - now)
