"""Files as former versions left them, with rows in every table that they had."""

import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from rehabtimer.storage import migrations
from rehabtimer.storage.schema import APPLICATION_ID

AT = "2026-03-02T17:25:00.000000Z"

# The last row of a table may have a smaller key than the first: the order is the person's own.
ROWS: dict[str, list[tuple[Any, ...]]] = {
    "courses": [
        ("old", 1, "runners-knee", "2026-01-05", 42),
        ("now", 2, "runners-knee", "2026-03-02", 42),
    ],
    "plan_changes": [("now", "2026-03-02", "1234567"), ("now", "2026-03-09", "135")],
    "choices": [
        ("now", "step-up", 0, "hurt", "2026-03-04", None, None, None),
        ("now", "wall-slide", 0, "stairs-hurt", "2026-03-02", None, None, None),
        ("now", "clam", 1, "", "", 1.5, 12, 1),
        ("now", "calf-stretch", 0, "hurt", "2026-03-05", 10.0, None, 2),
        ("now", "bridge", 0, "own-choice", "2026-03-03", None, None, None),
        ("now", "donkey-kick", 0, "", "", None, None, None),
        ("old", "step-up", 0, "own-choice", "2026-01-09", None, None, None),
    ],
    "sessions": [
        ("s2", "runners-knee", AT, 60, "2026-03-04", AT, AT, "left", '{"a": 1}', 7, 1.0, "ü – ’"),
        ("s1", "runners-knee", AT, -210, "2026-03-05", AT, None, "open", "{}", 0, 60.0, ""),
    ],
    "sets": [
        ("r1", "s2", 0, "step-up", "left", 1, 1, 1, 10, 6, 10.0, 6.0, "partial"),
        ("r2", "s2", 0, "step-up", "left", 1, 2, 1, 10, 10, 10.0, 10.0, "done"),
        ("r3", "s2", 1, "bridge", "both", 1, 1, 0, 1, 0, 15.0, 0.0, "skipped"),
        ("r4", "s1", 0, "clam", "right", 1, 1, 1, 12, 0, 18.0, 0.0, None),
    ],
    "pain": [
        ("p9", AT, 60, "2026-03-02", "left", 4, "during", "s2", "step-up", "left", 1, 6, ""),
        ("p1", AT, 60, "2026-03-02", "right", 0, "before", "s2", None, None, None, None, ""),
        ("p2", AT, 60, "2026-03-02", "left", 3, "after", "s2", None, None, None, None, "stiff"),
        ("p3", AT, 60, "2026-03-03", "left", 10, "morning", None, None, None, None, None, ""),
        ("p4", AT, 60, "2026-03-03", "left", 2, "extra", None, None, None, None, None, "stairs"),
        ("p5", AT.replace("-02T", "-04T"), 60, "2026-03-04", "left", 6, "during", "s2", "step-up",
         "left", 1, 3, ""),
        ("p6", AT, 60, "2026-03-02", "left", 1, "during", "s2", "bridge", "both", 1, 1, ""),
    ],
    "preferences": [("theme", '"dark"', AT), ("affected", '"left"', AT)],
}  # fmt: skip


# What came with the second version; the rest of its rows are those of the first, widened.
SECOND: dict[str, list[tuple[Any, ...]]] = {
    "courses": [
        ("old", 1, "runners-knee", "2026-03-02", 42, ""),
        ("now", 2, "runners-knee", "2026-03-02", 42, "clam bridge"),
    ],
    "plan_changes": ROWS["plan_changes"],
    "pauses": [("now", "2026-03-10", "2026-03-12"), ("now", "2026-03-20", None)],
    "choices": [
        ("now", "step-up", 0, "hurt", "2026-03-04", "2026-03-20", "", "low", "left", None, 8, None),
        ("now", "clam", 1, "", "", "", "2026-03-21", "", None, 1.5, 12, 1),
    ],
    "sessions": ROWS["sessions"],
    "sets": ROWS["sets"],
    "pain": [
        ("p9", AT, 60, "2026-03-02", "left", None, "during", "s2", "step-up", "left", 1, 6, "",
         1, 1, "skip-until-date", None),
        ("p1", AT, 60, "2026-03-02", "right", 0, "later", "s2", None, None, None, None, "stiff",
         0, 0, None, None),
        ("p4", AT, 60, "2026-03-03", "left", 2, "extra", None, None, None, None, None, "",
         0, 0, None, "stairs"),
    ],
    "skips": [
        ("k1", AT, 60, "2026-03-04", "now", "step-up", "left", 6, "hurt", "until", "s2",
         "2026-03-20", None),
        ("k2", AT, 60, "2026-03-02", "old", "bridge", None, None, "own-choice", "open", None,
         None, "2026-03-09"),
    ],
    "preferences": ROWS["preferences"],
}  # fmt: skip

FORMER = {1: ROWS, 2: SECOND}


def write_first_version(path: Path) -> None:
    """Write a file of the first version."""
    write_version(path, 1)


def write_version(path: Path, version: int) -> None:
    """Write a file of a former version, by the steps up to it alone."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            for step in migrations.STEPS[:version]:
                import_module(f"{migrations.__name__}.versions.{step}").upgrade()
        for table, rows in FORMER[version].items():
            marks = ", ".join("?" * len(rows[0]))
            for row in rows:
                connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", row)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    engine.dispose()
    path.chmod(0o600)


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of a file with its rows, in the order in which they were written."""
    with closing(sqlite3.connect(path)) as connection:
        named = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        names = [name for (name,) in connection.execute(named)]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def column(path: Path, table: str, *names: str) -> list[tuple[Any, ...]]:
    """The values of some columns, in the order in which the rows were written."""
    quoted = ", ".join(f'"{name}"' for name in names)
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {quoted} FROM {table}").fetchall()
