"""Writes everything that is kept into one JSON file (`docs/export.md` describes it)."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
from sqlalchemy import Connection, Row, Table, select

from rehabtimer import __version__
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.database import Database
from rehabtimer.storage.errors import said
from rehabtimer.storage.files import sync_folder
from rehabtimer.storage.moments import moment_text
from rehabtimer.storage.own_files import own_texts
from rehabtimer.storage.schema import TABLES
from rehabtimer.storage.tables import metadata

FORMAT: Final = "rehabtimer"
FORMAT_VERSION: Final = 2

_ROWS_AT_ONCE = 1000
_JSON_COLUMNS = {("sessions", "prescription"), ("preferences", "value")}


def export_json(
    database: Database, path: Path, now: datetime | None = None, own: Path | None = None
) -> None:
    """Write every table, sorted by key, as they stood at one moment; an older file is replaced.

    Beside them go the files of the user's own exercises and programmes, from the folder `own`.
    Only the owner can read the file. Raises UserError, one sentence, if it cannot be written; then
    nothing has changed.
    """
    path = _target(database, path)
    try:
        with _whole(path) as file, database.reading() as connection:
            file.writelines(_document(connection, now or datetime.now(UTC), own))
    except OSError as error:
        reason = (error.strerror or _("it cannot be written")).lower()
        text = _("{file} was not written ({reason}); choose another place, or free some space.")
        raise UserError(said(text, path, reason=reason)) from error


def _target(database: Database, path: Path) -> Path:
    """Follow links, so that what they point to is replaced; spare devices and the database."""
    try:
        path = path.resolve()
        if path.exists() and path.samefile(database.path):
            raise UserError(said(_("{file} is the database itself; choose another file."), path))
        if path.exists() and not path.is_file():
            raise UserError(said(_("{file} is not an ordinary file; choose another one."), path))
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise UserError(said(_("{file} cannot be reached; choose another file."), path)) from error
    return path


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """Write beside the target and rename at the end, so that nobody ever meets half a file."""
    handle, name = tempfile.mkstemp(prefix=".rehabtimer-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _document(connection: Connection, now: datetime, own: Path | None) -> Iterator[bytes]:
    head = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "exported_at": moment_text(now),
        "program": __version__,
    }
    yield msgspec.json.encode(head)[:-1] + b',\n"tables": {'
    for number, name in enumerate(TABLES):
        yield b"," * bool(number) + f'\n"{name}": ['.encode()
        yield from _rows(connection, metadata.tables[name])
        yield b"\n]"
    texts = own_texts(own) if own else {}
    yield b'\n},\n"files": ' + msgspec.json.encode(texts) + b"}\n"


def _rows(connection: Connection, table: Table) -> Iterator[bytes]:
    """Yield the rows of a table as JSON objects, a thousand at once."""
    names = [column.name for column in table.columns]
    nested = [n for n, name in enumerate(names) if (table.name, name) in _JSON_COLUMNS]
    query = select(table).order_by(*table.primary_key.columns)
    comma = b"\n"
    for rows in connection.execute(query).partitions(_ROWS_AT_ONCE):
        yield comma + b",\n".join(_object(names, nested, row) for row in rows)
        comma = b",\n"


def _object(names: list[str], nested: list[int], row: Row[tuple[object, ...]]) -> bytes:
    values: list[object] = list(row)
    for place in nested:
        values[place] = _inner(values[place])
    return msgspec.json.encode(dict(zip(names, values, strict=True)))


def _inner(text: object) -> object:
    """Return what a text of JSON holds; the text itself where it is none."""
    try:
        return json.loads(str(text))
    except ValueError:
        return text
