"""Writes an export beside the window's own work, so that the window stays alive meanwhile."""

from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path
from threading import Lock, Thread
from uuid import uuid4

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.exporting import export
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.merging import Progress
from rehabtimer.storage.files import not_written, target_of

_PATIENCE_SECONDS = 0.01  # between two looks at whether it is written

ExportSteps = Generator[Progress, None, str]
"""Waits for a file to be written; returns a sentence about it, and to close it is to cancel it."""


def export_kinds() -> tuple[tuple[str, str], ...]:
    """Return what can be written: in words, and the end of such a file's name."""
    return (
        (_("Everything, for another RehabTimer"), ".json"),
        (_("A row a session, for spreadsheets"), ".csv"),
        (_("Every table, for spreadsheets"), ".zip"),
        (_("FHIR, for health records"), ".fhir.json"),
    )


def export_name(today: date) -> str:
    """Return the name that is proposed, without its end."""
    return f"rehabtimer-{today.isoformat()}"


def write_export(database: Path, file: Path, now: datetime) -> ExportSteps:
    """Write a file of the kind that its name ends with; one that is there is replaced.

    Raises UserError, one sentence. Then, and if it is cancelled, what was there still is.
    """
    work = _Work(database, target_of(file, database), now)
    work.start()
    try:
        while work.is_alive():
            yield Progress(0, 0, _("Writing {file} …").format(file=quoted(file.name)))
            work.join(_PATIENCE_SECONDS)
        work.finish()
    finally:
        work.forget()
    return _("{file} was written.").format(file=quoted(file))


class _Work(Thread):
    """Writes under another name first, so that nothing is there in the end that is not wanted.

    It uses a connection of its own, which only reads.
    """

    def __init__(self, database: Path, target: Path, now: datetime) -> None:
        super().__init__(name="export")
        self._database, self._target, self._now = database, target, now
        self._beside = target.with_name(f".rehabtimer-{uuid4().hex[:8]}{_end(target)}")
        self._is_written = self._is_forgotten = False
        self._problem: UserError | None = None
        self._leaving = Lock()

    def run(self) -> None:
        try:
            export(self._database, self._beside, now=self._now)
            self._is_written = True
        except UserError as error:
            told = str(error).replace(str(self._beside), str(self._target))
            self._problem = UserError(told.replace(self._beside.name, self._target.name))
        with self._leaving:
            if self._is_forgotten:
                self._beside.unlink(missing_ok=True)

    def finish(self) -> None:
        """Give the file its name; raise what went wrong instead."""
        if self._problem is not None:
            raise self._problem
        if not self._is_written:
            raise RuntimeError("the export was not written")  # the thread has told why
        try:
            self._beside.replace(self._target)
        except OSError as error:
            raise not_written(self._target, error) from error

    def forget(self) -> None:
        """Leave nothing but a finished file behind, now or when the thread is over."""
        with self._leaving:
            self._is_forgotten = True
            self._beside.unlink(missing_ok=True)


def _end(file: Path) -> str:
    """Return how a name ends, by the longest kind that fits."""
    name = file.name.lower()
    ends = sorted((end for _text, end in export_kinds() if name.endswith(end)), key=len)
    return ends[-1] if ends else file.suffix
