"""The steps of taking in an export, from a file to what is said about it (see `merging`)."""

import dataclasses
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.merge_frame import Progress, Steps
from rehabtimer.presenters.merge_words import kept_words, merged_words, preview_words
from rehabtimer.presenters.reading import is_there
from rehabtimer.storage.copies import Copy
from rehabtimer.storage.database import Database
from rehabtimer.storage.document import Document, read_document
from rehabtimer.storage.errors import MissingHistory
from rehabtimer.storage.merge_run import compare as compare_rows
from rehabtimer.storage.merge_run import take_in as take_in_rows
from rehabtimer.storage.merging import Outcome

WHOLE: Final = 1000  # of the progress that is told
_READ: Final = 700  # of it, once the file is read

_T = TypeVar("_T")


def compare(database: Path, file: Path, own: Path) -> Steps:
    """Say what taking in a file would change; a history need not be there. Nothing is written.

    Raises UserError, one sentence, for what is wrong with the file or the history.
    """
    with (yield from _read(file)) as document, _history(database) as opened:
        steps = compare_rows(opened, document, own)
        told = _("Comparing it with what is here…")
        outcome = yield from _told(steps, told, _READ, WHOLE)
        return preview_words(file, outcome, own)


def merge(database: Path, file: Path, own: Path, *, keeps_copy: bool = False) -> Steps:
    """Take a file in, and say what it has changed; a history that is not there is made.

    It has a connection of its own, so that a window can go on reading meanwhile. What was here
    stays in a copy if it `keeps_copy`, and something was. Raises UserError, one sentence, for what
    is wrong with the file or the history, and where the disk refuses.
    """
    with (yield from _read(file)) as document:
        keeps_copy = keeps_copy and is_there(database)
        with Database.open(database) as opened, _copied(opened, own, wanted=keeps_copy) as copy:
            steps = take_in_rows(opened, document, own, partial(_keep, copy))
            outcome = yield from _told(steps, _("Taking it in…"), _READ, WHOLE)
            words = merged_words(file, outcome, own)
            if copy is None or not copy.is_kept:
                return words
            return dataclasses.replace(words, lines=(*words.lines, kept_words(copy.file)))


@contextmanager
def _copied(database: Database, own: Path, *, wanted: bool) -> Iterator[Copy | None]:
    """Make a copy, which is gone afterwards unless it was kept."""
    copy = Copy(database.path, own) if wanted else None
    try:
        yield copy
    finally:
        if copy is not None and not copy.is_kept:
            copy.remove()


def _keep(copy: Copy | None, outcome: Outcome) -> None:
    if copy is not None and outcome.changes:
        copy.keep()


def _read(file: Path) -> Generator[Progress, None, Document]:
    text = _("Reading {file}…").format(file=quoted(file.name))
    return (yield from _told(read_document(file), text, 0, _READ))


def _told(
    steps: Generator[tuple[int, int], None, _T], text: str, begin: int, end: int
) -> Generator[Progress, None, _T]:
    """Tell of steps as a part of the whole, and return what they return."""
    try:
        while True:
            done, total = next(steps)
            share = done / total if total else 1.0
            yield Progress(begin + round((end - begin) * min(share, 1.0)), WHOLE, text)
    except StopIteration as stop:
        found: _T = stop.value
        return found
    finally:
        steps.close()


@contextmanager
def _history(path: Path) -> Iterator[Database | None]:
    """Open a history for reading, or give None where there is none yet."""
    try:
        opened = Database.open(path, read_only=True) if is_there(path) else None
    except MissingHistory:
        opened = None
    if opened is None:
        yield None
        return
    with opened:
        yield opened
