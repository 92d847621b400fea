"""The programme week in words."""

from datetime import date, timedelta

import pytest

from rehabtimer.core.records import SessionDay
from rehabtimer.core.schedule import THREE_DAYS, Pause, Plan, PlanChange
from rehabtimer.insights.adherence import this_week, week_adherence
from rehabtimer.presenters.week import week_text

MONDAY = date(2026, 3, 2)
FRIDAY = 5
THRICE = Plan(started_on=MONDAY, changes=(PlanChange(since=MONDAY, weekdays=THREE_DAYS),))


def on(day: int) -> date:
    return MONDAY + timedelta(days=day - 1)


def said(plan: Plan, today: int, full: tuple[int, ...], partial: tuple[int, ...] = ()) -> str:
    done = [SessionDay(on(day), 10, 10) for day in full]
    done += [SessionDay(on(day), 10, 5) for day in partial]
    return week_text(week_adherence(done, plan, on(today)))


@pytest.mark.parametrize(
    "full,partial,text",
    [
        ((), (), "No sessions yet this week. Any day is a good day to come back."),
        ((1,), (), "1 session of 3 so far."),
        ((1, 3), (), "2 sessions of 3 so far."),
        ((), (1,), "1 session done in part, of 3 so far."),
        ((), (1, 3), "2 sessions done in part, of 3 so far."),
        ((1,), (3,), "1 whole session and 1 in part, of 3 so far."),
        ((1, 3), (5,), "2 whole sessions and 1 in part, of 3 so far."),
        ((1, 2, 3), (), "2 sessions of 3 so far. 1 more beside the plan."),
        ((1, 2), (3, 4), "1 whole session and 1 in part, of 3 so far. 2 more beside the plan."),
        ((2,), (), "1 session beside the plan, which asked for 3 so far."),
        ((2,), (4,), "2 sessions beside the plan, which asked for 3 so far."),
    ],
)
def test_how_many_sessions_there_were(
    full: tuple[int, ...], partial: tuple[int, ...], text: str
) -> None:
    assert said(THRICE, FRIDAY, full, partial) == text


def test_before_anything_is_due() -> None:
    plan = Plan(started_on=MONDAY, changes=(PlanChange(since=MONDAY, weekdays=(5,)),))
    assert said(plan, 1, ()) == "No sessions yet this week."


@pytest.mark.parametrize(
    "full,partial,text",
    [
        ((), (), "No sessions yet this week."),
        ((50, 51), (), "2 sessions so far."),
        ((), (51,), "1 session done in part so far."),
        ((50,), (51,), "1 whole session and 1 in part so far."),
    ],
)
def test_after_the_end_nothing_is_planned(
    full: tuple[int, ...], partial: tuple[int, ...], text: str
) -> None:
    assert said(Plan(started_on=MONDAY), 52, full, partial) == text


def test_the_week_is_that_of_the_programme() -> None:
    assert this_week(Plan(started_on=on(3)), on(11)) == tuple(on(day) for day in range(10, 17))


@pytest.mark.parametrize(
    "pause, today", [(Pause(since=on(4)), 66), (Pause(since=on(60), until=on(65)), 66)]
)
def test_with_paused_days_in_it_the_week_is_that_of_the_calendar(pause: Pause, today: int) -> None:
    plan = Plan(started_on=on(3), days=100, pauses=(pause,))
    assert this_week(plan, on(today)) == tuple(on(day) for day in range(64, 71))


def test_what_was_done_before_a_long_pause_is_not_of_this_week() -> None:
    plan = Plan(started_on=MONDAY, pauses=(Pause(since=on(31)),))
    assert said(plan, 91, (29, 30)) == "No sessions yet this week."
