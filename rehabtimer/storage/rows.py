"""Turns records into rows and rows into records."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.prescription import Choice, OffReason, Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.records import (
    PainEntry,
    Reach,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Skip,
    Source,
    Stamp,
)
from rehabtimer.storage.errors import Unreadable
from rehabtimer.storage.moments import (
    moment_of,
    moment_or_none,
    moment_text,
    moment_text_or_none,
)

Values = dict[str, Any]


def stamp_values(stamp: Stamp) -> Values:
    """Return the three columns of a moment."""
    return {
        "at": moment_text(stamp.at),
        "offset": stamp.offset,
        "local_date": stamp.day.isoformat(),
    }


def stamp_of(row: RowMapping) -> Stamp:
    """Return the moment of three columns."""
    return Stamp(
        at=moment_of(row["at"]),
        offset=row["offset"],
        day=date.fromisoformat(row["local_date"]),
    )


def session_values(record: SessionRecord) -> Values:
    """Return a session's row; it counts as last changed when it ended or began."""
    ended = moment_text_or_none(record.ended_at)
    stamp = stamp_values(record.started)
    return stamp | {
        "id": record.id,
        "programme": record.programme,
        "updated_at": ended or stamp["at"],
        "ended_at": ended,
        "status": record.status.value,
        "prescription": prescription_text(record.prescription),
        "position": record.position,
        "speed": record.speed,
        "note": record.note,
        "source": record.source.value,
        "edited_at": moment_text_or_none(record.edited_at),
    }


def prescription_text(prescription: Prescription) -> str:
    """Return a prescription as it is kept."""
    return msgspec.json.encode(prescription).decode()


@contextmanager
def from_file() -> Iterator[None]:
    """Raise Unreadable for what no row of ours would hold: a flipped bit, a stranger's hand."""
    try:
        yield
    except (ValueError, msgspec.MsgspecError) as error:
        raise Unreadable(str(error)) from error


@from_file()
def session_of(row: RowMapping) -> SessionRecord:
    """Return the session of a row."""
    return SessionRecord(
        id=row["id"],
        programme=row["programme"],
        started=stamp_of(row),
        ended_at=moment_or_none(row["ended_at"]),
        status=SessionStatus(row["status"]),
        prescription=_prescription_of(row["prescription"]),
        position=row["position"],
        speed=row["speed"],
        note=row["note"],
        source=Source(row["source"]),
        edited_at=moment_or_none(row["edited_at"]),
    )


def set_values(record: SetRecord) -> Values:
    """Return the row of an attempt at a set."""
    return {
        "id": record.id,
        "session": record.session,
        "sequence": record.order,
        "exercise": record.exercise,
        "side": record.side.value,
        "set_number": record.set,
        "attempt": record.attempt,
        "moving": int(record.moving),
        "planned_reps": record.planned_reps,
        "reps": record.reps,
        "planned_seconds": record.planned_seconds,
        "seconds": record.seconds,
        "outcome": record.outcome.value if record.outcome else None,
    }


@from_file()
def set_of(row: RowMapping) -> SetRecord:
    """Return the attempt at a set of a row."""
    return SetRecord(
        id=row["id"],
        session=row["session"],
        order=row["sequence"],
        exercise=row["exercise"],
        side=Side(row["side"]),
        set=row["set_number"],
        attempt=row["attempt"],
        moving=bool(row["moving"]),
        planned_reps=row["planned_reps"],
        reps=row["reps"],
        planned_seconds=row["planned_seconds"],
        seconds=row["seconds"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
    )


def pain_values(entry: PainEntry) -> Values:
    """Return the row of an answer about pain."""
    return stamp_values(entry.when) | {
        "id": entry.id,
        "knee": entry.knee.value,
        "score": entry.score,
        "moment": entry.moment.value,
        "session": entry.session,
        "exercise": entry.exercise,
        "side": entry.side.value if entry.side else None,
        "set_number": entry.set,
        "rep": entry.rep,
        "note": entry.note,
        "sharp": int(entry.sharp),
        "locking": int(entry.locking),
        "decision": entry.decision.value if entry.decision else None,
        "activity": entry.activity.value if entry.activity else None,
        "workout": entry.workout,
        "edited_at": moment_text_or_none(entry.edited_at),
    }


@from_file()
def pain_of(row: RowMapping) -> PainEntry:
    """Return the answer about pain of a row."""
    return PainEntry(
        id=row["id"],
        when=stamp_of(row),
        knee=Side(row["knee"]),
        score=row["score"],
        moment=Moment(row["moment"]),
        session=row["session"],
        exercise=row["exercise"],
        side=Side(row["side"]) if row["side"] else None,
        set=row["set_number"],
        rep=row["rep"],
        note=row["note"],
        sharp=bool(row["sharp"]),
        locking=bool(row["locking"]),
        decision=Decision(row["decision"]) if row["decision"] else None,
        activity=Activity(row["activity"]) if row["activity"] else None,
        workout=row["workout"],
        edited_at=moment_or_none(row["edited_at"]),
    )


def skip_values(skip: Skip) -> Values:
    """Return the row of a skip."""
    return stamp_values(skip.when) | {
        "id": skip.id,
        "course": skip.course,
        "exercise": skip.exercise,
        "side": skip.side.value if skip.side else None,
        "score": skip.score,
        "reason": skip.reason.value,
        "reach": skip.reach.value,
        "session": skip.session,
        "until": skip.until.isoformat() if skip.until else None,
        "tried_on": skip.tried_on.isoformat() if skip.tried_on else None,
    }


@from_file()
def skip_of(row: RowMapping) -> Skip:
    """Return the skip of a row."""
    return Skip(
        id=row["id"],
        when=stamp_of(row),
        course=row["course"],
        exercise=row["exercise"],
        side=Side(row["side"]) if row["side"] else None,
        score=row["score"],
        reason=OffReason(row["reason"]),
        reach=Reach(row["reach"]),
        session=row["session"],
        until=_date_of(row["until"]),
        tried_on=_date_of(row["tried_on"]),
    )


def choice_values(choice: Choice) -> Values:
    """Return the row of a choice, without its course."""
    only = choice.only.value if choice.only else None
    return msgspec.structs.asdict(choice) | {"on": int(choice.on), "only": only}


def choice_of(row: RowMapping) -> Choice:
    """Return the choice of a row."""
    return Choice(
        exercise=row["exercise"],
        on=bool(row["on"]),
        reason=row["reason"],
        since=row["since"],
        until=row["until"],
        not_before=row["not_before"],
        variant=row["variant"],
        only=Side(row["only"]) if row["only"] else None,
        hold=row["hold"],
        reps=row["reps"],
        sets=row["sets"],
    )


@lru_cache(maxsize=32)
def _prescription_of(text: str) -> Prescription:
    """Most sessions are prescribed just as the one before."""
    return msgspec.json.decode(text, type=Prescription)


def _date_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
