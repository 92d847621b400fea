"""The ticker goes on while time runs, and only then; as often as something changes."""

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer.gui.ticker import CALM_MS, FRAME_MS, Ticker


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


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "left,pace,speed,expected",
    [
        (10.5, FRAME_MS, 1.0, FRAME_MS),
        (10.5, CALM_MS, 1.0, CALM_MS),
        (10.0, CALM_MS, 1.0, CALM_MS),
        (0.005, CALM_MS, 1.0, 5),
        (10.02, CALM_MS, 1.0, 20),  # then the digits change
        (10.02, CALM_MS, 2.0, 20),
        (9.52, CALM_MS, 2.0, 20),  # 19.04 s are left on a clock that is twice as fast
        (0.04, CALM_MS, 60.0, 40),
        (0.5, CALM_MS, 60.0, CALM_MS),  # at this speed nobody reads the digits
        (0.0, CALM_MS, 1.0, 1),
        (10.0000001, CALM_MS, 1.0, 1),
    ],
)
def test_wakes_for_what_comes_next(left: float, pace: int, speed: float, expected: int) -> None:
    ticker = Ticker(lambda: None, lambda: left, pace=lambda: pace, speed=speed)
    ticker.wake()
    assert ticker.is_active
    assert ticker.interval_ms == expected
    ticker.stop()


def test_asks_for_the_pace_after_each_tick(qtbot: QtBot) -> None:
    paces = [FRAME_MS, CALM_MS]
    ticker = Ticker(paces.reverse, lambda: 10.5, pace=lambda: paces[0])
    intervals = []
    for _ in range(2):
        ticker.wake()
        intervals.append(ticker.interval_ms)
    assert intervals == [CALM_MS, FRAME_MS]
    ticker.stop()
