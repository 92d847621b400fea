"""Qt's speech engines, each call of which may hang, and the voices that they have."""

import faulthandler
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QLocale
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

ENGINES = ("speechd", "flite", "darwin", "winrt", "sapi")  # never "mock", which only plays at it
LONGEST_CALL = 12.0  # seconds; the window has lost its patience before


@contextmanager
def time_limit() -> Iterator[None]:
    """End this process if the block takes too long, whoever holds Python's lock."""
    faulthandler.dump_traceback_later(LONGEST_CALL, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def open_engine(names: Sequence[str]) -> QTextToSpeech | None:
    """Return the first of these engines that works here."""
    available = QTextToSpeech.availableEngines()
    for name in names:
        if name in available:
            with time_limit():
                engine = QTextToSpeech(name)
            if engine.state() is not QTextToSpeech.State.Error:
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
