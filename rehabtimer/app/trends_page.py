"""Wires Trends: what is looked at, and how a chart leaves the window."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QImage, QPageLayout
from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, tell, then
from rehabtimer.core.text import _
from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.trends import TrendsView
from rehabtimer.presenters.chart_files import keep_figures, keep_picture, picture_kind
from rehabtimer.presenters.chart_page import ChartPage
from rehabtimer.presenters.dose_chart import DoseChart
from rehabtimer.presenters.trends import TrendsPresenter

_FINE = 2.0  # pixels of a PNG for each of the picture's


def make_trends(board: Board, open_exercise: Callable[[str], None]) -> QWidget:
    """Make the page; `open_exercise` shows an exercise's own page, by its id."""
    view, presenter = TrendsView(), TrendsPresenter(board.case)

    def fill() -> None:
        view.show_frame(presenter.frame())

    def shown() -> ChartPage:
        return presenter.frame().page

    def pick(stop: int) -> None:
        chart = shown().chart
        if isinstance(chart, DoseChart):
            open_exercise(chart.rows[stop].exercise)

    board.fill_with(Page.TRENDS, fill)
    view.chart_chosen.connect(then(presenter.show, fill))
    view.span_chosen.connect(then(presenter.choose, fill))
    view.stop_picked.connect(pick)
    view.copy_wanted.connect(lambda: _copy(board, shown()))
    view.picture_wanted.connect(lambda: _save_picture(board, shown()))
    view.data_wanted.connect(lambda: _save_figures(board, shown()))
    view.print_wanted.connect(lambda: _print(board, shown()))
    view.report_wanted.connect(lambda: _open_report(board))
    return view


def _open_report(board: Board) -> None:
    from rehabtimer.app.report_page import open_report

    open_report(board)


def _copy(board: Board, page: ChartPage) -> None:
    from rehabtimer.gui.charts.picture import PictureKind, picture

    image = QImage.fromData(picture(page, PictureKind.PNG, scale=_FINE))
    QGuiApplication.clipboard().setImage(image)
    board.window.show_notice(_("The picture was copied; paste it wherever you like."))


def _save_picture(board: Board, page: ChartPage) -> None:
    from rehabtimer.gui.charts.picture import PictureKind, picture

    kinds = ";;".join(("PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"))
    path = file_choice.save_file(
        board.window, _("Save the picture"), kinds, f"{page.file_name}.png"
    )
    if path is None:
        return

    def save() -> str:
        data = picture(page, PictureKind(picture_kind(path)), scale=_FINE)
        return keep_picture(path, data)

    tell(board.window, save)


def _save_figures(board: Board, page: ChartPage) -> None:
    title, name = _("Save the figures"), f"{page.file_name}.csv"
    path = file_choice.save_file(board.window, title, "CSV (*.csv)", name)
    if path is not None:
        tell(board.window, lambda: keep_figures(path, page.data))


def _print(board: Board, page: ChartPage) -> None:
    from rehabtimer.app.paper_page import open_paper
    from rehabtimer.gui.charts.paper import paint_chart
    from rehabtimer.gui.views.paper import page_layout

    open_paper(
        board,
        page.name,
        lambda printer: paint_chart(printer, page),
        file_name=page.file_name,
        layout=page_layout(QPageLayout.Orientation.Landscape),
    )
