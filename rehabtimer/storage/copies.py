"""A copy of everything from before an import, and the way back to it.

Rows are copied into a private file beside the history, as SQLite does it; the exercises and
programmes of one's own go into a table of their own there. So the way back outlives the program.
"""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.paths import own_folder
from rehabtimer.storage.beside import sweep
from rehabtimer.storage.database import Database
from rehabtimer.storage.engine import PATIENCE_SECONDS
from rehabtimer.storage.errors import naming, said
from rehabtimer.storage.files import private
from rehabtimer.storage.own_files import change_files
from rehabtimer.storage.schema import SCHEMA_VERSION, TABLES
from rehabtimer.storage.spared import is_history

KEPT_FOR: Final = timedelta(days=7)
"""How long the copy stays where it was not taken away; then the next start does."""

_TEXTS: Final = "before_import_files"


class OwnText(NamedTuple):
    """A file of one's own, and when it was written, in nanoseconds."""

    data: bytes
    written: int


class Copy:
    """Everything as it was at one moment; there is one such file beside a history, at most."""

    def __init__(self, database: Path, own: Path, found: dict[Path, OwnText] | None = None) -> None:
        """Copy a history and the folder of one's own files, under a name that is not final yet.

        With the files that were `found` in it, it is the one that is there already. Raises
        UserError, one sentence, where that cannot be done; then there is no copy.
        """
        self._database, self._own = database, own
        self._file = copy_beside(database) if found is not None else _part(database)
        self._texts = own_texts(own) if found is None else found
        if found is None:
            self._make()

    @classmethod
    def beside(cls, database: Path, own: Path) -> "Copy | None":
        """Return the copy that an import has left, or None where none can be gone back to."""
        file = copy_beside(database)
        texts = _texts_of(file, own) if is_history(file) else None
        return None if texts is None else cls(database, own, texts)

    @property
    def file(self) -> Path:
        """Where it is."""
        return self._file

    @property
    def is_kept(self) -> bool:
        """Whether it has its final name."""
        return self._file == copy_beside(self._database)

    @property
    def made_at(self) -> datetime:
        """The moment from which it is, in UTC."""
        return datetime.fromtimestamp(self._file.stat().st_mtime, UTC)

    def keep(self) -> None:
        """Let the copy take the place of the one from before an earlier import, if it can."""
        kept = copy_beside(self._database)
        with suppress(OSError):  # a window that starts meanwhile takes it for remains
            self._file.replace(kept)
            self._file = kept

    def remove(self) -> None:
        """Take the copy away."""
        for remains in (self._file, self._file.with_name(f"{self._file.name}-journal")):
            remains.unlink(missing_ok=True)

    def _make(self) -> None:
        try:
            with naming(self._database), private():
                self._file.unlink(missing_ok=True)
                self._file.touch(0o600)
                _copy(self._database, self._file, self._own, self._texts)
        except OSError as error:
            self._file.unlink(missing_ok=True)
            sentence = _("No copy can be made beside {file}; free some space, and try again.")
            raise UserError(said(sentence, self._database)) from error
        except BaseException:
            self.remove()
            raise

    def put_back(self, database: Database) -> None:
        """Put everything back as it was, all of it or nothing.

        Whatever was read before is to be read again. Raises UserError, one sentence.
        """
        now = own_texts(self._own)
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


def clear_up(database: Path, now: datetime) -> None:
    """Take away what a program that was killed has left, and a copy that has been there too long.

    It is for the window that has the history to itself.
    """
    part, kept = _part(database), copy_beside(database)
    with suppress(OSError):
        for remains in (part, part.with_name(f"{part.name}-journal")):
            remains.unlink(missing_ok=True)
        if kept.exists():
            age = now - datetime.fromtimestamp(kept.stat().st_mtime, UTC)
            if age > KEPT_FOR:
                kept.unlink()
    sweep(own_folder(database))


def _part(database: Path) -> Path:
    return database.with_name(f"{database.name}.before-import.part")


def _copy(database: Path, file: Path, own: Path, texts: Mapping[Path, OwnText]) -> None:
    address = f"{database.as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS)) as source,
        closing(sqlite3.connect(file, isolation_level=None)) as target,
    ):
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_schema")  # waits for a lock; the copying would not
        source.backup(target)
        target.execute("BEGIN")
        target.execute(f"CREATE TABLE {_TEXTS} (path TEXT PRIMARY KEY, data BLOB, written INTEGER)")
        rows = [(path.relative_to(own).as_posix(), *text) for path, text in texts.items()]
        target.executemany(f"INSERT INTO {_TEXTS} VALUES (?, ?, ?)", rows)  # noqa: S608
        target.execute("COMMIT")


def _texts_of(file: Path, own: Path) -> dict[Path, OwnText] | None:
    """Return the files of one's own in a copy; None for one of another version of the program."""
    query = f"SELECT path, data, written FROM {_TEXTS}"  # noqa: S608 - a name of ours
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as raw:
            (version,) = raw.execute("PRAGMA user_version").fetchone()
            if version != SCHEMA_VERSION:
                return None
            return {
                own / path: OwnText(data, written) for path, data, written in raw.execute(query)
            }
    except sqlite3.Error:
        return None


def _replace_rows(connection: Connection) -> None:
    """Empty every table, those that others refer to last, and fill it from the copy."""
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for table in reversed(TABLES):
        connection.execute(text(f"DELETE FROM main.{table}"))  # noqa: S608 - names of ours
    for table in TABLES:
        rows = f"INSERT INTO main.{table} SELECT * FROM beside.{table}"  # noqa: S608
        connection.execute(text(rows))


def own_texts(own: Path) -> dict[Path, OwnText]:
    """Return the files of one's own as they are; UserError, one sentence, where that fails."""
    try:
        files = [path for path in own.rglob("*.toml") if path.is_file()]
        return {path: OwnText(path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    except OSError as error:
        sentence = _("{file} cannot be looked into; allow reading that folder.")
        raise UserError(said(sentence, own)) from error


def _change(now: dict[Path, OwnText], wanted: dict[Path, OwnText]) -> None:
    """Come from one state to another, with the times of writing; what is the same stays."""
    changes: dict[Path, bytes | None] = dict.fromkeys(now.keys() - wanted.keys())
    again = {path: file for path, file in wanted.items() if now.get(path) != file}
    change_files(changes | {path: file.data for path, file in again.items()})
    for path, file in again.items():
        os.utime(path, ns=(file.written, file.written))
