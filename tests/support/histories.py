"""Sessions, pain and whole years of them, for tests that need something kept."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import insert

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.records import (
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Stamp,
    new_id,
    planned_sets,
)
from rehabtimer.storage import tables
from rehabtimer.storage.counting import NOT_COUNTED, count_sets
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from rehabtimer.storage.moments import moment_text
from rehabtimer.storage.rows import pain_values, session_values, set_values
from tests.support.builders import lift, prescription, stretch, ten_exercises

DAY = date(2026, 3, 2)
SETS_IN_TEN_YEARS = 165_000


def stamp(day: date = DAY, hour: int = 7, minute: int = 30, *, offset: int = 60) -> Stamp:
    """A moment of a date in a place that is `offset` minutes ahead of UTC."""
    at = datetime.combine(day, time(hour, minute), UTC) - timedelta(minutes=offset)
    return Stamp(at=at, offset=offset, day=day)


def small() -> Prescription:
    """Two exercises, four sets."""
    return prescription(stretch(hold=4, sets=2), lift(reps=3, sets=2))


def session(
    begun: Stamp | None = None,
    *,
    chosen: Prescription | None = None,
    status: SessionStatus = SessionStatus.OPEN,
) -> SessionRecord:
    """A session with nothing done yet."""
    started = begun or stamp()
    return SessionRecord(
        id=new_id(),
        programme="runners-knee",
        started=started,
        ended_at=None if status is SessionStatus.OPEN else started.at + timedelta(minutes=33),
        status=status,
        prescription=chosen or small(),
        position=0,
    )


def begun(
    history: History, begun_at: Stamp | None = None, chosen: Prescription | None = None
) -> SessionRecord:
    """A session that is kept with its planned sets."""
    record = session(begun_at, chosen=chosen)
    history.begin(record, planned_sets(record.id, record.prescription))
    return record


def done(row: SetRecord, outcome: Outcome = Outcome.DONE) -> SetRecord:
    """A planned set as it is after it was done just as planned."""
    return replace(row, reps=row.planned_reps, seconds=row.planned_seconds, outcome=outcome)


def pain(
    score: int, day: date = DAY, moment: Moment = Moment.MORNING, knee: Side = Side.LEFT
) -> PainEntry:
    """One answer."""
    return PainEntry(id=new_id(), when=stamp(day), knee=knee, score=score, moment=moment)


def write_years(path: Path, sets: int = SETS_IN_TEN_YEARS) -> Database:
    """A new database with a session and three answers a day until there are so many sets."""
    database = Database.open(path)
    chosen = ten_exercises()
    planned = planned_sets("", chosen)
    with database.writing() as connection:
        for number in range(-(-sets // len(planned))):
            day = DAY + timedelta(days=number)
            record = session(stamp(day), chosen=chosen, status=SessionStatus.ENDED)
            rows = [replace(done(row), id=new_id(), session=record.id) for row in planned]
            if number % 5 == 4:
                rows[-3:] = [replace(row, reps=0, outcome=Outcome.SKIPPED) for row in rows[-3:]]
            answers = [pain((number + n) % 11, day, moment) for n, moment in enumerate(Moment)]
            connection.execute(insert(tables.sessions), session_values(record) | NOT_COUNTED)
            connection.execute(insert(tables.sets), [set_values(row) for row in rows])
            count_sets(connection, (record.id,))
            told = [
                pain_values(entry) | {"updated_at": moment_text(entry.when.at)}
                for entry in answers[:3]
            ]
            connection.execute(insert(tables.pain), told)
    return database
