"""What is to be heard of a session: tones, and the line of the voice, which is also to be read."""

from rehabtimer.core.cues import FASTEST_COUNTED, Countdown, Cue, cues_for
from rehabtimer.core.events import Event
from rehabtimer.core.settings import Settings
from rehabtimer.core.snapshot import Snapshot, State
from rehabtimer.presenters.speech import Speech

READABLE = 4.0  # real seconds for which a spoken line stays on the screen


class Heard:
    """Collects what became due until somebody takes it to be played."""

    def __init__(self, settings: Settings, speech: Speech, speed: float) -> None:
        """`speed` is the clock's; above 4 nothing is heard, since it would be noise."""
        self._is_spoken = settings.sound.voice
        self._speech = speech
        self._speed = speed
        self._countdown = Countdown(speed)
        self._cues: list[Cue] = []
        self._lines: list[str] = []
        self._said, self._said_at = "", 0.0
        self._said_in: tuple[State, int] | None = None

    def follow(self, speech: Speech) -> None:
        """Speak of a session that has been changed under way."""
        self._speech = speech

    @property
    def is_silent(self) -> bool:
        """Whether nothing will be heard, because the clock is hurried."""
        return self._speed > FASTEST_COUNTED

    def hear(self, events: list[Event], now: Snapshot, at: float) -> None:
        """Take what happened; `now` is the session after it, `at` the clock's seconds."""
        if self.is_silent:
            return
        self._cues += cues_for(events, now) + self._countdown.tick(now)
        lines = self._speech.lines(events, now) if self._is_spoken else []
        if lines:
            self._lines += lines
            self._said, self._said_at = lines[-1], at
            self._said_in = now.state, now.step.index

    def take_cues(self) -> list[Cue]:
        """Return the tones that are due, each once."""
        cues, self._cues = self._cues, []
        return cues

    def take_lines(self) -> list[str]:
        """Return what is to be said now, each line once."""
        lines, self._lines = self._lines, []
        return lines

    def said(self, now: Snapshot, at: float) -> str:
        """Return the line that is being said: while it can be read, and its moment lasts."""
        is_fresh = at - self._said_at < READABLE * self._speed
        return self._said if is_fresh and self._said_in == (now.state, now.step.index) else ""
