"""Writes what a merge has found, in a transaction that is not its own; or does not write at all."""

import sqlite3
from functools import cache
from typing import Final

from rehabtimer.storage.merge_units import FOLLOWED, Kind, Unit
from rehabtimer.storage.tables import metadata

_GRAVE: Final = (
    "INSERT INTO deletions (kind, id, at) VALUES (?, ?, ?)"
    " ON CONFLICT (kind, id) DO UPDATE SET at = excluded.at"
)
_CUT: Final = {  # what belonged to it, and was not written since
    "sessions": (
        "UPDATE pain SET session = NULL WHERE session = ? AND updated_at < ?",
        "UPDATE skips SET session = NULL WHERE session = ? AND updated_at < ?",
    ),
    "workouts": ("DELETE FROM pain WHERE workout = ? AND updated_at < ?",),
}


class NoChanges:
    """Looks on."""

    def clear(self) -> None:
        """Leave everything as it is."""

    def bury(self, kind: str, identity: str, at: str, *, gone: bool) -> None:
        """Leave it as it is."""

    def put(self, unit: Unit) -> None:
        """Leave it as it is."""


class Writing:
    """Writes into the history that is open."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Write through a connection that has a transaction."""
        self._raw = raw

    def clear(self) -> None:
        """Delete courses, with what belongs to them."""
        for table in reversed(FOLLOWED):
            self._raw.execute(f"DELETE FROM {table}")  # noqa: S608 - only names of ours

    def bury(self, kind: str, identity: str, at: str, *, gone: bool) -> None:
        """Remember something as deleted; it is `gone` unless another copy of it takes its place.

        A course is deleted for good: its id is never given away again.
        """
        self._raw.execute(_GRAVE, (kind, identity, at))
        for statement in _CUT.get(kind, ()):
            self._raw.execute(statement, (identity, at))
        if kind == "courses":
            self._raw.execute("DELETE FROM courses WHERE id = ?", (identity,))
        elif gone:
            column = "course || '/' || exercise" if kind == "choices" else "id"
            statement = f"DELETE FROM {kind} WHERE {column} = ? AND updated_at < ?"  # noqa: S608
            self._raw.execute(statement, (identity, at))

    def put(self, unit: Unit) -> None:
        """Keep a unit in place of the one with its key."""
        kind = unit.kind
        self._raw.execute(_upsert(kind), unit.head)
        for (table, link), rows in zip(kind.parts, unit.parts, strict=True):
            self._raw.execute(f"DELETE FROM {table} WHERE {link} = ?", unit.key)  # noqa: S608
            if rows:
                marks = ", ".join("?" * len(metadata.tables[table].columns))
                self._raw.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


@cache
def _upsert(kind: Kind) -> str:
    """Return the statement; what belongs to the row in other tables stays."""
    names = ", ".join(f'"{name}"' for name in kind.columns)
    marks = ", ".join("?" * len(kind.columns))
    keys = ", ".join(f'"{name}"' for name in kind.key)
    newer = ", ".join(
        f'"{name}" = excluded."{name}"' for name in kind.columns if name not in kind.key
    )
    return (
        f"INSERT INTO {kind.name} ({names}) VALUES ({marks})"  # noqa: S608
        f" ON CONFLICT ({keys}) DO UPDATE SET {newer}"
    )
