"""The process that speaks to the sound device, which may hang or bring it down at any call.

Run as `python -m rehabtimer.audio.player FOLDER`. It reads lines: `play NAME UNTIL` (a WAV file's
name, and the `time.monotonic` after which it is too late), `hush`, `volume 0.5`. It ends with its
input: at once, or when the tone that is heard has ended. It says `ok` twice a second while sound
flows, and else why not: one of `Trouble`.
"""

import os
import sys
import time
import wave
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

RATE = 44_100  # of all the files: mono, 16 bit
SILENT_RATE = 8_000  # low, or Qt's short buffer would wake us 200 times a second
FINE = "ok"
_EVERY_FRAME = -1
_LOOK_MS = 500
_LONGEST_END = 2.0  # seconds; a tone is shorter
_BUFFER_MS = "60"  # how long a busy machine may leave us waiting; Qt's own 23 are too short
_SILENCE = bytes(20 * 2 * SILENT_RATE)  # seconds enough for a process that is held up


class Trouble(StrEnum):
    """Why nothing is heard."""

    NO_DEVICE = "no-device"
    UNREADABLE = "unreadable"
    MISSING = "missing"  # and what: the loader's words


def main(arguments: Sequence[str]) -> int:
    """Serve until the input ends; return the exit code."""
    os.environ.setdefault("PULSE_LATENCY_MSEC", _BUFFER_MS)  # the one way past Qt
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: F401

        tones = _read_all(Path(arguments[0]))
    except ImportError as error:
        return _refuse(f"{Trouble.MISSING} {error}")
    except (OSError, wave.Error):
        return _refuse(Trouble.UNREADABLE)
    application = QCoreApplication([])
    orders = Orders()
    player = Player(tones, orders)
    player.left.connect(application.quit)
    Thread(target=orders.read, name="orders", daemon=True).start()
    return application.exec()


class Orders(QObject):
    """What is asked for, line by line."""

    given = Signal(str)
    ended = Signal()

    def read(self) -> None:
        """Read until there is nothing more; then see to it that the process ends, too."""
        for line in sys.stdin:
            self.given.emit(line)
        self.ended.emit()
        time.sleep(_LONGEST_END)
        os._exit(0)  # the device hangs


class Player(QObject):
    """Plays one tone at a time, over a silence that never ends.

    The silence keeps the device awake, which else cuts off the beginning of a tone, and tells at
    once when it is gone.
    """

    left = Signal()

    def __init__(self, tones: dict[str, bytes], orders: Orders) -> None:
        """Open the default device soon; `tones` are samples by name."""
        super().__init__()
        self._tones = tones
        self._volume = 1.0
        self._is_leaving = False
        self._tone: QAudioSink | None = None
        self._silence: QAudioSink | None = None
        self._silent_device: QAudioDevice | None = None
        self._tone_source, self._silence_source = QBuffer(self), QBuffer(self)
        self._played = -1
        orders.given.connect(self.obey)
        orders.ended.connect(self.leave)
        self._looks = QTimer(self, interval=_LOOK_MS)
        self._looks.timeout.connect(self.look)
        self._looks.start()
        QTimer.singleShot(0, self.look)  # when the orders are read already, should it hang

    @Slot(str)
    def obey(self, line: str) -> None:
        """Carry out one line."""
        match line.split():
            case ["play", name, until]:
                self._play(name, float(until))
            case ["hush"]:
                self._hush()
            case ["volume", volume]:
                self._set_volume(float(volume))

    @Slot()
    def leave(self) -> None:
        """Let the tone that is heard come to its end, then go."""
        self._is_leaving = True
        if self._tone is None:
            self.left.emit()

    @Slot()
    def look(self) -> None:
        """Say how the device is; a device that stands still gets no word at all."""
        device = _device()
        if device.isNull():
            self._end_silence()
            say(Trouble.NO_DEVICE)
            return
        if self._silence is None or device != self._silent_device:
            self._begin_silence(device)
        if self._silence_source.bytesAvailable() < len(_SILENCE) / 2:
            self._silence_source.seek(0)
        if self._has_moved():
            say(FINE)

    def _has_moved(self) -> bool:
        before = self._played
        self._played = -1 if self._silence is None else self._silence.processedUSecs()
        return self._played != before

    def _begin_silence(self, device: "QAudioDevice") -> None:
        self._end_silence()
        self._silence_source.setData(_SILENCE)
        self._silence_source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._silence, self._silent_device = _sink(device, SILENT_RATE, self), device
        self._silence.start(self._silence_source)

    def _end_silence(self) -> None:
        if self._silence is not None:
            _end(self._silence)
            self._silence_source.close()
        self._silence, self._played = None, -1

    def _play(self, name: str, until: float) -> None:
        self._hush()
        device = _device()
        if device.isNull() or time.monotonic() > until or name not in self._tones:
            return
        self._tone_source.setData(self._tones[name])
        self._tone_source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._tone = _sink(device, RATE, self)
        self._tone.setVolume(self._volume)
        self._tone.stateChanged.connect(self._look_at_tone)
        self._tone.start(self._tone_source)

    def _hush(self) -> None:
        if self._tone is not None:
            tone, self._tone = self._tone, None
            tone.stateChanged.disconnect(self._look_at_tone)
            _end(tone)
            self._tone_source.close()

    def _set_volume(self, volume: float) -> None:
        from PySide6.QtMultimedia import QtAudio

        scale = QtAudio.VolumeScale
        self._volume = QtAudio.convertVolume(
            volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale
        )
        if self._tone is not None:
            self._tone.setVolume(self._volume)

    @Slot()
    def _look_at_tone(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        # Without the signal's argument, which PySide cannot convert.
        if self._tone is not None and self._tone.state() != QtAudio.State.ActiveState:
            self._hush()
            if self._is_leaving:
                self.left.emit()


def say(line: str) -> None:
    """Say one line to the program that runs us; if that is gone, we go, too."""
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except OSError:
        os._exit(0)


def _refuse(line: str) -> int:
    say(line)
    return 1


def _read_all(folder: Path) -> dict[str, bytes]:
    tones = {file.stem: _samples(file) for file in folder.glob("*.wav")}
    if not tones:
        raise FileNotFoundError(folder)
    return tones


def _samples(file: Path) -> bytes:
    with wave.open(str(file), "rb") as tone:
        return tone.readframes(_EVERY_FRAME)


def _device() -> "QAudioDevice":
    from PySide6.QtMultimedia import QMediaDevices

    return QMediaDevices.defaultAudioOutput()


def _sink(device: "QAudioDevice", rate: int, parent: QObject) -> "QAudioSink":
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink

    form = QAudioFormat()
    form.setSampleRate(rate)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return QAudioSink(device, form, parent)


def _end(sink: "QAudioSink") -> None:
    sink.reset()  # and not `stop`, which plays what Qt has read ahead
    sink.deleteLater()


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))  # a device that hangs would hold up a tidier end
