"""What can be chosen about the report and the exercise sheet before they go onto paper."""

from dataclasses import dataclass
from dataclasses import replace as changed

from msgspec.structs import replace

from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.presenters.plan import Wish, planned_day
from rehabtimer.presenters.report import LONGEST_NAME, WEEKS, ReportWish, read_report
from rehabtimer.presenters.report_frame import ReportFrame
from rehabtimer.presenters.report_words import on_paper
from rehabtimer.presenters.sheet import sheet_frame
from rehabtimer.presenters.sheet_frame import SheetFrame
from rehabtimer.presenters.skip_log import SkipLog

_WEEKS = (WEEKS, 2 * WEEKS)
_ALL = "all"


@dataclass(frozen=True)
class PaperOptions:
    """What can be chosen; a text is empty, and a choice too, where there is none.

    `about` says what the pages are, `note` what becomes of the name.
    """

    about: str
    weeks_title: str
    weeks: tuple[Option, ...]
    name_label: str
    name: str
    name_hint: str
    note: str
    paper_title: str
    papers: tuple[Option, ...]


class ReportPresenter:
    """Says the report of a case, and remembers what was chosen about it."""

    def __init__(self, case: Case, paper: Paper) -> None:
        """Begin with six weeks, on the usual paper."""
        self._case = case
        self._weeks: int | None = WEEKS
        self._read: ReportFrame | None = None
        self.paper = paper

    @property
    def options(self) -> PaperOptions:
        """What can be chosen."""
        return PaperOptions(
            about=_("Two pages that your therapist reads in a minute."),
            weeks_title=_("What it is about"),
            weeks=self._week_options(),
            name_label=_("Whom it concerns"),
            name=self._case.settings.report_name,
            name_hint=_("A name, or leave it empty"),
            note=_("Empty leaves a line to write on. The name stays on this computer."),
            paper_title=_("Paper"),
            papers=paper_options(self.paper),
        )

    def report(self) -> ReportFrame:
        """Return the report; the records are read once for the same weeks."""
        if self._read is None:
            wish = ReportWish(weeks=self._weeks)
            self._read = read_report(
                self._case.store, self._case.course, wish, self._case.clock.now()
            )
        return changed(self._read, name=on_paper(self._case.settings.report_name, LONGEST_NAME))

    @property
    def file_name(self) -> str:
        """A name for the file, without a suffix."""
        return f"{_('knee-report')}-{self._case.today.isoformat()}"

    def choose_weeks(self, key: str) -> None:
        """Let it be about other weeks."""
        self._weeks = None if key == _ALL else int(key)
        self._read = None

    def write_name(self, name: str) -> None:
        """Keep the name for this report and those to come."""
        kept = on_paper(name, LONGEST_NAME)
        if kept != self._case.settings.report_name:
            self._case.save(replace(self._case.settings, report_name=kept))

    def choose_paper(self, key: str) -> None:
        """Take another paper."""
        self.paper = Paper(key)

    def _week_options(self) -> tuple[Option, ...]:
        texts = {str(weeks): ngettext("{n} week", "{n} weeks", weeks) for weeks in _WEEKS}
        texts[_ALL] = _("Everything")
        chosen = _ALL if self._weeks is None else str(self._weeks)
        return tuple(Option(key, text, key == chosen) for key, text in texts.items())


class SheetPresenter:
    """Says today's session as a sheet."""

    def __init__(self, case: Case, paper: Paper) -> None:
        """Begin with the usual paper."""
        self._case = case
        self.paper = paper

    @property
    def options(self) -> PaperOptions:
        """What can be chosen."""
        return PaperOptions(
            about=_("Today's session to tick with a pencil, for days without a computer."),
            weeks_title="",
            weeks=(),
            name_label="",
            name="",
            name_hint="",
            note=_("Afterwards, add the session by hand in the History."),
            paper_title=_("Paper"),
            papers=paper_options(self.paper),
        )

    def sheet(self) -> SheetFrame:
        """Return the sheet."""
        case = self._case
        log = SkipLog(case.store, case.course.id, case.today, case.settings.pain)
        now = case.clock.now()
        return sheet_frame(
            planned_day(case.programme, Wish(), now, case.settings, case.course, log)
        )

    @property
    def file_name(self) -> str:
        """A name for the file, without a suffix."""
        return f"{_('exercise-sheet')}-{self._case.today.isoformat()}"

    def choose_paper(self, key: str) -> None:
        """Take another paper."""
        self.paper = Paper(key)


def paper_options(chosen: Paper) -> tuple[Option, ...]:
    """Return the papers that there are."""
    names = {Paper.A4: _("A4"), Paper.LETTER: _("Letter")}
    return tuple(Option(paper.value, name, paper is chosen) for paper, name in names.items())
