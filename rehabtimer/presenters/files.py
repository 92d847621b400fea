"""What commands do with files, and what they say about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain, short
from rehabtimer.core.text import _


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
