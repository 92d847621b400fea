"""A copy of the tables in memory, for the rows of a file until it is known to be whole."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from rehabtimer.core.faults import Fault, shown
from rehabtimer.storage.counting import COUNT
from rehabtimer.storage.schema import TABLES
from rehabtimer.storage.tables import metadata

Values = tuple[Any, ...]

_REFERENCES: Final = (
    ("plan_changes", "course", "courses"),
    ("pauses", "course", "courses"),
    ("choices", "course", "courses"),
    ("sets", "session", "sessions"),
    ("pain", "session", "sessions"),
    ("pain", "workout", "workouts"),
    ("skips", "course", "courses"),
    ("skips", "session", "sessions"),
)


class Staging:
    """Takes rows table by table; nothing of it is ever on a disk."""

    def __init__(self) -> None:
        """Make empty tables."""
        self.raw = sqlite3.connect(":memory:", isolation_level=None)
        for statement in _tables():
            self.raw.execute(statement)
        self.raw.execute("BEGIN")

    def add(self, table: str, rows: Sequence[Values], first: int) -> None:
        """Add rows, of which the first has a number in its file.

        Raises Fault for a key that is there already, and for what no table of ours takes.
        """
        statement = _insertion(table)
        self.raw.execute("SAVEPOINT batch")
        try:
            self.raw.executemany(statement, rows)
        except (sqlite3.Error, UnicodeEncodeError, OverflowError):
            self.raw.execute("ROLLBACK TO batch")
            self._add_singly(table, rows, first)
        self.raw.execute("RELEASE batch")

    def check_references(self) -> None:
        """Raise Fault where a row belongs to something that is not in the file."""
        for table, column, target in _REFERENCES:
            query = (
                f'SELECT "{column}" FROM {table} WHERE "{column}" IS NOT NULL'  # noqa: S608
                f' AND NOT EXISTS (SELECT 1 FROM {target} WHERE id = "{column}") LIMIT 1'
            )
            found = self.raw.execute(query).fetchone()
            if found:
                text = f"{table}: {column} is {shown(found[0])}; expected an id among the {target}"
                raise Fault(f"{text} in this file.")

    def count(self) -> None:
        """Count the sets of each session, whatever the file says of them."""
        self.raw.execute(COUNT)

    def close(self) -> None:
        """Give the memory back."""
        self.raw.close()

    def _add_singly(self, table: str, rows: Iterable[Values], first: int) -> None:
        for number, row in enumerate(rows, first):
            try:
                self.raw.execute(_insertion(table), row)
            except sqlite3.IntegrityError as error:
                is_twice = "UNIQUE" in str(error)
                reason = "it is there twice" if is_twice else "its values do not go together"
                raise Fault(f"{table}, row {number}: {reason}; expected another.") from error
            except (sqlite3.Error, UnicodeEncodeError, OverflowError) as error:
                text = f"{table}, row {number}: it has a value that cannot be kept"
                raise Fault(f"{text}; expected text or a number.") from error


@cache
def _tables() -> tuple[str, ...]:
    dialect = sqlite.dialect()
    return tuple(
        str(CreateTable(metadata.tables[name]).compile(dialect=dialect)) for name in TABLES
    )


@cache
def _insertion(table: str) -> str:
    marks = ", ".join("?" * len(metadata.tables[table].columns))
    return f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - only names of ours
