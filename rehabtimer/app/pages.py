"""Wires each page: its view, its presenter, and what a press on it does."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rehabtimer import paths
from rehabtimer.app.history_page import HistoryPages
from rehabtimer.app.hour_later import HourLater
from rehabtimer.app.log_page import make_log
from rehabtimer.app.programme_pages import ProgrammePages
from rehabtimer.app.settings_page import make_settings
from rehabtimer.app.today_page import make_today
from rehabtimer.app.wiring import Board, Leads, then
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.presenters.case import Case


class Pages:
    """The pages beside the sidebar, each made when it is first opened and filled whenever it is."""

    def __init__(
        self, application: QApplication, window: MainWindow, leads: Leads, case: Case
    ) -> None:
        """Offer every page of a case to the window."""
        self._board = board = Board(application, window, leads, case)
        self._summary_of = ""
        self._later = HourLater(board)
        QTimer.singleShot(0, self._later, self._later.look)  # once the first page is there
        self._programme = programme = ProgrammePages(board)
        history = HistoryPages(board)
        makers: dict[Page, Callable[[], QWidget]] = {
            Page.TODAY: partial(make_today, board),
            Page.TRENDS: self._trends,
            Page.HISTORY: history.make_history,
            Page.PAST: history.make_session,
            Page.PAST_FORM: history.make_form,
            Page.PROGRAMME: programme.make_programme,
            Page.EXERCISE: programme.make_exercise,
            Page.FORM: programme.make_form,
            Page.LOG: partial(make_log, board),
            Page.GUIDE: self._guide,
            Page.SETTINGS: partial(make_settings, board, programme.import_file),
            Page.SUMMARY: self._summary,
        }
        for page, make in makers.items():
            window.add_page(page, make)
        window.page_opened.connect(self.fill)
        window.demo.setVisible(case.demo)

    def fill(self, page: Page) -> None:
        """Show on a page what holds now."""
        self._board.fill(page)

    def show_summary(self, session: str) -> None:
        """Sum up a session that has just ended, and ask about it again in an hour."""
        self._later.look()
        self._summary_of = session
        self._board.window.forget_page(Page.SUMMARY)
        self._board.window.open_page(Page.SUMMARY)

    def _trends(self) -> QWidget:
        from rehabtimer.app.trends_page import make_trends

        return make_trends(self._board, self._programme.open_exercise)

    def _guide(self) -> QWidget:
        from rehabtimer.gui.views.care import CareView
        from rehabtimer.presenters.care import CarePresenter

        view, presenter = CareView(), CarePresenter(paths.resources())
        self._board.fill_with(Page.GUIDE, lambda: view.show_frame(presenter.frame()))
        return view

    def _summary(self) -> QWidget:
        from rehabtimer.gui.views.summary import SummaryView
        from rehabtimer.presenters.summary import SummaryPresenter

        view, presenter = SummaryView(), SummaryPresenter(self._board.case, self._summary_of)

        def fill() -> None:
            view.show_frame(presenter.frame())

        self._board.fill_with(Page.SUMMARY, fill)
        view.done_wanted.connect(lambda: self._board.window.open_page(Page.TODAY))
        view.resume_wanted.connect(self._board.leads.resume_session)
        view.care_wanted.connect(lambda: self._board.window.open_page(Page.GUIDE))
        view.pain_told.connect(presenter.tell_pain)
        view.note_written.connect(then(presenter.note, fill))
        return view
