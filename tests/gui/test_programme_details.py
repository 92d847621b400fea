"""What a row of the Programme opens to, by keyboard and by mouse."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme_frame import Part
from tests.support.cases import welcomed
from tests.support.programme_view import details, programme_view
from tests.support.views import MOUSE, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, stairs_hurt=True) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> ProgrammeView:
    return programme_view(qtbot, qapp, case)


def test_a_dose_is_changed_by_keyboard(case: Case, view: ProgrammeView) -> None:
    slide = view.exercises.rows["wall-slide"]
    tab_to(slide.more)
    QTest.keyClick(slide.more, Qt.Key.Key_Space)
    field = details(view, "wall-slide").steppers[Part.REPS].field
    tab_to(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert case.choice("wall-slide").reps == 12
    assert slide.dose.text() == "2 sets of 12, 5 s hold"
    assert field.hasFocus()


def test_beyond_the_article_is_asked_and_answered_by_keyboard(
    case: Case, view: ProgrammeView
) -> None:
    calf = details(view, "calf-stretch")
    field = calf.steppers[Part.HOLD].field
    field.setFocus()
    for _press in range(4):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert case.choice("calf-stretch").hold == 30
    assert field.value() == 30
    assert calf.question.text.text() == "The article says up to 30 s. Go beyond the article?"
    assert calf.question.no.hasFocus()
    QTest.keyClick(calf.question.no, Qt.Key.Key_Space)
    assert not calf.question.isVisible()
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(calf.question.no, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert calf.question.yes.hasFocus()
    QTest.keyClick(calf.question.yes, Qt.Key.Key_Space)
    assert case.choice("calf-stretch").hold == 35
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert case.choice("calf-stretch").hold == 40
    assert calf.articles[Part.HOLD].text().startswith("Beyond the article.")


def test_a_typed_number_is_asked_about_too(case: Case, view: ProgrammeView) -> None:
    calf = details(view, "calf-stretch")
    field = calf.steppers[Part.HOLD].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert case.choice("calf-stretch").hold is None
    assert field.value() == 15
    QTest.mouseClick(calf.question.yes, MOUSE)
    assert case.choice("calf-stretch").hold == field.value() == 99


def test_doses_are_changed_and_brought_back_by_mouse(case: Case, view: ProgrammeView) -> None:
    quad = details(view, "quad-stretch")
    sets = quad.steppers[Part.SETS]
    QTest.mouseClick(sets.plus, MOUSE)
    assert case.choice("quad-stretch").sets == 3
    QTest.mouseClick(sets.plus, MOUSE)
    assert case.choice("quad-stretch").sets == 3
    QTest.mouseClick(quad.question.no, MOUSE)
    assert not quad.question.isVisible()
    QTest.mouseClick(quad.reset, MOUSE)
    assert case.choice("quad-stretch").sets is None
    assert sets.value == 2
    assert not quad.reset.isVisible()


def test_an_open_row_stays_open_and_closes_again(view: ProgrammeView) -> None:
    clam = details(view, "clam")
    QTest.mouseClick(view.exercises.rows["quad-stretch"].switch, MOUSE)
    assert clam.isVisible()
    QTest.mouseClick(view.exercises.rows["clam"].more, MOUSE)
    assert not clam.isVisible()


def test_version_and_legs_are_chosen(case: Case, view: ProgrammeView) -> None:
    quad = details(view, "quad-stretch")
    QTest.mouseClick(quad.variants.buttons["strap"], MOUSE)
    assert case.choice("quad-stretch").variant == "strap"
    QTest.mouseClick(quad.legs.buttons["left"], MOUSE)
    assert case.choice("quad-stretch").only is Side.LEFT
    assert view.exercises.rows["quad-stretch"].dose.text() == "2 times 15 s, left leg"
    slide = details(view, "wall-slide")
    assert not slide.variants.isVisible()
    assert not slide.legs.isVisible()


def test_an_exercise_is_off_for_a_while(case: Case, view: ProgrammeView) -> None:
    clam = details(view, "clam")
    QTest.mouseClick(clam.offs.buttons["2"], MOUSE)
    assert case.choice("clam").until == (case.today + timedelta(days=14)).isoformat()
    assert not clam.off_until.isVisible()
    QTest.mouseClick(clam.offs.buttons["date"], MOUSE)
    assert clam.off_date.field.hasFocus()
    assert case.choice("clam").until == (case.today + timedelta(days=14)).isoformat()
    QTest.mouseClick(clam.off_date.plus, MOUSE)
    QTest.mouseClick(clam.off_until, MOUSE)
    assert case.choice("clam").until == (case.today + timedelta(days=15)).isoformat()
    assert clam.off_until.isVisible()
    QTest.mouseClick(clam.offs.buttons["open"], MOUSE)
    assert (case.choice("clam").on, case.choice("clam").until) == (False, "")
    assert not clam.off_until.isVisible()


def test_another_is_chosen_first_and_swapped_then(case: Case, view: ProgrammeView) -> None:
    clam = details(view, "clam")
    assert not clam.swap.isEnabled()
    clam.swaps.setFocus()
    QTest.keyClick(clam.swaps, Qt.Key.Key_Down)
    assert not case.choice("step-up").on
    QTest.mouseClick(clam.swap, MOUSE)
    assert case.choice("step-up").on
    assert not case.choice("clam").on
    assert list(view.exercises.rows).index("step-up") == 5
    assert clam.swaps.currentText() == "None is off"
    assert not clam.swaps.isEnabled()
