"""Single views, shown alone: what their tests share."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

MOUSE = Qt.MouseButton.LeftButton
PAGE = (1024 - 168 - 64, 640 - 44)  # the room for a page in the smallest window
_MOST_STOPS = 100


def show(qtbot: QtBot, view: QWidget, size: tuple[int, int] = PAGE) -> None:
    """Show a view as the active window, and take it away at the end of the test."""
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)


def tab_to(wanted: QWidget) -> None:
    """Press Tab until the keyboard is there."""
    for _stop in range(_MOST_STOPS):
        focused = QApplication.focusWidget()
        if focused is wanted:
            return
        assert focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError("Tab never gets there")
