"""Writes what is kept for spreadsheets: a line a session, and every table (`docs/export.md`)."""

from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.presenters.csv_text import Cell, csv_lines
from rehabtimer.storage.database import Database
from rehabtimer.storage.files import whole_file
from rehabtimer.storage.own_files import own_texts
from rehabtimer.storage.schema import TABLES
from rehabtimer.storage.sheets import SheetSession, read_columns, read_rows, read_sheet

_MOMENTS: Final = (Moment.BEFORE, Moment.DURING, Moment.AFTER)
_KNEES: Final = (Side.LEFT, Side.RIGHT)
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)  # that a ZIP can tell; the same rows give the same bytes

SESSION_HEAD: Final = (
    "date",
    "start",
    "offset_minutes",
    "minutes",
    "status",
    "source",
    "planned_sets",
    "done_sets",
    "planned_reps",
    "done_reps",
    "planned_hold_seconds",
    "done_hold_seconds",
    *(f"pain_{moment}_{knee}" for moment in _MOMENTS for knee in _KNEES),
    "skipped_exercises",
    "note",
    "id",
)
"""The columns of the file with a line a session."""


def write_sessions(database: Database, path: Path) -> None:
    """Write a line for each session, the oldest first; UserError, one sentence, if it fails."""
    with whole_file(path) as file, database.reading() as connection:
        _write(file, (SESSION_HEAD, *map(_session_row, read_sheet(connection))))


def write_tables(database: Database, own: Path, path: Path) -> None:
    """Write a ZIP with a CSV for each table, and the files of one's own from the folder `own`.

    Raises UserError, one sentence, if it fails.
    """
    with (
        whole_file(path) as file,
        ZipFile(file, "w", ZIP_DEFLATED) as zipped,
        database.reading() as connection,
    ):
        _put(zipped, "README.txt", about_tables())
        for table in TABLES:
            with zipped.open(_entry(f"{table}.csv"), "w") as entry:
                _write(entry, _with_head(table, read_rows(connection, table)))
        for name, text in own_texts(own).items():
            _put(zipped, f"own/{name}", text)


def about_tables() -> str:
    """Return what stands beside the tables, for whoever opens them."""
    return _(
        "What RehabTimer keeps, one CSV file for each table.\n"
        "\n"
        "The files are UTF-8 with commas between; dates are written 2026-03-31, moments are UTC,\n"
        "and decimals have a point. offset is how many minutes local time was ahead of UTC.\n"
        "A text that a spreadsheet would run as a formula has an apostrophe before it, and so has\n"
        "a text that begins with one; it also stands within one, behind ; or a line end.\n"
        "The folder own has your own exercises and programmes.\n"
        "\n"
        "To keep everything, or to take it to another RehabTimer, export a .json file: these\n"
        "files are for looking at, and are not taken in again.\n"
    )


def _with_head(table: str, rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    yield read_columns(table)
    yield from rows


def _session_row(session: SheetSession) -> tuple[Cell, ...]:
    worst = (session.worst.get((moment, knee)) for moment in _MOMENTS for knee in _KNEES)
    return (
        session.started.day.isoformat(),
        f"{session.started.local:%H:%M:%S}",
        session.started.offset,
        session.minutes,
        session.status,
        session.source.value,
        *session.sums,
        *worst,
        " ".join(session.skipped),
        session.note,
        session.id,
    )


def _write(file: IO[bytes], rows: Iterable[tuple[Cell, ...]]) -> None:
    text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=False)
    text.writelines(csv_lines(rows))
    text.detach()


def _put(zipped: ZipFile, name: str, text: str) -> None:
    zipped.writestr(_entry(name), text.encode())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _OLDEST)
    entry.compress_type = ZIP_DEFLATED
    return entry
