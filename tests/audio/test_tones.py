"""The tones: files that can be made again, told apart by how their pitch moves."""

import importlib.util
import struct
import sys
import wave
from array import array
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


def samples(cue: Cue) -> "array[int]":
    with wave.open(str(FOLDER / f"{cue}.wav"), "rb") as tone:
        assert (tone.getnchannels(), tone.getsampwidth(), tone.getframerate()) == (1, 2, 44_100)
        found = array("h", tone.readframes(tone.getnframes()))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def pitch(part: "array[int]") -> float:
    """Hz, by counting how often the wave rises through zero."""
    rises = [i for i in range(1, len(part)) if part[i - 1] < 0 <= part[i]]
    return 44_100 * (len(rises) - 1) / (rises[-1] - rises[0])


def test_they_differ_in_how_the_pitch_moves() -> None:
    def moves(cue: Cue) -> tuple[float, float]:
        found = samples(cue)[:-2_205]
        third = len(found) // 3
        return pitch(found[:third]), pitch(found[-third:])

    low, high = moves(Cue.GO)
    assert high > low * 1.15
    high, low = moves(Cue.RETURN)
    assert high > low * 1.15
    first, last = moves(Cue.HOLD)
    assert first == pytest.approx(last, rel=0.01)
    assert max(moves(Cue.REST)) < min(moves(Cue.HOLD)) < min(moves(Cue.COUNT))


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
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: str, words: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(REFUSING.format(error=error))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    told: list[str] = []
    tones = Tones(FOLDER)
    tones.problem_changed.connect(told.append)
    tones.load()
    qtbot.waitUntil(lambda: bool(tones.problem), timeout=15_000)
    assert words in tones.problem
    tones.play(Cue.GO)
    tones.load()
    qtbot.wait(50)
    assert told == [tones.problem]
    tones.unload()


# An import system, for a child, in which Qt's sound cannot be loaded.
REFUSING = """
import sys

class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtMultimedia":
            raise ImportError({error!r})

sys.meta_path.insert(0, Refusing())
"""
