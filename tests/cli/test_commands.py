"""What the commands answer, and what they leave alone."""

import hashlib
import json
import re
import sqlite3
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rehabtimer.storage.store import Store
from tests.cli.conftest import Ran, Run

READING = [
    ["plan"],
    ["plan", "--json", "--dose", "high"],
    ["status"],
    ["status", "--json"],
    ["check"],
]


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def answer(ran: Ran) -> dict[str, Any]:
    """The one JSON object that was printed, on one line, and nothing else."""
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    found: dict[str, Any] = json.loads(ran.out)
    return found


def damaged(demo: Path, file: Path) -> Path:
    """A history with a row whose session is gone."""
    file.write_bytes(demo.read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM sessions WHERE id = (SELECT min(id) FROM sessions)")
    connection.close()
    return file


# ---------------------------------------------------------------- plan


@pytest.mark.parametrize(
    "words,sets,reps,holding",
    [
        (["--side", "left"], 33, 200, 705.0),
        (["--side", "right", "--dose", "target"], 33, 200, 705.0),
        (["--side", "left", "--dose", "high"], 40, 265, 1005.0),
        (["--side", "both"], 36, 200, 750.0),
        ([], 36, 200, 750.0),
    ],
)
def test_the_plan_comes_to_the_articles_figures(
    run: Run, words: list[str], sets: int, reps: int, holding: float
) -> None:
    found = answer(run("plan", "--json", *words))
    assert list(found) == ["programme", "day", "seconds", "hold_seconds", "reps", "sets", "steps"]
    assert (found["sets"], found["reps"], found["hold_seconds"]) == (sets, reps, holding)
    assert (found["programme"], found["day"]) == ("runners-knee", 1)
    assert isinstance(found["hold_seconds"], float)
    assert isinstance(found["seconds"], float)


def test_every_step_of_the_plan_is_whole(run: Run) -> None:
    found = answer(run("plan", "--json", "--side", "left"))
    keys = ["exercise", "phase", "side", "set", "sets", "rep", "reps", "seconds", "text"]
    steps = found["steps"]
    assert all(list(step) == keys for step in steps)
    assert {step["phase"] for step in steps} == {
        "prepare", "go", "hold", "return", "switch", "rest",
    }  # fmt: skip
    assert {step["side"] for step in steps} == {"left", "right", "both"}
    assert all(step["text"] and 1 <= step["set"] <= step["sets"] for step in steps)
    assert sum(step["seconds"] for step in steps) == found["seconds"]
    assert sum(s["seconds"] for s in steps if s["phase"] == "hold") == found["hold_seconds"]


def test_the_plan_for_people(run: Run) -> None:
    lines = run("plan", "--side", "left").out.splitlines()
    rows = [line for line in lines if line.startswith("  ")]
    assert len(rows) == 10
    assert len({len(row) for row in rows}) == 1  # aligned
    name, dose, minutes = re.split("  +", rows[2].strip())
    assert (name, dose) == ("Straight leg lift", "2 sets of 20 each leg, 2 s hold")
    assert re.fullmatch(r"\d+ min", minutes)
    assert lines[1] == "There is no history yet."
    assert lines[-1].startswith("33 sets, 200 reps, 12 min of holding; 35 min in all")


def test_the_plan_of_a_history(run: Run, demo: Path) -> None:
    found = answer(run("plan", "--json", "--database", demo))
    assert found["day"] == 37
    assert "step-up" not in {step["exercise"] for step in found["steps"]}
    whole = answer(run("plan", "--json", "--database", demo, "--dose", "target"))
    assert (whole["sets"], whole["reps"], whole["hold_seconds"]) == (33, 200, 705.0)
    both = answer(run("plan", "--json", "--database", demo, "--dose", "target", "--side", "both"))
    assert (both["sets"], both["reps"], both["hold_seconds"]) == (36, 200, 750.0)


DAYS = ["0001-01-01", "2026-03-02", "9999-12-31"]


@pytest.mark.parametrize("day", DAYS)
def test_any_date_of_a_history_can_be_asked_about(run: Run, demo: Path, day: str) -> None:
    with Store.open(demo, read_only=True) as store:
        course = store.courses.current()
    assert course
    words = ["plan", "--date", day, "--database", str(demo)]
    expected = (date.fromisoformat(day) - course.plan.started_on).days + 1
    assert answer(run(*words, "--json"))["day"] == expected
    assert run(*words).out.splitlines()[0].endswith(f" {int(day[:4])}")


@pytest.mark.parametrize("day", DAYS)
def test_any_date_without_a_history_can_be_asked_about(run: Run, day: str) -> None:
    assert answer(run("plan", "--date", day, "--json"))["sets"] == 36
    assert run("plan", "--date", day).out.splitlines()[0].endswith(f" {int(day[:4])}")


# ---------------------------------------------------------------- status


def test_the_status_of_a_history(run: Run, demo: Path) -> None:
    found = answer(run("status", "--json", "--database", demo))
    assert list(found) == [
        "programme", "day", "days", "week", "affected", "planned_today", "last_session",
        "resumable", "weekdays", "paused_since", "pain_rule", "order", "chosen", "hurts",
        "skipped_then", "skipped", "problems", "demo",
    ]  # fmt: skip
    assert (found["programme"], found["day"], found["days"], found["week"]) == (
        "runners-knee", 37, 42, 6,
    )  # fmt: skip
    assert (found["affected"], found["planned_today"], found["demo"]) == ("left", True, True)
    assert [skipped["exercise"] for skipped in found["skipped"]] == ["step-up"]
    assert found["last_session"]["status"] == "ended"
    assert found["resumable"] is None


def test_the_status_for_people(run: Run, demo: Path) -> None:
    lines = run("status", "--database", demo).out.splitlines()
    assert lines[0] == "This is a made-up history, to look around in."
    assert lines[1].startswith("Runner's knee: day 37 of 42, week 6.")
    assert lines[-1].startswith("Step up: skipped since ")


def test_without_a_history_the_status_is_unknown(run: Run, own_home: Path) -> None:
    found = answer(run("status", "--json"))
    for name in ("problems", "skipped", "skipped_then", "hurts", "chosen", "order", "weekdays"):
        assert found.pop(name) == []
    assert found.pop("demo") is False
    assert set(found.values()) == {None}
    ran = run("status")
    assert (ran.code, ran.err) == (0, "")
    assert "There is no history" in ran.out
    assert "rehabtimer.db" in ran.out


# ---------------------------------------------------------------- nothing is changed


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_changes_nothing(run: Run, demo: Path, words: list[str]) -> None:
    before = digest(demo), sorted(demo.parent.iterdir()), demo.stat().st_mtime_ns
    assert run(*words, "--database", demo).code == 0
    assert (digest(demo), sorted(demo.parent.iterdir()), demo.stat().st_mtime_ns) == before


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_works_while_the_window_has_the_history(
    run: Run, demo: Path, tmp_path: Path, words: list[str]
) -> None:
    file = tmp_path / "open.db"
    file.write_bytes(demo.read_bytes())
    with Store.open(file):
        assert run(*words, "--database", file).code == 0


@pytest.mark.parametrize("words", [*READING, ["export", "x.json"]], ids=" ".join)
def test_reading_makes_nothing(
    run: Run, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run(*words)
    run(*words, "--database", tmp_path / "folder" / "missing.db")
    assert list(tmp_path.iterdir()) == []
    assert list(own_home.rglob("*")) == []


def unreadable(kind: str, demo: Path, folder: Path) -> Path:
    file = folder / f"{kind}.db"
    if kind == "folder":
        file.mkdir()
    elif kind == "garbage":
        file.write_bytes(b"no database at all" * 50)
    elif kind == "newer":
        file.write_bytes(demo.read_bytes())
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA user_version = 999")
        connection.close()
    elif kind == "stranger":
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE notes (text)")
        connection.close()
    elif kind == "cut":
        file.write_bytes(demo.read_bytes()[: 3 * 4096])
    else:
        return folder / ("x" * 300)
    return file


@pytest.mark.parametrize("kind", ["folder", "garbage", "newer", "stranger", "cut", "long name"])
@pytest.mark.parametrize("words", [["plan"], ["plan", "--json"], ["status"], ["status", "--json"]])
def test_what_cannot_be_read_gets_one_line(
    run: Run, demo: Path, tmp_path: Path, kind: str, words: list[str]
) -> None:
    file = unreadable(kind, demo, tmp_path)
    before = file.read_bytes() if kind not in ("folder", "long name") else b""
    ran = run(*words, "--database", file)
    assert ran.code == 2
    assert file.name[:20] in ran.complaint
    assert not before or file.read_bytes() == before


# ---------------------------------------------------------------- check


def test_a_healthy_history(run: Run, demo: Path) -> None:
    ran = run("check", "--database", demo)
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert "healthy" in ran.out


def test_a_damaged_history(run: Run, demo: Path, tmp_path: Path) -> None:
    file = damaged(demo, tmp_path / "damaged.db")
    before = digest(file)
    ran = run("check", "--database", file)
    assert (ran.code, ran.err, ran.out.count("\n")) == (1, "", 1)
    assert "damaged" in ran.out
    assert digest(file) == before


@pytest.mark.parametrize("kind", ["folder", "newer", "stranger", "long name"])
def test_what_cannot_be_judged(run: Run, demo: Path, tmp_path: Path, kind: str) -> None:
    ran = run("check", "--database", unreadable(kind, demo, tmp_path))
    assert ran.code == 2
    assert ran.complaint


def test_a_missing_history_cannot_be_judged(run: Run) -> None:
    ran = run("check")
    assert (ran.code, "no history" in ran.complaint) == (2, True)


# ---------------------------------------------------------------- export


def test_everything_is_exported(run: Run, demo: Path, tmp_path: Path) -> None:
    file, before = tmp_path / "all of it.json", digest(demo)
    ran = run("export", file, "--database", demo)
    assert (ran.code, ran.err) == (0, "")
    assert "all of it.json" in ran.out
    tables = json.loads(file.read_bytes())["tables"]
    with Store.open(demo, read_only=True) as store:
        sessions = store.history.sessions(None, date.max)
    assert [len(tables["courses"]), len(tables["sessions"])] == [1, len(sessions)]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert digest(demo) == before


def test_an_export_replaces_only_when_told(run: Run, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("mine")
    ran = run("export", file, "--database", demo)
    assert (ran.code, file.read_text()) == (2, "mine")
    assert "--force" in ran.complaint
    assert run("export", file, "--force", "--database", demo).code == 0
    assert json.loads(file.read_bytes())["format"] == "rehabtimer"


@pytest.mark.parametrize("name", ["x.xlsx", "x", "json", "x.json.bak", "x.jsonl", "x.db"])
def test_other_names_are_told_which_there_are(
    run: Run, demo: Path, tmp_path: Path, name: str
) -> None:
    ran = run("export", tmp_path / name, "--database", demo)
    assert ran.code == 2
    assert "ends in .json, .csv, .zip or .fhir.json." in ran.complaint
    assert list(tmp_path.iterdir()) == []


def test_an_export_does_not_eat_its_own_history(run: Run, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "history.json"
    file.write_bytes(demo.read_bytes())
    before = digest(file)
    assert run("export", file, "--force", "--database", file).code == 2
    assert digest(file) == before


@pytest.mark.parametrize("where", ["missing/x.json", "file.txt/x.json", "x" * 300 + ".json"])
def test_an_export_to_nowhere(run: Run, demo: Path, tmp_path: Path, where: str) -> None:
    (tmp_path / "file.txt").write_text("")
    ran = run("export", tmp_path / where, "--database", demo)
    assert ran.code == 2
    assert ran.complaint


def test_nothing_to_export(run: Run, tmp_path: Path) -> None:
    ran = run("export", tmp_path / "x.json")
    assert (ran.code, "no history" in ran.complaint) == (2, True)


# ---------------------------------------------------------------- demo


def test_a_demo_is_for_its_owner_and_says_how_to_open_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "look around.db"
    ran = run("demo", file, "--days", "3", "--seed", "7")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(f"rehabtimer --database '{file}'\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    found = answer(run("status", "--json", "--database", file))
    assert (found["day"], found["demo"]) == (3, True)


def test_a_demo_never_takes_the_place_of_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    file.write_text("mine")
    ran = run("demo", file)
    assert (ran.code, file.read_text()) == (2, "mine")
    assert "there already" in ran.complaint
    assert run("demo", tmp_path).code == 2
    (tmp_path / "link.db").symlink_to(tmp_path / "nowhere.db")
    assert run("demo", tmp_path / "link.db").code == 2
    assert not (tmp_path / "nowhere.db").exists()


@pytest.mark.parametrize("where", ["missing/x.db", "x" * 300])
def test_a_demo_to_nowhere(run: Run, tmp_path: Path, where: str) -> None:
    ran = run("demo", tmp_path / where)
    assert ran.code == 2
    assert "cannot be made" in ran.complaint


def test_a_demo_that_fails_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rehabtimer.demo.write", stop)
    assert run("demo", tmp_path / "x.db").code == 130
    assert list(tmp_path.iterdir()) == []


def test_the_same_seed_gives_the_same_demo(run: Run, tmp_path: Path) -> None:
    def exported(name: str, seed: int) -> dict[str, Any]:
        run("demo", tmp_path / f"{name}.db", "--days", "9", "--seed", str(seed))
        run("export", tmp_path / f"{name}.json", "--database", tmp_path / f"{name}.db")
        tables: dict[str, Any] = json.loads((tmp_path / f"{name}.json").read_bytes())["tables"]
        return {name: tables[name] for name in ("sessions", "sets", "pain", "courses")}

    assert exported("one", 5) == exported("two", 5) != exported("three", 6)
