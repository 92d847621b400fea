"""The pain diary."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, PainEntry
from rehabtimer.storage.database import Database
from rehabtimer.storage.rows import pain_of, pain_values
from rehabtimer.storage.tables import pain


class Diary:
    """Keeps answers about pain. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def add(self, entry: PainEntry) -> None:
        """Keep an answer; the same one again changes nothing."""
        self.add_all((entry,))

    def add_all(self, entries: Iterable[PainEntry]) -> None:
        """Keep answers in one transaction; those that are kept already change nothing."""
        values = [pain_values(entry) for entry in entries]
        if values:
            with self._database.writing() as connection:
                connection.execute(insert(pain).on_conflict_do_nothing(), values)

    def change(self, entry: PainEntry) -> None:
        """Keep an answer in place of the one with its id."""
        values = pain_values(entry)
        with self._database.writing() as connection:
            connection.execute(pain.update().where(pain.c.id == entry.id).values(values))

    def remove(self, identity: str) -> None:
        """Forget an answer, if it is there."""
        with self._database.writing() as connection:
            connection.execute(pain.delete().where(pain.c.id == identity))

    def entry(self, identity: str) -> PainEntry | None:
        """Return one answer, if it is there."""
        query = select(pain).where(pain.c.id == identity)
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
        return pain_of(row) if row else None

    def entries(self, start: date | None, end: date) -> list[PainEntry]:
        """Return the answers of a span of dates, both included, oldest first."""
        query = select(pain).where(_between(start, end)).order_by(pain.c.at, pain.c.id)
        with self._database.reading() as connection:
            return [pain_of(row) for row in connection.execute(query).mappings()]

    def daily_worst(self, start: date | None, end: date) -> list[DailyPain]:
        """Return the worst score, 0 to 10, of each day and knee that has one, oldest first."""
        query = (
            select(pain.c.local_date, pain.c.knee, func.max(pain.c.score))
            .where(_between(start, end), pain.c.score.is_not(None))
            .group_by(pain.c.local_date, pain.c.knee)
            .order_by(pain.c.local_date, pain.c.knee)
        )
        with self._database.reading() as connection:
            found = connection.execute(query).all()
        return [DailyPain(date.fromisoformat(day), Side(knee), score) for day, knee, score in found]

    def what_hurt(self, exercise: str) -> PainEntry | None:
        """Return the latest answer that was given because an exercise hurt."""
        query = select(pain).where(
            pain.c.exercise == exercise, pain.c.moment == Moment.DURING.value
        )
        with self._database.reading() as connection:
            row = connection.execute(query.order_by(pain.c.at.desc()).limit(1)).mappings().first()
        return pain_of(row) if row else None

    def about(self, exercise: str) -> list[PainEntry]:
        """Return every answer that was given because an exercise hurt, oldest first."""
        query = select(pain).where(
            pain.c.exercise == exercise, pain.c.moment == Moment.DURING.value
        )
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(pain.c.at, pain.c.id)).mappings()
            return [pain_of(row) for row in rows]

    def latest_days(self, most: int) -> list[date]:
        """Return the last dates that have an answer, `most` of them at most, newest first."""
        query = select(pain.c.local_date).distinct().order_by(pain.c.local_date.desc())
        with self._database.reading() as connection:
            return [date.fromisoformat(day) for day in connection.scalars(query.limit(most))]

    def exists(self, day: date, moment: Moment) -> bool:
        """Whether there is an answer of that moment on that date."""
        query = select(pain.c.id).where(
            pain.c.local_date == day.isoformat(), pain.c.moment == moment.value
        )
        with self._database.reading() as connection:
            return connection.execute(query.limit(1)).first() is not None


def _between(start: date | None, end: date) -> ColumnElement[bool]:
    since = pain.c.local_date >= start.isoformat() if start else true()
    return and_(since, pain.c.local_date <= end.isoformat())
