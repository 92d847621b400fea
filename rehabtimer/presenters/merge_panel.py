"""The panel about an export that is taken in: what is in it, what would change, what has changed.

Work is done in small steps, so that the window stays alive; to cancel it changes nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rehabtimer import paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.merging import MergePreview, Progress, Steps, look_into, take_in
from rehabtimer.storage.copies import Copy


class Phase(StrEnum):
    """How far it has come."""

    LOOKING = "looking"
    FOUND = "found"
    TAKING = "taking"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True)
class MergeFrame:
    """The whole panel; while it `is_working` there is a bar instead of lines.

    `take` and `close` are what its buttons say; without a `take` there is no way on. `progress` is
    0 to 1, with the words for it.
    """

    phase: Phase
    title: str
    lead: str
    lines: tuple[str, ...]
    conflicts_title: str
    conflicts: tuple[str, ...]
    problem: str
    is_working: bool
    progress: float
    progress_text: str
    take: str
    close: str


class MergePresenter:
    """Looks into a file, takes it in when it is told to, and remembers what was before."""

    def __init__(self, case: Case, path: Path) -> None:
        """Begin to look into a file; nothing is read before the first step."""
        self._case = case
        self._path = path
        self._own = paths.own_folder(case.store.database.path)
        self._phase = Phase.LOOKING
        self._progress = Progress(0, 0, "")
        self._found: MergePreview | None = None
        self._problem = ""
        self._work: Steps | None = look_into(case.store, path, self._own)
        self.copy: Copy | None = None

    @property
    def name(self) -> str:
        """The file, as it may stand in a sentence."""
        return quoted(self._path.name)

    @property
    def is_done(self) -> bool:
        """Whether the file was taken in."""
        return self._phase is Phase.DONE

    @property
    def is_working(self) -> bool:
        """Whether there is a step to be done."""
        return self._work is not None

    def frame(self) -> MergeFrame:
        """Return the panel as it is now."""
        found, total = self._found, self._progress.total
        can_take = self._phase is Phase.FOUND and found is not None and not found.nothing_new
        shows = found if self._phase in (Phase.FOUND, Phase.DONE) else None
        return MergeFrame(
            phase=self._phase,
            title=self._title(),
            lead=_lead(self._phase, found),
            lines=shows.lines if shows else (),
            conflicts_title=_conflicts_title(shows),
            conflicts=shows.conflicts if shows else (),
            problem=self._problem,
            is_working=self.is_working,
            progress=self._progress.done / total if total else 0.0,
            progress_text=self._progress.text,
            take=_("Import") if can_take else "",
            close=_("Cancel") if can_take or self.is_working else _("Close"),
        )

    def step(self) -> bool:
        """Do a little of the work, and return whether there is more."""
        if self._work is None:
            return False
        try:
            self._progress = next(self._work)
        except StopIteration as over:
            self._finish(over.value)
        except UserError as error:
            self._refuse(str(error))
        except BaseException:
            self._give_up()
            raise
        return self.is_working

    def take(self) -> None:
        """Begin to take the file in; a copy of what is there comes first."""
        if self._phase is not Phase.FOUND or self._found is None or self._found.nothing_new:
            return
        try:
            self.copy = Copy(self._case.store.database.path, self._own)
        except UserError as error:
            self._refuse(str(error))
            return
        self._phase, self._progress = Phase.TAKING, Progress(0, 0, "")
        self._work = take_in(self._case.store, self._path, self._own)

    def cancel(self) -> None:
        """Leave the work where it is; what was begun is as if it had never been."""
        if self.is_working:
            self._give_up()

    def _finish(self, found: MergePreview) -> None:
        self._work, self._found = None, found
        if self._phase is Phase.LOOKING:
            self._phase = Phase.FOUND
            return
        self._phase = Phase.DONE
        if self.copy:
            self.copy.keep()
        self._case.read_anew()

    def _refuse(self, problem: str) -> None:
        self._give_up()
        self._phase, self._problem = Phase.REFUSED, problem

    def _give_up(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.close()
        if self.copy is not None:
            self.copy.remove()
            self.copy = None

    def _title(self) -> str:
        if self._found is not None and self._phase in (Phase.FOUND, Phase.DONE):
            return self._found.title
        text = {
            Phase.TAKING: _("Importing {file} …"),
            Phase.REFUSED: _("{file} cannot be imported"),
        }.get(self._phase, _("Looking into {file} …"))
        return text.format(file=self.name)


def _lead(phase: Phase, found: MergePreview | None) -> str:
    if phase is Phase.DONE:
        return _("You can take it back in the Settings, until the window closes.")
    if phase is not Phase.FOUND or found is None:
        return ""
    return "" if found.nothing_new else _("Nothing has been changed yet.")


def _conflicts_title(found: MergePreview | None) -> str:
    if found is None or not found.conflicts:
        return ""
    return ngettext(
        "{n} entry is different here and in the file:",
        "{n} entries are different here and in the file:",
        len(found.conflicts),
    )
