"""The voice of a session; where there can be none it says so, and leaves the rest to the tones."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QObject, QTimer, Signal

from rehabtimer.audio.child import Child, command
from rehabtimer.audio.effort import Effort
from rehabtimer.audio.voice_messages import (
    Answer,
    Failed,
    Hush,
    Quiet,
    Ready,
    Say,
    Speaking,
    VoiceName,
    Wish,
    line_of,
    plain,
    read_answer,
)
from rehabtimer.audio.voice_problems import missing, no_answer, stopped
from rehabtimer.core.text import _

__all__ = ["Voice", "VoiceLimits", "VoiceName", "speaker_command"]


@dataclass(frozen=True)
class VoiceLimits:
    """How long the child may take, in milliseconds.

    `silent` is without any sign of life, at the start and after each line; `start` is how long an
    engine may take until it is given up, `end` the last sentence. A line that waits is dropped
    after `early` while the engine starts (2 s with espeak-ng), and after `late` while it is asked.
    """

    silent: int = 1600
    start: int = 10_000
    end: int = 6000
    early: int = 3000
    late: int = 1000


def speaker_command(language: str, *engine: str) -> list[str]:
    """Return the command of the child; `language` is that of the texts, as in "en"."""
    return command("rehabtimer.audio.speaker", language, *engine)


class Voice(QObject):
    """Says one line at a time, the newest. Nothing here raises, and nothing waits for an engine.

    `problem_changed` tells `problem` whenever it changes; "" means that there is hope again.
    """

    problem_changed = Signal(str)
    voices_changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        limits: VoiceLimits | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        """Nothing is started before `load`. `command` is another child, for tests."""
        super().__init__(parent)
        self.voice, self.rate, self.volume = "", 0.0, 1.0
        self._limits = limits or VoiceLimits()
        # The language of the texts, not of the system: it is what a voice has to be able to read.
        self._command = command or speaker_command(_("en"))
        self._problem = ""
        self._voices: tuple[VoiceName, ...] = ()
        self._child: Child | None = None
        self._effort = Effort()
        self._is_ready = self._is_asked = False
        self._next = ""
        self._stale = QDeadlineTimer()  # asked when it matters, however late the window is
        self._watch = QTimer(self, interval=max(1, self._limits.silent // 10))
        self._watch.timeout.connect(self._look)
        self._since_start, self._since_life = QElapsedTimer(), QElapsedTimer()

    @property
    def available(self) -> bool:
        """Whether lines can be heard, as far as is known; not before the voice is loaded."""
        return self._is_ready

    @property
    def problem(self) -> str:
        """Why there is no voice, in one sentence; "" while nothing is known to be wrong."""
        return self._problem

    @property
    def voices(self) -> tuple[VoiceName, ...]:
        """The voices that can read the program's texts, those of the person's country first."""
        return self._voices

    def load(self, voice: str = "", rate: float = 0.0, volume: float = 1.0) -> None:
        """Begin to get ready; this returns at once. After a problem, it is another try.

        `voice` is the name of one of `voices`, or "" for the first; `rate` is -1 (slow) to 1,
        `volume` 0 to 1. All three may be set later, too, and hold from the next line on.
        """
        self.voice, self.rate, self.volume = voice, rate, volume
        if self._child is not None and not self._problem:
            return
        self._end_child()
        self._tell("")
        self._child = Child(self._command, self)
        self._child.said.connect(self._read)
        self._child.ended.connect(self._lose)
        self._effort = Effort()
        self._since_start.start()
        self._expect_life()

    def say(self, text: str) -> None:
        """Say a line now, or not at all: what is being said ends, and what waited is dropped.

        While the engine starts the newest line waits for it, 3 s at most.
        """
        if self._child is None:
            return
        self._next = plain(text)
        self._stale.setRemainingTime(self._limits.late if self._is_ready else self._limits.early)
        self._say_next()

    def hush(self) -> None:
        """End what is being said, and forget what waits."""
        self._next = ""
        if self._child is not None and self._is_ready:
            self._ask(Hush())

    def unload(self) -> None:
        """Let go of the voice, at the end of a session; what is being said may end first."""
        if self._child is not None:
            self._child.leave(self._limits.end)
        self._let_go()

    def _say_next(self) -> None:
        """Say what waits; while an answer is due it goes on waiting, so that nothing piles up."""
        if not self._next or self._child is None or not self._is_ready or self._is_asked:
            return
        text, self._next = self._next, ""
        if not self._stale.hasExpired():
            rate, volume = _within(self.rate, -1.0), _within(self.volume, 0.0)
            self._ask(Say(text, self.voice, rate, volume))

    def _ask(self, wish: Wish) -> None:
        if self._child is not None:
            self._is_asked = True
            self._child.tell(line_of(wish))
            self._expect_life()

    def _read(self, line: str) -> None:
        try:
            answer = read_answer(line)
        except msgspec.MsgspecError:
            self._fail(stopped())
        else:
            self._hear(answer)

    def _hear(self, answer: Answer) -> None:
        match answer:
            case Failed(packages):
                self._fail(missing(packages))
            case Ready(voices):
                self._is_ready = True
                self._tell("")
                self._voices = voices
                self._watch.stop()
                self.voices_changed.emit()
                self._say_next()
            case Speaking() | Quiet():
                self._is_asked = False
                self._watch.stop()
                self._say_next()

    def _expect_life(self) -> None:
        self._since_life.start()
        self._watch.start()

    def _look(self) -> None:
        """Look for signs of life. A start takes long where an engine knows many voices."""
        if self._child is None:
            return
        if not self._is_ready and self._effort.has_grown(self._child.pid):
            self._since_life.start()
        is_silent = self._since_life.hasExpired(self._limits.silent)
        is_endless = self._since_start.hasExpired(self._limits.start)
        if is_silent if self._is_ready else is_endless:
            self._fail(no_answer())
        elif is_silent:  # it may still come: a slow disk looks the same
            self._tell(no_answer())

    def _lose(self) -> None:
        self._fail(stopped())

    def _fail(self, problem: str) -> None:
        self._end_child()
        self._tell(problem)

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.kill()
        self._let_go()

    def _let_go(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._is_ready = self._is_asked = False
        self._next = ""
        self._watch.stop()

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)


def _within(value: float, least: float) -> float:
    return min(1.0, max(least, value))
