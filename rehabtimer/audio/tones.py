"""Plays the tones of a session; where there can be no sound it says so, and stays silent.

Qt does not say that a device went away: a tone just never ends. So each one is timed, and the next
one that ends, or another device, takes the complaint back.
"""

import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, QUrl, Signal

from rehabtimer.core.cues import Cue
from rehabtimer.core.text import _

NEVER_ENDS_MS = 2500  # the longest tone, and two seconds for a device that has to wake up
NO_ANSWER_MS = 5000
EARLY_MS = 1000  # a cue asked for while loading is still worth hearing
_POLL_MS = 10
_AFRESH_MS = 200

_PACKAGES = {"libpulse.so.0": "libpulse0", "libXrandr.so.2": "libxrandr2"}


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
        self._muted = False
        self._stuck = self._leaving = False
        self._tones: dict[Cue, _Tone] = {}
        self._early: Cue | None = None
        self._search: _Search | None = None
        self._devices: QObject | None = None
        self._since = QElapsedTimer()
        # Later, because new tones would join the dead stream of those that are not gone yet.
        self._afresh = QTimer(self, singleShot=True, interval=_AFRESH_MS)
        self._afresh.timeout.connect(self._open)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)

    @property
    def available(self) -> bool:
        """Whether tones can be heard, as far as is known; not before they are loaded."""
        return bool(self._tones) and not self._leaving and not self._problem

    @property
    def problem(self) -> str:
        """Why there is no sound, in one sentence; "" while nothing is known to be wrong."""
        return self._problem

    @property
    def muted(self) -> bool:
        """Whether the person wants silence; it outlives `unload`."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self._early = None
            for tone in self._tones.values():
                tone.hush()

    def load(self) -> None:
        """Begin to get everything ready, at the start of a session; this returns at once."""
        self._leaving = False
        if self._tones or self._search:
            return
        self._tell("")
        self._since.start()
        self._search = _Search()
        self._search.begin()
        self._poll.start()

    def play(self, cue: Cue) -> None:
        """Let a tone be heard; one that is asked for while they are loaded comes right after."""
        if self._muted or self._leaving:
            return
        if cue in self._tones:
            self._tones[cue].play()
        elif self._search:
            self._early = cue

    def unload(self) -> None:
        """Let go of the device, at the end of a session; what still sounds may end first."""
        self._poll.stop()
        self._afresh.stop()
        self._search = self._early = None
        self._leaving = True
        self._close_if_quiet()

    def _look(self) -> None:
        search, waited = self._search, self._since.elapsed()
        if search is None or (search.is_alive() and waited < NO_ANSWER_MS):
            return
        self._poll.stop()
        self._search = None
        if search.is_alive() or search.problem:
            self._tell(search.problem or _no_answer())
        else:
            self._open()
        early, self._early = self._early, None
        if early and waited < EARLY_MS:
            self.play(early)

    def _open(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        if self._devices is None:
            self._devices = devices = QMediaDevices(self)
            devices.audioOutputsChanged.connect(self._look_again)
        if QMediaDevices.defaultAudioOutput().isNull():
            self._tell(_("There is no sound: no audio device was found."))
            return
        self._stuck = False
        self._tell("")
        for cue in Cue:
            tone = self._tones[cue] = _Tone(self)
            tone.failed.connect(self._fail)
            tone.ended.connect(self._hear)
            tone.open(self._folder / f"{cue}.wav")

    def _look_again(self) -> None:
        """Start afresh with the devices there are now; who tells of them does not hang."""
        if self._problem and not self._leaving:
            self._close()
            self._afresh.start()

    def _fail(self, problem: str, stuck: bool) -> None:
        self._stuck = stuck
        self._tell(problem)

    def _hear(self) -> None:
        self._stuck = False
        self._tell("")
        self._close_if_quiet()

    def _close_if_quiet(self) -> None:
        """Let go of the device, unless it hangs: Qt would wait for it for half a minute."""
        if self._leaving and not self._stuck and not any(t.sounds for t in self._tones.values()):
            self._close()

    def _close(self) -> None:
        for tone in self._tones.values():
            tone.deleteLater()
        self._tones = {}

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)


class _Tone(QObject):
    """One effect, and a watch on whether it comes to its end."""

    failed = Signal(str, bool)  # why, and whether the device hangs
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QSoundEffect

        self._error = QSoundEffect.Status.Error
        self._effect = QSoundEffect(self)
        self._effect.statusChanged.connect(self._on_status)
        self._effect.playingChanged.connect(self._on_playing)
        self._watch = QTimer(self, singleShot=True, interval=NEVER_ENDS_MS)
        self._watch.timeout.connect(self._never_ended)

    @property
    def sounds(self) -> bool:
        return self._watch.isActive()

    def open(self, file: Path) -> None:
        self._effect.setSource(QUrl.fromLocalFile(str(file)))

    def play(self) -> None:
        if self._effect.status() != self._error:
            self._watch.start()
            self._effect.play()

    def hush(self) -> None:
        self._watch.stop()
        self._effect.stop()

    def _on_status(self) -> None:
        if self._effect.status() == self._error:
            self._watch.stop()
            self.failed.emit(_("There is no sound: the tones cannot be played."), False)

    def _on_playing(self) -> None:
        if self.sounds and not self._effect.isPlaying():
            self._watch.stop()
            self.ended.emit()

    def _never_ended(self) -> None:
        self._effect.stop()  # or all that piled up would be heard when the device comes back
        self.failed.emit(_no_answer(), True)


class _Search(Thread):
    """Loads Qt's sound and looks for a device: a sound server that hangs holds it up for 30 s."""

    def __init__(self) -> None:
        super().__init__(name="sound", daemon=True)
        self.problem = ""

    def begin(self) -> None:
        """Only Linux has that server, and the others want their sound opened in the main thread."""
        if sys.platform.startswith("linux"):
            self.start()
        else:
            self.run()

    def run(self) -> None:
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError as error:
            self.problem = _missing(str(error))
        else:
            QMediaDevices.defaultAudioOutput()


def _missing(error: str) -> str:
    """Put the loader's message in words: "libpulse.so.0: cannot open shared object file: ..."."""
    library = error.partition(":")[0]
    if library not in _PACKAGES:
        return _("There is no sound: Qt Multimedia cannot be loaded.")
    return _("There is no sound: the system library {name} is missing.").format(
        name=_PACKAGES[library]
    )


def _no_answer() -> str:
    return _("There is no sound: the audio device does not answer.")
