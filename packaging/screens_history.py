"""Pictures of the History: a month, a day, a search, a session, and the forms for one."""

from datetime import timedelta

from studio import Studio, case_of, part

from rehabtimer.app.program import Program
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.history import HistoryView
from rehabtimer.gui.views.history_form import PastFormView
from rehabtimer.gui.views.history_session import PastView
from rehabtimer.presenters.history_form_frame import PART

_LIFT = "straight-leg-lift"


def month(studio: Studio) -> None:
    """Look at an empty History, at five weeks of one, at another day, and search in it."""
    with studio.sitting(studio.histories.fresh()) as program:
        program.window.open_page(Page.HISTORY)
        studio.shoot(program, "history-empty")
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        studio.shoot(program, "history-month")
        view.month.chosen.emit(case_of(program).today - timedelta(days=9))
        studio.shoot(program, "history-day")
        studio.scroll_to(view.rows[0], above=60)
        studio.shoot(program, "history-list")
        view.searched.emit("october partly")
        studio.shoot(program, "history-search")
        view.searched.emit("elephant")
        studio.shoot(program, "history-not-found")


def session(studio: Studio) -> None:
    """Look at a session, change it, and take it away."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        partly = next(r for r in view.rows if "Partly" in r.item.title)
        partly.click()
        studio.shoot(program, "past-session")
        part(program, PastView).edit.click()
        form = part(program, PastFormView)
        studio.shoot(program, "past-edit")
        exercise = form.exercises[_LIFT]
        exercise.more.click()
        first = next(iter(exercise.sets))
        form.outcome_chosen.emit(first, "none")
        form.outcome_chosen.emit(first, "partial")
        form.save.click()
        studio.scroll_to(exercise, above=60)
        studio.shoot(program, "past-edit-sets")
        form.reps_set.emit(first, 7.0)
        form.save.click()
        studio.shoot(program, "past-changed")
        part(program, PastView).delete.click()
        studio.shoot(program, "history-undo")


def forgotten(studio: Studio) -> None:
    """Add a session that was forgotten, whole and in part."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        view.day.add.click()
        form = part(program, PastFormView)
        studio.shoot(program, "past-add")
        form.how_chosen.emit(PART)
        form.finished.emit(_LIFT, True)
        studio.shoot(program, "past-add-part")
        form.save.click()
        studio.shoot(program, "history-added")


def _open(program: Program) -> HistoryView:
    program.window.open_page(Page.HISTORY)
    return part(program, HistoryView)
