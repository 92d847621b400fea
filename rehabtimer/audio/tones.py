"""Plays the tones of a session; where there can be no sound it says so, and stays silent."""

import time
import wave
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from rehabtimer.audio.child import Child, command
from rehabtimer.audio.player import FINE, Trouble
from rehabtimer.core.cues import LATEST, Cue
from rehabtimer.core.text import _

ANSWER_MS = 3000  # a player that is well speaks twice a second; a device may sleep for two
RETRY_MS, LONGEST_RETRY_MS = 1000, 30_000
LEAVE_MS = 2000  # for the tone that is heard
EARLY = 1.0  # seconds: a cue asked for while loading is still worth hearing then
_PACKAGES = {"libpulse.so.0": "libpulse0", "libXrandr.so.2": "libxrandr2"}


class Tones(QObject):
    """One tone for each cue. Nothing here raises, and nothing waits for a device.

    `problem_changed` tells `problem` whenever it changes; "" means that there is sound again. For
    that a player in trouble is replaced by a fresh one, at first after a second, then more seldom.
    """

    problem_changed = Signal(str)

    def __init__(
        self, folder: Path, parent: QObject | None = None, *, player: Sequence[str] = ()
    ) -> None:
        """`folder` holds one WAV file a cue, named after it; nothing is opened before `load`.

        `player` is the command of a player; without one it is ours.
        """
        super().__init__(parent)
        self._folder = folder
        self._command = list(player) or command("rehabtimer.audio.player", str(folder))
        self._problem = ""
        self._is_muted = self._is_loaded = self._is_ready = False
        self._volume = 1.0
        self._child: Child | None = None
        self._answer = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._answer.timeout.connect(self._fail)
        self._pause_ms = RETRY_MS
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._begin)

    def seconds(self, cue: Cue) -> float:
        """Return how long a tone is heard; 0 where it is not heard at all."""
        is_heard = self.available and not self._is_muted and self._volume > 0
        return _length(self._folder / f"{cue}.wav") if is_heard else 0.0

    @property
    def available(self) -> bool:
        """Whether tones can be heard, as far as is known; not before they are loaded."""
        return self._is_ready and not self._problem

    @property
    def problem(self) -> str:
        """Why there is no sound, in one sentence; "" while nothing is known to be wrong."""
        return self._problem

    @property
    def muted(self) -> bool:
        """Whether the person wants silence, from this moment on; it outlives `unload`."""
        return self._is_muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._is_muted = muted
        if muted and self._child:
            self._child.tell("hush")

    @property
    def volume(self) -> float:
        """How loud the tones seem, from 0.0 (silent) to 1.0; what is heard follows at once."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = min(1.0, max(0.0, volume))
        self._tell_volume()

    def load(self) -> None:
        """Begin to get everything ready, at the start of a session; this returns at once."""
        if self._is_loaded:
            return
        self._is_loaded = True
        self._pause_ms = RETRY_MS
        self._tell("")
        self._begin()

    def play(self, cue: Cue) -> None:
        """Let a tone be heard now, or not at all; while loading, within the first second."""
        if self._child and not self._is_muted:
            until = time.monotonic() + (LATEST if self._is_ready else EARLY)
            self._child.tell(f"play {cue} {until:.3f}")

    def unload(self) -> None:
        """Let go of the device, at the end of a session; the tone that is heard may end first."""
        self._is_loaded = self._is_ready = False
        self._answer.stop()
        self._retry.stop()
        if self._child:
            self._child.leave(LEAVE_MS)
            self._child.deleteLater()
            self._child = None

    def _begin(self) -> None:
        if self._child:
            self._child.kill()
            self._child.deleteLater()
        self._is_ready = False
        self._child = Child(self._command, self)
        self._child.said.connect(self._hear)
        self._child.ended.connect(self._fail)
        self._answer.start()
        self._tell_volume()

    def _hear(self, line: str) -> None:
        self._answer.start()
        match line.split(maxsplit=1):
            case [str(word)] if word == FINE:
                self._retry.stop()
                self._pause_ms = RETRY_MS
                self._is_ready = True
                self._tell("")
            case [Trouble.NO_DEVICE]:
                self._try_again(_("There is no sound: no audio device was found."))
            case [Trouble.UNREADABLE]:
                self._give_up(_("There is no sound: the tones cannot be read."))
            case [Trouble.MISSING, error]:
                self._give_up(missing(error))
            case _:
                self._fail()

    def _fail(self) -> None:
        self._answer.stop()
        self._try_again(no_answer())

    def _try_again(self, problem: str) -> None:
        self._tell(problem)
        if not self._retry.isActive():
            self._retry.start(self._pause_ms)
            self._pause_ms = min(2 * self._pause_ms, LONGEST_RETRY_MS)

    def _give_up(self, problem: str) -> None:
        self.unload()
        self._is_loaded = True
        self._tell(problem)

    def _tell_volume(self) -> None:
        if self._child:
            self._child.tell(f"volume {self._volume:.3f}")

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)


def missing(error: str) -> str:
    """Put the loader's words ("libpulse.so.0: cannot open shared object file") into ours."""
    library = error.partition(":")[0]
    if library not in _PACKAGES:
        return _("There is no sound: Qt Multimedia cannot be loaded.")
    return _("There is no sound: the system library {name} is missing.").format(
        name=_PACKAGES[library]
    )


def no_answer() -> str:
    """Return the sentence for a device that hangs, or went away."""
    return _("There is no sound: the audio device does not answer.")


@cache
def _length(file: Path) -> float:
    try:
        with wave.open(str(file), "rb") as tone:
            return tone.getnframes() / tone.getframerate()
    except (OSError, EOFError, wave.Error):
        return 0.0
