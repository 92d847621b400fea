"""Wires the Log."""

from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, then
from rehabtimer.gui.main_window import Page


def make_log(board: Board) -> QWidget:
    """Make the page."""
    from rehabtimer.gui.views.log import LogView
    from rehabtimer.presenters.log import LogPresenter

    view, presenter = LogView(), LogPresenter(board.case)

    def fill() -> None:
        view.show_frame(presenter.frame())

    board.fill_with(Page.LOG, fill)
    for signal, verb in (
        (view.entry.kind_chosen, presenter.choose_kind),
        (view.added, presenter.add),
        (view.edit_wanted, presenter.edit),
        (view.cancelled, presenter.cancel),
        (view.changed, presenter.change),
        (view.remove_wanted, presenter.remove),
        (view.earlier_wanted, presenter.show_earlier),
        (view.reliever.taken, presenter.take_reliever),
        (view.reliever.day_picked, presenter.choose_reliever_day),
        (view.undo_wanted, presenter.undo),
    ):
        signal.connect(then(verb, fill))
    return view
