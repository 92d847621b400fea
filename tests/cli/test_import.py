"""Taking in exercises and programmes from the command line."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from rehabtimer import paths
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import EVERY_DAY
from rehabtimer.storage.store import Store
from tests.cli.conftest import Run
from tests.storage.test_window_lock import LOCKED
from tests.support.cases import opened
from tests.support.own_exercises import BRIDGE_FILE, KNEE_FILE, written

OTHER_BRIDGE = BRIDGE_FILE.replace("hold = 2", "hold = 3")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history in which the article's programme was begun."""
    folder = tmp_path / "data"
    folder.mkdir()
    with opened(folder) as case:
        case.welcome(
            affected=Side.LEFT, stairs_hurt=False, weekdays=EVERY_DAY, start=date(2026, 3, 2)
        )
    return folder / "rehabtimer.db"


def choices(history: Path) -> dict[str, Choice]:
    with Store.open(history, read_only=True) as store:
        course = store.courses.current()
    assert course
    return course.by_exercise


def planned(run: Run, history: Path) -> str:
    return run("plan", "--database", history).out


def test_an_exercise_joins_the_programme(run: Run, tmp_path: Path, history: Path) -> None:
    file = written(tmp_path, BRIDGE_FILE)
    ran = run("import", file, "--database", history)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        '"from-a-friend.toml" holds the exercise "Bridge" (bridge).',
        "It was taken in.",
        "It is part of your programme from the next session on.",
    ]
    assert choices(history) == {"bridge": Choice(exercise="bridge")}
    assert "Bridge" in planned(run, history)
    assert (history.parent / "rehabtimer-own" / "exercises" / "bridge.toml").exists()


def test_once_more_changes_nothing(run: Run, tmp_path: Path, history: Path) -> None:
    file = written(tmp_path, BRIDGE_FILE)
    run("import", file, "--database", history)
    before = everything(history.parent)
    assert run("import", file, "--database", history).out.splitlines()[1:] == [
        "Nothing was new in it.",
        "It is in your programme already.",
    ]
    assert everything(history.parent) == before


def test_a_programme_is_taken_in_but_not_followed(run: Run, tmp_path: Path, history: Path) -> None:
    ran = run("import", written(tmp_path, KNEE_FILE), "--database", history)
    assert ran.out.splitlines()[1:] == [
        "It was taken in.",
        'To follow "knee", choose it on the Programme screen.',
    ]
    assert choices(history) == {}
    assert "Bridge" not in planned(run, history)


def test_the_programme_that_is_followed_is_not_to_be_chosen_again(
    run: Run, tmp_path: Path, history: Path
) -> None:
    file = tmp_path / "mine.toml"
    run("programme", "export", "runners-knee", file, "--database", history)
    assert run("import", file, "--database", history).out.splitlines()[1:] == [
        "Nothing was new in it.",
        "You follow it already.",
    ]


def test_an_exercise_that_is_shipped_is_no_news(run: Run, tmp_path: Path, history: Path) -> None:
    clam = paths.resources() / "exercises" / "clam.toml"
    assert run("import", clam, "--database", history).out.splitlines()[1:] == [
        "Nothing was new in it.",
        "RehabTimer brings this exercise itself.",
    ]
    assert choices(history) == {}
    assert not (history.parent / "rehabtimer-own").exists()


@pytest.mark.parametrize("made", [False, True])
def test_an_exercise_waits_until_there_is_a_programme(run: Run, tmp_path: Path, made: bool) -> None:
    history = tmp_path / "none.db"
    if made:
        Store.open(history).close()
    ran = run("import", written(tmp_path, BRIDGE_FILE), "--database", history)
    assert ran.out.splitlines()[-1] == "It waits on the Programme screen until you begin."
    assert history.exists() is made


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path, history: Path) -> None:
    before = everything(history.parent)
    ran = run("import", written(tmp_path, KNEE_FILE), "--dry-run", "--database", history)
    assert ran.out.splitlines() == [
        '"from-a-friend.toml" holds the programme "Knee" (knee): 2 exercises, 28 days.',
        '"Knee" (knee) is new.',
        '"Bridge" (bridge) is new.',
    ]
    assert everything(history.parent) == before


def test_a_conflict_is_refused_by_its_name(run: Run, tmp_path: Path, history: Path) -> None:
    run("import", written(tmp_path, BRIDGE_FILE), "--database", history)
    before = everything(history.parent)
    file = written(tmp_path, OTHER_BRIDGE)
    ran = run("import", file, "--database", history)
    assert ran.code == 2
    assert ran.complaint == (
        '"bridge" is there already, and different; add --replace or --keep-both.'
    )
    assert everything(history.parent) == before
    told = run("import", file, "--dry-run", "--database", history).out
    assert "is there already, and different: replace it, or keep both." in told


@pytest.mark.parametrize(
    "flag,said,holds",
    [
        ("--replace", "It was taken in, in place of the one before.", {"bridge": 3}),
        (
            "--keep-both",
            'It is there beside the other, as "bridge-2".',
            {"bridge": 2, "bridge-2": 3},
        ),
    ],
)
def test_a_conflict_is_settled_as_told(
    run: Run, tmp_path: Path, history: Path, flag: str, said: str, holds: dict[str, int]
) -> None:
    run("import", written(tmp_path, BRIDGE_FILE), "--database", history)
    ran = run("import", written(tmp_path, OTHER_BRIDGE), flag, "--database", history)
    assert ran.out.splitlines()[1] == said
    with opened(history.parent) as case:
        own = {each.id: each.dose.hold.target for each in case.library.exercises}
    assert own == holds
    assert choices(history).keys() == holds.keys()


def test_what_is_shipped_is_not_replaced(run: Run, tmp_path: Path, history: Path) -> None:
    file = written(tmp_path, BRIDGE_FILE.replace('"bridge"', '"clam"'))
    ran = run("import", file, "--replace", "--database", history)
    assert (ran.code, ran.complaint) == (
        2,
        '"clam" belongs to RehabTimer or to something else; it can only be kept beside.',
    )


@pytest.mark.parametrize(
    "text,identity",
    [
        (BRIDGE_FILE.replace('"bridge"', '"wall-slide"'), "wall-slide"),
        (KNEE_FILE.replace('"knee"', '"runners-knee"'), "runners-knee"),
    ],
)
def test_only_what_would_be_done_is_offered(
    run: Run, tmp_path: Path, history: Path, text: str, identity: str
) -> None:
    run("import", written(tmp_path, BRIDGE_FILE), "--database", history)
    file = written(tmp_path, text.replace("hold = 2", "hold = 3"))
    ran = run("import", file, "--database", history)
    said = f'"{identity}" belongs to RehabTimer or to something else; add --keep-both.'
    assert (ran.code, ran.complaint) == (2, said)
    assert run("import", file, "--keep-both", "--database", history).code == 0


def test_an_own_file_that_is_left_out_is_named(run: Run, tmp_path: Path, history: Path) -> None:
    run("import", written(tmp_path, BRIDGE_FILE), "--database", history)
    own = history.parent / "rehabtimer-own" / "exercises" / "bridge.toml"
    own.write_text('id = "bridge', encoding="utf-8")
    said = (
        "bridge.toml: this is not valid TOML at its end: a quote is missing. "
        "This file of your own was left out."
    )
    for command in ("plan", "status"):
        ran = run(command, "--database", history)
        assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", said)
    found = json.loads(run("status", "--json", "--database", history).out)
    assert found["problems"] == [said]
    ran = run("plan", "--json", "--database", history)
    assert (ran.code, ran.err) == (0, f"rehabtimer: {said}\n")
    assert "problems" not in json.loads(ran.out)


@pytest.mark.parametrize("text", [BRIDGE_FILE, KNEE_FILE])
def test_nothing_is_written_while_a_window_is_open(
    run: Run, tmp_path: Path, history: Path, text: str
) -> None:
    file = written(tmp_path, text)
    command = [sys.executable, "-c", LOCKED, f"{history}.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdout
        window.stdout.readline()
        before = everything(history.parent)
        ran = run("import", file, "--database", history)
        assert ran.code == 2
        assert "is open in a RehabTimer window: import there" in ran.complaint
        assert everything(history.parent) == before
        assert run("import", file, "--dry-run", "--database", history).code == 0
        window.kill()


@pytest.mark.parametrize(
    "name,said",
    [
        ("x.json", "this is not JSON; expected an export of RehabTimer"),
        ("x.JSON", "this is not JSON; expected an export of RehabTimer"),
        ("x.csv", "expected a file whose name ends in .json or .toml"),
        ("x", "expected a file whose name ends in .json or .toml"),
        ("x.toml", "x.toml: dose.hold is 0; expected a number from 0.5 to 600."),
        ("missing.toml", "missing.toml: the file is missing"),
        ("folder.toml", "folder.toml: this is a folder or a device"),
    ],
)
def test_what_cannot_be_taken_in(
    run: Run, tmp_path: Path, history: Path, name: str, said: str
) -> None:
    (tmp_path / "folder.toml").mkdir()
    if name.startswith("x"):
        written(tmp_path, BRIDGE_FILE.replace("hold = 2", "hold = 0"), name)
    before = everything(tmp_path)
    ran = run("import", tmp_path / name, "--database", history)
    assert ran.code == 2
    assert said in ran.complaint
    assert everything(tmp_path) == before


@pytest.mark.parametrize("name", ["folder", "garbage", "x" * 300, "no.db"])
def test_nothing_is_taken_in_beside_what_is_no_history(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "garbage").write_bytes(b"no database at all" * 50)
    (tmp_path / "no-own").write_text("")  # where the own folder would be
    file = written(tmp_path, BRIDGE_FILE)
    before = everything(tmp_path)
    ran = run("import", file, "--database", tmp_path / name)
    assert ran.code == 2
    assert ran.complaint.endswith(".")
    assert everything(tmp_path) == before
