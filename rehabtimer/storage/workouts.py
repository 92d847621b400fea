"""Other exercise than the programme's, with how the knees were; and totals of questionnaires."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.records import PainEntry
from rehabtimer.core.workouts import TotalScore, Workout
from rehabtimer.storage.database import Database
from rehabtimer.storage.deletions import mark_deleted
from rehabtimer.storage.rows import pain_values
from rehabtimer.storage.spans import between
from rehabtimer.storage.tables import pain, total_scores, workouts
from rehabtimer.storage.workout_rows import total_of, total_values, workout_of, workout_values


class Workouts:
    """Keeps activities. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def add(self, workout: Workout, answers: Iterable[PainEntry] = ()) -> None:
        """Keep an activity and the answers about it at once; once more changes nothing."""
        self.add_all(((workout, tuple(answers)),))

    def add_all(self, kept: Iterable[tuple[Workout, tuple[PainEntry, ...]]]) -> None:
        """Keep activities, each with the answers about it, in one transaction."""
        now = {"updated_at": self._database.moment()}
        with self._database.writing() as connection:
            for workout, answers in kept:
                row = workout_values(workout) | now
                connection.execute(insert(workouts).on_conflict_do_nothing(), row)
                _tell(connection, answers, now["updated_at"])

    def change(self, workout: Workout, answers: Iterable[PainEntry] = ()) -> None:
        """Keep an activity, and the answers about it, in place of those with its id."""
        now = self._database.moment()
        told = tuple(answers)
        with self._database.writing() as connection:
            values = workout_values(workout) | {"updated_at": now}
            connection.execute(workouts.update().where(workouts.c.id == workout.id).values(values))
            former = connection.scalars(select(pain.c.id).where(pain.c.workout == workout.id)).all()
            gone = set(former) - {entry.id for entry in told}
            mark_deleted(connection, "pain", gone, now)
            connection.execute(pain.delete().where(pain.c.workout == workout.id))
            _tell(connection, told, now)

    def remove(self, identity: str) -> None:
        """Forget an activity, if it is there, and the answers about it."""
        now = self._database.moment()
        with self._database.writing() as connection:
            told = connection.scalars(select(pain.c.id).where(pain.c.workout == identity)).all()
            gone = connection.execute(workouts.delete().where(workouts.c.id == identity))
            if gone.rowcount:
                mark_deleted(connection, "workouts", (identity,), now)
                mark_deleted(connection, "pain", told, now)

    def workout(self, identity: str) -> Workout | None:
        """Return one activity, if it is there."""
        found = self._workouts(workouts.c.id == identity)
        return found[0] if found else None

    def between(self, start: date | None, end: date) -> list[Workout]:
        """Return the activities of a span of dates, both included, oldest first."""
        return self._workouts(between(workouts.c.local_date, start, end))

    def _workouts(self, which: ColumnElement[bool]) -> list[Workout]:
        query = select(workouts).where(which).order_by(workouts.c.at, workouts.c.id)
        with self._database.reading() as connection:
            return [workout_of(row) for row in connection.execute(query).mappings()]


class TotalScores:
    """Keeps totals of questionnaires. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def add(self, *totals: TotalScore) -> None:
        """Keep totals; those that are kept already change nothing."""
        now = {"updated_at": self._database.moment()}
        rows = [total_values(total) | now for total in totals]
        if rows:
            with self._database.writing() as connection:
                connection.execute(insert(total_scores).on_conflict_do_nothing(), rows)

    def change(self, total: TotalScore) -> None:
        """Keep a total in place of the one with its id."""
        values = total_values(total) | {"updated_at": self._database.moment()}
        with self._database.writing() as connection:
            which = total_scores.c.id == total.id
            connection.execute(total_scores.update().where(which).values(values))

    def remove(self, identity: str) -> None:
        """Forget a total, if it is there."""
        now = self._database.moment()
        with self._database.writing() as connection:
            gone = connection.execute(total_scores.delete().where(total_scores.c.id == identity))
            if gone.rowcount:
                mark_deleted(connection, "total_scores", (identity,), now)

    def between(self, start: date | None, end: date) -> list[TotalScore]:
        """Return the totals of a span of dates, both included, oldest first."""
        query = select(total_scores).where(between(total_scores.c.local_date, start, end))
        in_order = query.order_by(total_scores.c.local_date, total_scores.c.id)
        with self._database.reading() as connection:
            return [total_of(row) for row in connection.execute(in_order).mappings()]


def _tell(connection: Connection, answers: Iterable[PainEntry], now: str) -> None:
    rows = [pain_values(entry) | {"updated_at": now} for entry in answers]
    if rows:
        connection.execute(insert(pain).on_conflict_do_nothing(), rows)
