"""Writes an export beside the window's own work, so that the window stays alive meanwhile."""

from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from uuid import uuid4

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.exporting import export
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.merging import Progress
from rehabtimer.storage.files import target_of

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
    target = target_of(file, database)
    work = _Work(database, target, now)
    work.start()
    try:
        while work.is_alive():
            yield Progress(0, 0, _("Writing {file} …").format(file=quoted(file.name)))
            work.join(_PATIENCE_SECONDS)
    except BaseException:
        work.is_wanted = False
        raise
    if work.problem is not None:
        raise work.problem
    if not work.is_written:
        raise RuntimeError("the export was not written")  # the thread has told why
    return _("{file} was written.").format(file=quoted(file))


class _Work(Thread):
    """Writes under another name first, so that nothing is there in the end that is not wanted.

    It uses a connection of its own, which only reads.
    """

    def __init__(self, database: Path, target: Path, now: datetime) -> None:
        super().__init__(name="export")
        self._database, self._target, self._now = database, target, now
        self._beside = target.with_name(f".rehabtimer-{uuid4().hex[:8]}{_end(target)}")
        self.is_wanted = True
        self.is_written = False
        self.problem: UserError | None = None

    def run(self) -> None:
        try:
            export(self._database, self._beside, now=self._now)
            if self.is_wanted:
                self._beside.replace(self._target)
            self.is_written = True
        except UserError as error:
            told = str(error).replace(str(self._beside), str(self._target))
            self.problem = UserError(told.replace(self._beside.name, self._target.name))
        except OSError as error:
            text = _("{file} was not written; choose another place, or free some space.")
            self.problem = UserError(text.format(file=quoted(self._target)))
            self.problem.__cause__ = error
        finally:
            self._beside.unlink(missing_ok=True)


def _end(file: Path) -> str:
    """Return how a name ends, by the longest kind that fits."""
    name = file.name.lower()
    ends = sorted((end for _text, end in export_kinds() if name.endswith(end)), key=len)
    return ends[-1] if ends else file.suffix
