"""The pain diary."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select, union
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, PainEntry
from rehabtimer.storage.database import Database
from rehabtimer.storage.deletions import mark_deleted
from rehabtimer.storage.rows import pain_of, pain_values
from rehabtimer.storage.spans import between
from rehabtimer.storage.tables import pain, relievers, total_scores, workouts
from rehabtimer.storage.touching import touch


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
        now = {"updated_at": self._database.moment()}
        values = [pain_values(entry) | now for entry in entries]
        if values:
            with self._database.writing() as connection:
                connection.execute(insert(pain).on_conflict_do_nothing(), values)
                touch(connection, values, now["updated_at"])

    def change(self, entry: PainEntry) -> None:
        """Keep an answer in place of the one with its id."""
        values = pain_values(entry) | {"updated_at": self._database.moment()}
        with self._database.writing() as connection:
            connection.execute(pain.update().where(pain.c.id == entry.id).values(values))
            touch(connection, (values,), values["updated_at"])

    def remove(self, identity: str) -> None:
        """Forget an answer, if it is there."""
        now = self._database.moment()
        with self._database.writing() as connection:
            gone = connection.execute(pain.delete().where(pain.c.id == identity))
            if gone.rowcount:
                mark_deleted(connection, "pain", (identity,), now)

    def entry(self, identity: str) -> PainEntry | None:
        """Return one answer, if it is there."""
        query = select(pain).where(pain.c.id == identity)
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
        return pain_of(row) if row else None

    def entries(self, start: date | None, end: date) -> list[PainEntry]:
        """Return the answers of a span of dates, both included, oldest first."""
        return self._entries(between(pain.c.local_date, start, end))

    def of_session(self, session: str) -> list[PainEntry]:
        """Return the answers that belong to a session, oldest first."""
        return self._entries(pain.c.session == session)

    def of_workout(self, workout: str) -> list[PainEntry]:
        """Return the answers about another activity, oldest first."""
        return self._entries(pain.c.workout == workout)

    def hurts(self, start: date | None, end: date) -> list[PainEntry]:
        """Return what hurt during the exercises of a span of dates, oldest first."""
        return self._entries(
            and_(between(pain.c.local_date, start, end), pain.c.moment == Moment.DURING.value)
        )

    def about_activities(self, start: date | None, end: date) -> list[PainEntry]:
        """Return the answers of a span of dates that name an activity, oldest first."""
        named = or_(pain.c.workout.is_not(None), pain.c.activity.is_not(None))
        return self._entries(and_(between(pain.c.local_date, start, end), named))

    def notes(self, start: date | None, end: date) -> list[tuple[date, str]]:
        """Return the notes to answers of a span of dates, oldest first."""
        query = select(pain.c.local_date, pain.c.note).where(
            between(pain.c.local_date, start, end), pain.c.note != ""
        )
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(pain.c.at, pain.c.id)).all()
        return [(date.fromisoformat(day), note) for day, note in found]

    def daily_worst(self, start: date | None, end: date) -> list[DailyPain]:
        """Return the worst score, 0 to 10, of each day and knee that has one, oldest first."""
        query = (
            select(pain.c.local_date, pain.c.knee, func.max(pain.c.score))
            .where(between(pain.c.local_date, start, end), pain.c.score.is_not(None))
            .group_by(pain.c.local_date, pain.c.knee)
            .order_by(pain.c.local_date, pain.c.knee)
        )
        with self._database.reading() as connection:
            found = connection.execute(query).all()
        knees = {each.value: each for each in Side}  # there are thousands of rows
        return [
            DailyPain(date.fromisoformat(day), knees[knee], score) for day, knee, score in found
        ]

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
        hurt = pain.c.moment == Moment.DURING.value
        return self._entries(and_(pain.c.exercise == exercise, hurt))

    def latest_days(self, most: int) -> list[date]:
        """Return the last dates that have something of any kind in the log, newest first.

        That is an answer, an activity, a total or a pain reliever; `most` dates at most.
        """
        days = union(
            *(select(table.c.local_date) for table in (pain, workouts, total_scores)),
            select(relievers.c.local_date).where(relievers.c.taken == 1),
        ).subquery()
        query = select(days.c.local_date).order_by(days.c.local_date.desc())
        with self._database.reading() as connection:
            return [date.fromisoformat(day) for day in connection.scalars(query.limit(most))]

    def exists(self, day: date, moment: Moment) -> bool:
        """Whether there is an answer of that moment on that date."""
        query = select(pain.c.id).where(
            pain.c.local_date == day.isoformat(), pain.c.moment == moment.value
        )
        with self._database.reading() as connection:
            return connection.execute(query.limit(1)).first() is not None

    # Pain relievers: that one was taken on a day, and nothing more

    def take_reliever(self, day: date, *, taken: bool) -> None:
        """Keep whether a pain reliever was taken on a date."""
        statement = insert(relievers).values(
            local_date=day.isoformat(), taken=int(taken), updated_at=self._database.moment()
        )
        newer = {name: statement.excluded[name] for name in ("taken", "updated_at")}
        statement = statement.on_conflict_do_update(index_elements=["local_date"], set_=newer)
        with self._database.writing() as connection:
            connection.execute(statement)

    def relievers(self, start: date | None, end: date) -> set[date]:
        """Return the dates of a span, both included, on which a pain reliever was taken."""
        span = and_(between(relievers.c.local_date, start, end), relievers.c.taken == 1)
        with self._database.reading() as connection:
            found = connection.scalars(select(relievers.c.local_date).where(span))
            return {date.fromisoformat(day) for day in found}

    def _entries(self, which: ColumnElement[bool]) -> list[PainEntry]:
        query = select(pain).where(which).order_by(pain.c.at, pain.c.id)
        with self._database.reading() as connection:
            return [pain_of(row) for row in connection.execute(query).mappings()]
