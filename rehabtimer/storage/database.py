"""One open file of records: how it is admitted, and how it is written and read."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.paths import real
from rehabtimer.storage.engine import (
    WHEN_WRITING,
    driver_connection,
    make_engine,
    pragmas,
    reading,
)
from rehabtimer.storage.errors import MissingHistory, damaged, naming, said
from rehabtimer.storage.files import find, prepare, tighten
from rehabtimer.storage.identity import Identity, check_admissible, look
from rehabtimer.storage.latest import Latest
from rehabtimer.storage.schema import APPLICATION_ID, SCHEMA_VERSION


class Database:
    """One connection to one file, for the thread that opened it."""

    def __init__(self, path: Path, *, read_only: bool, now: Callable[[], datetime]) -> None:
        """Use `open`; this neither checks the file nor makes one."""
        self.path = path
        self.read_only = read_only
        self._now = now
        self._writer = make_engine(path, read_only=read_only)
        self._reader = reading(self._writer)
        self._latest: Latest | None = None

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, now: Callable[[], datetime] | None = None
    ) -> "Database":
        """Open a file of records; unless `read_only`, make it and its folder if need be.

        `now` is an aware moment, and tells when rows are written; the system's, unless it is given.

        Raises UserError, one sentence, and leaves the file as it is: MissingHistory where there is
        nothing to read, NotSaved where it is locked or cannot be written.
        """
        path = real(path)
        with naming(path):
            (find if read_only else prepare)(path)
            _check_header(path)
            database = cls(path, read_only=read_only, now=now or _system_now)
            try:
                database._admit()
            except BaseException:
                database.close()
                raise
        return database

    def moment(self) -> str:
        """Return the present moment as rows have it, after all that was written before."""
        if self._latest is None:
            self._latest = Latest(driver_connection(self._writer))
        return self._latest.after_all(self._now())

    @property
    def rows_written(self) -> int:
        """How many rows were added, changed or deleted since the file was opened."""
        return driver_connection(self._writer).total_changes

    def close(self) -> None:
        """Close the file; what was not committed is rolled back."""
        self._writer.dispose()

    def writing(self) -> AbstractContextManager[Connection]:
        """Hold the one transaction of a change: all of it is on disk at the end, or none.

        Raises NotSaved if it is not: locked, full, read-only, a broken disk.
        """
        return self._transaction(self._writer)

    def reading(self) -> AbstractContextManager[Connection]:
        """Hold a view of the file that does not change while others write."""
        return self._transaction(self._reader)

    @contextmanager
    def writing_beside(self, other: Path) -> Iterator[Connection]:
        """Hold the one transaction of a change that reads another file, too, as schema `beside`."""
        with naming(other):
            pragmas(self._writer, (f"ATTACH {_quoted(f'{other.as_uri()}?mode=ro')} AS beside",))
        try:
            with self.writing() as connection:
                yield connection
        finally:
            pragmas(self._writer, ("DETACH beside",))

    def __enter__(self) -> "Database":
        """Use the database in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close at the end of the block."""
        self.close()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with naming(self.path), engine.begin() as connection:
            yield connection

    def _admit(self) -> None:
        """Check again through SQLite, which has rolled back by now what was cut off."""
        with self._reader.begin() as connection:
            identity = _identity(connection)
        check_admissible(self.path, identity)
        if self.read_only:
            _check_readable(self.path, identity)
            return
        pragmas(self._writer, WHEN_WRITING)
        if identity.version < SCHEMA_VERSION:
            self._migrate()
        else:
            with self._writer.begin():
                pass  # the lock can be had, so the file can be written
        tighten(self.path)

    def _migrate(self) -> None:
        """Bring the tables to this program's version in one transaction, or leave them be."""
        from rehabtimer.storage.migrations import upgrade  # loads Alembic

        # Tables that are remade must not take their children with them.
        pragmas(self._writer, ("PRAGMA foreign_keys = OFF",))
        with self._writer.begin() as connection:
            upgrade(connection, _identity(connection).version)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise damaged(self.path)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        pragmas(self._writer, ("PRAGMA foreign_keys = ON",))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _system_now() -> datetime:
    return datetime.now(UTC)


def _check_header(path: Path) -> None:
    try:
        identity = look(path)
    except OSError as error:
        raise UserError(said(_("{file} cannot be read; choose another file."), path)) from error
    if identity is not None:
        check_admissible(path, identity)


def _check_readable(path: Path, identity: Identity) -> None:
    if identity.is_empty:
        raise MissingHistory(said(_("There is no history in {file} yet."), path))
    if identity.version < SCHEMA_VERSION:
        text = _(
            "{file} was written by an older RehabTimer; open it once with the window, "
            "which brings it up to date, and try again."
        )
        raise UserError(said(text, path))


def _identity(connection: Connection) -> Identity:
    def number(pragma: str) -> int:
        return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())

    return Identity(
        is_database=True,
        application=number("application_id"),
        version=number("user_version"),
        is_empty=number("page_count") == 0,
    )
