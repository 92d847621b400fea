"""The child that speaks: Qt's speech engines may hang at any call, so they have a process to hang.

It reads wishes from standard input and writes answers to standard output, each a line of JSON. It
ends when its input ends, and kills itself when a call of an engine takes too long: Qt holds
Python's lock meanwhile, so that nothing written in Python would notice that the window is gone.
"""

import ctypes
import faulthandler
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from rehabtimer.audio.voice_messages import (
    Answer,
    Failed,
    Hush,
    Quiet,
    Ready,
    Say,
    Speaking,
    VoiceName,
    line_of,
    read_wish,
)

ENGINES = ("speechd", "flite", "darwin", "winrt", "sapi")  # never "mock", which only plays at it
MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
LONGEST_CALL = 12.0  # seconds; the window has lost its patience before
LONGEST_SENTENCE_MS = 5000
_State = QTextToSpeech.State


def main(arguments: list[str]) -> int:
    """Speak until standard input ends; `arguments` are the texts' language, and maybe an engine."""
    language, *engines = arguments
    application = QCoreApplication([])
    engine = open_engine(engines or ENGINES)
    voices = voices_for(engine, QLocale(language)) if engine is not None else ()
    if engine is None or not voices:
        tell(Failed(missing_packages()))
        return 0
    speaker = Speaker(engine, {voice.name(): voice for voice in voices})
    tell(Ready(tuple(VoiceName(voice.name(), shown(voice)) for voice in voices)))
    Thread(target=speaker.read, name="wishes", daemon=True).start()
    return application.exec()


def tell(answer: Answer) -> None:
    """Write an answer at once."""
    sys.stdout.buffer.write(line_of(answer))
    sys.stdout.buffer.flush()


@contextmanager
def time_limit() -> Iterator[None]:
    """End this process if the block takes too long, whoever holds Python's lock."""
    faulthandler.dump_traceback_later(LONGEST_CALL, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def open_engine(names: tuple[str, ...] | list[str]) -> QTextToSpeech | None:
    """Return the first of these engines that works here."""
    available = QTextToSpeech.availableEngines()
    for name in names:
        if name in available:
            with time_limit():
                engine = QTextToSpeech(name)
            if engine.state() is not _State.Error:
                return engine
    return None


def voices_for(engine: QTextToSpeech, language: QLocale) -> list[QVoice]:
    """Return the voices that can read a language, those of this computer's country first.

    Left out are the many disguises that espeak-ng offers for each of its voices ("+whisper").
    """
    here = QLocale.system().territory()
    spoken = [
        place for place in engine.availableLocales() if place.language() is language.language()
    ]
    spoken.sort(key=lambda place: (place.territory() is not here, place.name()))
    found = (voice for place in spoken for voice in engine.allVoices(place))
    return list({voice.name(): voice for voice in found if "+" not in voice.name()}.values())


def shown(voice: QVoice) -> str:
    """Return the text for a voice; a mere first name says nothing of how it speaks."""
    name = voice.name()
    return name if "(" in name else f"{name} ({voice.locale().nativeLanguageName()})"


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that this computer lacks for a voice."""
    if sys.platform != "linux":
        return ()
    found = {
        "libspeechd2": _has_library("libspeechd.so.2"),
        "speech-dispatcher": shutil.which("speech-dispatcher") is not None,
        "speech-dispatcher-espeak-ng": MODULE.exists(),
    }
    return tuple(package for package, is_there in found.items() if not is_there)


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


class Speaker(QObject):
    """Says what is asked for, and answers each wish when it has come true."""

    _came = Signal(bytes)
    _left = Signal()

    def __init__(self, engine: QTextToSpeech, voices: dict[str, QVoice]) -> None:
        """`voices` are those that may be asked for, the usual one first."""
        super().__init__()
        self._engine = engine
        self._voices = voices
        self._is_due = self._is_leaving = False
        self._came.connect(self._obey)
        self._left.connect(self._leave)
        engine.stateChanged.connect(self._look)
        engine.errorOccurred.connect(self._give_up)

    def read(self) -> None:
        """Take wishes from standard input until it ends; this is for a thread of its own."""
        for line in sys.stdin.buffer:
            self._came.emit(line)
        self._left.emit()

    @Slot(bytes)
    def _obey(self, line: bytes) -> None:
        try:
            wish = read_wish(line)
        except msgspec.MsgspecError:
            os._exit(1)
        match wish:
            case Say():
                self._say(wish)
            case Hush():
                self._hush()

    def _say(self, wish: Say) -> None:
        self._is_due = True
        with time_limit():
            self._take_on(wish)
            self._engine.say(wish.text)  # Qt itself ends what is being said

    def _take_on(self, wish: Say) -> None:
        voice = self._voices.get(wish.voice) or next(iter(self._voices.values()))
        if self._engine.voice() != voice:
            self._engine.setVoice(voice)
        self._engine.setRate(wish.rate)
        self._engine.setVolume(wish.volume)

    def _hush(self) -> None:
        self._is_due = False
        with time_limit():
            self._engine.stop()
        tell(Quiet())

    @Slot(_State)
    def _look(self, state: QTextToSpeech.State) -> None:
        if state is _State.Speaking and self._is_due:
            self._is_due = False
            tell(Speaking())
        if state is _State.Ready and self._is_leaving and not self._is_due:
            self._end()

    @Slot()
    def _give_up(self) -> None:
        tell(Failed())

    @Slot()
    def _leave(self) -> None:
        """Let the sentence come to its end."""
        self._is_leaving = True
        if self._engine.state() is not _State.Speaking and not self._is_due:
            self._end()
        QTimer.singleShot(LONGEST_SENTENCE_MS, self._end)

    def _end(self) -> None:
        os._exit(0)  # without Qt's farewell to an engine, which may hang


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)
