"""Leads from the History to one session, to its form, and back."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, then
from rehabtimer.gui.main_window import Page

if TYPE_CHECKING:
    from rehabtimer.gui.widgets.question import Question
    from rehabtimer.presenters.history import HistoryPresenter
    from rehabtimer.presenters.history_changes import HistoryChanges
    from rehabtimer.presenters.history_form import PastFormPresenter
    from rehabtimer.presenters.history_forms import OpenForms


class HistoryPages:
    """Makes the pages that are about past sessions, each when it is opened."""

    def __init__(self, board: Board) -> None:
        """Nothing is made before it is opened."""
        self._board = board
        self._history: HistoryPresenter | None = None
        self._session = ""  # whose page is opened
        self._form: PastFormPresenter | None = None  # which is opened

    @cached_property
    def _changes(self) -> "HistoryChanges":
        from rehabtimer.presenters.history_changes import HistoryChanges

        return HistoryChanges(self._board.case)

    @cached_property
    def _forms(self) -> "OpenForms":
        from rehabtimer.presenters.history_forms import OpenForms

        return OpenForms(self._board.case, self._changes)

    def make_history(self) -> QWidget:
        """Make the month with its list."""
        from rehabtimer.gui.views.history import HistoryView
        from rehabtimer.presenters.history import HistoryPresenter

        view = HistoryView()
        presenter = self._history = HistoryPresenter(self._board.case, self._changes)

        def show() -> None:
            view.show_frame(presenter.frame())
            self._ask(view.waiting)

        def fill() -> None:
            presenter.look_again()
            show()

        def open_day(day: date) -> None:
            presenter.choose(day)
            session = presenter.only_session(day)
            if session:
                self.open_session(session)
            else:
                show()
                view.day.take_focus()

        self._board.fill_with(Page.HISTORY, fill)
        for signal, verb in (
            (view.month.chosen, presenter.choose),
            (view.month.moved, presenter.move),
            (view.month.months_moved, presenter.move_months),
            (view.month.edge_wanted, lambda last: presenter.move_to_edge(last=last)),
            (view.month.today_wanted, presenter.choose_today),
            (view.searched, presenter.search),
            (view.earlier_wanted, presenter.show_earlier),
            (view.undo_wanted, presenter.undo),
        ):
            signal.connect(then(verb, show))
        view.month.opened.connect(open_day)
        view.month.add_wanted.connect(self.add_session)
        view.day.add_wanted.connect(self.add_session)
        view.day.opened.connect(self.open_session)
        view.session_opened.connect(self.open_session)
        view.waiting.accepted.connect(self.go_on)
        view.waiting.refused.connect(then(self.throw_away, show))
        return view

    def open_session(self, session: str) -> None:
        """Open the page of a session."""
        self._session = session
        self._open_anew(Page.PAST)

    def edit_session(self) -> None:
        """Open the form of the session whose page is open."""
        self._open_form(self._forms.edit(self._session))

    def add_session(self, day: date) -> None:
        """Open the form for a session that was forgotten."""
        self._open_form(self._forms.add(day))

    def go_on(self, session: str = "") -> None:
        """Open the form that was left last, or that of one session, with what was filled in."""
        form = self._forms.waiting(session)
        if form is not None:
            self._session = form.session
            self._open_form(form)

    def throw_away(self, session: str = "") -> None:
        """Forget what was filled in in that form."""
        form = self._forms.waiting(session)
        if form is not None:
            self._forms.let_go(form)

    def make_session(self) -> QWidget:
        """Make the page of the session that was asked for last."""
        from rehabtimer.gui.views.history_session import PastView
        from rehabtimer.presenters.history_session import PastPresenter

        session = self._session
        view, presenter = PastView(), PastPresenter(self._board.case, self._changes, session)

        def fill() -> None:
            if presenter.is_there:
                view.show_frame(presenter.frame())
                self._ask(view.waiting, session)
            else:
                self._go_back()

        self._board.fill_with(Page.PAST, fill)
        view.back_wanted.connect(self._go_back)
        view.edit_wanted.connect(self.edit_session)
        view.delete_wanted.connect(then(presenter.delete, fill))
        view.undo_wanted.connect(then(presenter.undo, fill))
        view.waiting.accepted.connect(lambda: self.go_on(session))
        view.waiting.refused.connect(then(lambda: self.throw_away(session), fill))
        return view

    def make_form(self) -> QWidget:
        """Make the form for the session, or for the day, that was asked for last."""
        from rehabtimer.gui.views.history_form import PastFormView

        presenter = self._form
        if presenter is None:
            raise RuntimeError("no form was asked for")
        view = PastFormView()

        def fill() -> None:
            view.show_frame(presenter.frame())

        def keep() -> None:
            if not presenter.keep():
                fill()
                return
            self._forms.let_go(presenter)
            if presenter.is_new:
                self._show_day(presenter.day)
            else:
                self.open_session(presenter.session)

        def leave() -> None:
            if presenter.is_new:
                self._go_back()
            else:
                self.open_session(presenter.session)

        def cancel() -> None:
            self._forms.let_go(presenter)
            leave()

        self._board.fill_with(Page.PAST_FORM, fill)
        for signal, verb in (
            (view.day_picked, presenter.set_day),
            (view.time_picked, presenter.set_time),
            (view.how_chosen, presenter.choose_how),
            (view.all_finished, presenter.finish_all),
            (view.finished, presenter.finish),
            (view.outcome_chosen, presenter.choose_outcome),
            (view.reps_set, presenter.set_reps),
            (view.seconds_set, presenter.set_seconds),
            (view.pain_told, presenter.tell),
            (view.note_written, presenter.write_note),
        ):
            signal.connect(then(verb, fill))
        view.keep_wanted.connect(keep)
        view.cancelled.connect(cancel)
        view.left.connect(leave)
        return view

    def _ask(self, where: "Question", session: str = "") -> None:
        """Offer the form that was left last, or that of one session, with what was filled in."""
        form = self._forms.waiting(session)
        where.ask(form.waiting_text if form else "")

    def _show_day(self, day: date) -> None:
        if self._history is not None:
            self._history.choose(day)
        self._go_back()

    def _go_back(self) -> None:
        self._board.window.open_page(Page.HISTORY)

    def _open_form(self, form: "PastFormPresenter") -> None:
        self._form = form
        self._open_anew(Page.PAST_FORM)

    def _open_anew(self, page: Page) -> None:
        self._board.window.forget_page(page)
        self._board.window.open_page(page)
