"""Turns what SQLite and the disk refuse into one plain sentence with the file and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain
from rehabtimer.core.text import _


class MissingHistory(UserError):
    """There is no file of records yet; whoever only reads may go on without one."""


class NotSaved(UserError):
    """The file could not be written or locked now; the same may succeed later."""


class Unreadable(Exception):
    """A row holds what this program never writes; inside this room only."""


_PRIMARY: Final = 0xFF  # the lower byte of an error code; the rest says which kind


def shown(path: Path) -> str:
    """Return a path as it may stand in a sentence, with nothing invisible in it."""
    return plain(str(path))


def said(text: str, path: Path, **more: object) -> str:
    """Put a file into a sentence that has a place for `{file}`."""
    return text.format(file=shown(path), **more)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn refusals of SQLite inside the block into a UserError; bugs pass through as they are.

    Raises NotSaved for what may succeed later (locked, full, read-only), else UserError.
    """
    try:
        yield
    except (Unreadable, UnicodeDecodeError) as error:  # sqlite3 decodes a damaged schema as it is
        raise damaged(path) from error
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps the driver's error
        known = refusal(cause, path) if isinstance(cause, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error


def not_ours(path: Path) -> UserError:
    """Return the error for a file that is something else altogether."""
    return UserError(said(_("{file} is not a RehabTimer database; choose another file."), path))


def damaged(path: Path) -> UserError:
    """Return the error for a file whose content cannot be relied on."""
    return UserError(said(_("{file} is damaged; keep a copy of it, and restore a backup."), path))


def refusal(cause: sqlite3.Error, path: Path) -> UserError | None:
    """Return what a refusal of SQLite means to a person, or None if it can only be a bug."""
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:  # not SQLite's own: the driver found bytes that are no text
        return damaged(path) if "decode" in str(cause) else None
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return NotSaved(
            said(
                _(
                    "{file} was cut off while it was being written; open it once with RehabTimer, "
                    "which puts that right, and try again."
                ),
                path,
            )
        )
    primary = code & _PRIMARY
    if later := _cannot_grow(code) or _later(primary):
        return NotSaved(said(later, path))
    if primary == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    return not_ours(path) if primary == sqlite3.SQLITE_NOTADB else None


def _cannot_grow(code: int) -> str:
    """Return the sentence for a file that takes no more, or nothing; limits of its size are one."""
    if code != sqlite3.SQLITE_IOERR_WRITE:
        return ""
    return _(
        "{file} cannot grow any more; free some space, lift a limit on the size of files, "
        "or check the disk."
    )


def _later(code: int) -> str:
    """Return the sentence for what may succeed later, or nothing."""
    in_use = _("{file} is in use by another program; close that one and try again.")
    return {
        sqlite3.SQLITE_BUSY: in_use,
        sqlite3.SQLITE_LOCKED: in_use,
        sqlite3.SQLITE_READONLY: _(
            "{file} cannot be written; allow writing to it, or choose another file."
        ),
        sqlite3.SQLITE_FULL: _(
            "{file} cannot be written because the disk is full; free some space."
        ),
        sqlite3.SQLITE_IOERR: _(
            "{file} cannot be read or written because its disk reports an error; "
            "check the disk, and keep a copy of the file."
        ),
        sqlite3.SQLITE_CANTOPEN: _(
            "{file} cannot be opened; check that you may read and write the file and its folder."
        ),
    }.get(code, "")
