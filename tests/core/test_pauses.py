"""Pauses of a plan, checked against a calendar that is gone through date by date."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabtimer.core.schedule import THREE_DAYS, Pause, Plan, PlanChange

START = date(2026, 3, 2)  # a Monday
SPAN = range(-10, 120)


def on(number: int) -> date:
    """The date so many days after the start."""
    return START + timedelta(days=number)


def paused(*spans: tuple[int, int | None], days: int = 42) -> Plan:
    """A plan with pauses, by days after the start, both ends included."""
    pauses = (Pause(since=on(a), until=None if b is None else on(b)) for a, b in spans)
    return Plan(started_on=START, days=days, pauses=tuple(pauses))


# ------------------------------------------------------------------ in words


def test_a_week_away_moves_the_end_by_a_week() -> None:
    plan = paused((10, 16))

    assert plan.last_day == Plan(started_on=START).last_day + timedelta(days=7)
    assert [plan.day(on(n)) for n in (9, 10, 16, 17)] == [10, 10, 10, 11]
    assert [plan.is_paused(on(n)) for n in (9, 10, 16, 17)] == [False, True, True, False]
    assert [plan.is_planned(on(n)) for n in (9, 10, 16, 17)] == [True, False, False, True]


def test_the_week_goes_on_after_a_pause() -> None:
    dates = paused((10, 16)).week_dates(on(9))

    assert dates == tuple(on(n) for n in (7, 8, 9, 17, 18, 19, 20))


def test_the_week_of_a_paused_date_holds_it_too() -> None:
    plan = paused((10, 16))

    assert plan.week_dates(on(12)) == tuple(on(n) for n in (7, 8, 9, 12, 17, 18, 19))
    assert paused((7, 9)).week_dates(on(8)) == tuple(on(n) for n in (8, 10, 11, 12, 13, 14, 15))


def test_a_pause_that_goes_on_ends_today_as_far_as_is_known() -> None:
    plan = paused((10, None))

    assert plan.week_dates(on(12)) == tuple(on(n) for n in (7, 8, 9, 12, 13, 14, 15))
    assert [plan.day(on(n)) for n in (10, 12, 90)] == [10, 10, 10]
    assert plan.is_paused(on(90))
    assert not plan.is_planned(on(90))
    assert plan.last_day == on(41)
    assert plan.last_day_on(on(9)) == on(42)  # of a pause to come, its first date is known
    assert plan.last_day_on(on(12)) == on(44)
    assert plan.settled(on(12)).pauses == (Pause(since=on(10), until=on(12)),)


def test_a_pause_from_the_first_day_on_is_day_one() -> None:
    plan = paused((0, 4))

    assert [plan.day(on(n)) for n in (-1, 0, 4, 5, 6)] == [0, 1, 1, 1, 2]
    assert plan.week_dates(on(2)) == tuple(on(n) for n in (2, 5, 6, 7, 8, 9, 10))
    assert plan.date_of(1) == on(5)


def test_a_pause_outside_of_the_programme_changes_nothing() -> None:
    plain, other = paused(days=7), paused((-5, -1), (7, 20), (40, None), days=7)

    assert other.last_day == plain.last_day
    assert not any(other.is_paused(on(n)) for n in SPAN)
    assert [other.day(on(n)) for n in SPAN] == [plain.day(on(n)) for n in SPAN]


def test_days_of_two_pauses_count_once() -> None:
    assert paused((3, 8), (5, 6), (8, 10)).last_day == paused((3, 10)).last_day
    assert paused((3, None), (5, 6)).day(on(30)) == 3


def test_pauses_need_not_be_in_order() -> None:
    assert paused((20, 22), (3, 4)).last_day == paused((3, 4), (20, 22)).last_day == on(46)


def test_weekdays_stay_weekdays_through_a_pause() -> None:
    plan = paused((2, 5))
    changes = (PlanChange(since=START, weekdays=THREE_DAYS),)
    plan = Plan(started_on=START, changes=changes, pauses=plan.pauses)

    assert [n for n in range(12) if plan.is_planned(on(n))] == [0, 7, 9, 11]


@pytest.mark.parametrize("day", [-20, -1, 0, 1, 42, 43])
def test_a_plan_without_pauses_is_a_plain_calendar(day: int) -> None:
    assert Plan(started_on=START).date_of(day) == on(day - 1)


# ------------------------------------------------------------------ date by date


class Calendar:
    """Goes through the dates one after the other, and says of each what it is."""

    def __init__(self, plan: Plan) -> None:
        self.numbers: dict[date, int] = {}
        self.paused: set[date] = set()
        counted = 0
        for one in map(on, range(400)):
            is_off = any(p.since <= one and (not p.until or one <= p.until) for p in plan.pauses)
            if is_off and counted < plan.days:
                self.paused.add(one)
            else:
                counted += 1
            self.numbers[one] = max(1, counted)

    def dates(self) -> list[date]:
        """The dates that count, in order."""
        return [one for one in self.numbers if one not in self.paused]


CLOSED = st.lists(
    st.tuples(st.integers(-5, 80), st.integers(0, 20)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=4,
)
OPEN = st.none() | st.integers(-5, 80)
LENGTH = st.integers(1, 42)


def made(closed: list[tuple[int, int]], still: int | None, days: int) -> Plan:
    return paused(*closed, *([] if still is None else [(still, None)]), days=days)


@settings(max_examples=200)
@given(CLOSED, OPEN, LENGTH)
def test_days_agree_with_the_calendar(
    closed: list[tuple[int, int]], still: int | None, days: int
) -> None:
    plan = made(closed, still, days)
    calendar = Calendar(plan)
    for number in range(120):
        assert plan.day(on(number)) == calendar.numbers[on(number)]
        assert plan.is_paused(on(number)) is (on(number) in calendar.paused)


@settings(max_examples=200)
@given(CLOSED, LENGTH)
def test_dates_agree_with_the_calendar(closed: list[tuple[int, int]], days: int) -> None:
    plan = made(closed, None, days)
    dates = Calendar(plan).dates()
    assert plan.last_day == dates[days - 1]
    assert [plan.date_of(n) for n in range(1, 61)] == dates[:60]
    planned = {one for one in map(on, range(300)) if plan.is_planned(one)}
    assert planned == set(dates[:days])


@settings(max_examples=200)
@given(CLOSED, OPEN, LENGTH, st.integers(-10, 119))
def test_weeks_agree_with_the_calendar(
    closed: list[tuple[int, int]], still: int | None, days: int, number: int
) -> None:
    plan = made(closed, still, days)
    known = plan.settled(on(number))
    dates = plan.week_dates(on(number))
    assert on(number) in dates
    assert len(set(dates)) == 7
    assert list(dates) == sorted(dates)
    counting = [one for one in dates if not known.is_paused(one)]
    assert len(counting) == 7 - plan.is_paused(on(number))
    numbers = [known.day(one) for one in counting]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert numbers[0] % 7 == 1


@settings(max_examples=200)
@given(CLOSED, OPEN, LENGTH, st.integers(0, 119))
def test_the_end_known_today_is_that_of_a_pause_that_ends_today(
    closed: list[tuple[int, int]], still: int | None, days: int, today: int
) -> None:
    ended = [] if still is None else [(still, max(still, today))]
    known = paused(*closed, *ended, days=days)
    plan = made(closed, still, days)
    assert plan.last_day_on(on(today)) == known.last_day
    assert plan.runs(on(today)) is (on(today) <= known.last_day)
