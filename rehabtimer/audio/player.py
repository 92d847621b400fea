"""The thread that speaks to the sound device, which may hang for half a minute at any call."""

import atexit
import wave
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QObject, Signal, Slot

from rehabtimer.core.cues import Cue
from rehabtimer.core.text import _

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

RATE = 44_100  # of all the files: mono, 16 bit
_EVERY_FRAME = -1
_LONGEST_EXIT = 0.5  # seconds
_PACKAGES = {"libpulse.so.0": "libpulse0", "libXrandr.so.2": "libxrandr2"}


class Wishes(QObject):
    """What is asked of the thread; it answers each `play` once, and once when it is ready.

    An answer is the reason why nothing is heard, in one sentence, or "".
    """

    play = Signal(str)
    hush = Signal()
    leave = Signal()
    answered = Signal(str)
    is_over = False  # set before `leave`, for a thread that is not listening yet


class PlayerThread(Thread):
    """Runs until it is told to leave. A daemon, so that a device that hangs holds up no exit."""

    def __init__(self, folder: Path, wishes: Wishes) -> None:
        """`folder` holds the WAV files; nothing is opened before `start`."""
        super().__init__(name="sound", daemon=True)
        self._folder = folder
        self._wishes = wishes

    def start(self) -> None:
        """Begin; a program that ends meanwhile says so first, or Qt would be gone from under us."""
        atexit.register(self.end)
        super().start()

    def end(self) -> None:
        """Leave in the middle of a tone, and wait for that unless the device hangs."""
        self._wishes.hush.emit()
        self.leave()
        self.join(_LONGEST_EXIT)

    def leave(self) -> None:
        """End when the tone that is heard has ended."""
        self._wishes.is_over = True
        self._wishes.leave.emit()

    def run(self) -> None:
        """Load Qt Multimedia and the tones, then serve."""
        try:
            import PySide6.QtMultimedia  # noqa: F401

            player = Player(self._folder, self._wishes)
        except ImportError as error:
            self._wishes.answered.emit(missing(str(error)))
        except (OSError, wave.Error):
            self._wishes.answered.emit(_("There is no sound: the tones cannot be read."))
        else:
            self._serve(player)
        atexit.unregister(self.end)

    def _serve(self, player: "Player") -> None:
        loop = QEventLoop()
        player.left.connect(loop.quit)
        self._wishes.answered.emit(player.problem())
        if not self._wishes.is_over:
            loop.exec()


class Player(QObject):
    """Plays one tone at a time, each on the device that is the default by then."""

    left = Signal()

    def __init__(self, folder: Path, wishes: Wishes) -> None:
        """Read the tones; raises OSError or wave.Error where a file cannot be read."""
        super().__init__()
        self._tones = {str(cue): _samples(folder / f"{cue}.wav") for cue in Cue}
        self._wishes = wishes
        self._sink: QAudioSink | None = None
        self._source = QBuffer(self)
        self._is_leaving = False
        wishes.play.connect(self.play)
        wishes.hush.connect(self.hush)
        wishes.leave.connect(self.leave)

    def problem(self) -> str:
        """Return why no tone can be heard, or ""."""
        return _("There is no sound: no audio device was found.") if _device().isNull() else ""

    @Slot(str)
    def play(self, cue: str) -> None:
        """Begin a tone, and end the one before."""
        self.hush()
        problem = self.problem()
        if not problem:
            self._source.setData(self._tones[cue])
            self._source.open(QIODevice.OpenModeFlag.ReadOnly)
            problem = self._start()
        self._wishes.answered.emit(problem)

    @Slot()
    def hush(self) -> None:
        """End the tone that is heard."""
        if self._sink is not None:
            sink, self._sink = self._sink, None
            sink.stateChanged.disconnect(self._look)
            sink.stop()
            sink.deleteLater()
            self._source.close()

    @Slot()
    def leave(self) -> None:
        """Let the tone that is heard come to its end, then end the thread."""
        self._is_leaving = True
        if self._sink is None:
            self.left.emit()

    def _start(self) -> str:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(_device(), form, self)
        self._sink.stateChanged.connect(self._look)
        self._sink.start(self._source)
        if self._sink.error() == QtAudio.Error.NoError:
            return ""
        self.hush()
        return no_answer()

    @Slot()
    def _look(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        # Without the signal's argument, which PySide cannot hand over from another thread's sink.
        if self._sink is not None and self._sink.state() != QtAudio.State.ActiveState:
            self.hush()
            if self._is_leaving:
                self.left.emit()


def _device() -> "QAudioDevice":
    from PySide6.QtMultimedia import QMediaDevices

    return QMediaDevices.defaultAudioOutput()


def _samples(file: Path) -> bytes:
    with wave.open(str(file), "rb") as tone:
        return tone.readframes(_EVERY_FRAME)


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
