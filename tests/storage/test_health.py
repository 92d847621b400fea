import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.storage import health
from rehabtimer.storage.courses import Courses
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.errors import MissingHistory
from rehabtimer.storage.health import Health, Verdict, check
from rehabtimer.storage.history import History
from rehabtimer.storage.preferences import Preferences
from rehabtimer.storage.schema import SCHEMA_VERSION
from tests.storage.test_courses import SHORT_CLAM, course
from tests.support.builders import ten_exercises
from tests.support.histories import begun, pain

FOREVER = date(9999, 12, 31)


@pytest.fixture
def filled(path: Path) -> Path:
    with Database.open(path) as database:
        for _ in range(3):
            begun(History(database), chosen=ten_exercises())
        Courses(database).begin(course(SHORT_CLAM))
        Diary(database).add(pain(3))
        Preferences(database).mark_demo()
    return path


def looked(path: Path) -> Health:
    """The verdict, reached without a trace."""
    before = files(path.parent)
    found = check(path)
    assert files(path.parent) == before
    assert found.reason.endswith(".")
    assert "\n" not in found.reason
    assert str(path) in found.reason
    return found


def files(folder: Path) -> dict[Path, str]:
    return {
        path: sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def alter(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_file_of_ours_is_healthy(filled: Path) -> None:
    assert looked(filled).verdict is Verdict.HEALTHY


def test_a_file_is_healthy_while_it_is_written(filled: Path) -> None:
    with Database.open(filled) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE sessions SET note = 'now'")
        assert check(filled).verdict is Verdict.HEALTHY


def test_what_is_not_there_cannot_be_told(tmp_path: Path) -> None:
    assert looked(tmp_path / "none.db").verdict is Verdict.UNKNOWN
    assert looked(tmp_path).verdict is Verdict.UNKNOWN
    (tmp_path / "file").touch()
    assert "empty" in looked(tmp_path / "file").reason
    assert looked(tmp_path / "file").verdict is Verdict.UNKNOWN
    assert looked(tmp_path / "file" / "deeper").verdict is Verdict.UNKNOWN
    assert looked(tmp_path / ("x" * 300)).verdict is Verdict.UNKNOWN


def test_what_cannot_be_read_cannot_be_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(health, "look", fail)
    assert looked(filled).verdict is Verdict.UNKNOWN


def test_a_newer_file_cannot_be_told(filled: Path) -> None:
    alter(filled, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    found = looked(filled)
    assert found.verdict is Verdict.UNKNOWN
    assert "newer" in found.reason


def test_a_strangers_file_cannot_be_told(tmp_path: Path) -> None:
    alter(tmp_path / "theirs.db", "CREATE TABLE theirs (id INTEGER)")
    assert looked(tmp_path / "theirs.db").verdict is Verdict.UNKNOWN


def test_a_file_in_use_cannot_be_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_PATIENCE_SECONDS", 0.05)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    found = check(filled)
    other.close()
    assert found.verdict is Verdict.UNKNOWN
    assert "in use" in found.reason


@pytest.mark.parametrize("content", [b"\x00\xff" * 4000, b"my knee hurts\n" * 99, b"SQLite", b"x"])
def test_what_is_no_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.db").write_bytes(content)
    assert looked(tmp_path / "r.db").verdict is Verdict.DAMAGED


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE pain"],
        ["PRAGMA user_version = 0"],
        ["PRAGMA foreign_keys = OFF", "DELETE FROM sessions"],
        ["PRAGMA ignore_check_constraints = ON", "UPDATE pain SET score = 11"],
        ["UPDATE sessions SET prescription = '{'"],
        ["UPDATE preferences SET value = 'tru'"],
    ],
)
def test_what_breaks_our_rules_is_damaged(filled: Path, statements: list[str]) -> None:
    alter(filled, *statements)
    assert looked(filled).verdict is Verdict.DAMAGED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs children that can be killed")
def test_a_schema_that_is_no_text_is_damaged(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content.replace(b"CREATE TABLE pain", b"CREATE TABLE pa\xffn"))
    assert check(filled).verdict is Verdict.DAMAGED
    with pytest.raises(UserError, match="is damaged"), Database.open(filled) as database:
        Diary(database).entries(None, FOREVER)


def test_what_was_cut_off_cannot_be_told_and_is_left(filled: Path) -> None:
    code = (
        "import os, signal, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 2')\n"
        "connection.execute('BEGIN')\n"
        "connection.execute('UPDATE sets SET reps = reps + 1')\n"
        "connection.execute('UPDATE sessions SET note = hex(zeroblob(9000))')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(filled)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert len(files(filled.parent)) == 2  # with its journal
    found = looked(filled)
    assert found.verdict is Verdict.UNKNOWN
    assert "cut off" in found.reason
    with pytest.raises(Exception, match="cut off") as caught:
        Database.open(filled, read_only=True)
    assert not isinstance(caught.value, MissingHistory)
    Database.open(filled).close()
    assert looked(filled).verdict is Verdict.HEALTHY


def test_any_damage_has_a_verdict_and_leaves_the_file(filled: Path) -> None:
    whole = filled.read_bytes()
    chance = random.Random(7)
    counts = dict.fromkeys(Verdict, 0)
    for number in range(150):
        broken = bytearray(whole)
        if number % 3 == 0:
            del broken[chance.randrange(len(whole)) :]
        else:
            most = 100 if number % 3 == 1 else len(whole)
            broken[chance.randrange(most)] ^= 1 << chance.randrange(8)
        filled.write_bytes(broken)
        counts[looked(filled).verdict] += 1
        use(filled)
        filled.write_bytes(whole)
    assert counts[Verdict.DAMAGED] > 50
    assert counts[Verdict.HEALTHY]  # bits that are nothing's


def use(path: Path) -> None:
    """Whatever is wrong with a file, people get a sentence."""
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    with suppress(UserError), Database.open(copy, read_only=True) as database:
        history = History(database)
        for record in history.sessions(None, FOREVER):
            history.sets(record.id)
        history.session_days(None, FOREVER)
        Diary(database).entries(None, FOREVER)
        Courses(database).current()
    copy.unlink()
