"""The first date of which anything is kept, and the last one of some of it."""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from rehabtimer.storage.database import Database
from rehabtimer.storage.tables import pain, relievers, sessions, total_scores, workouts


def first_day(database: Database) -> date | None:
    """Return the date of the earliest session, answer, activity, pain reliever or total, if any."""
    kept = (sessions, pain, workouts, relievers, total_scores)
    with database.reading() as connection:
        firsts = [connection.scalar(select(func.min(table.c.local_date))) for table in kept]
    return min((date.fromisoformat(first) for first in firsts if first), default=None)


def last_answer(database: Database, today: date) -> date | None:
    """Return the date of the latest pain score up to today, if there is any."""
    query = select(func.max(pain.c.local_date)).where(
        pain.c.score.is_not(None), pain.c.local_date <= today.isoformat()
    )
    return _date(database, query)


def last_session(database: Database, today: date) -> date | None:
    """Return the date of the latest session up to today with a set that was done, if any."""
    query = select(func.max(sessions.c.local_date)).where(
        sessions.c.done > 0, sessions.c.local_date <= today.isoformat()
    )
    return _date(database, query)


def _date(database: Database, query: Select[Any]) -> date | None:
    with database.reading() as connection:
        found = connection.scalar(query)
    return date.fromisoformat(found) if found else None
