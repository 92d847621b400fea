import os
import sqlite3
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.storage import engine
from rehabtimer.storage.database import Database
from rehabtimer.storage.errors import MissingHistory, NotSaved
from rehabtimer.storage.files import tighten
from rehabtimer.storage.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES

NOON = "2026-03-02T12:00:00.000000Z"


def set_something(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO preferences VALUES('a', '1', ?)", (NOON,))


def digest(folder: Path) -> dict[str, str]:
    """Every file below a folder, by what is in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(path: Path, *, read_only: bool = False) -> str:
    """The sentence with which a file is refused, and which names it."""
    with pytest.raises(UserError) as caught:
        Database.open(path, read_only=read_only)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def alter(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def make(path: Path) -> None:
    Database.open(path).close()


def test_a_new_file_has_every_table_and_our_marks(path: Path) -> None:
    make(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    strict = connection.execute("SELECT name FROM pragma_table_list WHERE strict").fetchall()
    assert {name for (name,) in strict} == set(TABLES)
    connection.close()
    assert path.read_bytes()[68:72] == b"RhbT"


@pytest.mark.parametrize(
    "pragma,value",
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),  # extra
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("busy_timeout", engine.PATIENCE_SECONDS * 1000),
        ("temp_store", 2),  # memory
    ],
)
def test_every_connection_is_set_up(database: Database, pragma: str, value: object) -> None:
    with database.reading() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_only_the_owner_can_look(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        path = tmp_path / "new" / "deep" / "r.db"
        make(path)
        assert mode(path) == 0o600
        assert mode(path.parent) == mode(path.parent.parent) == 0o700
        assert os.umask(0o022) == 0o022  # as it was
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_the_journal_of_a_change_is_as_private(database: Database) -> None:
    journal = database.path.with_name(database.path.name + "-journal")
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 1")
        assert mode(journal) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    make(path)
    path.chmod(0o644)
    make(path)
    assert mode(path) == 0o600


def test_rights_that_cannot_be_changed_are_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    make(path)
    path.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", refuse)
    tighten(path)
    assert mode(path) == 0o644


def test_tables_made_in_a_failed_change_are_gone(database: Database) -> None:
    def fail_halfway() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE half (done TEXT) STRICT")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with database.reading() as connection:
        assert not connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE name = 'half'"
        ).first()


def test_a_change_takes_the_lock_at_its_start(database: Database) -> None:
    other = sqlite3.connect(database.path, timeout=0, isolation_level=None)
    with database.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_who_only_reads_keeps_nobody_from_reading(database: Database) -> None:
    with (
        database.reading(),
        Database.open(database.path, read_only=True) as other,
        other.reading() as connection,
    ):
        assert connection.exec_driver_sql("SELECT count(*) FROM sets").scalar() == 0


def test_a_closed_file_can_be_locked_by_others(path: Path) -> None:
    database = Database.open(path)
    database.close()
    other = sqlite3.connect(path, timeout=0, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    other.close()


# What cannot be opened


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "content",
    [b"\x00\xff" * 4000, b"Dear diary, my knee hurts.\n" * 40, b"x", b"SQLite format 3\0", b"\0"],
    ids=["garbage", "text", "one byte", "magic only", "zero"],
)
def test_what_is_no_database_is_refused_and_left(
    tmp_path: Path, content: bytes, read_only: bool
) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    assert "not a RehabTimer database" in refused(path, read_only=read_only)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_database_is_refused_and_left(
    tmp_path: Path, journal: str, read_only: bool
) -> None:
    path = tmp_path / "theirs.db"
    alter(path, f"PRAGMA journal_mode = {journal}", "CREATE TABLE theirs (id INTEGER)")
    before = digest(tmp_path)
    assert "another program" in refused(path, read_only=read_only)
    assert digest(tmp_path) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_file_is_refused_and_left(path: Path, read_only: bool) -> None:
    make(path)
    alter(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = digest(path.parent)
    assert "newer RehabTimer" in refused(path, read_only=read_only)
    assert digest(path.parent) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_without_a_version_is_damaged(path: Path, read_only: bool) -> None:
    make(path)
    alter(path, "PRAGMA user_version = 0")
    assert "damaged" in refused(path, read_only=read_only)


def test_a_damaged_file_is_refused_and_left(path: Path) -> None:
    make(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xaa" * (len(whole) - 100))
    before = digest(path.parent)
    assert "damaged" in refused(path)
    assert digest(path.parent) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_no_file(tmp_path: Path, read_only: bool) -> None:
    assert "is a folder" in refused(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe in the file system")
def test_a_pipe_is_no_file(tmp_path: Path, read_only: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in refused(tmp_path / "pipe", read_only=read_only)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    path = tmp_path / "file" / "deeper" / "r.db"
    with pytest.raises(UserError, match="cannot be made; choose another place") as caught:
        Database.open(path)
    assert str(path.parent) in str(caught.value)
    assert digest(tmp_path).keys() == {str(tmp_path / "file")}


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "cannot be" in refused(tmp_path / ("x" * 300))


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_folder_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(UserError, match=r"/proc/\d+ cannot be written"):
        Database.open(Path("/proc/self/rehabtimer.db"))


def without(right: int) -> object:
    def access(_path: object, asked: int) -> bool:
        return not asked & right

    return access


@pytest.mark.parametrize(
    "right,read_only,word",
    [(os.W_OK, False, "written"), (os.R_OK, True, "read"), (os.R_OK, False, "written")],
)
def test_a_file_without_the_rights_is_refused_and_left(
    path: Path, monkeypatch: pytest.MonkeyPatch, right: int, read_only: bool, word: str
) -> None:
    make(path)
    before = digest(path.parent)
    monkeypatch.setattr(os, "access", without(right))  # nothing is forbidden to root
    with pytest.raises(UserError, match=f"cannot be {word}"):
        Database.open(path, read_only=read_only)
    assert digest(path.parent) == before


def test_a_file_that_cannot_be_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    make(path)
    monkeypatch.setattr(Path, "open", fail)
    assert "cannot be read" in refused(path)


def test_a_file_that_is_in_use_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path)
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.05)
    for word in ("IMMEDIATE", "EXCLUSIVE"):
        other = sqlite3.connect(path, isolation_level=None)
        other.execute(f"BEGIN {word}")
        with pytest.raises(NotSaved, match="in use by another program"):
            Database.open(path)
        other.close()
    make(path)


def test_a_change_while_the_file_is_in_use_is_not_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.05)
    with Database.open(path) as database:
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM sets").fetchall()
        with pytest.raises(NotSaved, match="in use"):
            set_something(database)
        reader.close()
        set_something(database)  # once it is free again


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the system")
def test_a_full_disk_is_said_and_what_was_there_stays(path: Path) -> None:
    make(path)
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from rehabtimer.storage.database import Database\n"
        "from rehabtimer.storage.errors import NotSaved\n"
        "from rehabtimer.storage.preferences import Preferences\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "path = Path(sys.argv[1])\n"
        "database = Database.open(path)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size,) * 2)\n"
        "try:\n"
        "    for number in range(1000):\n"
        "        Preferences(database)._write({f'key {number}': 'x' * 500})\n"
        "except NotSaved as error:\n"
        "    print(number, error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )
    number, _, sentence = run.stdout.partition(" ")
    assert "disk" in sentence, run.stderr
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM preferences").fetchone() == (int(number),)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_mistakes_in_the_program_are_no_sentences(database: Database) -> None:
    with pytest.raises(Exception, match="no such table") as caught, database.reading() as view:
        view.exec_driver_sql("SELECT * FROM nowhere")
    assert not isinstance(caught.value, UserError)


def test_a_rule_that_is_broken_tells_no_values(database: Database) -> None:
    statement = "INSERT INTO preferences VALUES('a', ?, 'noon')"
    with pytest.raises(Exception, match="CHECK") as caught, database.writing() as connection:
        connection.exec_driver_sql(statement, ("secret",))
    assert not isinstance(caught.value, UserError)
    assert "secret" not in str(caught.value)


# Reading only


def test_reading_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "no" / "r.db"
    with pytest.raises(MissingHistory, match="no history"):
        Database.open(path, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_history_and_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(MissingHistory, match="no history"):
        Database.open(path, read_only=True)
    assert path.stat().st_size == 0


def test_an_older_file_is_not_brought_up_to_date_by_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(path)
    monkeypatch.setattr("rehabtimer.storage.database.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    assert "older RehabTimer" in refused(path, read_only=True)


def test_reading_cannot_write(path: Path) -> None:
    make(path)
    before = digest(path.parent)
    with (
        Database.open(path, read_only=True) as database,
        pytest.raises(NotSaved, match="cannot be written"),
        database.writing() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM sets")
    assert digest(path.parent) == before


def test_names_with_signs_of_addresses_work(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1? knee's ä.db"
    make(path)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    Database.open(path, read_only=True).close()
