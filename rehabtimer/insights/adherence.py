"""Which of the plan's sessions were done, day by day; a rest day is a day of the plan.

A paused day is none, and a session on it is an extra one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain, groupby

from msgspec import Struct

from rehabtimer.core.records import SessionDay
from rehabtimer.core.schedule import DAYS_A_WEEK, Plan


class Done(StrEnum):
    """How much of a session was done on a day."""

    FULL = "full"
    PARTIAL = "partial"
    NOTHING = "nothing"


class Kind(StrEnum):
    """What a day was to the plan."""

    FULL = "full"  # planned, and done
    PARTIAL = "partial"  # planned, and begun
    MISSED = "missed"  # planned, and over
    TO_COME = "to come"  # planned, and today or later
    REST = "rest"
    PAUSED = "paused"
    EXTRA = "extra"  # a session, whole or partial, that the plan did not ask for
    OUTSIDE = "outside"  # before the programme or after its end


# What the plan asked for, whatever became of it.
_ASKED = (Kind.FULL, Kind.PARTIAL, Kind.MISSED, Kind.TO_COME)


class PlanDay(Struct, frozen=True):
    """One day: its date, its programme day (from 1), and what became of it."""

    on: date
    day: int
    kind: Kind
    done: Done = Done.NOTHING


class Adherence(Struct, frozen=True):
    """A run of days, and how many of them are of each sort.

    `planned` counts the plan's days up to and including today. `full` and `partial` count
    sessions on any day; those that were `extra` are among them.
    """

    days: tuple[PlanDay, ...]
    planned: int
    full: int
    partial: int
    extra: int
    missed: int

    @property
    def sessions(self) -> int:
        """All days with a session, whole or partial."""
        return self.full + self.partial


def adherence(
    sessions: Iterable[SessionDay], plan: Plan, today: date, dates: Sequence[date]
) -> Adherence:
    """Say what became of each of `dates`; sessions on other dates do not count."""
    done = {session.day: _done(session) for session in sessions}
    days = tuple(_plan_day(on, done.get(on, Done.NOTHING), plan, today) for on in dates)
    return Adherence(
        days=days,
        planned=sum(day.kind in _ASKED and day.on <= today for day in days),
        full=sum(day.done is Done.FULL for day in days),
        partial=sum(day.done is Done.PARTIAL for day in days),
        extra=sum(day.kind is Kind.EXTRA for day in days),
        missed=sum(day.kind is Kind.MISSED for day in days),
    )


def adherence_over(
    sessions: Iterable[SessionDay], plans: Sequence[Plan], today: date, dates: Sequence[date]
) -> Adherence:
    """Say what became of each of `dates`, which are in order, over several courses.

    `plans` are theirs, in the order in which they were begun, one at least. The plan of a date is
    that of the latest course that had started by then; before all of them, that of the first.
    """
    done = tuple(sessions)
    parts = [adherence(done, plan, today, run) for plan, run in _runs(plans, dates)]
    return Adherence(
        days=tuple(chain.from_iterable(part.days for part in parts)),
        planned=sum(part.planned for part in parts),
        full=sum(part.full for part in parts),
        partial=sum(part.partial for part in parts),
        extra=sum(part.extra for part in parts),
        missed=sum(part.missed for part in parts),
    )


def is_asked(on: date, plans: Sequence[Plan]) -> bool:
    """Whether the course that a date belongs to was running then, even if it was paused."""
    return _plan_on(on, plans).runs(on)


def week_adherence(sessions: Iterable[SessionDay], plan: Plan, today: date) -> Adherence:
    """Say what became of the seven days of the week that holds today."""
    return adherence(sessions, plan, today, this_week(plan, today))


def this_week(plan: Plan, today: date) -> tuple[date, ...]:
    """Return the seven days, one after another, of the week that holds today.

    It is that of the programme; where paused days lie in between, that of the calendar.
    """
    dates = plan.week_dates(today)
    if dates == calendar_dates(dates[0], dates[-1]) and today in dates:
        return dates
    monday = today - timedelta(days=today.weekday())
    return calendar_dates(monday, monday + timedelta(days=DAYS_A_WEEK - 1))


def calendar_dates(first: date, last: date) -> tuple[date, ...]:
    """Return the dates from one to another, both included, whatever they are to a plan."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def _runs(plans: Sequence[Plan], dates: Sequence[date]) -> list[tuple[Plan, tuple[date, ...]]]:
    """Part dates into runs that belong to one plan each."""
    if len(plans) == 1:
        return [(plans[0], tuple(dates))]
    runs = groupby(dates, lambda on: _plan_on(on, plans))
    return [(plan, tuple(run)) for plan, run in runs]


def _plan_on(on: date, plans: Sequence[Plan]) -> Plan:
    for plan in reversed(plans):
        if plan.started_on <= on:
            return plan
    return plans[0]


def _done(session: SessionDay) -> Done:
    if session.is_full:
        return Done.FULL
    return Done.PARTIAL if session.done else Done.NOTHING


def _plan_day(on: date, done: Done, plan: Plan, today: date) -> PlanDay:
    """Look at a date once: there may be thousands of them."""
    day = plan.day(on)
    runs = 1 <= day <= plan.days
    return PlanDay(on, day, _kind(on, done, plan, today, runs=runs), done)


def _kind(on: date, done: Done, plan: Plan, today: date, *, runs: bool) -> Kind:
    if runs and plan.is_planned(on):
        if done is Done.NOTHING:
            return Kind.MISSED if on < today else Kind.TO_COME
        return Kind(done)
    if done is not Done.NOTHING:
        return Kind.EXTRA
    if plan.is_paused(on):
        return Kind.PAUSED
    return Kind.REST if runs else Kind.OUTSIDE
