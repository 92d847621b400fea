"""Rows as CSV (RFC 4180) that spreadsheets open as they are, and run nothing of.

A spreadsheet takes a cell for a formula if it begins with one of a few signs. Such a text gets an
apostrophe before it; so does a text that begins with one already, so that every text comes back.
Who opens the file with other separators than commas begins a cell within a text, behind each of
those and each line end: there it is the same. `as_it_was` takes all of that away again. Plain
numbers stay as they are.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rehabtimer.presenters.trends_table import Table

BYTE_ORDER_MARK: Final = "\ufeff"
"""Begins a file, so that spreadsheets take it for UTF-8."""

_SIGNS: Final = "=+-@\uff1d\uff0b\uff0d\uff20"  # the latter four as wide as a letter of Chinese
_BLANKS: Final = "\t\r\n"
# Where a cell begins for somebody else: a sign behind blanks and quotes, and behind apostrophes
# that were there before.
_WITHIN: Final = re.compile(rf"(?<=[;\t\r\n])(?='*(?:[^\S;\t\r\n]|\")*[{re.escape(_SIGNS)}])")
_GUARD_WITHIN: Final = re.compile(rf"{_WITHIN.pattern}'")
_HARMLESS: Final = re.compile(r"\w[\w.:-]*")  # ids, dates, words: nearly all texts
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")

Cell = str | int | float | None


def csv_text(table: Table) -> str:
    """Return a table as the text of a file, with its heads in the first line."""
    return "".join(csv_lines((table.head, *table.rows)))


def csv_lines(rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """Yield the text of a file line by line, the byte order mark first; None is an empty cell."""
    mark = BYTE_ORDER_MARK
    for row in rows:
        yield f"{mark}{','.join(map(_field, row))}\r\n"
        mark = ""


def defused(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs, whatever it takes for separators."""
    within = _WITHIN.sub("'", text)
    return f"'{within}" if _needs_guard(text) else within


def as_it_was(cell: str) -> str:
    """Return the text of a cell that `defused` made."""
    return _GUARD_WITHIN.sub("", cell.removeprefix("'"))


def _field(cell: Cell) -> str:
    """Return a cell as it stands in a line; every text is in quotes."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        if _HARMLESS.fullmatch(cell):
            return f'"{cell}"'
        return '"' + defused(cell).replace('"', '""') + '"'
    return str(cell)


def _needs_guard(text: str) -> bool:
    if text.startswith("'"):
        return True
    runs = text[:1] in _BLANKS or text.lstrip()[:1] in _SIGNS
    return bool(text) and runs and not _NUMBER.fullmatch(text)
