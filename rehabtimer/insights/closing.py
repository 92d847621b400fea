"""What a course came to, at its end or when it is left for another."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay, Skip
from rehabtimer.core.schedule import DAYS_A_WEEK, Plan
from rehabtimer.insights.adherence import Kind, adherence, calendar_dates
from rehabtimer.insights.dose import skipped_now
from rehabtimer.insights.pain import KneePain, PainWeek, logged_knees


class KneeClosing(Struct, frozen=True):
    """One knee's week 1 and its last full week; None where under three days were logged."""

    knee: Side
    first: PainWeek | None
    last: PainWeek | None


class Closing(Struct, frozen=True, kw_only=True):
    """A course in figures: `full` and `partial` are of the `planned` sessions, `extra` beside them.

    `skipped` are exercises that are skipped now, `tried` those that were tried again after a skip
    and are not skipped now.
    """

    planned: int
    full: int
    partial: int
    extra: int
    knees: tuple[KneeClosing, ...]
    skipped: tuple[str, ...]
    tried: tuple[str, ...]


def closing(
    plan: Plan,
    sessions: Iterable[SessionDay],
    pain: Sequence[DailyPain],
    skips: Iterable[Skip],
    today: date,
) -> Closing:
    """Sum up a course up to today, or to its last day where that is past.

    `skips` are those of the course, in any order.
    """
    plan = plan.settled(today)
    until = min(today, plan.last_day)
    done = adherence(sessions, plan, today, calendar_dates(plan.started_on, until))
    weeks = max(0, plan.day(until)) // DAYS_A_WEEK
    lasting = sorted((skip for skip in skips if skip.lasts), key=lambda skip: skip.when.at)
    latest = {skip.exercise: skip for skip in lasting}
    return Closing(
        planned=done.planned,
        full=sum(day.kind is Kind.FULL for day in done.days),
        partial=sum(day.kind is Kind.PARTIAL for day in done.days),
        extra=done.extra,
        knees=tuple(_knee(knee, weeks) for knee in logged_knees(pain, plan)),
        skipped=tuple(skipped_now(lasting, today)),
        tried=tuple(name for name, skip in latest.items() if skip.tried_on),
    )


def _knee(pain: KneePain, weeks: int) -> KneeClosing:
    """One full week alone is the first, and there is nothing to compare it with."""
    found = {week.week: week for week in pain.weeks if not week.is_thin}
    return KneeClosing(pain.knee, found.get(1), found.get(weeks) if weeks > 1 else None)
