"""What commands do with files, and what they say about it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rehabtimer import paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain, short
from rehabtimer.core.text import _


def export(database: Path, file: Path, *, replace: bool = False) -> str:
    """Write everything that is kept into a JSON file, and say so.

    Raises UserError, one sentence, for a name that does not end in .json, for a file that is there
    already unless it is to be replaced, and for a history that is missing or cannot be read.
    """
    if file.suffix.lower() != ".json":
        text = _("{file} was not written: this version writes .json; choose such a name.")
        raise UserError(text.format(file=quoted(file)))
    if os.path.lexists(file) and not replace:
        text = _("{file} is there already; choose another name, or add --force to replace it.")
        raise UserError(text.format(file=quoted(file)))
    from rehabtimer.storage.database import Database
    from rehabtimer.storage.transfer import export_json

    with Database.open(database, read_only=True) as opened:
        export_json(opened, file, own=paths.own_folder(database))
    return _("Everything was written to {file}.").format(file=quoted(file))


def check(database: Path) -> tuple[bool, str]:
    """Return whether a history is healthy, and one sentence about it.

    Raises UserError where that cannot be told.
    """
    from rehabtimer.storage import health

    verdict, reason = health.check(database)
    if verdict is health.Verdict.UNKNOWN:
        raise UserError(reason)
    return verdict is health.Verdict.HEALTHY, reason


@contextmanager
def new_file(file: Path) -> Iterator[Path]:
    """Make an empty file to be filled, which goes away again if that fails.

    Raises UserError, one sentence, where there is a file already or none can be made.
    """
    try:
        file.touch(0o600, exist_ok=False)
    except FileExistsError as error:
        text = _("{file} is there already; choose another name.")
        raise UserError(text.format(file=quoted(file))) from error
    except OSError as error:
        text = _("{file} cannot be made; choose another place.")
        raise UserError(text.format(file=quoted(file))) from error
    try:
        yield file
    except BaseException:
        for remains in (file, file.with_name(f"{file.name}-journal")):
            remains.unlink(missing_ok=True)
        raise


def quoted(what: str | Path) -> str:
    """Return a name or a word as it may stand in a sentence: short, with nothing invisible."""
    return f'"{short(plain(str(what)))}"'
