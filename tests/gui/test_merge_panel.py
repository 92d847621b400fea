"""The panel about an export that is taken in, by keyboard alone and at every size of type."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.merge_panel import MergePanel
from rehabtimer.gui.widgets.overlay import Overlay
from rehabtimer.presenters.merge_panel import MergeFrame, Phase
from tests.support.views import show
from tests.support.window import press

LOOKING = MergeFrame(
    phase=Phase.LOOKING,
    title="Looking",
    lead="",
    lines=(),
    conflicts_title="",
    conflicts=(),
    problem="",
    is_working=True,
    progress=0.25,
    progress_text="Reading",
    take="",
    close="Cancel",
)
FOUND = replace(
    LOOKING,
    phase=Phase.FOUND,
    title="Found",
    is_working=False,
    lines=("Sessions: 1 new, 2 the same.",),
    conflicts_title="30 entries are different here and in the file:",
    conflicts=tuple(f"Session {n}: the one here is newer, and stays." for n in range(30)),
    take="Import",
)


@pytest.fixture
def overlay(qtbot: QtBot, qapp: QApplication) -> Overlay:
    apply_theme(qapp, Theme.LIGHT)
    screen = QWidget()
    show(qtbot, screen, (1024, 640))
    return Overlay(screen)


def opened(overlay: Overlay, frame: MergeFrame) -> MergePanel:
    panel = MergePanel(frame)
    overlay.open(panel)
    QApplication.processEvents()
    return panel


def words(panel: MergePanel) -> list[str]:
    QApplication.processEvents()
    return [part.text() for part in panel.findChildren(QLabel) if part.isVisible()]


def test_progress_moves_without_making_anything_anew(overlay: Overlay) -> None:
    panel = opened(overlay, LOOKING)
    button = panel.close_button
    panel.show_frame(replace(LOOKING, progress=0.5, progress_text="Reading more"))
    assert panel.close_button is button
    assert words(panel) == ["Looking", "Reading more"]
    assert panel.bar.accessibleName() == "Reading more"
    panel.show_frame(FOUND)
    assert panel.close_button is not button
    assert not panel.is_working


def test_enter_imports_and_escape_cancels(qtbot: QtBot, overlay: Overlay) -> None:
    panel = opened(overlay, FOUND)
    with qtbot.waitSignal(panel.take_wanted):
        press(panel, "Return")
    with qtbot.waitSignal(panel.closed):
        press(panel, "Esc")


def test_enter_closes_what_is_over(qtbot: QtBot, overlay: Overlay) -> None:
    panel = opened(overlay, replace(FOUND, phase=Phase.DONE, take="", close="Close"))
    with qtbot.waitSignal(panel.closed):
        press(panel, "Return")


def test_the_keyboard_stays_in_the_panel(qtbot: QtBot, overlay: Overlay) -> None:
    panel = opened(overlay, FOUND)
    ways = {Qt.Key.Key_Tab: ("take", "close_button"), Qt.Key.Key_Backtab: ("close_button", "take")}
    for key, order in ways.items():
        panel.setFocus()
        for name in (*order, *order):
            QTest.keyClick(QApplication.focusWidget() or panel, key)
            assert QApplication.focusWidget() is getattr(panel, name)
    with qtbot.waitSignal(panel.take_wanted):
        QTest.keyClick(panel.take, Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_a_long_list_scrolls(qapp: QApplication, overlay: Overlay, scale: float) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    panel = opened(overlay, FOUND)
    assert panel.geometry().top() >= 0
    assert panel.geometry().bottom() <= 640
    assert "Session 29: the one here is newer, and stays." in words(panel)
    apply_theme(qapp, Theme.LIGHT)
