"""What each exercise came to over many days at once; quickly, as ten years have very many sets.

Sets are nearly always attempted once. So first attempts are added up as they stand, and what a
later attempt was better by is added to that for the few sets that have one.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select, tuple_

from rehabtimer.core.programme import Side
from rehabtimer.core.records import Amount
from rehabtimer.storage.tables import sessions, sets

_AMOUNTS = ("planned_reps", "reps", "planned_seconds", "seconds")
_SET = (sets.c.session, sets.c.exercise, sets.c.side, sets.c.set_number)


def read_doses(connection: Connection, which: ColumnElement[bool], day: date) -> list[Amount]:
    """Return what was planned and done of each exercise and side in some sessions, all of `day`.

    Of a set, its best attempt counts.
    """
    of_these = sets.c.session.in_(select(sessions.c.id).where(which))
    first, better = connection.execute(_first(of_these)), connection.execute(_better(of_these))
    by_key: defaultdict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in chain(first, better):
        by_key[row.exercise, row.side].append(row)
    return [_amount(key, rows, day) for key, rows in sorted(by_key.items())]


def _amount(key: tuple[str, str], rows: Iterable[Row[Any]], day: date) -> Amount:
    exercise, side = key
    moving, *columns = zip(*(row[2:] for row in rows), strict=True)
    planned_reps, reps, planned_seconds, seconds = map(sum, columns)
    return Amount(
        day=day,
        exercise=exercise,
        side=Side(side),
        moving=any(moving),
        planned_reps=planned_reps,
        reps=reps,
        planned_seconds=planned_seconds,
        seconds=seconds,
    )


def _first(which: ColumnElement[bool]) -> Select[Any]:
    """Every set has one first attempt."""
    key = (sets.c.exercise, sets.c.side)
    sums = [func.sum(sets.c[name]) for name in _AMOUNTS]
    first = select(*key, func.max(sets.c.moving), *sums).where(which, sets.c.attempt == 1)
    return first.group_by(*key)


def _better(which: ColumnElement[bool]) -> Select[Any]:
    again = sets.alias()
    repeated = select(*(again.c[column.name] for column in _SET)).where(again.c.attempt > 1)
    gains = [
        func.max(sets.c[name]) - func.max(case((sets.c.attempt == 1, sets.c[name]), else_=0))
        for name in _AMOUNTS
    ]
    return (
        select(sets.c.exercise, sets.c.side, func.max(sets.c.moving), *gains)
        .where(which, tuple_(*_SET).in_(repeated))
        .group_by(*_SET)
    )
