"""The one question about every session ever: what each day came to."""

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true

from rehabtimer.core.events import Outcome
from rehabtimer.storage.tables import sessions, sets


def select_session_days(start: date | None, end: date) -> Select[tuple[str, int, int]]:
    """Select day, planned sets and done sets of each day's fullest session, `end` included.

    Fullest is the greatest share of its sets, then the most sets.
    """
    each = _each_session(start, end).subquery()
    share = each.c.done * 1.0 / each.c.planned
    place = func.row_number().over(
        partition_by=each.c.day, order_by=[share.desc(), each.c.done.desc()]
    )
    ranked = select(each.c.day, each.c.planned, each.c.done, place.label("place")).subquery()
    return (
        select(ranked.c.day, ranked.c.planned, ranked.c.done)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.day)
    )


def _each_session(start: date | None, end: date) -> Select[tuple[str, int, int]]:
    """Every set has one first attempt, so counting those counts sets."""
    day = sessions.c.local_date
    since = day >= start.isoformat() if start else true()
    return (
        select(
            day.label("day"),
            func.sum(case((sets.c.attempt == 1, 1), else_=0)).label("planned"),
            func.sum(case((_is_first_done(), 1), else_=0)).label("done"),
        )
        .outerjoin(sets, sets.c.session == sessions.c.id)  # so that the dates are looked up first
        .where(since, day <= end.isoformat())
        .group_by(sessions.c.id)
    )


def _is_first_done() -> ColumnElement[bool]:
    """A set that was done twice counts once: its later attempts look for an earlier one."""
    earlier = sets.alias("earlier")
    done_before = (
        select(1)
        .where(
            earlier.c.session == sets.c.session,
            earlier.c.exercise == sets.c.exercise,
            earlier.c.side == sets.c.side,
            earlier.c.set_number == sets.c.set_number,
            earlier.c.attempt < sets.c.attempt,
            earlier.c.outcome == Outcome.DONE.value,
        )
        .exists()
    )
    return and_(sets.c.outcome == Outcome.DONE.value, or_(sets.c.attempt == 1, ~done_before))
