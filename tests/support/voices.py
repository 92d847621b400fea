"""Children for the voice: Qt's pretended engine, and small programs that misbehave."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from rehabtimer.audio.child import _alive
from rehabtimer.audio.voice import Voice, VoiceLimits, speaker_command
from rehabtimer.audio.voice_messages import Answer, Quiet, Ready, Speaking, VoiceName, line_of


def _bytes_of(answer: Answer) -> bytes:
    return line_of(answer).encode() + b"\n"


PRETENDED = speaker_command("en", "mock")
READY = _bytes_of(Ready((VoiceName("Ada", "Ada (English)"),)))
PATIENT = VoiceLimits(silent=20_000, start=20_000)

_BEFORE = f"""
import sys, time
def tell(line): sys.stdout.buffer.write(line); sys.stdout.buffer.flush()
READY, SPEAKING, QUIET = {READY!r}, {_bytes_of(Speaking())!r}, {_bytes_of(Quiet())!r}
"""


def child(code: str, *arguments: str) -> tuple[str, ...]:
    """The command of a small program that may `tell(READY)`."""
    return (sys.executable, "-I", "-S", "-c", _BEFORE + code, *arguments)


def note_taker(notes: Path, *, silent_to: str = "nothing") -> tuple[str, ...]:
    """A child that writes down what it is asked, and answers except to one word."""
    code = """
tell(READY)
for line in sys.stdin:
    with open(sys.argv[1], "a") as notes:
        notes.write(line)
    if sys.argv[2] not in line:
        tell(QUIET if "hush" in line else SPEAKING)
"""
    return child(code, str(notes), silent_to)


@contextmanager
def voice_of(
    qtbot: QtBot, command: Sequence[str], limits: VoiceLimits = PATIENT
) -> Iterator[Voice]:
    """A voice with that child; in the end no child is left."""
    voice = Voice(command=command, limits=limits)
    try:
        yield voice
    finally:
        voice.unload()
        qtbot.waitUntil(lambda: not children(), timeout=20_000)


def children() -> set[QProcess]:
    """Every child that runs, of whatever voice."""
    return set(_alive)
