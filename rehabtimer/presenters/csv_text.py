"""Rows as CSV (RFC 4180) that spreadsheets open as they are, and run nothing of.

A spreadsheet takes a cell for a formula if it begins with one of a few signs. Such a text gets an
apostrophe before it, which `as_it_was` takes away again; so does a text that begins with one
already, so that every text comes back. Plain numbers stay as they are.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

from rehabtimer.presenters.trends_table import Table

BYTE_ORDER_MARK: Final = "\ufeff"
"""Begins a file, so that spreadsheets take it for UTF-8."""

_SIGNS: Final = "=+-@\uff1d\uff0b\uff0d\uff20"  # the latter four as wide as a letter of Chinese
_BLANKS: Final = "\t\r\n"
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")

Cell = str | int | float | None


def csv_text(table: Table) -> str:
    """Return a table as the text of a file, with its heads in the first line."""
    return "".join(csv_lines((table.head, *table.rows)))


def csv_lines(rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """Yield the text of a file line by line, the byte order mark first; None is an empty cell."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    line.write(BYTE_ORDER_MARK)
    for row in rows:
        writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def defused(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs."""
    return f"'{text}" if _needs_guard(text) else text


def as_it_was(cell: str) -> str:
    """Return the text of a cell that `defused` made."""
    return cell.removeprefix("'")


def _needs_guard(text: str) -> bool:
    if text.startswith("'"):
        return True
    runs = text[:1] in _BLANKS or text.lstrip()[:1] in _SIGNS
    return bool(text) and runs and not _NUMBER.fullmatch(text)
