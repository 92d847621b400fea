"""The child that speaks: Qt's speech engines may hang at any call, so they have a process to hang.

It reads wishes from standard input and writes answers to standard output, each a line of JSON. It
ends when its input ends, and kills itself when a call of an engine takes too long: Qt holds
Python's lock meanwhile, so that nothing written in Python would notice that the window is gone.
"""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from rehabtimer.audio.voice_messages import Failed, Ready, VoiceName, tell

LIBRARIES = {"libpulse.so.0": "libpulse0", "libspeechd.so.2": "libspeechd2"}
MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")


def main(arguments: list[str]) -> int:
    """Speak until standard input ends; `arguments` are the texts' language, and maybe an engine."""
    language, *engines = arguments
    application = QCoreApplication([])
    try:
        from rehabtimer.audio.speaker_engine import ENGINES, open_engine, shown, voices_for
        from rehabtimer.audio.speaker_wishes import Speaker
    except ImportError:  # a library is missing
        tell(Failed(missing_packages()))
        return 0
    engine = open_engine(engines or ENGINES)
    voices = voices_for(engine, QLocale(language)) if engine is not None else ()
    if engine is None or not voices:
        tell(Failed(missing_packages()))
        return 0
    speaker = Speaker(engine, {voice.name(): voice for voice in voices})
    tell(Ready(tuple(VoiceName(voice.name(), shown(voice)) for voice in voices)))
    speaker.listen()
    return application.exec()


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that this computer lacks for a voice."""
    if sys.platform != "linux":
        return ()
    missing = [package for name, package in LIBRARIES.items() if not _has_library(name)]
    if shutil.which("speech-dispatcher") is None:
        missing.append("speech-dispatcher")
    if not MODULE.exists():
        missing.append("speech-dispatcher-espeak-ng")
    return tuple(missing)


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)
