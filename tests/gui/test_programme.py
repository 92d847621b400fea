"""The Programme through its real widgets, by keyboard alone and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.app.pages import then
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from rehabtimer.presenters.programme_frame import Part
from tests.support.cases import welcomed
from tests.support.views import MOUSE, show, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, stairs_hurt=True) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> ProgrammeView:
    apply_theme(qapp, Theme.LIGHT)
    view, presenter = ProgrammeView(), ProgrammePresenter(case)

    def fill() -> None:
        view.show_frame(presenter.frame())

    view.knee_chosen.connect(then(lambda knee: presenter.set_affected(Side(knee)), fill))
    view.plan_chosen.connect(then(presenter.choose_plan, fill))
    view.weekday_toggled.connect(then(presenter.toggle_weekday, fill))
    view.switched.connect(then(presenter.switch, fill))
    view.dose_set.connect(then(presenter.set_dose, fill))
    view.reset_wanted.connect(then(presenter.reset, fill))
    view.undo_wanted.connect(then(presenter.undo, fill))
    fill()
    show(qtbot, view)
    return view


def test_an_exercise_is_switched_off_and_back_by_keyboard(case: Case, view: ProgrammeView) -> None:
    clam = view.rows["clam"]
    tab_to(clam.switch)
    QTest.keyClick(clam.switch, Qt.Key.Key_Space)
    assert not case.choice("clam").on
    assert clam.dose.text() == "Off since 2 Mar: your own choice"
    assert clam.switch.hasFocus()
    tab_to(view.undo.undo)
    QTest.keyClick(view.undo.undo, Qt.Key.Key_Space)
    assert case.choice("clam").on
    assert not view.undo.isVisible()


def test_a_dose_is_changed_by_keyboard(case: Case, view: ProgrammeView) -> None:
    slide = view.rows["wall-slide"]
    tab_to(slide.details)
    QTest.keyClick(slide.details, Qt.Key.Key_Space)
    field = slide.steppers[Part.REPS].field
    tab_to(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert case.choice("wall-slide").reps == 12
    assert slide.dose.text() == "2 sets of 12, 5 s hold"
    assert field.hasFocus()


def test_a_typed_dose_stays_within_the_range(case: Case, view: ProgrammeView) -> None:
    calf = view.rows["calf-stretch"]
    QTest.mouseClick(calf.details, MOUSE)
    field = calf.steppers[Part.HOLD].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert case.prescription().exercises[3].hold <= 30


def test_doses_are_changed_and_brought_back_by_mouse(case: Case, view: ProgrammeView) -> None:
    quad = view.rows["quad-stretch"]
    assert not quad.steppers[Part.SETS].isVisible()
    QTest.mouseClick(quad.details, MOUSE)
    sets = quad.steppers[Part.SETS]
    assert not sets.minus.isEnabled()
    QTest.mouseClick(sets.plus, MOUSE)
    assert case.choice("quad-stretch").sets == 3
    assert not sets.plus.isEnabled()
    QTest.mouseClick(quad.reset, MOUSE)
    assert case.choice("quad-stretch").sets is None
    assert sets.value == 2
    assert not quad.reset.isVisible()


def test_an_open_row_stays_open(view: ProgrammeView) -> None:
    QTest.mouseClick(view.rows["clam"].details, MOUSE)
    QTest.mouseClick(view.rows["quad-stretch"].switch, MOUSE)
    assert view.rows["clam"].steppers[Part.REPS].isVisible()


def test_what_is_off_says_why_and_can_be_turned_on(case: Case, view: ProgrammeView) -> None:
    step_up = view.rows["step-up"]
    assert step_up.dose.text() == "Skipped since 2 Mar: stairs hurt"
    QTest.mouseClick(step_up.switch, MOUSE)
    assert case.choice("step-up").on
    assert view.undo.text.text() == "Step up is on."


def test_knee_and_days_are_changed_by_mouse(case: Case, view: ProgrammeView) -> None:
    QTest.mouseClick(view.knees.buttons["both"], MOUSE)
    assert case.settings.affected is Side.BOTH
    QTest.mouseClick(view.plans.buttons["three"], MOUSE)
    assert case.plan.weekdays(case.today) == THREE_DAYS
    QTest.mouseClick(view.weekdays.buttons["7"], MOUSE)
    assert case.plan.weekdays(case.today) == (1, 3, 5, 7)
    assert not any(made.isChecked() for made in view.plans.buttons.values())


def test_the_last_day_of_the_week_stays_chosen(case: Case, view: ProgrammeView) -> None:
    for day in "1234567":
        QTest.mouseClick(view.weekdays.buttons[day], MOUSE)
    assert view.weekdays.buttons["7"].isChecked()
    assert case.plan.weekdays(case.today) == (7,)


def test_every_control_says_what_it_is(view: ProgrammeView) -> None:
    for row in view.rows.values():
        controls = [row.switch, row.details, *(s.field for s in row.steppers.values())]
        names = [control.accessibleName() for control in controls]
        assert all(row.name.text() in name for name in names)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_rows_fit_the_smallest_window(
    qapp: QApplication, view: ProgrammeView, scale: float
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    for row in view.rows.values():
        row.details.click()
    qapp.processEvents()
    for row in view.rows.values():
        assert row.minimumSizeHint().width() <= view.width()
        assert row.width() <= view.width()
    apply_theme(qapp, Theme.LIGHT)
