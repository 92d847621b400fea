"""When the log says that it is time to see somebody."""

from datetime import date, timedelta

import pytest

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain
from rehabtimer.core.schedule import Pause, Plan
from rehabtimer.insights.doctor import should_see

START = date(2026, 3, 2)
PLAN = Plan(started_on=START)


def on(day: int) -> date:
    return START + timedelta(days=day - 1)


def logged(scores: dict[int, int], knee: Side = Side.LEFT) -> list[DailyPain]:
    return [DailyPain(on(day), knee, score) for day, score in scores.items()]


@pytest.mark.parametrize("today, expected", [(20, False), (21, True), (22, True), (60, True)])
def test_it_is_said_from_the_third_week_on(today: int, expected: bool) -> None:
    assert should_see(PLAN, logged({19: 1}), on(today)) is expected


@pytest.mark.parametrize(
    "scores, expected",
    [
        ({}, False),
        ({21: 0}, False),
        ({10: 1}, True),  # the last that is known
        ({5: 1, 10: 0, 15: 0}, True),
        ({5: 9, 10: 0, 15: 0, 20: 0}, False),
        ({10: 0, 15: 0, 20: 1, 25: 5}, True),  # day 25 is still to come
        ({-3: 5}, False),  # before the programme
    ],
)
def test_the_last_three_logged_days_count(scores: dict[int, int], expected: bool) -> None:
    assert should_see(PLAN, logged(scores), on(21)) is expected


def test_either_knee_counts_and_a_day_of_both_is_one() -> None:
    right = logged({18: 2}, Side.RIGHT)
    assert should_see(PLAN, [*logged({18: 0, 19: 0, 20: 0}), *right], on(21))
    assert not should_see(PLAN, [*logged({18: 0, 19: 0, 20: 0, 21: 0}), *right], on(21))


def test_days_are_days_of_the_programme() -> None:
    away = Plan(started_on=START, pauses=(Pause(since=on(8), until=on(14)),))
    assert not should_see(away, logged({19: 1}), on(27))
    assert should_see(away, logged({19: 1}), on(28))
