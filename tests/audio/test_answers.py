"""The tones stay calm whatever the machine's sound does: slow, gone, hanging, back again."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.audio import tones as module
from rehabtimer.audio.tones import Tones, no_answer
from rehabtimer.core.cues import Cue
from tests.support.players import Players

TOP = Path(__file__).parents[2]
SOUNDS = paths.resources() / "sounds"
PATIENCE_MS = 15_000  # a busy machine is no fault

Load = Callable[[list[str]], Tones]


@pytest.fixture
def players(tmp_path: Path) -> Players:
    return Players(tmp_path)


@pytest.fixture
def load(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Loads tones with a player of that command, and is quick to try again."""
    monkeypatch.setattr(module, "RETRY_MS", 10)
    made: list[Tones] = []

    def begin(command: list[str]) -> Tones:
        made.append(Tones(SOUNDS, player=command))
        made[-1].load()
        return made[-1]

    yield begin
    for tones in made:
        tones.unload()


def until(qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    qtbot.waitUntil(is_so, timeout=PATIENCE_MS)


# ------------------------------------------------------------------ the machine's real sound


def test_with_or_without_a_device_it_plays_or_says_why(qtbot: QtBot) -> None:
    tones = Tones(SOUNDS)
    tones.load()
    tones.play(Cue.GET_READY)
    until(qtbot, lambda: tones.available or bool(tones.problem))
    for cue in Cue:
        tones.play(cue)
        qtbot.wait(5)
    assert tones.available != bool(tones.problem)
    assert tones.problem == "" or tones.problem.startswith("There is no sound: ")
    tones.muted = True
    tones.unload()
    assert not tones.available


def test_it_can_be_loaded_again_and_left_at_any_moment(qtbot: QtBot) -> None:
    tones = Tones(SOUNDS)
    for wait_ms in (0, 5, 50, 200):
        tones.load()
        tones.load()
        qtbot.wait(wait_ms)
        tones.play(Cue.END)
        tones.unload()
        tones.unload()


@pytest.mark.parametrize("wait_ms", [0, 400])
def test_a_program_that_ends_in_the_middle_of_a_tone_ends_well(wait_ms: int) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from rehabtimer.audio.tones import Tones, Cue\n"
        "app = QCoreApplication([])\n"
        "tones = Tones(Path(sys.argv[1]))\n"
        "tones.load()\n"
        "tones.play(Cue.END)\n"
        "QTimer.singleShot(int(sys.argv[2]), app.quit)\n"
        "app.exec()\n"
    )
    command = [sys.executable, "-c", code, str(SOUNDS), str(wait_ms)]
    run = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""


# ------------------------------------------------------------------ what can go wrong


def test_missing_files_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    tones = Tones(tmp_path)
    with qtbot.waitSignal(tones.problem_changed, timeout=PATIENCE_MS) as told:
        tones.load()
    assert told.args == [tones.problem]
    assert "cannot be read" in tones.problem
    assert not tones.available


@pytest.mark.parametrize("habit", ["dies", "floods", "cannot_start"])
def test_a_player_that_fails_is_told_and_another_takes_its_place(
    qtbot: QtBot, load: Load, players: Players, habit: str
) -> None:
    tones = load(getattr(players, habit)())
    until(qtbot, lambda: tones.problem == no_answer())
    tones.play(Cue.GO)
    assert not tones.available
    tones._command = players.well()
    until(qtbot, lambda: tones.available)
    assert tones.problem == ""


def test_words_that_nobody_knows_are_a_failure(qtbot: QtBot, load: Load, players: Players) -> None:
    tones = load(players.says("fine, thank you"))
    until(qtbot, lambda: tones.problem == no_answer())


def test_a_device_that_hangs_is_told_and_replaced(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, load: Load, players: Players
) -> None:
    monkeypatch.setattr(module, "ANSWER_MS", 1000)
    told: list[str] = []
    tones = load(players.hangs_at_first())
    tones.problem_changed.connect(told.append)
    until(qtbot, lambda: tones.available)
    assert told == [no_answer(), ""]


def test_a_device_that_hangs_later_is_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, load: Load, players: Players
) -> None:
    monkeypatch.setattr(module, "ANSWER_MS", 300)
    tones = load(players.hangs())
    until(qtbot, lambda: tones.available)
    until(qtbot, lambda: tones.problem == no_answer())
    assert not tones.available


def test_a_device_that_went_away_is_told_and_looked_for(
    qtbot: QtBot, load: Load, players: Players
) -> None:
    tones = load(players.says("no-device"))
    until(qtbot, lambda: tones.problem == "There is no sound: no audio device was found.")
    tones._command = players.well()
    until(qtbot, lambda: tones.available)


def test_after_several_failures_it_is_tried_more_seldom(
    qtbot: QtBot, load: Load, players: Players
) -> None:
    tones = load(players.dies())
    until(qtbot, lambda: tones._pause_ms >= 80)
    tones._command = players.well()
    until(qtbot, lambda: tones.available)
    assert tones._pause_ms == module.RETRY_MS


# ------------------------------------------------------------------ what the player is told


def test_what_is_asked_for_while_loading_is_passed_on(
    qtbot: QtBot, load: Load, players: Players
) -> None:
    tones = load(players.well())
    tones.play(Cue.GET_READY)
    assert not tones.available
    until(qtbot, lambda: players.heard == ["begin", "play get-ready"])


def test_muted_nothing_is_played_and_what_is_heard_ends(
    qtbot: QtBot, load: Load, players: Players
) -> None:
    tones = load(players.well())
    tones.play(Cue.REST)
    tones.muted = True
    tones.play(Cue.GO)
    tones.muted = False
    tones.play(Cue.HOLD)
    until(qtbot, lambda: players.heard[1:] == ["play rest", "hush", "play hold"])


def test_mute_and_volume_outlive_the_session(qtbot: QtBot, load: Load, players: Players) -> None:
    tones = load(players.well())
    tones.muted = True
    tones.volume = 0.25
    until(qtbot, lambda: players.volumes == [1.0, 0.25])
    tones.unload()
    until(qtbot, lambda: players.heard[-1] == "end")
    tones.load()
    assert tones.muted
    until(qtbot, lambda: players.volumes == [1.0, 0.25, 0.25])


def test_the_volume_stays_between_silent_and_full() -> None:
    tones = Tones(SOUNDS)
    assert tones.volume == 1.0
    tones.volume = 1.5
    assert tones.volume == 1.0
    tones.volume = -1
    assert tones.volume == 0.0


def test_what_was_let_go_is_told_nothing_and_tells_nothing(
    qtbot: QtBot, load: Load, players: Players
) -> None:
    tones = load(players.well())
    until(qtbot, lambda: tones.available)
    tones.play(Cue.END)
    tones.unload()
    tones.play(Cue.GO)
    assert not tones.available
    until(qtbot, lambda: players.heard == ["begin", "play end", "end"])
    assert tones.problem == ""
