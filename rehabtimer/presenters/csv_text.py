"""Tables as CSV that any spreadsheet opens, and none runs."""

import re
import unicodedata
from collections.abc import Iterable

from rehabtimer.presenters.trends_table import Table

MARK = "\ufeff"  # by which spreadsheets know UTF-8
_RUN = "=+-@\t\r"  # what a cell begins with that a spreadsheet would run
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def csv_text(table: Table) -> str:
    """Return a table as CSV after RFC 4180, the heads in its first row, and a mark before it.

    A cell that a spreadsheet would run gets an apostrophe in front.
    """
    return MARK + "".join(_line(cells) for cells in (table.head, *table.rows))


def _line(cells: Iterable[str]) -> str:
    return ",".join(_quoted(_defused(cell)) for cell in cells) + "\r\n"


def _defused(cell: str) -> str:
    """Full-width forms are run as well; a cell that has an apostrophe already gets another."""
    begins = unicodedata.normalize("NFKC", cell[:1])
    is_run = begins.startswith(tuple(_RUN + "'")) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_run else cell


def _quoted(cell: str) -> str:
    if not any(sign in cell for sign in ',"\r\n'):
        return cell
    return '"' + cell.replace('"', '""') + '"'
