"""What each day came to, over every session ever: as a whole, and for one exercise."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Label,
    Select,
    Subquery,
    bindparam,
    func,
    select,
)

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
    rows = connection.execute(_FULLEST, span).all()
    return [SessionDay(date.fromisoformat(day), planned, done) for day, planned, done in rows]


def read_set_counts(connection: Connection) -> dict[str, tuple[int, int]]:
    """Return planned sets and done sets of every session, by its id."""
    query = select(sessions.c.id, sessions.c.planned, sessions.c.done)
    return {row.id: (row.planned, row.done) for row in connection.execute(query)}


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


def _fullest() -> Select[Any]:
    share = sessions.c.done * 1.0 / func.max(1, sessions.c.planned)
    place = func.row_number().over(
        partition_by=sessions.c.local_date, order_by=[share.desc(), sessions.c.done.desc()]
    )
    day, columns = sessions.c.local_date, (sessions.c.planned, sessions.c.done)
    ranked = (
        select(day.label("day"), *columns, place.label("place"))
        .where(day >= bindparam("since"), day <= bindparam("until"))
        .subquery()
    )
    return (
        select(ranked.c.day, ranked.c.planned, ranked.c.done)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.day)
    )


_FULLEST = _fullest()
