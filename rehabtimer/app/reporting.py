"""Writes the report and the exercise sheet into files, without a window or a display."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rehabtimer import paths
from rehabtimer.cli import PaperWish
from rehabtimer.cli.grammar_report import REPORT
from rehabtimer.core.clock import Clock, SystemClock
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.paper_file import check_target, write_pdf

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from rehabtimer.presenters.paper_kind import Paper
    from rehabtimer.presenters.report_frame import ReportFrame
    from rehabtimer.presenters.sheet_frame import SheetFrame


def write_paper(wish: PaperWish, clock: Clock | None = None) -> str:
    """Write what is wished for, and say so.

    Raises UserError, one sentence, for a name that cannot be written to, and for a history that is
    missing or cannot be read; then nothing is written.
    """
    check_target(wish.file, replace=wish.replace)
    database, time = wish.database or paths.default_database(), clock or SystemClock()
    if wish.what == REPORT:
        frame = _report(database, wish, time)
        application = _toolkit()
        data = report_pdf(frame, _paper(wish))
    else:
        sheet = _sheet(database, time)
        application = _toolkit()
        data = sheet_pdf(sheet, _paper(wish))
    said = write_pdf(wish.file, data)
    del application
    return said


def report_pdf(frame: "ReportFrame", paper: "Paper") -> bytes:
    """Return the report as a PDF."""
    from rehabtimer.report.pages import report_pages
    from rehabtimer.report.pdf import pdf_of

    return pdf_of(report_pages(frame, paper), paper, frame.title)


def sheet_pdf(frame: "SheetFrame", paper: "Paper") -> bytes:
    """Return the exercise sheet as a PDF."""
    from rehabtimer.report.pdf import pdf_of
    from rehabtimer.report.sheet import sheet_page

    return pdf_of([sheet_page(frame, paper)], paper, frame.title)


def _report(database: Path, wish: PaperWish, clock: Clock) -> "ReportFrame":
    from rehabtimer.presenters.report import ReportWish, read_report
    from rehabtimer.storage.store import Store

    with Store.open(database, read_only=True) as store:
        course = store.courses.current()
        if course is None:
            text = _("{file} has no programme yet; it begins when you open RehabTimer.")
            raise UserError(text.format(file=quoted(database)))
        about = ReportWish(weeks=wish.weeks, name=wish.name)
        return read_report(store, course, about, clock.now())


def _sheet(database: Path, clock: Clock) -> "SheetFrame":
    from rehabtimer.presenters.plan import Wish, read_plan
    from rehabtimer.presenters.sheet import sheet_frame

    return sheet_frame(read_plan(database, Wish(), clock.now()))


def _paper(wish: PaperWish) -> "Paper":
    from rehabtimer.report.paper import usual_paper

    return wish.paper or usual_paper()


def _toolkit() -> "QGuiApplication":
    """Return what Qt needs to write letters; it opens no display."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QFontMetrics, QGuiApplication

    from rehabtimer.app.display import require_fonts

    application = QCoreApplication.instance()
    if not isinstance(application, QGuiApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication([sys.argv[0]])
    require_fonts(can_write=QFontMetrics(application.font()).inFont("a"))
    return application
