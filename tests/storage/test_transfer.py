import errno
import json
import os
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rehabtimer import __version__
from rehabtimer.core.errors import UserError
from rehabtimer.core.schedule import Pause
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.storage.courses import Courses
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.history import History
from rehabtimer.storage.preferences import Preferences
from rehabtimer.storage.schema import TABLES
from rehabtimer.storage.skips import Skips
from rehabtimer.storage.transfer import export_json
from rehabtimer.storage.workouts import TotalScores, Workouts
from tests.storage.test_courses import SHORT_CLAM, STEP_UP_OFF, course, current
from tests.storage.test_skips import skip
from tests.support.histories import DAY, begun, pain, stamp

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)

KEYS = {
    "plan_changes": ("course", "since"),
    "pauses": ("course", "since"),
    "choices": ("course", "exercise"),
    "sets": ("session", "exercise", "side", "set_number", "attempt"),
    "relievers": ("local_date",),
    "preferences": ("key",),
    "deletions": ("kind", "id"),
}


@pytest.fixture
def filled(database: Database) -> Database:
    history, diary = History(database), Diary(database)
    for score in range(4):
        record = begun(history)
        diary.add(replace(pain(score), session=record.id, note='"quoted" – ü\n\u2028'))
    begun_course = course(STEP_UP_OFF, SHORT_CLAM)
    Courses(database).begin(begun_course)
    for since in (DAY + timedelta(days=9), DAY):
        away = Pause(since=since, until=since + timedelta(days=2))
        kept = (*current(Courses(database)).plan.pauses, away)
        Courses(database).replace_pauses(begun_course.id, kept)
    for n in range(3):
        Skips(database).keep(skip(begun_course.id, days=n))
    Preferences(database).save(Settings(theme=Theme.DARK))
    Workouts(database).add(Workout(id="run", when=stamp(), sport=Sport.RUNNING, metres=5000))
    TotalScores(database).add(TotalScore(id="total", day=DAY, name="Questionnaire", value=80))
    diary.take_reliever(DAY, taken=True)
    diary.remove(diary.entries(DAY, DAY)[0].id)
    return database


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def rows_of(database: Database, table: str) -> list[dict[str, Any]]:
    connection = sqlite3.connect(database.path)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
    connection.close()
    column = {"sessions": "prescription", "preferences": "value"}.get(table)
    for row in rows if column else ():
        row[column] = json.loads(row[column])
    return rows


def test_an_export_holds_every_row_of_every_table(filled: Database, tmp_path: Path) -> None:
    export_json(filled, tmp_path / "all.json", NOW)
    found = read(tmp_path / "all.json")
    tables = found.pop("tables")
    assert found == {
        "format": "rehabtimer",
        "version": 3,
        "exported_at": "2026-03-02T12:00:00.000000Z",
        "program": __version__,
        "files": [],
    }
    assert list(tables) == list(TABLES)
    for name in TABLES:
        assert tables[name]
        assert sorted(tables[name], key=str) == sorted(rows_of(filled, name), key=str)


def test_an_export_of_nothing_is_whole(database: Database, tmp_path: Path) -> None:
    export_json(database, tmp_path / "all.json")
    assert read(tmp_path / "all.json")["tables"] == {name: [] for name in TABLES}


def test_the_same_history_gives_the_same_bytes(filled: Database, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        export_json(filled, tmp_path / name, NOW)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    for name, rows in read(tmp_path / "one.json")["tables"].items():
        keys = [tuple(row[column] for column in KEYS.get(name, ("id",))) for row in rows]
        assert keys == sorted(keys)


def test_an_export_works_beside_the_window(filled: Database, tmp_path: Path) -> None:
    with (
        Database.open(filled.path, read_only=True) as other,
        filled.writing() as connection,
    ):
        connection.exec_driver_sql("UPDATE sessions SET note = 'not yet'")
        export_json(other, tmp_path / "all.json")
    assert {row["note"] for row in read(tmp_path / "all.json")["tables"]["sessions"]} == {""}


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_only_the_owner_can_read_it(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text("older", encoding="utf-8")
    path.chmod(0o644)
    export_json(filled, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.glob("*") if p.is_file()] == ["all.json"]


def test_what_a_link_points_to_is_replaced(filled: Database, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "all.json")
    export_json(filled, tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert read(tmp_path / "all.json")


def refused(database: Database, path: Path) -> str:
    with pytest.raises(UserError) as caught:
        export_json(database, path)
    assert str(path.name) in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_database_itself_is_spared(filled: Database, tmp_path: Path) -> None:
    before = filled.path.read_bytes()
    (tmp_path / "link").symlink_to(filled.path)
    (tmp_path / "name").hardlink_to(filled.path)
    for name in ("link", "name"):
        with pytest.raises(UserError, match="the database itself"):
            export_json(filled, tmp_path / name)
    assert "the database itself" in refused(filled, filled.path)
    assert filled.path.read_bytes() == before


def test_places_that_cannot_be_written_are_refused(filled: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    before = sorted(tmp_path.rglob("*"))
    assert "not an ordinary file" in refused(filled, tmp_path)
    assert "cannot be reached" in refused(filled, tmp_path / "circle")
    for path in (tmp_path / "none" / "a.json", tmp_path / "file" / "a.json"):
        assert "was not written" in refused(filled, path) or "cannot be reached"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's device")
def test_devices_are_spared(filled: Database) -> None:
    assert "not an ordinary file" in refused(filled, Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_a_full_disk_leaves_what_was_there(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "all.json"
    path.write_text("older", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    assert "no space left" in refused(filled, path)
    assert path.read_text(encoding="utf-8") == "older"
    assert [p.name for p in tmp_path.glob("*") if p.is_file()] == ["all.json"]


def test_a_value_that_is_no_json_goes_as_text(filled: Database, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql("UPDATE preferences SET value = 'dark'")
    export_json(filled, tmp_path / "all.json")
    (row,) = read(tmp_path / "all.json")["tables"]["preferences"]
    assert row["value"] == "dark"


def test_own_exercises_go_along(filled: Database, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "exercises").mkdir(parents=True)
    (own / "exercises" / "bridge.toml").write_text('id = "bridge"\n', encoding="utf-8")
    (own / "notes.txt").write_text("no TOML", encoding="utf-8")
    (own / "exercises" / "Not An Id.toml").write_text("left out", encoding="utf-8")
    (own / "exercises" / "huge.toml").write_text("#" * 65_537, encoding="utf-8")
    os.utime(own / "exercises" / "bridge.toml", (1_772_452_800, 1_772_452_800))
    export_json(filled, tmp_path / "all.json", own=own)
    found = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert found["files"] == [
        {
            "path": "exercises/bridge.toml",
            "text": 'id = "bridge"\n',
            "updated_at": "2026-03-02T12:00:00.000000Z",
        }
    ]


def test_what_hides_in_a_note_stays_at_home(filled: Database, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql("UPDATE sessions SET note = 'a\x07b\u202ec\td\ne'")
    export_json(filled, tmp_path / "all.json")
    assert {row["note"] for row in read(tmp_path / "all.json")["tables"]["sessions"]} == {
        "abc\td\ne"
    }


def test_a_name_stays_on_its_line(filled: Database, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql("UPDATE total_scores SET name = 'A\x85K\nP\u2028S'")
    export_json(filled, tmp_path / "all.json")
    assert [row["name"] for row in read(tmp_path / "all.json")["tables"]["total_scores"]] == [
        "AKPS"
    ]


def test_without_own_exercises_there_are_no_files(filled: Database, tmp_path: Path) -> None:
    export_json(filled, tmp_path / "all.json", own=tmp_path / "gone")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["files"] == []
