"""The Programme screen over a case, as the program shows it."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.app.programme_wiring import wire_programme
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.gui.views.programme_details import ExerciseDetails
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from tests.support.views import show


def programme_view(qtbot: QtBot, qapp: QApplication, case: Case) -> ProgrammeView:
    """The screen at the size that it has in the smallest window."""
    apply_theme(qapp, Theme.LIGHT)
    view = ProgrammeView()
    wire_programme(view, ProgrammePresenter(case))()
    show(qtbot, view)
    return view


def details(view: ProgrammeView, exercise: str) -> ExerciseDetails:
    """What a row opens to, opened if it is not."""
    row = view.exercises.rows[exercise]
    if not row.more.isChecked():
        row.open()
        QApplication.processEvents()
    assert row.details is not None
    return row.details
