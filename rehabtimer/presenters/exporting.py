"""Writes what is kept into a file, of the kind that its name asks for."""

import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rehabtimer import paths
from rehabtimer.core.clock import SystemClock
from rehabtimer.core.errors import UserError
from rehabtimer.core.records import Stamp
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store


class FileKind(StrEnum):
    """How the name of a file ends, the longest first."""

    FHIR = ".fhir.json"
    JSON = ".json"
    CSV = ".csv"
    ZIP = ".zip"


class ChartWish(Struct, frozen=True):
    """Which chart's figures are wanted, and of which weeks: the words of the command line."""

    chart: str
    span: str = "programme"


def kind_of(file: Path, wish: ChartWish | None = None) -> FileKind:
    """Return the kind of a file by its name; UserError, one sentence, for any other name."""
    kind = next((kind for kind in FileKind if file.name.lower().endswith(kind)), None)
    if kind is None:
        text = _("{file} was not written: choose a name that ends in {kinds}.")
        raise UserError(text.format(file=quoted(file), kinds=_ends()))
    if wish is not None and kind is not FileKind.CSV:
        text = _("{file} was not written: the figures of a chart go into a .csv file.")
        raise UserError(text.format(file=quoted(file)))
    return kind


def export(
    database: Path,
    file: Path,
    *,
    replace: bool = False,
    now: datetime | None = None,
    wish: ChartWish | None = None,
) -> str:
    """Write what is kept into a file, and say so.

    `.json` and `.zip` have everything, `.fhir.json` has it for health records, `.csv` has a line a
    session, or the figures of the chart that is wished for. Raises UserError, one sentence, for
    another name, for a file that is there already unless it is to be replaced, and for a history
    that is missing or cannot be read.
    """
    kind = kind_of(file, wish)
    if os.path.lexists(file) and not replace:
        text = _("{file} is there already; choose another name, or add --force to replace it.")
        raise UserError(text.format(file=quoted(file)))
    from rehabtimer.storage.files import target_of
    from rehabtimer.storage.store import Store

    moment = now or SystemClock().now()
    with Store.open(database, read_only=True) as store:
        target = target_of(file, store.database.path)
        if wish is not None:
            return _write_chart(store, target, moment, wish)
        _write(kind, store, target, moment)
    return _SAID[kind]().format(file=quoted(file))


def _write(kind: FileKind, store: "Store", target: Path, now: datetime) -> None:
    own = paths.own_folder(store.database.path)
    if kind is FileKind.JSON:
        from rehabtimer.storage.transfer import export_json

        export_json(store.database, target, now, own)
    elif kind is FileKind.FHIR:
        from rehabtimer.presenters.fhir import write_fhir

        write_fhir(store, target, now)
    else:
        from rehabtimer.presenters.spreadsheets import write_sessions, write_tables

        if kind is FileKind.CSV:
            write_sessions(store.database, target)
        else:
            write_tables(store.database, own, target)


def _write_chart(store: "Store", target: Path, now: datetime, wish: ChartWish) -> str:
    from rehabtimer.presenters.chart_axis import Span
    from rehabtimer.presenters.chart_files import keep_figures
    from rehabtimer.presenters.chart_page import ChartKey
    from rehabtimer.presenters.trends import read_chart

    today = Stamp.of(now, store.preferences.settings().day_start).day
    page = read_chart(store, ChartKey(wish.chart), Span(wish.span), today)
    return keep_figures(target, page.data)


def _ends() -> str:
    """Return how names may end, the usual ones first."""
    ends = ", ".join((FileKind.JSON, FileKind.CSV, FileKind.ZIP))
    return _("{these} or {last}").format(these=ends, last=FileKind.FHIR.value)


_SAID = {
    FileKind.JSON: lambda: _("Everything was written to {file}."),
    FileKind.ZIP: lambda: _("Every table was written to {file}."),
    FileKind.CSV: lambda: _("The sessions were written to {file}, one a line."),
    FileKind.FHIR: lambda: _("Everything was written to {file}, for health records."),
}
