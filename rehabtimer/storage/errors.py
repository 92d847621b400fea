"""Turns what SQLite and the disk refuse into one plain sentence with the file and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain


class MissingHistory(UserError):
    """There is no file of records yet; whoever only reads may go on without one."""


class NotSaved(UserError):
    """The file could not be written or locked now; the same may succeed later."""


_PRIMARY: Final = 0xFF  # the lower byte of an error code; the rest says which kind
_LATER: Final = {
    sqlite3.SQLITE_BUSY: "{} is in use by another program; close that one and try again.",
    sqlite3.SQLITE_LOCKED: "{} is in use by another program; close that one and try again.",
    sqlite3.SQLITE_READONLY: "{} cannot be written; allow writing to it, or choose another file.",
    sqlite3.SQLITE_FULL: "{} cannot be written because the disk is full; free some space.",
    sqlite3.SQLITE_IOERR: "{} cannot be read or written because its disk reports an error; "
    "check the disk, and keep a copy of the file.",
    sqlite3.SQLITE_CANTOPEN: "{} cannot be opened; check that you may read and write the file "
    "and its folder.",
}
_NEVER: Final = {
    sqlite3.SQLITE_NOTADB: "{} is not a RehabTimer database; choose another file.",
    sqlite3.SQLITE_CORRUPT: "{} is damaged; keep a copy of it, and restore a backup.",
}
_CUT_OFF: Final = (
    "{} was cut off while it was being written; open it once with RehabTimer, "
    "which puts that right, and try again."
)


def shown(path: Path) -> str:
    """Return a path as it may stand in a sentence, with nothing invisible in it."""
    return plain(str(path))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn refusals of SQLite inside the block into a UserError; bugs pass through as they are.

    Raises NotSaved for what may succeed later (locked, full, read-only), else UserError.
    """
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps the driver's error
        refusal = _refusal(cause, path) if isinstance(cause, sqlite3.Error) else None
        if refusal is None:
            raise
        raise refusal from error


def _refusal(cause: sqlite3.Error, path: Path) -> UserError | None:
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return NotSaved(_CUT_OFF.format(shown(path)))
    primary = code & _PRIMARY
    if primary in _LATER:
        return NotSaved(_LATER[primary].format(shown(path)))
    if primary in _NEVER:
        return UserError(_NEVER[primary].format(shown(path)))
    return None
