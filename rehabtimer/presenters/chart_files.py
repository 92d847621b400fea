"""Writes what a chart has to give into files, where the person wants them."""

from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.csv_text import csv_text
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.trends_table import Table
from rehabtimer.storage.own_files import write_file

PICTURES = ("png", "svg", "pdf")


def picture_kind(path: Path) -> str:
    """Return which of `PICTURES` a name asks for.

    Raises UserError, one sentence, for any other name.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in PICTURES:
        text = _("{file} was not written: choose a name that ends in .png, .svg or .pdf.")
        raise UserError(text.format(file=quoted(path)))
    return kind


def keep_picture(path: Path, data: bytes) -> str:
    """Write a picture, and say so; UserError, one sentence, where that fails."""
    write_file(path, data)
    return _("The picture was written to {file}.").format(file=quoted(path))


def keep_figures(path: Path, figures: Table) -> str:
    """Write the figures of a chart as CSV, and say so; UserError where that fails."""
    write_file(path, csv_text(figures).encode("utf-8"))
    return _("The figures were written to {file}.").format(file=quoted(path))


def keep_pages(path: Path, data: bytes) -> str:
    """Write a PDF of what would be printed, and say so; UserError where that fails."""
    write_file(path, data)
    return _("The pages were written to {file}.").format(file=quoted(path))
