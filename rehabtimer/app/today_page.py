"""Wires Today: what is pressed, asked and due on it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, then
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.today import TodayView
from rehabtimer.presenters.today import TodayPresenter
from rehabtimer.presenters.today_cards import CARE, PROGRAMME

_PAGES = {CARE: Page.GUIDE, PROGRAMME: Page.PROGRAMME}


def make_today(board: Board) -> QWidget:
    """Make the page."""
    view, presenter = TodayView(), TodayPresenter(board.case)

    def fill() -> None:
        view.show_frame(presenter.frame())

    def press(card: str, action: str) -> None:
        if action in _PAGES:
            board.window.open_page(_PAGES[action])
        else:
            then(presenter.press, fill)(card, action)

    def leave(page: Page) -> None:
        if page is not Page.TODAY:
            presenter.forget_undo()

    def lead_to(session: Callable[[], None]) -> None:
        presenter.forget_undo()
        session()

    board.window.page_opened.connect(leave)
    board.fill_with(Page.TODAY, fill)
    view.start_wanted.connect(lambda: lead_to(board.leads.start_session))
    view.resume_wanted.connect(lambda: lead_to(board.leads.resume_session))
    view.trends_wanted.connect(lambda: board.window.open_page(Page.TRENDS))
    view.log_wanted.connect(lambda: board.window.open_page(Page.LOG))
    view.try_again_wanted.connect(then(presenter.try_again, fill))
    view.answered.connect(presenter.answer)
    view.card_pressed.connect(press)
    view.undo_wanted.connect(then(presenter.undo, fill))
    return view
