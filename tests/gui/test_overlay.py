"""A panel over a screen: it has the keys, and gives them back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.gui.widgets.overlay import Overlay, Panel
from rehabtimer.gui.widgets.parts import button, label
from tests.support.window import press


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    screen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    screen.resize(1000, 700)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


@pytest.fixture
def overlay(screen: QWidget) -> Overlay:
    return Overlay(screen)


def panel(*words: str) -> Panel:
    made = Panel()
    made.fill(*(label(word) for word in words))
    return made


def test_nothing_is_to_be_seen_at_first(overlay: Overlay) -> None:
    assert overlay.panel is None
    assert not overlay.isVisible()


def test_a_panel_is_in_the_middle_and_has_the_focus(screen: QWidget, overlay: Overlay) -> None:
    shown = panel("one")
    overlay.open(shown)
    QApplication.processEvents()
    assert overlay.panel is shown
    assert overlay.geometry() == screen.rect()
    assert shown.hasFocus()
    assert abs(shown.geometry().center().x() - screen.rect().center().x()) <= 1


def test_it_grows_with_the_screen(screen: QWidget, overlay: Overlay) -> None:
    overlay.open(panel("one"))
    screen.resize(1300, 900)
    QApplication.processEvents()
    assert overlay.geometry() == screen.rect()


def test_escape_closes_it_and_the_screen_has_the_focus(
    qtbot: QtBot, screen: QWidget, overlay: Overlay
) -> None:
    shown = panel("one")
    overlay.open(shown)
    press(shown, "Esc")
    assert overlay.panel is None
    assert not overlay.isVisible()
    assert screen.hasFocus()


def test_a_second_panel_takes_the_place_of_the_first(overlay: Overlay) -> None:
    first, second = panel("one"), panel("two")
    overlay.open(first)
    overlay.open(second)
    assert overlay.panel is second
    assert not first.isVisible()
    assert second.isVisible()


def test_enter_is_for_the_button_with_the_focus(qtbot: QtBot, overlay: Overlay) -> None:
    shown = Panel()
    plain, answer = button("Not now"), button("3", checkable=True)
    shown.fill(plain, answer)
    overlay.open(shown)
    seen = [shown.focused]
    for made in (plain, answer):
        made.setFocus()
        seen.append(shown.focused)
    assert seen == [None, plain, None], "an answer is given already"


def test_what_lies_below_is_dimmed(screen: QWidget, overlay: Overlay) -> None:
    before = screen.grab().toImage().pixelColor(5, 5).lightness()
    overlay.open(panel("one"))
    QApplication.processEvents()
    assert screen.grab().toImage().pixelColor(5, 5).lightness() < before
