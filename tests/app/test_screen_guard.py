"""The screen is held while a session wants it, and looked after when nothing else ticks."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rehabtimer.app.screen_guard import ScreenGuard
from rehabtimer.awake.screen import Awake


class Asked(Awake):
    """Notes what it is asked, and asks nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


class Standing:
    """A session that wants the screen for so many seconds more; None while it runs."""

    def __init__(self, left: float | None) -> None:
        self.left = left

    def wants_screen(self) -> bool:
        return self.left is None or self.left > 0

    def seconds_of_screen(self) -> float | None:
        return self.left


@pytest.fixture
def awake(qtbot: QtBot) -> Asked:
    return Asked()


def test_a_session_that_runs_holds_it(awake: Asked) -> None:
    parent = QObject()
    ScreenGuard(awake, Standing(None), parent).look()
    assert awake.asked == ["hold"]


def test_one_that_has_stood_too_long_releases_it(awake: Asked) -> None:
    parent = QObject()
    ScreenGuard(awake, Standing(0.0), parent).look()
    assert awake.asked == ["release"]


def test_a_pause_is_looked_after_without_a_tick(qtbot: QtBot, awake: Asked) -> None:
    parent, session = QObject(), Standing(0.001)
    ScreenGuard(awake, session, parent).look()
    session.left = 0.0
    qtbot.waitUntil(lambda: awake.asked == ["hold", "release"])


def test_after_its_end_nothing_is_looked_after(qtbot: QtBot, awake: Asked) -> None:
    parent, session = QObject(), Standing(0.001)
    guard = ScreenGuard(awake, session, parent)
    guard.look()
    guard.stop()
    assert awake.asked == ["hold", "release"]
    assert not guard._timer.isActive()
