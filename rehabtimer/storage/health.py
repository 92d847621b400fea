"""Looks a file of records over, without SQLAlchemy and without writing anything."""

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from rehabtimer.core.errors import UserError
from rehabtimer.storage.errors import naming, shown
from rehabtimer.storage.files import find
from rehabtimer.storage.identity import check_admissible, look
from rehabtimer.storage.schema import TABLES

_WORST_FAULTS: Final = 1  # the check may stop at the first
_BROKEN: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


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
        with naming(path):
            return _check_identity(path) or _check_inside(path)
    except UserError as error:
        broken = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF in _BROKEN
        return Health(Verdict.DAMAGED if broken else Verdict.UNKNOWN, str(error))
    except (sqlite3.Error, OSError, ValueError) as error:
        ...
