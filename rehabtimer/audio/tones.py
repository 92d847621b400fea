"""Plays the tones of a session; where there can be no sound it says so, and stays silent."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from rehabtimer.audio.player import PlayerThread, Wishes, no_answer
from rehabtimer.core.cues import Cue

NO_ANSWER_MS = 2500  # a device that slept may take a second or two
EARLY_MS = 1000  # a cue asked for while loading is still worth hearing then


class Tones(QObject):
    """One tone for each cue. Nothing here raises, and nothing waits for a device.

    `problem_changed` tells `problem` whenever it changes; "" means that there is sound again.
    """

    problem_changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` holds one WAV file a cue, named after it; nothing is opened before `load`."""
        super().__init__(parent)
        self._folder = folder
        self._problem = ""
        self._is_muted = self._is_ready = self._is_asked = False
        self._early: Cue | None = None
        self._wishes: Wishes | None = None  # None while nothing is loaded
        self._player: PlayerThread | None = None
        self._answer = QTimer(self, singleShot=True, interval=NO_ANSWER_MS)
        self._answer.timeout.connect(self._miss)
        self._earliness = QTimer(self, singleShot=True, interval=EARLY_MS)

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
        if muted:
            self._early = None
            if self._wishes:
                self._wishes.hush.emit()

    def load(self) -> None:
        """Begin to get everything ready, at the start of a session; this returns at once."""
        if self._wishes:
            return
        self._tell("")
        self._wishes = Wishes()
        self._wishes.answered.connect(self._hear)
        self._is_asked = True
        self._answer.start()
        self._earliness.start()
        self._player = PlayerThread(self._folder, self._wishes)
        self._player.start()

    def play(self, cue: Cue) -> None:
        """Let a tone be heard now, or not at all; while loading, within the first second."""
        if self._is_muted or not self._wishes:
            return
        if not self._is_ready:
            self._early = cue
        elif not self._is_asked:  # or all that piled up would be heard at last
            self._is_asked = True
            self._answer.start()
            self._wishes.play.emit(cue)

    def unload(self) -> None:
        """Let go of the device, at the end of a session; the tone that is heard may end first."""
        if self._wishes and self._player:
            self._wishes.answered.disconnect(self._hear)
            self._player.leave()
        self._player = self._wishes = self._early = None
        self._is_ready = False
        self._answer.stop()

    def _hear(self, problem: str) -> None:
        self._answer.stop()
        self._is_asked = False
        self._tell(problem)
        if self._is_ready:
            return
        self._is_ready = True
        early, self._early = self._early, None
        if early and self._earliness.isActive():
            self.play(early)

    def _miss(self) -> None:
        self._tell(no_answer())

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)
