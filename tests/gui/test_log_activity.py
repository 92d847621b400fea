"""The Log's forms about activity, totals and pain relievers, by keyboard alone and by mouse."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.core.records import new_id
from rehabtimer.core.settings import Theme
from rehabtimer.core.workouts import Sport, TotalScore
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.log import LogView
from rehabtimer.gui.views.log_activity import ActivityEntry
from rehabtimer.gui.views.log_total import TotalEntry
from rehabtimer.presenters.case import Case
from tests.gui.test_log import find, opened, words
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.views import MOUSE, tab_to
from tests.support.window import press

TODAY = A_MORNING.date()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee and an empty log."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> LogView:
    apply_theme(qapp, Theme.LIGHT)
    return opened(qtbot, case)


def choose(view: LogView, kind: str) -> None:
    QTest.mouseClick(view.entry.kinds.buttons[kind], MOUSE)
    QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found
    return found


def the_edited(view: LogView) -> ActivityEntry:
    assert isinstance(view.edited, ActivityEntry)
    return view.edited


def type_in(part: object, text: str) -> None:
    field = part.field  # type: ignore[attr-defined]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


# Activity


def test_one_form_at_a_time_and_each_keeps_what_was_filled_in(view: LogView) -> None:
    assert view.entry.pain.isVisible()
    press(view.form, "6")
    choose(view, "activity")
    assert not view.entry.pain.isVisible()
    assert not view.entry.total.isVisible()
    assert view.entry.activity.isVisible()
    choose(view, "pain")
    assert view.form.scale.score == 6


def test_only_a_chosen_sport_asks_for_more(view: LogView) -> None:
    choose(view, "activity")
    form = view.entry.activity
    assert not form.save.isVisible()
    QTest.mouseClick(form.sports.buttons["yoga"], MOUSE)
    assert form.minutes.isVisible()
    assert (form.distance.isVisible(), form.warm.isVisible()) == (False, False)
    QTest.mouseClick(form.sports.buttons["cycling"], MOUSE)
    assert (form.distance.isVisible(), form.warm.isVisible()) == (True, False)
    QTest.mouseClick(form.sports.buttons["running"], MOUSE)
    assert (form.distance.isVisible(), form.warm.isVisible()) == (True, True)


def test_a_run_is_kept_by_keyboard_alone(case: Case, view: LogView) -> None:
    kinds = view.entry.kinds.buttons
    tab_to(kinds["pain"])
    QTest.keyClick(kinds["pain"], Qt.Key.Key_Right)
    form = view.entry.activity
    tab_to(form.sports.buttons["running"])
    QTest.keyClick(form.sports.buttons["running"], Qt.Key.Key_Space)
    tab_to(form.minutes.field)
    QTest.keyClicks(form.minutes.field, "32")
    tab_to(form.distance.field)
    QTest.keyClicks(form.distance.field, "5,2")
    tab_to(form.warm)
    QTest.keyClick(form.warm, Qt.Key.Key_Space)
    tab_to(find(form, "How was your left knee? Leave it open if you like. 0 of 10"))
    for key in ("Right", "Right", "Space"):
        press(focused(), key)
    tab_to(form.note)
    QTest.keyClicks(form.note, "Flat.")
    tab_to(form.save)
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    (run,) = case.store.workouts.between(None, date.max)
    assert (run.minutes, run.metres, run.warmed_up, run.note) == (32, 5_200, True, "Flat.")
    assert [entry.score for entry in case.store.diary.of_workout(run.id)] == [2]
    assert "Running: 5.2 km, 32 min" in words(view)
    assert form.sports.buttons["running"].hasFocus(), "what was kept is asked anew"
    assert not form.save.isVisible()


def test_the_other_knee_and_an_answer_taken_back(case: Case, view: LogView) -> None:
    choose(view, "activity")
    form = view.entry.activity
    QTest.mouseClick(form.sports.buttons["yoga"], MOUSE)
    QTest.mouseClick(find(form, "Right knee, too"), MOUSE)
    asked = "How was your right knee? Leave it open if you like. 4 of 10"
    QTest.mouseClick(find(form, asked), MOUSE)
    assert list(form.answer.scores) == [(Side.RIGHT, 4)]
    QTest.mouseClick(find(form, asked), MOUSE)
    assert list(form.answer.scores) == []


def test_what_is_wrong_stands_beside_its_field(case: Case, view: LogView) -> None:
    choose(view, "activity")
    form = view.entry.activity
    QTest.mouseClick(form.sports.buttons["running"], MOUSE)
    type_in(form.minutes, "an hour")
    type_in(form.distance, "5")
    QTest.mouseClick(form.save, MOUSE)
    assert form.minutes.problem.text() == "Minutes are a whole number from 1 to 1,440."
    assert form.minutes.problem.isVisible()
    assert (form.minutes.text, form.distance.text) == ("an hour", "5")
    type_in(form.minutes, "60")
    QTest.keyClick(form.minutes.field, Qt.Key.Key_Return)
    assert len(case.store.workouts.between(None, date.max)) == 1


def test_an_activity_is_edited_in_its_place_and_escape_leaves_it(case: Case, view: LogView) -> None:
    choose(view, "activity")
    QTest.mouseClick(view.entry.activity.sports.buttons["walking"], MOUSE)
    type_in(view.entry.activity.minutes, "20")
    QTest.mouseClick(view.entry.activity.save, MOUSE)
    QTest.mouseClick(find(view, "Edit: Walking: 20 min, 08:00"), MOUSE)
    assert the_edited(view).sports.buttons["walking"].hasFocus()
    press(the_edited(view), "Esc")
    assert find(view, "Edit: Walking: 20 min, 08:00").hasFocus()
    QTest.mouseClick(find(view, "Edit: Walking: 20 min, 08:00"), MOUSE)
    form = the_edited(view)
    QTest.mouseClick(form.sports.buttons["running"], MOUSE)
    type_in(form.distance, "3")
    QTest.mouseClick(form.save, MOUSE)
    assert "Running: 3 km, 20 min" in words(view)
    assert "changed by hand" in words(view)
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert "Walking: 20 min" in words(view)
    assert "changed by hand" not in words(view)


def test_a_long_run_is_pointed_out_quietly(case: Case, view: LogView) -> None:
    choose(view, "activity")
    form = view.entry.activity
    for distance in ("4", "9"):
        case.clock.wall += timedelta(hours=1)  # type: ignore[attr-defined]
        QTest.mouseClick(form.sports.buttons["running"], MOUSE)
        type_in(form.distance, distance)
        QTest.mouseClick(form.save, MOUSE)
    assert "Your log shows 4 km as the longest run" in words(view)
    assert [run.sport for run in case.store.workouts.between(None, date.max)] == [Sport.RUNNING] * 2


# Totals


def test_a_total_is_kept_with_a_name_of_before(case: Case, view: LogView) -> None:
    earlier = TotalScore(
        id=new_id(), day=TODAY - timedelta(days=9), name="AKPS", value=70, most=100
    )
    case.store.total_scores.add(earlier)
    choose(view, "total")
    form = view.entry.total
    QTest.mouseClick(find(form, "Name it AKPS"), MOUSE)
    assert (form.name.text, form.most.text) == ("AKPS", "100")
    assert form.value.field.hasFocus()
    QTest.keyClicks(form.value.field, "78")
    QTest.mouseClick(form.day.minus, MOUSE)
    QTest.keyClick(form.value.field, Qt.Key.Key_Return)
    added = case.store.total_scores.between(None, date.max)[-1]
    assert (added.value, added.most, added.day) == (78, 100, TODAY - timedelta(days=1))
    assert form.name.text == ""


def test_a_total_is_refused_corrected_and_edited(case: Case, view: LogView) -> None:
    choose(view, "total")
    form = view.entry.total
    type_in(form.name, "KOOS-PF")
    type_in(form.value, "120")
    type_in(form.most, "100")
    QTest.mouseClick(form.save, MOUSE)
    assert "The total is more than what it is out of" in words(form)
    type_in(form.value, "62,5")
    QTest.mouseClick(form.save, MOUSE)
    QTest.mouseClick(find(view, "Edit: KOOS-PF: 62.5 of 100"), MOUSE)
    edited = view.edited
    assert isinstance(edited, TotalEntry)
    assert edited.name.field.hasFocus()
    press(edited, "Esc")
    QTest.mouseClick(find(view, "Delete: KOOS-PF: 62.5 of 100"), MOUSE)
    assert case.store.total_scores.between(None, date.max) == []
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert len(case.store.total_scores.between(None, date.max)) == 1


# Pain relievers


def test_a_reliever_by_keyboard_on_another_day(case: Case, view: LogView) -> None:
    card = view.reliever
    tab_to(card.switch)
    QTest.keyClick(card.switch, Qt.Key.Key_Space)
    tab_to(card.other)
    QTest.keyClick(card.other, Qt.Key.Key_Space)
    assert card.day.field.hasFocus()
    QTest.mouseClick(card.day.minus, MOUSE)
    assert "Took a pain reliever on Sunday 1 March" in words(card)
    assert not card.switch.isChecked()
    QTest.mouseClick(card.switch, MOUSE)
    assert len(case.store.diary.relievers(None, date.max)) == 2
    QTest.mouseClick(find(view, "Delete: Pain reliever taken, Sunday 1 March"), MOUSE)
    assert case.store.diary.relievers(None, date.max) == {TODAY}


# Room


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
@pytest.mark.parametrize("kind", ["activity", "total"])
@pytest.mark.parametrize("wide", [784, 1126])
def test_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, case: Case, scale: float, kind: str, wide: int
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    view = opened(qtbot, case, (wide, 596))
    choose(view, kind)
    QTest.mouseClick(view.entry.activity.sports.buttons["running"], MOUSE)
    QTest.mouseClick(view.reliever.other, MOUSE)
    QApplication.processEvents()
    for each in view.findChildren(QPushButton) + view.findChildren(QLabel):
        if each.isVisible():
            right = each.mapTo(view, each.rect().topRight()).x()
            assert right <= view.width(), each.text()
    apply_theme(qapp, Theme.LIGHT)
