"""Programme days and weeks, planned days, and where a day begins."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS, Plan, PlanChange, training_day

A_THURSDAY = date(2026, 1, 1)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
WEEKDAYS = st.sets(st.integers(1, 7)).map(lambda days: tuple(sorted(days)))


def day(number: int) -> date:
    """The date of a programme day."""
    return A_THURSDAY + timedelta(days=number - 1)


# ------------------------------------------------------------------ days and weeks


@pytest.mark.parametrize(
    "number, week",
    [
        (-7, -1),
        (-6, 0),
        (0, 0),
        (1, 1),
        (7, 1),
        (8, 2),
        (14, 2),
        (15, 3),
        (36, 6),
        (42, 6),
        (43, 7),
    ],
)
def test_the_week_of_a_day(number: int, week: int) -> None:
    plan = Plan(started_on=A_THURSDAY)

    assert plan.day(day(number)) == number
    assert plan.week(day(number)) == week


@given(DAYS, st.integers(0, 1000))
def test_a_week_has_seven_dates_and_holds_its_own(start: date, later: int) -> None:
    plan = Plan(started_on=start)
    on = start + timedelta(days=later)

    dates = plan.week_dates(on)

    assert on in dates
    assert len(set(dates)) == 7
    assert {plan.week(one) for one in dates} == {plan.week(on)}
    assert list(dates) == sorted(dates)


def test_the_programme_ends_after_its_days() -> None:
    plan = Plan(started_on=A_THURSDAY)

    assert plan.last_day == date(2026, 2, 11)
    assert plan.is_planned(plan.last_day)
    assert not plan.is_planned(plan.last_day + timedelta(days=1))
    assert not plan.is_planned(A_THURSDAY - timedelta(days=1))


# ------------------------------------------------------------------ the plan


@pytest.mark.parametrize("weekdays, sessions", [(EVERY_DAY, 42), (THREE_DAYS, 18), ((), 0)])
def test_sessions_of_a_plan(weekdays: tuple[int, ...], sessions: int) -> None:
    changes = (PlanChange(since=A_THURSDAY, weekdays=weekdays),)
    plan = Plan(started_on=A_THURSDAY, changes=changes)

    assert sum(plan.is_planned(day(number)) for number in range(-10, 60)) == sessions


def test_a_plan_without_changes_is_every_day() -> None:
    assert Plan(started_on=A_THURSDAY).weekdays(A_THURSDAY) == EVERY_DAY


def test_the_first_choice_holds_from_the_start() -> None:
    plan = Plan(started_on=A_THURSDAY, changes=(PlanChange(since=day(3), weekdays=THREE_DAYS),))

    assert plan.weekdays(day(1)) == THREE_DAYS
    assert [plan.is_planned(day(number)) for number in (1, 2)] == [False, True]


def test_a_change_holds_from_its_date_on() -> None:
    plan = Plan(
        started_on=A_THURSDAY,
        changes=(
            PlanChange(since=A_THURSDAY),
            PlanChange(since=day(10), weekdays=THREE_DAYS),
            PlanChange(since=day(20), weekdays=(6, 7)),
        ),
    )

    assert [plan.weekdays(day(number)) for number in (9, 10, 19, 20)] == [
        EVERY_DAY,
        THREE_DAYS,
        THREE_DAYS,
        (6, 7),
    ]


@given(
    DAYS,
    st.lists(st.tuples(st.integers(0, 60), WEEKDAYS), max_size=4, unique_by=lambda c: c[0]),
    WEEKDAYS,
    st.integers(0, 60),
)
def test_a_change_never_rewrites_the_past(
    start: date, earlier: list[tuple[int, tuple[int, ...]]], new: tuple[int, ...], wait: int
) -> None:
    changes = (
        PlanChange(since=start),
        *(
            PlanChange(since=start + timedelta(days=days), weekdays=weekdays)
            for days, weekdays in sorted(earlier)
        ),
    )
    since = changes[-1].since + timedelta(days=wait)
    old = Plan(started_on=start, changes=changes)
    plan = Plan(started_on=start, changes=(*changes, PlanChange(since=since, weekdays=new)))

    past = [start + timedelta(days=days) for days in range((since - start).days)]

    assert [plan.is_planned(on) for on in past] == [old.is_planned(on) for on in past]
    assert plan.weekdays(since) == new


# ------------------------------------------------------------------ where a day begins


@pytest.mark.parametrize(
    "hour, minute, expected",
    [(0, 0, 9), (3, 59, 9), (4, 0, 10), (12, 0, 10), (23, 59, 10)],
)
def test_the_small_hours_belong_to_the_day_before(hour: int, minute: int, expected: int) -> None:
    moment = datetime(2026, 3, 10, hour, minute, tzinfo=UTC)

    assert training_day(moment) == date(2026, 3, expected)


@pytest.mark.parametrize("day_start, expected", [(0, 10), (2, 10), (3, 9), (12, 9)])
def test_the_hour_at_which_a_day_begins_can_be_chosen(day_start: int, expected: int) -> None:
    moment = datetime(2026, 3, 10, 2, 30, tzinfo=UTC)

    assert training_day(moment, day_start) == date(2026, 3, expected)


def test_a_change_of_the_clocks_moves_no_day() -> None:
    """On 29 March 2026 Berlin has no 02:30, and 25 October has two; 86,400 s would be wrong."""
    berlin = ZoneInfo("Europe/Berlin")
    for on, hours in ((date(2026, 3, 29), 23), (date(2026, 10, 25), 25)):
        begin = datetime(on.year, on.month, on.day, 4, tzinfo=berlin).astimezone(UTC)
        eve = datetime(on.year, on.month, on.day - 1, 4, tzinfo=berlin).astimezone(UTC)
        minutes = [eve + timedelta(minutes=n) for n in range(hours * 60)]

        assert begin - eve == timedelta(hours=hours)
        assert {training_day(m.astimezone(berlin)) for m in minutes} == {on - timedelta(days=1)}
        assert training_day(begin.astimezone(berlin)) == on


def test_the_hour_that_comes_twice_counts_for_one_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold) for fold in (0, 1)]

    assert twice[0].utcoffset() != twice[1].utcoffset()
    assert [training_day(moment) for moment in twice] == [date(2026, 10, 24)] * 2


def test_over_the_date_line_the_day_is_the_one_on_the_wall() -> None:
    """A flight from Auckland to Honolulu lives one date twice, the other way skips one."""
    moment = datetime(2026, 6, 15, 18, 0, tzinfo=UTC)

    assert training_day(moment.astimezone(ZoneInfo("Pacific/Auckland"))) == date(2026, 6, 16)
    assert training_day(moment.astimezone(ZoneInfo("Pacific/Honolulu"))) == date(2026, 6, 15)
    assert training_day(moment.astimezone(ZoneInfo("Pacific/Kiritimati"))) == date(2026, 6, 16)
