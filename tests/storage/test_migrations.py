import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from rehabtimer.core.errors import UserError
from rehabtimer.storage import migrations
from rehabtimer.storage.database import Database
from rehabtimer.storage.schema import SCHEMA_VERSION, TABLES
from rehabtimer.storage.tables import metadata
from tests.support.former_versions import AT


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: plain(sql) for name, sql in rows.fetchall()}


def plain(sql: str) -> str:
    """The same words, whatever the white space."""
    spaced = " ".join(sql.split())
    return spaced.replace("( ", "(").replace(" )", ")").replace(" ,", ",")


def test_there_is_one_step_a_version() -> None:
    assert len(migrations.STEPS) == SCHEMA_VERSION
    assert list(migrations.STEPS) == sorted(migrations.STEPS)


def test_the_migrated_tables_are_the_tables(database: Database) -> None:
    assert set(metadata.tables) == set(TABLES)
    with database.reading() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_migrated_rules_are_the_rules(database: Database) -> None:
    ideal = create_engine("sqlite://")
    metadata.create_all(ideal)
    raw = ideal.raw_connection()
    kept = sqlite3.connect(database.path)
    assert schema(kept) == schema(raw.driver_connection)  # type: ignore[arg-type]
    assert all("STRICT" in schema(kept)[name] for name in TABLES)
    kept.close()
    raw.close()
    ideal.dispose()


def test_an_ordinary_start_does_without_alembic(path: Path) -> None:
    Database.open(path).close()
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from rehabtimer.storage.store import Store\n"
        "Store.open(Path(sys.argv[1])).close()\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_a_step_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(connection: object, version: int) -> None:
        connection.exec_driver_sql("CREATE TABLE half (done TEXT) STRICT")  # type: ignore[attr-defined]
        raise ZeroDivisionError

    Database.open(path).close()
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("rehabtimer.storage.database.SCHEMA_VERSION", SCHEMA_VERSION + 1)
        patch.setattr(migrations, "upgrade", half)
        with pytest.raises(ZeroDivisionError):
            Database.open(path)
    assert path.read_bytes() == before
    Database.open(path).close()


def test_a_step_may_remake_a_table_that_others_point_to(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def remake(connection: object, version: int) -> None:
        assert version == SCHEMA_VERSION
        execute = connection.exec_driver_sql  # type: ignore[attr-defined]
        columns = (
            "id TEXT PRIMARY KEY, programme TEXT, begun_at TEXT, started_on TEXT, days INTEGER"
        )
        execute(f"CREATE TABLE fresh ({columns}) STRICT")
        execute("INSERT INTO fresh SELECT id, programme, begun_at, started_on, days FROM courses")
        execute("DROP TABLE courses")
        execute("ALTER TABLE fresh RENAME TO courses")

    with Database.open(path) as database, database.writing() as connection:
        execute = connection.exec_driver_sql
        execute(f"INSERT INTO courses VALUES ('c', 'p', '{AT}', '2026-03-02', 42, '', '{AT}')")
        execute("INSERT INTO plan_changes VALUES ('c', '2026-03-02', '135')")
    monkeypatch.setattr("rehabtimer.storage.database.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrations, "upgrade", remake)
    with Database.open(path) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM plan_changes").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA_VERSION + 1


def test_a_step_that_orphans_rows_is_undone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def orphan(connection: object, version: int) -> None:
        connection.exec_driver_sql("DELETE FROM courses")  # type: ignore[attr-defined]

    with Database.open(path) as database, database.writing() as connection:
        execute = connection.exec_driver_sql
        execute(f"INSERT INTO courses VALUES ('c', 'p', '{AT}', '2026-03-02', 42, '', '{AT}')")
        execute("INSERT INTO plan_changes VALUES ('c', '2026-03-02', '135')")
    before = path.read_bytes()
    monkeypatch.setattr("rehabtimer.storage.database.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrations, "upgrade", orphan)
    with pytest.raises(UserError, match="damaged"):
        Database.open(path)
    assert path.read_bytes() == before
