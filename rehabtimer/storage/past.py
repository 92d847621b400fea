"""Sessions that are over: looked up as a list, put right by hand, and taken away."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    distinct,
    func,
    select,
    true,
)
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.records import (
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Skip,
    Source,
    Stamp,
)
from rehabtimer.storage.counting import NOT_COUNTED, count_sets
from rehabtimer.storage.database import Database
from rehabtimer.storage.deletions import mark_deleted
from rehabtimer.storage.moments import moment_of
from rehabtimer.storage.rows import from_file, pain_values, session_values, set_values
from rehabtimer.storage.spans import between
from rehabtimer.storage.tables import pain, sessions, sets, skips

_LINE = ("id", "at", "offset", "local_date", "ended_at", "status", "speed", "note", "source")


class SessionLine(Struct, frozen=True, kw_only=True):
    """A session as a list has it: how many of its planned sets were done, and what was done at all.

    `begun` says whether anything was done; `edited_at` is when it was last changed by hand.
    """

    id: str
    started: Stamp
    ended_at: datetime | None
    status: SessionStatus
    speed: float
    note: str
    source: Source
    edited_at: datetime | None
    planned: int
    done: int
    begun: bool

    @property
    def is_full(self) -> bool:
        """Whether every planned set was done."""
        return self.done >= self.planned > 0


class SessionWords(Struct, frozen=True):
    """What a session can be found by besides its date: exercises, by id, and what was noted."""

    exercises: frozenset[str]
    notes: tuple[str, ...]


class Past:
    """Looks at sessions and changes them. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Look at an open database."""
        self._database = database

    def latest(self, most: int | None = None) -> list[SessionLine]:
        """Return the last sessions, `most` of them at most, newest first; all without a number."""
        newest = (sessions.c.local_date.desc(), sessions.c.at.desc(), sessions.c.id.desc())
        chosen = select(sessions.c.id).order_by(*newest).limit(-1 if most is None else most)
        which = true() if most is None else sessions.c.id.in_(chosen)
        return self._lines(_each(which).order_by(*newest))

    def between(self, start: date | None, end: date) -> list[SessionLine]:
        """Return the sessions of a span of dates, both included, oldest first."""
        chosen = select(sessions.c.id).where(between(sessions.c.local_date, start, end))
        which = sessions.c.id.in_(chosen)  # so that the dates are looked up first
        return self._lines(_each(which).order_by(sessions.c.at, sessions.c.id))

    def words(self) -> dict[str, SessionWords]:
        """Return, by id, what every session can be found by besides its date."""
        exercises = func.group_concat(distinct(sets.c.exercise))
        parts = select(sets.c.session, exercises).group_by(sets.c.session)
        told = select(pain.c.session, pain.c.note).where(
            pain.c.session.is_not(None), pain.c.note != ""
        )
        with self._database.reading() as connection:
            found = connection.execute(parts).all()
            notes: dict[str, list[str]] = {}
            for session, note in connection.execute(told):
                notes.setdefault(session, []).append(note)
        return {
            session: SessionWords(frozenset(names.split(",")), tuple(notes.get(session, ())))
            for session, names in found
        }

    def put(
        self,
        record: SessionRecord,
        rows: Sequence[SetRecord],
        answers: Sequence[PainEntry],
        skipped: Iterable[Skip] = (),
    ) -> None:
        """Keep a session with its sets and answers in place of what is kept of it, if anything is.

        An answer of it that is not among `answers` is gone. Skips that had lost it are its own
        again. All of it is kept, or nothing.
        """
        now = self._database.moment()
        with self._database.writing() as connection:
            values = session_values(record) | NOT_COUNTED | {"updated_at": now}
            _upsert(connection, sessions, values)
            connection.execute(sets.delete().where(sets.c.session == record.id))
            connection.execute(sets.insert(), [set_values(row) for row in rows])
            count_sets(connection, (record.id,))
            gone = _answers_of(connection, record.id) - {entry.id for entry in answers}
            _forget(connection, gone, now)
            for entry in answers:
                _upsert(connection, pain, pain_values(entry) | {"updated_at": now})
            ids = [skip.id for skip in skipped]
            ours = {"session": record.id, "updated_at": now}
            connection.execute(skips.update().where(skips.c.id.in_(ids)).values(ours))

    def take_back(self, session: str) -> None:
        """Forget a session that was added by hand, with its sets and the answers it came with."""
        now = self._database.moment()
        with self._database.writing() as connection:
            _forget(connection, _answers_of(connection, session), now)
            if connection.execute(sessions.delete().where(sessions.c.id == session)).rowcount:
                mark_deleted(connection, "sessions", (session,), now)

    def _lines(self, query: Select[Any]) -> list[SessionLine]:
        with self._database.reading() as connection:
            return [_line_of(row) for row in connection.execute(query).mappings()]


def _each(which: ColumnElement[bool]) -> Select[Any]:
    begun = func.max(sets.c.reps + sets.c.seconds > 0).label("begun")
    columns = (sessions.c[name] for name in (*_LINE, "edited_at"))
    return (
        select(*columns, sessions.c.planned, sessions.c.done, begun)
        .outerjoin(sets, sets.c.session == sessions.c.id)
        .where(which)
        .group_by(sessions.c.id)
    )


@from_file()
def _line_of(row: RowMapping) -> SessionLine:
    day = date.fromisoformat(row["local_date"])
    ended, edited = row["ended_at"], row["edited_at"]
    return SessionLine(
        id=row["id"],
        started=Stamp(at=moment_of(row["at"]), offset=row["offset"], day=day),
        ended_at=moment_of(ended) if ended else None,
        status=SessionStatus(row["status"]),
        speed=row["speed"],
        note=row["note"],
        source=Source(row["source"]),
        edited_at=moment_of(edited) if edited else None,
        planned=row["planned"],
        done=row["done"],
        begun=bool(row["begun"]),
    )


def _upsert(connection: Connection, table: Any, values: dict[str, Any]) -> None:
    statement = insert(table).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def _answers_of(connection: Connection, session: str) -> set[str]:
    return set(connection.scalars(select(pain.c.id).where(pain.c.session == session)))


def _forget(connection: Connection, answers: Iterable[str], now: str) -> None:
    gone = list(answers)
    connection.execute(pain.delete().where(pain.c.id.in_(gone)))
    mark_deleted(connection, "pain", gone, now)
