"""Which sessions were done; checked against a plain recount of made-up histories."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabtimer.core.records import SessionDay
from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS, Pause, Plan, PlanChange
from rehabtimer.insights.adherence import (
    Adherence,
    Done,
    Kind,
    adherence,
    adherence_over,
    calendar_dates,
    is_asked,
    this_week,
    week_adherence,
)

MONDAY = date(2026, 3, 2)
DAILY = Plan(started_on=MONDAY)
THRICE = Plan(started_on=MONDAY, changes=(PlanChange(since=MONDAY, weekdays=THREE_DAYS),))


def on(day: int) -> date:
    return MONDAY + timedelta(days=day - 1)


def session(day: int, done: int = 10) -> SessionDay:
    return SessionDay(on(day), 10, done)


def week(sessions: list[SessionDay], today: int, plan: Plan = DAILY) -> Adherence:
    return week_adherence(sessions, plan, on(today))


def kinds(found: Adherence) -> list[Kind]:
    return [day.kind for day in found.days]


def test_a_week_as_today_shows_it() -> None:
    found = week([session(1), session(2), session(3, 5)], today=5)
    full, part, missed, to_come = Kind.FULL, Kind.PARTIAL, Kind.MISSED, Kind.TO_COME
    assert kinds(found) == [full, full, part, missed, to_come, to_come, to_come]
    assert (found.full, found.partial, found.sessions, found.planned) == (2, 1, 3, 5)
    assert (found.missed, found.extra) == (1, 0)


def test_a_session_in_which_nothing_was_done_is_none() -> None:
    assert kinds(week([session(1, 0), session(2, 0)], today=2))[:2] == [Kind.MISSED, Kind.TO_COME]


def test_a_rest_day_is_not_missed() -> None:
    found = week([session(1)], today=4, plan=THRICE)
    full, rest, missed, to_come = Kind.FULL, Kind.REST, Kind.MISSED, Kind.TO_COME
    assert kinds(found) == [full, rest, missed, rest, to_come, rest, rest]
    assert (found.planned, found.missed) == (2, 1)


def test_a_session_on_a_rest_day_is_extra_and_counts() -> None:
    found = week([session(1), session(2), session(4, 3)], today=4, plan=THRICE)
    assert [(day.kind, day.done) for day in found.days[1:4:2]] == [
        (Kind.EXTRA, Done.FULL),
        (Kind.EXTRA, Done.PARTIAL),
    ]
    assert (found.full, found.partial, found.extra, found.planned) == (2, 1, 2, 2)


def test_days_outside_the_programme_are_neither_rest_nor_missed() -> None:
    short = Plan(started_on=MONDAY, days=3)
    assert kinds(adherence([session(5)], short, on(6), calendar_dates(on(0), on(6)))) == [
        Kind.OUTSIDE,
        Kind.MISSED,
        Kind.MISSED,
        Kind.MISSED,
        Kind.OUTSIDE,
        Kind.EXTRA,
        Kind.OUTSIDE,
    ]


def test_sessions_of_other_days_do_not_count() -> None:
    assert week([session(1), session(8)], today=9).sessions == 1


def test_days_carry_date_and_number() -> None:
    days = week([], today=10).days
    assert [(day.day, day.on) for day in days] == [(n, on(n)) for n in range(8, 15)]


def test_calendar_dates_hold_both_ends() -> None:
    assert calendar_dates(on(2), on(4)) == (on(2), on(3), on(4))
    assert calendar_dates(on(4), on(3)) == ()


AWAY = Plan(started_on=MONDAY, pauses=(Pause(since=on(3), until=on(5)),))


def test_a_paused_day_asks_for_nothing() -> None:
    found = adherence([session(4, 3)], AWAY, on(9), calendar_dates(on(1), on(7)))
    missed, paused = Kind.MISSED, Kind.PAUSED
    assert kinds(found) == [missed, missed, paused, Kind.EXTRA, paused, missed, missed]
    assert [day.day for day in found.days] == [1, 2, 2, 2, 2, 3, 4]
    assert (found.planned, found.missed, found.extra, found.partial) == (4, 4, 1, 1)


def test_the_week_of_a_paused_day_holds_it() -> None:
    still = Plan(started_on=MONDAY, pauses=(Pause(since=on(3)),))
    paused = Kind.PAUSED
    assert kinds(week([session(1)], today=4, plan=still)) == [
        Kind.FULL,
        Kind.MISSED,
        *[paused] * 5,
    ]


DONE = st.dictionaries(st.integers(-3, 50), st.integers(0, 10), max_size=50)
WEEKDAYS = st.sets(st.sampled_from(EVERY_DAY)).map(sorted).map(tuple)


@settings(max_examples=300)
@given(DONE, WEEKDAYS, WEEKDAYS, st.integers(1, 42), st.integers(-2, 50))
def test_counts_agree_with_a_recount(
    done: dict[int, int],
    before: tuple[int, ...],
    after: tuple[int, ...],
    changed: int,
    today: int,
) -> None:
    changes = (
        PlanChange(since=MONDAY, weekdays=before),
        PlanChange(since=on(changed), weekdays=after),
    )
    plan = Plan(started_on=MONDAY, changes=changes)
    sessions = [session(day, count) for day, count in done.items()]
    found = adherence(sessions, plan, on(today), calendar_dates(on(-4), on(52)))

    planned = {n for n in range(1, 43) if on(n).isoweekday() in (before if n < changed else after)}
    full = {day for day, count in done.items() if count == 10}
    partial = {day for day, count in done.items() if 0 < count < 10}
    begun = full | partial
    assert (found.full, found.partial) == (len(full), len(partial))
    assert found.extra == len(begun - planned)
    assert found.planned == len({day for day in planned if day <= today})
    assert found.missed == len({day for day in planned - begun if day < today})
    by_kind = {kind: {day.day for day in found.days if day.kind is kind} for kind in Kind}
    assert by_kind[Kind.FULL] == full & planned
    assert by_kind[Kind.PARTIAL] == partial & planned
    assert by_kind[Kind.TO_COME] == {day for day in planned - begun if day >= today}
    assert by_kind[Kind.REST] == set(range(1, 43)) - planned - begun


# Several courses


def test_each_date_belongs_to_the_latest_course_that_had_started() -> None:
    first, second = (
        DAILY,
        Plan(started_on=on(10), changes=(PlanChange(since=on(10), weekdays=(1,)),)),
    )
    dates = calendar_dates(on(0), on(15))
    found = adherence_over([session(0), session(9), session(10)], (first, second), on(15), dates)
    assert [day.day for day in found.days[:3]] == [0, 1, 2]
    assert [day.day for day in found.days[9:12]] == [9, 1, 2]
    assert found.days[0].kind is Kind.EXTRA
    assert kinds(found)[9:] == [Kind.FULL, Kind.EXTRA, *[Kind.REST] * 4, Kind.TO_COME]
    assert (found.planned, found.full, found.extra, found.missed) == (10, 3, 2, 8)


def test_a_course_that_starts_later_leaves_the_one_before_running() -> None:
    later = Plan(started_on=on(20))
    found = adherence_over([], (DAILY, later), on(5), calendar_dates(on(4), on(5)))
    assert kinds(found) == [Kind.MISSED, Kind.TO_COME]


def test_dates_before_all_courses_and_after_their_ends_are_not_asked_about() -> None:
    assert not is_asked(on(0), (DAILY,))
    assert is_asked(on(42), (DAILY,))
    assert not is_asked(on(43), (DAILY,))
    assert is_asked(on(43), (DAILY, Plan(started_on=on(43))))


def test_no_dates_are_no_days() -> None:
    assert adherence_over([session(1)], (DAILY,), on(1), ()).days == ()


@pytest.mark.parametrize("today", [66, 68])
def test_paused_days_leave_the_week_to_the_calendar(today: int) -> None:
    plan = Plan(started_on=on(3), days=100, pauses=(Pause(since=on(60), until=on(65)),))
    assert this_week(plan, on(today)) == tuple(on(day) for day in range(64, 71))


def test_without_pauses_the_week_begins_with_the_programmes_weekday() -> None:
    assert this_week(Plan(started_on=on(3)), on(11)) == tuple(on(day) for day in range(10, 17))
