"""The sessions that were done, and what is left of the one that was cut off."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Exists, Update, and_, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.events import Event, Outcome
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.records import (
    Amount,
    ExerciseDay,
    PainEntry,
    SessionDay,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Skip,
    Stamp,
)
from rehabtimer.core.timeline import SetKey
from rehabtimer.storage.counting import NOT_COUNTED, count_sets
from rehabtimer.storage.database import Database
from rehabtimer.storage.deletions import mark_deleted
from rehabtimer.storage.doses import read_doses
from rehabtimer.storage.keeping import keep_events, worth_keeping
from rehabtimer.storage.moments import moment_text
from rehabtimer.storage.rows import (
    prescription_text,
    session_of,
    session_values,
    set_of,
    set_values,
)
from rehabtimer.storage.session_days import (
    read_amounts,
    read_exercise_days,
    read_session_days,
    read_set_counts,
)
from rehabtimer.storage.spans import between
from rehabtimer.storage.tables import pain, sessions, sets, skips

_OPEN, _LEFT = SessionStatus.OPEN.value, SessionStatus.LEFT.value


class History:
    """Keeps sessions and their sets. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def begin(self, record: SessionRecord, rows: Sequence[SetRecord]) -> None:
        """Keep a new session with its planned sets; once more changes nothing."""
        self.begin_all(((record, rows),))

    def begin_all(self, begun: Iterable[tuple[SessionRecord, Sequence[SetRecord]]]) -> None:
        """Keep sessions with their sets in one transaction; those known already are left alone."""
        session = insert(sessions).on_conflict_do_nothing()
        planned = insert(sets).on_conflict_do_nothing()
        with self._database.writing() as connection:
            for record, rows in begun:
                values = session_values(record)
                values["updated_at"] = max(values["updated_at"], values["edited_at"] or "")
                connection.execute(session, values | NOT_COUNTED)
                if rows:
                    connection.execute(planned, [set_values(row) for row in rows])
                count_sets(connection, (record.id,))

    def keep(
        self,
        session: str,
        events: Sequence[Event],
        position: int,
        now: Stamp,
        prescription: Prescription | None = None,
    ) -> None:
        """Keep what happened, and the step (by index) at which the session would go on.

        A `prescription` is what its steps are made of from now on; its sets keep what was planned.

        It is on disk when this returns. The same events again change nothing, and a set that has
        ended stays as it is. Raises LookupError for a session or set that was never begun.
        """
        if prescription is None and not worth_keeping(events):
            return
        with self._database.writing() as connection:
            if prescription is not None:
                text = prescription_text(prescription)
                self._touch(connection, sessions.c.id == session, prescription=text)
            keep_events(connection, session, events, position, now)

    def change(self, record: SessionRecord, rows: Sequence[SetRecord]) -> None:
        """Put a session and all its sets in place of those that are kept, in one transaction."""
        with self._database.writing() as connection:
            self._touch(connection, sessions.c.id == record.id, **session_values(record))
            connection.execute(sets.delete().where(sets.c.session == record.id))
            connection.execute(sets.insert(), [set_values(row) for row in rows])
            count_sets(connection, (record.id,))

    def remove(self, session: str) -> None:
        """Forget a session with its sets; what was told and skipped in it stays, without it."""
        now = self._database.moment()
        with self._database.writing() as connection:
            gone = connection.execute(sessions.delete().where(sessions.c.id == session))
            if gone.rowcount:
                mark_deleted(connection, "sessions", (session,), now)

    def bring_back(
        self,
        record: SessionRecord,
        rows: Sequence[SetRecord],
        answers: Iterable[PainEntry] = (),
        skipped: Iterable[Skip] = (),
    ) -> None:
        """Keep a session again that was removed, with the answers and the skips that it had."""
        now = {"updated_at": self._database.moment()}
        ours = {"session": record.id}
        with self._database.writing() as connection:
            connection.execute(sessions.insert(), session_values(record) | NOT_COUNTED | now)
            connection.execute(sets.insert(), [set_values(row) for row in rows])
            count_sets(connection, (record.id,))
            for table, ids in (
                (pain, [entry.id for entry in answers]),
                (skips, [skip.id for skip in skipped]),
            ):
                connection.execute(table.update().where(table.c.id.in_(ids)).values(ours | now))

    def leave(self, session: str, now: Stamp) -> None:
        """Mark a session as left by the person, unless every set of it was done."""
        unfinished = or_(sessions.c.status == _OPEN, _has_undone_sets())
        with self._database.writing() as connection:
            left = and_(sessions.c.id == session, unfinished)
            self._touch(connection, left, status=_LEFT, ended_at=moment_text(now.at))

    def reopen(self, session: str, cut: SetKey | None = None) -> None:
        """Mark a session as under way again, and the last attempt at the set that was `cut` short.

        That attempt goes on with the reps that it has.
        """
        with self._database.writing() as connection:
            if cut is not None:
                connection.execute(_go_on_with(session, cut))
            self._touch(connection, sessions.c.id == session, status=_OPEN, ended_at=None)

    def close_stale(self, today: date) -> int:
        """Mark open sessions of earlier dates as left when last heard of; return how many."""
        stale = and_(sessions.c.status == _OPEN, sessions.c.local_date < today.isoformat())
        with self._database.reading() as connection:
            if connection.scalar(select(sessions.c.id).where(stale).limit(1)) is None:
                return 0
        with self._database.writing() as connection:
            last = sessions.c.updated_at  # as it is before this change
            return self._touch(connection, stale, status=_LEFT, ended_at=last)

    def note(self, session: str, text: str) -> None:
        """Keep the person's words about a session, in place of earlier ones."""
        with self._database.writing() as connection:
            self._touch(connection, sessions.c.id == session, note=text)

    def resumable(self, today: date) -> SessionRecord | None:
        """Return today's last session if it was cut off, or left with sets not done."""
        left = and_(sessions.c.status == _LEFT, _has_undone_sets())
        of_today = sessions.c.local_date == today.isoformat()
        waiting = self._sessions(and_(of_today, or_(sessions.c.status == _OPEN, left)))
        newest = self._sessions(of_today)[-1:]
        return waiting[-1] if waiting and waiting[-1:] == newest else None

    def session(self, identity: str) -> SessionRecord | None:
        """Return one session, or None if there is none of that id."""
        found = self._sessions(sessions.c.id == identity)
        return found[0] if found else None

    def sessions(self, start: date | None, end: date) -> list[SessionRecord]:
        """Return the sessions of a span of dates, both included, oldest first."""
        return self._sessions(between(sessions.c.local_date, start, end))

    def sets(self, session: str) -> list[SetRecord]:
        """Return every attempt of a session, in the order of its sets."""
        query = (
            select(sets).where(sets.c.session == session).order_by(sets.c.sequence, sets.c.attempt)
        )
        with self._database.reading() as connection:
            return [set_of(row) for row in connection.execute(query).mappings()]

    def session_days(self, start: date | None, end: date) -> list[SessionDay]:
        """Return what each day with a session came to, both dates included, oldest first."""
        with self._database.reading() as connection:
            return read_session_days(connection, start, end)

    def exercise_days(self, exercise: str) -> list[ExerciseDay]:
        """Return what each day came to for one exercise, oldest first."""
        with self._database.reading() as connection:
            return read_exercise_days(connection, exercise)

    def amounts(self, start: date | None, end: date) -> list[Amount]:
        """Return what each day came to for each exercise and side, both dates included."""
        with self._database.reading() as connection:
            return read_amounts(connection, between(sessions.c.local_date, start, end))

    def notes(self, start: date | None, end: date) -> list[tuple[date, str]]:
        """Return the notes to sessions of a span of dates, oldest first."""
        noted = and_(between(sessions.c.local_date, start, end), sessions.c.note != "")
        query = select(sessions.c.local_date, sessions.c.note).where(noted)
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(sessions.c.at, sessions.c.id)).all()
        return [(date.fromisoformat(day), note) for day, note in found]

    def doses(self, start: date | None, end: date) -> list[Amount]:
        """Return what a span of dates came to for each exercise and side, all on its last date."""
        with self._database.reading() as connection:
            return read_doses(connection, between(sessions.c.local_date, start, end), end)

    def set_counts(self) -> dict[str, tuple[int, int]]:
        """Return planned sets and done sets of every session that has any, by its id."""
        with self._database.reading() as connection:
            return read_set_counts(connection)

    def first_day(self, course: str) -> date | None:
        """Return the date of the first session of a course, or None before it."""
        query = select(func.min(sessions.c.local_date)).where(sessions.c.programme == course)
        with self._database.reading() as connection:
            found = connection.scalar(query)
        return date.fromisoformat(found) if found else None

    def _touch(self, connection: Connection, which: ColumnElement[bool], **values: object) -> int:
        """Change sessions, which are written now; return how many."""
        written = {**values, "updated_at": self._database.moment()}
        return connection.execute(sessions.update().where(which).values(written)).rowcount

    def _sessions(self, which: ColumnElement[bool]) -> list[SessionRecord]:
        query = select(sessions).where(which).order_by(sessions.c.at, sessions.c.id)
        with self._database.reading() as connection:
            return [session_of(row) for row in connection.execute(query).mappings()]


def _go_on_with(session: str, key: SetKey) -> Update:
    of_set = and_(
        sets.c.session == session,
        sets.c.exercise == key.exercise,
        sets.c.side == key.side.value,
        sets.c.set_number == key.set,
    )
    latest = select(func.max(sets.c.attempt)).where(of_set).scalar_subquery()
    cut_short = and_(of_set, sets.c.attempt == latest, sets.c.outcome == Outcome.PARTIAL.value)
    return sets.update().where(cut_short).values(outcome=None)


def _has_undone_sets() -> Exists:
    done = func.count().filter(sets.c.outcome == Outcome.DONE.value)
    return (
        select(1)
        .where(sets.c.session == sessions.c.id)
        .group_by(sets.c.sequence)
        .having(done == 0)
        .exists()
    )
