"""The player stays calm whatever the machine's sound does: slow, gone, hanging, back again."""

import subprocess
import sys
import threading
import wave
from array import array
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.audio import tones as module
from rehabtimer.audio.player import PlayerThread, Wishes, no_answer
from rehabtimer.audio.tones import Tones
from rehabtimer.core.cues import Cue

TOP = Path(__file__).parents[2]
SOUNDS = paths.resources() / "sounds"

# What Qt says where there is no sound server; the program keeps it in its log.
real_sound = pytest.mark.qt_log_ignore("PulseAudioService", "Couldn't (load|resolve) ")


def samples(cue: Cue) -> "array[int]":
    with wave.open(str(SOUNDS / f"{cue}.wav"), "rb") as tone:
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


# ------------------------------------------------------------------ the machine's real sound


def join_all() -> None:
    for thread in threading.enumerate():
        if isinstance(thread, PlayerThread):
            thread.join(10)
            assert not thread.is_alive()


@real_sound
def test_with_or_without_a_device_it_plays_or_says_why(qtbot: QtBot) -> None:
    tones = Tones(SOUNDS)
    tones.load()
    tones.play(Cue.GET_READY)
    qtbot.waitUntil(lambda: tones.available or bool(tones.problem), timeout=10_000)
    for cue in Cue:
        tones.play(cue)
        qtbot.wait(20)
    assert tones.available != bool(tones.problem)
    assert tones.problem == "" or tones.problem.startswith("There is no sound: ")
    tones.muted = True
    tones.unload()
    assert not tones.available
    join_all()


@real_sound
def test_it_can_be_loaded_again_and_left_at_any_moment(qtbot: QtBot) -> None:
    tones = Tones(SOUNDS)
    for wait_ms in (0, 5, 50, 200):
        tones.load()
        tones.load()
        qtbot.wait(wait_ms)
        tones.play(Cue.END)
        tones.unload()
        tones.unload()
    join_all()


@real_sound
def test_a_program_that_ends_in_the_middle_of_a_tone_ends_well() -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from rehabtimer.audio.tones import Tones, Cue\n"
        "app = QCoreApplication([])\n"
        "tones = Tones(Path(sys.argv[1]))\n"
        "tones.load()\n"
        "tones.play(Cue.END)\n"
        "QTimer.singleShot(400, app.quit)\n"
        "app.exec()\n"
    )
    command = [sys.executable, "-c", code, str(SOUNDS)]
    run = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr


# ------------------------------------------------------------------ what can go wrong


@real_sound
def test_missing_files_are_no_crash(qtbot: QtBot, tmp_path: Path) -> None:
    tones = Tones(tmp_path)
    with qtbot.waitSignal(tones.problem_changed, timeout=10_000):
        tones.load()
    assert not tones.available
    tones.unload()
    join_all()


class Device:
    """In the place of the thread: a device that answers when the test says so."""

    def __init__(self, folder: Path, wishes: Wishes) -> None:
        self.wishes = wishes
        self.asked: list[str] = []
        self.is_left = False
        wishes.play.connect(self.asked.append)
        wishes.hush.connect(lambda: self.asked.append("hush"))
        DEVICES.append(self)

    def start(self) -> None: ...

    def leave(self) -> None:
        self.is_left = True

    def answer(self, problem: str = "") -> None:
        self.wishes.answered.emit(problem)


DEVICES: list[Device] = []


@pytest.fixture
def tones(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Tones:
    DEVICES.clear()
    monkeypatch.setattr(module, "PlayerThread", Device)
    monkeypatch.setattr(module, "NO_ANSWER_MS", 30)
    found = Tones(SOUNDS)
    found.load()
    return found


def test_what_was_asked_for_while_loading_is_heard_right_after(tones: Tones) -> None:
    (device,) = DEVICES
    tones.play(Cue.REST)
    tones.play(Cue.GET_READY)
    assert device.asked == []
    assert not tones.available
    device.answer()
    assert device.asked == ["get-ready"]
    assert tones.available


def test_muted_nothing_is_played_and_what_is_heard_ends(tones: Tones) -> None:
    (device,) = DEVICES
    tones.play(Cue.REST)
    tones.muted = True
    device.answer()
    tones.play(Cue.GO)
    assert device.asked == ["hush"]
    tones.muted = False
    tones.play(Cue.HOLD)
    assert device.asked == ["hush", "hold"]


def test_mute_outlives_the_session(tones: Tones) -> None:
    tones.muted = True
    tones.unload()
    tones.load()
    assert tones.muted
    assert [device.is_left for device in DEVICES] == [True, False]


def test_a_device_that_went_away_is_told_and_tried_again(qtbot: QtBot, tones: Tones) -> None:
    (device,) = DEVICES
    told: list[str] = []
    tones.problem_changed.connect(told.append)
    device.answer()
    tones.play(Cue.GO)
    device.answer("There is no sound: no audio device was found.")
    heard = [tones.available]
    tones.play(Cue.HOLD)
    device.answer()
    assert [*heard, tones.available] == [False, True]
    assert told == ["There is no sound: no audio device was found.", ""]


def test_a_device_that_hangs_is_told_and_nothing_piles_up(qtbot: QtBot, tones: Tones) -> None:
    (device,) = DEVICES
    device.answer()
    with qtbot.waitSignal(tones.problem_changed) as told:
        tones.play(Cue.GO)
    assert told.args == [no_answer()]
    tones.play(Cue.HOLD)
    tones.play(Cue.RETURN)
    assert device.asked == ["go"]
    device.answer()
    tones.play(Cue.GO)
    assert device.asked == ["go", "go"]
    assert tones.problem == ""


def test_what_answers_after_it_was_let_go_changes_nothing(qtbot: QtBot, tones: Tones) -> None:
    (device,) = DEVICES
    tones.unload()
    device.answer("There is no sound: no audio device was found.")
    assert tones.problem == ""
    assert not tones.available
    tones.play(Cue.GO)
    assert device.asked == []
