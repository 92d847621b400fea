"""A few buttons of which one is chosen, several, or none: the keyboard comes to each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.presenters.options import Option

KEYS = ("one", "two", "three")


def options(*chosen: str) -> tuple[Option, ...]:
    return tuple(Option(key, key.title(), key in chosen) for key in KEYS)


def shown(qtbot: QtBot, *chosen: str, several: bool = False) -> Choices:
    made = Choices("Which", several=several)
    made.show_options(options(*chosen))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def came_to(made: Choices, key: Qt.Key) -> list[str]:
    """Where one key leads, from the first button on."""
    made.buttons["one"].setFocus()
    found = []
    for _step in KEYS:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        found.append(focused.text())
        QTest.keyClick(focused, key)
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right])
@pytest.mark.parametrize("chosen, several", [((), False), ((), True), (("two",), True)])
def test_the_keyboard_comes_to_each(
    qtbot: QtBot, key: Qt.Key, chosen: tuple[str, ...], several: bool
) -> None:
    assert came_to(shown(qtbot, *chosen, several=several), key) == ["One", "Two", "Three"]


def test_where_one_is_chosen_arrows_choose_another(qtbot: QtBot) -> None:
    made = shown(qtbot, "one")
    assert came_to(made, Qt.Key.Key_Right) == ["One", "Two", "Three"]
    assert made.buttons["three"].isChecked()


def test_none_chosen_then_one_and_none_again(qtbot: QtBot) -> None:
    made = shown(qtbot)
    made.show_options(options("two"))
    assert [b.isChecked() for b in made.buttons.values()] == [False, True, False]
    QTest.mouseClick(made.buttons["three"], Qt.MouseButton.LeftButton)
    assert [b.isChecked() for b in made.buttons.values()] == [False, False, True]
    made.show_options(options())
    assert not any(b.isChecked() for b in made.buttons.values())
    assert came_to(made, Qt.Key.Key_Tab) == ["One", "Two", "Three"]


def test_what_is_pressed_is_told(qtbot: QtBot) -> None:
    made = shown(qtbot, several=True)
    with qtbot.waitSignal(made.chosen) as told:
        QTest.keyClick(made.buttons["two"], Qt.Key.Key_Space)
    assert told.args == ["two"]
