"""A copy of everything from before an import, and the way back to it.

Rows are copied into a private file beside the history, as SQLite does it; the exercises and
programmes of one's own are remembered.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, text

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.database import Database
from rehabtimer.storage.engine import PATIENCE_SECONDS
from rehabtimer.storage.errors import naming, said
from rehabtimer.storage.files import private
from rehabtimer.storage.own_files import change_files
from rehabtimer.storage.schema import TABLES


class _Text(NamedTuple):
    """A file of one's own, and when it was written, in nanoseconds."""

    data: bytes
    written: int


class Copy:
    """Everything as it was at one moment; there is one such file beside a history, at most."""

    def __init__(self, database: Path, own: Path) -> None:
        """Copy a history and the folder of one's own files, under a name that is not final yet.

        Raises UserError, one sentence, where that cannot be done; then there is no copy.
        """
        self._database, self._own = database, own
        self._file = _part(database)
        self._texts = _texts_in(own)
        try:
            with naming(database), private():
                self._file.unlink(missing_ok=True)
                self._file.touch(0o600)
                _copy(database, self._file)
        except OSError as error:
            self._file.unlink(missing_ok=True)
            sentence = _("No copy can be made beside {file}; free some space, and try again.")
            raise UserError(said(sentence, database)) from error
        except BaseException:
            self.remove()
            raise

    def keep(self) -> None:
        """Let the copy take the place of the one from before an earlier import."""
        kept = copy_beside(self._database)
        self._file.replace(kept)
        self._file = kept

    def remove(self) -> None:
        """Take the copy away."""
        for remains in (self._file, self._file.with_name(f"{self._file.name}-journal")):
            remains.unlink(missing_ok=True)

    def put_back(self, database: Database) -> None:
        """Put everything back as it was, all of it or nothing.

        Whatever was read before is to be read again. Raises UserError, one sentence.
        """
        now = _texts_in(self._own)
        _change(now, self._texts)
        try:
            with database.writing_beside(self._file) as connection:
                _replace_rows(connection)
        except BaseException:
            _change(self._texts, now)
            raise


def copy_beside(database: Path) -> Path:
    """Return where the copy of a history from before an import is."""
    return database.with_name(f"{database.name}.before-import")


def _part(database: Path) -> Path:
    return database.with_name(f"{database.name}.before-import.part")


def _copy(database: Path, file: Path) -> None:
    address = f"{database.as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS)) as source,
        closing(sqlite3.connect(file, isolation_level=None)) as target,
    ):
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_schema")  # waits for a lock; the copying would not
        source.backup(target)


def _replace_rows(connection: Connection) -> None:
    """Empty every table, those that others refer to last, and fill it from the copy."""
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for table in reversed(TABLES):
        connection.execute(text(f"DELETE FROM main.{table}"))  # noqa: S608 - names of ours
    for table in TABLES:
        rows = f"INSERT INTO main.{table} SELECT * FROM beside.{table}"  # noqa: S608
        connection.execute(text(rows))


def _texts_in(own: Path) -> dict[Path, _Text]:
    try:
        files = [path for path in own.rglob("*.toml") if path.is_file()]
        return {path: _Text(path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    except OSError as error:
        sentence = _("{file} cannot be looked into; allow reading that folder.")
        raise UserError(said(sentence, own)) from error


def _change(now: dict[Path, _Text], wanted: dict[Path, _Text]) -> None:
    """Come from one state to another, with the times of writing; what is the same stays."""
    changes: dict[Path, bytes | None] = dict.fromkeys(now.keys() - wanted.keys())
    again = {path: file for path, file in wanted.items() if now.get(path) != file}
    change_files(changes | {path: file.data for path, file in again.items()})
    for path, file in again.items():
        os.utime(path, ns=(file.written, file.written))
