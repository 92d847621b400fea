"""The Settings through their real widgets, by keyboard alone and by mouse; the care page, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.app.wiring import then
from rehabtimer.core.prescription import Wait
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Theme, Units
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.care import CareView
from rehabtimer.gui.views.settings import SettingsView
from rehabtimer.presenters.care import CarePresenter
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.settings import SettingsPresenter
from tests.support.cases import welcomed
from tests.support.views import MOUSE, show, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> SettingsView:
    apply_theme(qapp, Theme.LIGHT)
    view, presenter = SettingsView(), SettingsPresenter(case)

    def fill() -> None:
        view.show_frame(presenter.frame())

    view.time_set.connect(then(presenter.set_time, fill))
    view.wait_chosen.connect(then(presenter.set_wait, fill))
    view.first_chosen.connect(then(presenter.set_first, fill))
    view.group_floor_set.connect(then(presenter.set_group_floor, fill))
    view.theme_chosen.connect(then(presenter.set_theme, fill))
    view.text_size_set.connect(then(presenter.set_text_size, fill))
    view.day_start_set.connect(then(presenter.set_day_start, fill))
    view.units_chosen.connect(then(presenter.set_units, fill))
    view.defaults_wanted.connect(then(presenter.restore_defaults, fill))
    view.undo_wanted.connect(then(presenter.undo, fill))
    fill()
    show(qtbot, view)
    return view


def test_times_are_set_by_keyboard(case: Case, view: SettingsView) -> None:
    field = view.steppers["go"].field
    tab_to(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert case.settings.timing.go == 2.5
    field.selectAll()
    QTest.keyClicks(field, "4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert case.settings.timing.go == 4


def test_times_are_set_by_mouse_up_to_their_limits(case: Case, view: SettingsView) -> None:
    prepare = view.steppers["prepare"]
    for _ in range(8):
        QTest.mouseClick(prepare.minus, MOUSE)
    assert case.settings.timing.prepare == 0
    assert not prepare.minus.isEnabled()
    assert prepare.field.text() == "0 s"


def test_choices_are_made_by_keyboard(case: Case, view: SettingsView) -> None:
    tab_to(view.waits.buttons["never"])
    QTest.keyClick(view.waits.buttons["never"], Qt.Key.Key_Right)
    assert case.settings.wait is Wait.EXERCISE
    tab_to(view.group_floor)
    QTest.keyClick(view.group_floor, Qt.Key.Key_Space)
    assert case.settings.group_floor


def test_choices_are_made_by_mouse(case: Case, view: SettingsView) -> None:
    QTest.mouseClick(view.waits.buttons["set"], MOUSE)
    QTest.mouseClick(view.first_sides.buttons["right"], MOUSE)
    QTest.mouseClick(view.day_start.plus, MOUSE)
    settings = case.settings
    assert (settings.wait, settings.first, settings.day_start) == (Wait.SET, Side.RIGHT, 5)
    assert not view.waits.buttons["never"].isChecked()


def test_another_look_is_told_at_once(qtbot: QtBot, view: SettingsView) -> None:
    with qtbot.waitSignal(view.look_changed) as told:
        QTest.mouseClick(view.themes.buttons["dark"], MOUSE)
    assert told.args == [Theme.DARK, 1.0]
    with qtbot.waitSignal(view.look_changed) as told:
        QTest.mouseClick(view.text_size.plus, MOUSE)
    assert told.args == [Theme.DARK, 1.1]


def test_other_settings_leave_the_look_alone(qtbot: QtBot, view: SettingsView) -> None:
    with qtbot.assertNotEmitted(view.look_changed):
        QTest.mouseClick(view.waits.buttons["set"], MOUSE)


def test_defaults_come_back_and_go_again(qtbot: QtBot, case: Case, view: SettingsView) -> None:
    assert not view.defaults.isEnabled()
    QTest.mouseClick(view.themes.buttons["dark"], MOUSE)
    before = case.settings
    with qtbot.waitSignal(view.look_changed):
        QTest.mouseClick(view.defaults, MOUSE)
    assert case.settings.theme is Theme.SYSTEM
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert case.settings == before
    assert not view.undo.isVisible()


def test_distances_are_told_in_miles_by_keyboard(case: Case, view: SettingsView) -> None:
    kilometres = view.units.buttons["km"]
    tab_to(kilometres)
    QTest.keyClick(kilometres, Qt.Key.Key_Right)
    assert case.settings.units is Units.MILES


def test_a_turning_wheel_changes_no_number(view: SettingsView) -> None:
    field = view.steppers["rest"].field
    field.setFocus()
    middle = QPointF(field.rect().center())
    wheel = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value() == 30


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_cards_fit_the_smallest_window(
    qapp: QApplication, view: SettingsView, scale: float
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    qapp.processEvents()
    for stepper in view.steppers.values():
        right = stepper.mapTo(view, stepper.rect().topRight()).x()
        assert right <= view.width()
        needed = stepper.field.fontMetrics().horizontalAdvance(stepper.field.text())
        assert stepper.field.lineEdit().width() >= needed
    apply_theme(qapp, Theme.LIGHT)


def test_the_care_page_shows_its_text_and_leads_nowhere(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    view = CareView()
    qtbot.addWidget(view)
    view.show_frame(CarePresenter(paths.resources()).frame())
    view.show()
    assert view.title.text() == "When to see someone"
    assert "numb or cold" in view.text.toPlainText()
    assert "**" not in view.text.toPlainText()
    assert not view.text.openExternalLinks()
    assert not view.text.openLinks()
