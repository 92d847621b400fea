"""The toolkit itself: a release that miscounts references aborts the program within minutes."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 1000


@pytest.mark.parametrize("name", ["moveTo", "update", "setText"])
def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot, name: str) -> None:
    path, widget, text = QPainterPath(), QWidget(), QLabel()
    qtbot.addWidget(widget)
    qtbot.addWidget(text)
    calls: dict[str, Callable[[], None]] = {
        "moveTo": lambda: path.moveTo(1, 2),
        "update": widget.update,
        "setText": lambda: text.setText("a"),
    }
    call = calls[name]
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    assert sys.getrefcount(None) > before - CALLS / 2
