"""Writes everything that is kept into one JSON file (`docs/export.md` describes it)."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Connection, Row, Table, select

from rehabtimer import __version__
from rehabtimer.storage.database import Database
from rehabtimer.storage.document_types import HIDDEN, UNSEEN
from rehabtimer.storage.files import target_of, whole_file
from rehabtimer.storage.moments import moment_text
from rehabtimer.storage.own_copies import own_copies
from rehabtimer.storage.schema import FORMAT, FORMAT_VERSION, TABLES
from rehabtimer.storage.tables import metadata

_ROWS_AT_ONCE: Final = 1000
_NESTED: Final = {("sessions", "prescription"), ("preferences", "value")}
_LEFT_OUT: Final = {"note": HIDDEN, "name": UNSEEN}  # of what a person has written


def export_json(
    database: Database, path: Path, now: datetime | None = None, own: Path | None = None
) -> None:
    """Write every table, sorted by key, as they stood at one moment; an older file is replaced.

    Beside them go the files of the user's own exercises and programmes, from the folder `own`.
    Only the owner can read the file. Raises UserError, one sentence, if it cannot be written; then
    nothing has changed.
    """
    path = target_of(path, database.path)
    with whole_file(path) as file, database.reading() as connection:
        file.writelines(export_lines(connection, now or datetime.now(UTC), own))


def export_lines(connection: Connection, now: datetime, own: Path | None) -> Iterator[bytes]:
    """Yield an export, some rows at once."""
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
    yield b'\n},\n"files": ['
    copies = own_copies(own) if own else []
    yield b",".join(b"\n" + msgspec.json.encode(copy._asdict()) for copy in copies)
    yield b"\n]}\n"


def _rows(connection: Connection, table: Table) -> Iterator[bytes]:
    """Yield the rows of a table as JSON objects, a thousand at once."""
    names = [column.name for column in table.columns]
    nested = [n for n, name in enumerate(names) if (table.name, name) in _NESTED]
    written = {n: _LEFT_OUT[name] for n, name in enumerate(names) if name in _LEFT_OUT}
    query = select(table).order_by(*table.primary_key.columns)
    comma = b"\n"
    for rows in connection.execute(query).partitions(_ROWS_AT_ONCE):
        yield comma + b",\n".join(_object(names, nested, written, row) for row in rows)
        comma = b",\n"


def _object(
    names: list[str],
    nested: list[int],
    written: dict[int, re.Pattern[str]],
    row: Row[tuple[object, ...]],
) -> bytes:
    values: list[object] = list(row)
    for place in nested:
        values[place] = _inner(values[place])
    for place, signs in written.items():
        if values[place]:
            values[place] = signs.sub("", str(values[place]))
    return msgspec.json.encode(dict(zip(names, values, strict=True)))


def _inner(text: object) -> object:
    """Return what a text of JSON holds; the text itself where it is none."""
    try:
        return json.loads(str(text))
    except ValueError:
        return text
