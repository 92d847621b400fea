"""The one question about every session ever: what each day came to."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, or_, select

from rehabtimer.core.events import Outcome
from rehabtimer.core.records import SessionDay
from rehabtimer.storage.tables import sessions, sets

_EARLIEST = "0001-01-01"


def read_session_days(connection: Connection, start: date | None, end: date) -> list[SessionDay]:
    """Return day, planned sets and done sets of each day's fullest session, `end` included.

    Fullest is the greatest share of its sets, then the most sets.
    """
    span = {"since": start.isoformat() if start else _EARLIEST, "until": end.isoformat()}
    rows = connection.execute(_FULLEST, span)
    return [SessionDay(date.fromisoformat(row.day), row.planned, row.done) for row in rows]


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


def _each_session() -> Select[tuple[str, int, int]]:
    """Every set has one first attempt, so counting those counts sets."""
    day = sessions.c.local_date
    return (
        select(
            day.label("day"),
            func.sum(case((sets.c.attempt == 1, 1), else_=0)).label("planned"),
            func.sum(case((_is_first_done(), 1), else_=0)).label("done"),
        )
        .outerjoin(sets, sets.c.session == sessions.c.id)  # so that the dates are looked up first
        .where(day >= bindparam("since"), day <= bindparam("until"))
        .group_by(day, sessions.c.id)
    )


def _fullest() -> Select[tuple[str, int, int]]:
    each = _each_session().subquery()
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


_FULLEST = _fullest()
