"""The tones: files that can be made again, and a player that never stands in the way."""

import importlib.util
import struct
import sys
import wave
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.audio.tones import Tones
from rehabtimer.core.cues import Cue

TOP = Path(__file__).parents[2]
FOLDER = paths.resources() / "sounds"
LARGEST_FOLDER = 300_000  # bytes

# What Qt says where there is no sound server; the program keeps it in its log.
pytestmark = pytest.mark.qt_log_ignore("PulseAudioService", "Couldn't (load|resolve) ")


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    place = importlib.util.spec_from_file_location("tones_script", TOP / "packaging" / "tones.py")
    assert place
    assert place.loader
    made = importlib.util.module_from_spec(place)
    monkeypatch.setitem(sys.modules, "tones_script", made)
    place.loader.exec_module(made)
    return made


def test_there_is_a_tone_for_each_cue_and_none_besides() -> None:
    assert {file.stem for file in FOLDER.glob("*.wav")} == set(Cue)
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < LARGEST_FOLDER


def test_the_script_makes_the_same_files(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["tones.py", str(tmp_path)])
    assert script.main() == 0
    for cue in Cue:
        made, kept = (folder / f"{cue}.wav" for folder in (tmp_path, FOLDER))
        assert made.read_bytes() == kept.read_bytes(), cue


@pytest.mark.parametrize("cue", list(Cue))
def test_a_tone_is_short_and_neither_clips_nor_clicks(cue: Cue) -> None:
    with wave.open(str(FOLDER / f"{cue}.wav")) as file:
        form = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        raw = file.readframes(file.getnframes())
    samples = struct.unpack(f"<{len(raw) // 2}h", raw)
    assert form == (1, 2, 44_100)
    assert 0.05 < len(samples) / 44_100 < 1.0
    assert 16_000 < max(map(abs, samples)) <= 16_423  # -6 dBFS
    assert max(map(abs, (*samples[:20], *samples[-20:]))) < 200


def settled(qtbot: QtBot, tones: Tones) -> None:
    qtbot.waitUntil(lambda: tones.available or bool(tones.problem), timeout=10_000)


def test_it_plays_or_says_why_not(qtbot: QtBot) -> None:
    tones = Tones(FOLDER)
    tones.load()
    tones.play(Cue.GO)  # while it is loading
    settled(qtbot, tones)
    assert tones.available is not tones.problem.startswith("There is no sound: ")
    tones.play(Cue.HOLD)
    tones.muted = True
    tones.play(Cue.REST)
    assert tones.muted
    tones.unload()
    assert not tones.available


def test_loading_returns_at_once_and_twice_is_once(qtbot: QtBot) -> None:
    tones = Tones(FOLDER)
    tones.load()
    tones.load()
    settled(qtbot, tones)
    tones.unload()
    tones.load()
    settled(qtbot, tones)
    tones.unload()


@pytest.mark.parametrize(
    "error,words",
    [
        (
            "libpulse.so.0: cannot open shared object file",
            "the system library libpulse0 is missing",
        ),
        ("something else", "Qt Multimedia cannot be loaded"),
    ],
)
def test_a_missing_library_is_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: str, words: str
) -> None:
    monkeypatch.setattr(sys, "meta_path", [Refusing(error), *sys.meta_path])
    for name in [name for name in sys.modules if name.startswith("PySide6.QtMultimedia")]:
        monkeypatch.delitem(sys.modules, name)
    told: list[str] = []
    tones = Tones(FOLDER)
    tones.problem_changed.connect(told.append)
    tones.load()
    settled(qtbot, tones)
    assert words in tones.problem
    assert told == [tones.problem]
    tones.play(Cue.GO)
    tones.unload()


class Refusing:
    """An import system in which Qt's sound cannot be loaded."""

    def __init__(self, error: str) -> None:
        self._error = error

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "PySide6.QtMultimedia":
            raise ImportError(self._error)
