"""What each day came to, over every session ever: as a whole, and for one exercise."""

from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Label,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Amount, ExerciseDay, SessionDay
from rehabtimer.storage.tables import sessions, sets

_EARLIEST = "0001-01-01"
_AMOUNTS = ("planned_reps", "reps", "planned_seconds", "seconds")


def read_session_days(connection: Connection, start: date | None, end: date) -> list[SessionDay]:
    """Return day, planned sets and done sets of each day's fullest session, `end` included.

    Fullest is the greatest share of its sets, then the most sets.
    """
    span = {"since": start.isoformat() if start else _EARLIEST, "until": end.isoformat()}
    rows = connection.execute(_FULLEST, span)
    return [SessionDay(date.fromisoformat(row.day), row.planned, row.done) for row in rows]


def read_set_counts(connection: Connection) -> dict[str, tuple[int, int]]:
    """Return planned sets and done sets of every session that has any, by its id."""
    query = select(sets.c.session, *set_counts()).group_by(sets.c.session)
    return {row.session: (row.planned, row.done) for row in connection.execute(query)}


def read_exercise_days(connection: Connection, exercise: str) -> list[ExerciseDay]:
    """Return what was planned and done of an exercise on each day; of a set, its best attempt."""
    best = _best(sets.c.exercise == exercise)
    day = sessions.c.local_date
    query = (
        select(day.label("day"), *_sums(best))
        .join(best, best.c.session == sessions.c.id)
        .group_by(day)
        .order_by(day)
    )
    return [
        ExerciseDay(day=date.fromisoformat(row["day"]), **{name: row[name] for name in _AMOUNTS})
        for row in connection.execute(query).mappings()
    ]


def read_amounts(connection: Connection, which: ColumnElement[bool]) -> list[Amount]:
    """Return what was planned and done of each exercise and side on each day of some sessions.

    Of a set, its best attempt counts.
    """
    day = sessions.c.local_date
    best = _best(sets.c.session.in_(select(sessions.c.id).where(which)))
    key = (best.c.exercise, best.c.side)
    query = (
        select(day.label("day"), *key, func.max(best.c.moving).label("moving"), *_sums(best))
        .join(best, best.c.session == sessions.c.id)
        .group_by(day, *key)
        .order_by(day, *key)
    )
    return [
        Amount(
            day=date.fromisoformat(row["day"]),
            exercise=row["exercise"],
            side=Side(row["side"]),
            moving=bool(row["moving"]),
            **{name: row[name] for name in _AMOUNTS},
        )
        for row in connection.execute(query).mappings()
    ]


def _best(which: ColumnElement[bool]) -> Subquery:
    """The furthest that each set of some came, over its attempts."""
    of_set = (sets.c.session, sets.c.exercise, sets.c.side, sets.c.set_number)
    most = [func.max(sets.c[name]).label(name) for name in ("moving", *_AMOUNTS)]
    return select(*of_set, *most).where(which).group_by(*of_set).subquery()


def _sums(best: Subquery) -> list[Label[float]]:
    return [func.sum(best.c[name]).label(name) for name in _AMOUNTS]


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


def set_counts() -> tuple[Label[int], Label[int]]:
    """Return columns that count the planned and the done sets of a group.

    Every set has one first attempt, so counting those counts sets.
    """
    planned = func.sum(case((sets.c.attempt == 1, 1), else_=0))
    done = func.sum(case((_is_first_done(), 1), else_=0))
    return planned.label("planned"), done.label("done")


def _each_session() -> Select[tuple[str, int, int]]:
    day = sessions.c.local_date
    return (
        select(day.label("day"), *set_counts())
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
