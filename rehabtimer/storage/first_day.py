"""The first date of which anything is kept."""

from datetime import date

from sqlalchemy import func, select

from rehabtimer.storage.database import Database
from rehabtimer.storage.tables import pain, relievers, sessions, total_scores, workouts


def first_day(database: Database) -> date | None:
    """Return the date of the earliest session, answer, activity, pain reliever or total, if any."""
    kept = (sessions, pain, workouts, relievers, total_scores)
    with database.reading() as connection:
        firsts = [connection.scalar(select(func.min(table.c.local_date))) for table in kept]
    return min((date.fromisoformat(first) for first in firsts if first), default=None)
