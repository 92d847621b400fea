"""What can be asked to be put on paper: the report and the exercise sheet."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from msgspec import Struct

from rehabtimer.cli.parsing import Parser, add_command, add_file
from rehabtimer.cli.values import to_weeks, value
from rehabtimer.core.text import _
from rehabtimer.presenters.paper_kind import Paper

REPORT, SHEET = "report", "sheet"
ON_PAPER = (REPORT, SHEET)


class PaperWish(Struct, frozen=True, kw_only=True):
    """What is to be written where; None is the usual paper, the name kept, the usual history.

    `weeks` is None for everything that there is.
    """

    what: str
    database: Path | None
    file: Path
    paper: Paper | None
    replace: bool
    weeks: int | None = None
    name: str | None = None


def paper_wish(arguments: Namespace) -> PaperWish:
    """Return what is to be put on paper."""
    return PaperWish(
        what=arguments.command,
        database=arguments.database,
        file=arguments.file,
        paper=arguments.paper,
        replace=arguments.force,
        weeks=getattr(arguments, "weeks", None),
        name=getattr(arguments, "name", None),
    )


def add_report(commands: Any) -> Parser:
    """Add the report for the therapist."""
    about = _("Write two pages for a physical therapist: pain, exercises, changes and notes.")
    report = add_command(commands, REPORT, about, "rehabtimer report my-knee.pdf --weeks 6")
    _add_target(report)
    weeks = value("--weeks", to_weeks, _('a whole number from 1 to 520, or "all"'))
    weeks_help = _("how many weeks it is about (6), or all")
    report.add_argument("--weeks", type=weeks, metavar="N", default=6, help=weeks_help)
    name_help = _("whom it concerns; without it, the name that was used last, or a blank line")
    report.add_argument("--name", metavar="NAME", help=name_help)
    return report


def add_sheet(commands: Any) -> Parser:
    """Add the exercise sheet."""
    about = _("Write today's session as one page to print, for days without a computer.")
    sheet = add_command(commands, SHEET, about, "rehabtimer sheet exercises.pdf --paper a4")
    _add_target(sheet)
    return sheet


def _add_target(to: Parser) -> None:
    add_file(to, _("the file to write; its name ends in .pdf"))
    paper = value("--paper", Paper, _("a4 or letter"))
    paper_help = _("what it is printed on, instead of what is usual where you live")
    to.add_argument("--paper", type=paper, metavar="a4|letter", help=paper_help)
    to.add_argument("--force", action="store_true", help=_("replace a file that is there"))
