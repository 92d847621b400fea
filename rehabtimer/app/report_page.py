"""Opens the report and the exercise sheet on the page of paper, with what can be chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QPagedPaintDevice

from rehabtimer.app.paper_page import open_paper
from rehabtimer.app.wiring import Board, then
from rehabtimer.core.text import _
from rehabtimer.gui.views.report_options import ReportOptions
from rehabtimer.presenters.report_options import ReportPresenter, SheetPresenter
from rehabtimer.report.pages import report_pages
from rehabtimer.report.paper import page_layout, usual_paper
from rehabtimer.report.pdf import Page, paint_pages
from rehabtimer.report.sheet import sheet_page

Chosen = tuple[tuple[SignalInstance, Callable[[str], None]], ...]


def open_report(board: Board) -> None:
    """Show the report for the therapist."""
    presenter = ReportPresenter(board.case, usual_paper())
    panel = ReportOptions(presenter.options)
    verbs = (
        (panel.weeks_chosen, presenter.choose_weeks),
        (panel.name_written, presenter.write_name),
    )

    def pages() -> Sequence[Page]:
        return report_pages(presenter.report(), presenter.paper)

    _open(board, _("Your report"), presenter, panel, pages, verbs)


def open_sheet(board: Board) -> None:
    """Show the exercise sheet."""
    presenter = SheetPresenter(board.case, usual_paper())
    panel = ReportOptions(presenter.options)

    def pages() -> Sequence[Page]:
        return [sheet_page(presenter.sheet(), presenter.paper)]

    _open(board, _("Exercise sheet"), presenter, panel, pages, ())


def _open(
    board: Board,
    title: str,
    presenter: ReportPresenter | SheetPresenter,
    panel: ReportOptions,
    pages: Callable[[], Sequence[Page]],
    verbs: Chosen,
) -> None:
    def paint(device: QPagedPaintDevice) -> None:
        paint_pages(device, pages(), presenter.paper)

    view = open_paper(
        board,
        title,
        paint,
        file_name=presenter.file_name,
        layout=page_layout(presenter.paper),
        options=panel,
    )

    def fill() -> None:
        panel.show_options(presenter.options)
        view.show_paper(title, paint, page_layout(presenter.paper))

    for signal, verb in (*verbs, (panel.paper_chosen, presenter.choose_paper)):
        signal.connect(then(verb, fill))
