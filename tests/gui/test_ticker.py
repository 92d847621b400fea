"""The ticker goes on while time runs, and only then."""

from pytestqt.qtbot import QtBot

from rehabtimer.gui.ticker import Ticker


def test_goes_on_when_the_boundary_has_come_between_tick_and_question(qtbot: QtBot) -> None:
    ticks: list[int] = []
    ticker = Ticker(lambda: ticks.append(1), lambda: 0.0)
    ticker.wake()
    assert ticker.is_active
    qtbot.waitUntil(lambda: len(ticks) > 2)
    ticker.stop()


def test_stops_when_the_clock_stands_still(qtbot: QtBot) -> None:
    ticker = Ticker(lambda: None, lambda: None)
    ticker.wake()
    assert not ticker.is_active


def test_wakes_at_the_boundary_and_not_only_at_the_next_frame(qtbot: QtBot) -> None:
    ticker = Ticker(lambda: None, lambda: 0.005)
    ticker.wake()
    assert ticker.is_active
    assert ticker.interval_ms <= 5
    ticker.stop()
