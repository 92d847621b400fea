"""Long work a little at a time: the window stays alive, and what goes wrong ends it."""

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from rehabtimer.gui.stepping import Stepping


def test_all_steps_are_done_and_shown(qtbot: QtBot) -> None:
    parent, left, shown = QObject(), [5], list[int]()
    stepping = Stepping(parent)

    def step() -> bool:
        left[0] -= 1
        return left[0] > 0

    stepping.start(step, lambda: shown.append(left[0]))
    qtbot.waitUntil(lambda: not stepping.is_active)
    assert (left, shown[-1]) == ([0], 0)


def test_others_have_their_turn_meanwhile(qtbot: QtBot) -> None:
    parent, turns = QObject(), list[int]()
    stepping, other = Stepping(parent), QTimer(parent)
    other.timeout.connect(lambda: turns.append(1))
    other.start(0)
    stepping.start(lambda: True, lambda: None)
    qtbot.waitUntil(lambda: len(turns) > 3)
    assert stepping.is_active
    stepping.stop()
    assert not stepping.is_active


def test_a_fault_ends_the_work(qtbot: QtBot) -> None:
    parent = QObject()
    stepping = Stepping(parent)

    def step() -> bool:
        raise ValueError("a fault")

    with qtbot.captureExceptions() as faults:
        stepping.start(step, lambda: pytest.fail("there is nothing to show"))
        qtbot.waitUntil(lambda: bool(faults))
    assert not stepping.is_active
    assert len(faults) == 1
