"""Where a page of paper goes as a file: what is wrong with a name is said before any work."""

import os
from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.storage.files import target_of
from rehabtimer.storage.own_files import write_file


def check_target(file: Path, *, replace: bool = False) -> None:
    """Raise UserError, one sentence, for a name that no PDF can be written to.

    A file that is there already is none, unless it is to be replaced.
    """
    try:
        is_folder, is_there = file.is_dir(), os.path.lexists(file)
    except OSError as error:
        text = _("{file} cannot be reached; choose another file.")
        raise UserError(text.format(file=quoted(file))) from error
    if is_folder:
        text = _("{file} is a folder; name a file in it.")
    elif file.suffix.lower() != ".pdf":
        text = _("{file} was not written: choose a name that ends in .pdf.")
    elif is_there and not replace:
        text = _("{file} is there already; choose another name, or add --force to replace it.")
    else:
        target_of(file)
        return
    raise UserError(text.format(file=quoted(file)))


def write_pdf(file: Path, data: bytes) -> str:
    """Write a PDF, whole or not at all, and say so; UserError, one sentence, where that fails."""
    check_target(file, replace=True)
    write_file(file, data)
    return _("{file} was written.").format(file=quoted(file))
