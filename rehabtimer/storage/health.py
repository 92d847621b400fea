"""Looks a file of records over, without SQLAlchemy and without writing anything."""

import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.errors import refusal, said
from rehabtimer.storage.files import find
from rehabtimer.storage.identity import Identity, check_admissible, look
from rehabtimer.storage.schema import SCHEMA_VERSION, TABLES

_PATIENCE_SECONDS = 5.0
_NO_ANSWER: Final = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
)
_BAD_JSON = (
    "SELECT 1 FROM sessions WHERE NOT json_valid(prescription)"
    " UNION ALL SELECT 1 FROM preferences WHERE NOT json_valid(value)"
)


class Verdict(StrEnum):
    """What can be said of a file."""

    HEALTHY = "healthy"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"  # it is not there, cannot be read, or is not ours to judge


class Health(NamedTuple):
    """A verdict, and one plain sentence about it."""

    verdict: Verdict
    reason: str


def check(path: Path) -> Health:
    """Check every page, rule and reference of a file; nothing is written, not even a journal."""
    path = path.absolute()
    try:
        find(path)
        identity = look(path)
        if identity is None:
            return _look_inside(path)
        return _judge(path, identity) or _look_inside(path)
    except UserError as error:
        return Health(Verdict.UNKNOWN, str(error))
    except OSError:
        return Health(Verdict.UNKNOWN, said(_("{file} cannot be read; check the disk."), path))


def _judge(path: Path, identity: Identity) -> Health | None:
    """Judge by the header alone, where that is enough. Raises UserError for a stranger's file."""
    if identity.is_empty:
        return Health(Verdict.UNKNOWN, said(_("{file} is empty; nothing is kept in it yet."), path))
    if not identity.is_database:
        return _damaged(path, _("it does not begin as a database does"))
    if identity.is_ours and identity.version < 1:
        return _damaged(path, _("it does not say which version wrote it"))
    check_admissible(path, identity)
    return None


def _look_inside(path: Path) -> Health:
    try:
        with closing(_copy(path)) as copy:
            fault = _first_fault(copy)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _NO_ANSWER:
            return Health(Verdict.UNKNOWN, str(refusal(error, path)))
        fault = str(error)
    except UnicodeDecodeError:
        fault = _("its schema is no text")
    return (
        _damaged(path, fault)
        if fault
        else Health(Verdict.HEALTHY, said(_("{file} is healthy."), path))
    )


def _copy(path: Path) -> sqlite3.Connection:
    """Return the file's pages as they are, in memory.

    SQLite passes over CHECK rules in a file that it may not write, and a check should not be able
    to write.
    """
    address = f"{path.as_uri()}?mode=ro"
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS)) as file:
            file.execute("BEGIN")
            file.execute("SELECT 1 FROM sqlite_schema")  # waits for a lock; the copying would not
            file.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _first_fault(connection: sqlite3.Connection) -> str:
    """Return SQLite's words for the first thing that is wrong, or nothing."""
    connection.execute("PRAGMA trusted_schema = OFF")
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        return " ".join(str(found).split())
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return _("a row belongs to one that is not there")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if version == SCHEMA_VERSION and not names.issuperset(TABLES):
        return _("a table is missing")
    return _("a value cannot be read") if connection.execute(_BAD_JSON).fetchone() else ""


def _damaged(path: Path, fault: str) -> Health:
    text = _("{file} is damaged ({fault}); keep a copy of it, and restore a backup.")
    return Health(Verdict.DAMAGED, said(text, path, fault=fault))
