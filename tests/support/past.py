"""Sessions of past days, whole or in part, for tests that look back at them."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
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
from rehabtimer.core.timeline import compile_timeline
from rehabtimer.presenters.case import Case
from tests.support.histories import done

LENGTH = timedelta(minutes=33)


def past(case: Case, days_ago: int = 1, sets: int | None = None, **values: object) -> SessionRecord:
    """A kept session of which so many sets were done, all without a number."""
    when = case.clock.now() - timedelta(days=days_ago)
    return past_at(case, when, sets, **values)


def past_at(case: Case, when: datetime, sets: int | None = None, **values: object) -> SessionRecord:
    """The same, begun at a moment."""
    prescription = case.prescription()
    stamp = Stamp.of(when, case.settings.day_start)
    ended = SessionStatus.ENDED if sets is None else SessionStatus.LEFT
    record = SessionRecord(
        id=new_id(),
        programme=case.course.id,
        started=stamp,
        ended_at=stamp.at + LENGTH,
        status=ended,
        prescription=prescription,
        position=len(compile_timeline(prescription)) if sets is None else 0,
    )
    record = replace(record, **values)
    planned = planned_sets(record.id, prescription)
    rows = [done(row) if sets is None or n < sets else row for n, row in enumerate(planned)]
    case.store.history.begin(record, rows)
    return record


def told(
    record: SessionRecord, moment: Moment, score: int | None = 3, **values: object
) -> PainEntry:
    """An answer about the left knee that belongs to a session, given as it began."""
    plain = PainEntry(
        id=new_id(),
        when=record.started,
        knee=Side.LEFT,
        score=score,
        moment=moment,
        session=record.id,
    )
    return replace(plain, **values)


def of(case: Case, record: SessionRecord, exercise: str) -> list[SetRecord]:
    """Every attempt at the sets of one exercise, as it is kept."""
    return [row for row in case.store.history.sets(record.id) if row.exercise == exercise]


def outcomes(case: Case, session: str) -> list[Outcome | None]:
    """How the sets of a session ended, as it is kept."""
    return [row.outcome for row in case.store.history.sets(session)]
