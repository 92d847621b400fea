"""How pain has changed, in two lines on Today: now, or in the last week that was logged."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.trend_card import trend_card
from tests.support.cases import days_pass, welcomed
from tests.support.histories import pain


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, day=1) as case:
        yield case


def two_weeks(case: Case, first: int, second: int, knee: Side = Side.LEFT) -> None:
    start = case.plan.started_on
    case.store.diary.add_all(
        pain(score, start + timedelta(days=day), Moment.MORNING, knee)
        for day, score in enumerate([first] * 7 + [second] * 7)
    )


def said(case: Case, day: int) -> tuple[str, str]:
    days_pass(case, (case.plan.started_on + timedelta(days=day - 1) - case.today).days)
    return trend_card(case, case.today)


@pytest.mark.parametrize(
    "second, text",
    [
        (3, "Your log shows a drop of 2 points."),
        (5, "Your log shows no change."),
        (6, "Your log shows a rise of 1 point."),
    ],
)
def test_lately_it_is_how_it_is_now(case: Case, second: int, text: str) -> None:
    two_weeks(case, 5, second)
    assert said(case, 20) == (f"Left knee: 5 in week 1, {second} now", text)


@pytest.mark.parametrize("day", [28, 400])
def test_what_is_long_ago_is_not_now(case: Case, day: int) -> None:
    two_weeks(case, 5, 3, Side.RIGHT)
    assert said(case, day) == (
        "Right knee: 5 in week 1, 3 in week 2",
        "Week 2 is the last one with three days logged.",
    )


def test_a_long_pause_makes_no_now(case: Case) -> None:
    two_weeks(case, 5, 3)
    said(case, 15)
    case.pause_from(case.today)
    assert said(case, 75)[0] == "Left knee: 5 in week 1, 3 in week 2"


def test_before_two_weeks_it_says_how_to_get_there(case: Case) -> None:
    assert said(case, 1)[0] == "Your pain chart"
