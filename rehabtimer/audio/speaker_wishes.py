"""The part of the child that does what the window asks for, and answers."""

import os
import sys
from threading import Thread

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from rehabtimer.audio.speaker_engine import time_limit
from rehabtimer.audio.voice_messages import (
    Failed,
    Hush,
    Quiet,
    Say,
    Speaking,
    read_wish,
    tell,
)

LONGEST_SENTENCE_MS = 5000
_State = QTextToSpeech.State


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

    def listen(self) -> None:
        """Begin to take wishes from standard input, in a thread of its own."""
        Thread(target=self._read, name="wishes", daemon=True).start()

    def _read(self) -> None:
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
