"""Writes what happened in a session into its rows; the same events twice change nothing.

This runs as every rep ends, and somebody waits for it: its SQL is written out, which takes half the
time of putting it together.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from rehabtimer.core.events import (
    Attempt,
    Event,
    Outcome,
    RepEnded,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepStarted,
    Tally,
)
from rehabtimer.core.records import SessionStatus, Stamp, new_id
from rehabtimer.storage.counting import count_sets
from rehabtimer.storage.moments import moment_text
from rehabtimer.storage.rows import Values

_IS_SET: Final = (
    "session = :session AND exercise = :exercise AND side = :side AND set_number = :set_number"
)
_IS_ATTEMPT: Final = f"{_IS_SET} AND attempt = :attempt"

_FIND: Final = f"SELECT 1 FROM sets WHERE {_IS_ATTEMPT}"  # noqa: S608 - only names of ours
_REP: Final = (
    f"UPDATE sets SET reps = :reps, seconds = :seconds"  # noqa: S608
    f" WHERE {_IS_ATTEMPT} AND outcome IS NULL AND reps < :reps"
)
_END: Final = (
    f"UPDATE sets SET reps = :reps, seconds = :seconds, outcome = :outcome"  # noqa: S608
    f" WHERE {_IS_ATTEMPT} AND outcome IS NULL"
)
_AGAIN: Final = (
    "INSERT INTO sets (id, session, sequence, exercise, side, set_number, attempt, moving,"  # noqa: S608
    " planned_reps, reps, planned_seconds, seconds, outcome)"
    " SELECT :id, session, sequence, exercise, side, set_number, :attempt, moving,"
    f" planned_reps, 0, planned_seconds, 0.0, NULL FROM sets WHERE {_IS_SET} AND attempt = 1"
    " ON CONFLICT DO NOTHING"
)
_MOVE: Final = "UPDATE sessions SET position = :position, updated_at = :now WHERE id = :session"
_CLOSE: Final = (
    "UPDATE sessions SET status = :status, ended_at = :now WHERE id = :session AND status = 'open'"
)
_UNTOUCHED: Final = (
    "SELECT sequence FROM sets WHERE session = :session"
    " GROUP BY sequence HAVING count(outcome) = 0 LIMIT 1"
)


def worth_keeping(events: Iterable[Event]) -> bool:
    """Whether events change a row, or begin a set or a pause, from which to go on later."""
    return any(
        isinstance(event, RepEnded | SetStarted | SetEnded | SessionEnded)
        or (isinstance(event, StepStarted) and not event.step.phase.is_work)
        for event in events
    )


def keep_events(
    connection: Connection, session: str, events: Sequence[Event], position: int, now: Stamp
) -> None:
    """Apply events in order, and the step (by index) at which to go on.

    Raises LookupError for a session or a set that was never begun.
    """
    moment = moment_text(now.at)
    place = {"session": session, "position": position, "now": moment}
    if not connection.exec_driver_sql(_MOVE, place).rowcount:
        raise LookupError(f"no session {session}")
    for event in events:
        match event:
            case SetStarted(attempt):
                _open(connection, _key(session, attempt))
            case RepEnded(attempt, tally):
                _change(connection, _REP, _key(session, attempt) | _done(tally))
            case SetEnded(attempt, tally, outcome):
                _change(connection, _END, _key(session, attempt) | _done(tally, outcome))
                count_sets(connection, (session,))
            case SessionEnded(completed):
                _close(connection, session, moment, completed=completed)


def _key(session: str, attempt: Attempt) -> Values:
    return {
        "session": session,
        "exercise": attempt.key.exercise,
        "side": attempt.key.side.value,
        "set_number": attempt.key.set,
        "attempt": attempt.number,
    }


def _done(tally: Tally, outcome: Outcome | None = None) -> Values:
    return {
        "reps": tally.reps,
        "seconds": tally.seconds,
        "outcome": outcome.value if outcome else None,
    }


def _open(connection: Connection, key: Values) -> None:
    """First attempts are there from the beginning; later ones copy what is planned."""
    if key["attempt"] > 1:
        connection.exec_driver_sql(_AGAIN, key | {"id": new_id()})


def _change(connection: Connection, statement: str, values: Values) -> None:
    _open(connection, values)
    if connection.exec_driver_sql(statement, values).rowcount:
        return
    if connection.exec_driver_sql(_FIND, values).first() is None:
        raise LookupError("events of a set that was never planned")


def _close(connection: Connection, session: str, moment: str, *, completed: bool) -> None:
    """A session that was stopped with sets never come to was left, not gone through."""
    values = {"session": session, "now": moment}
    untouched = connection.exec_driver_sql(_UNTOUCHED, values).first()
    stands = SessionStatus.ENDED if completed or untouched is None else SessionStatus.LEFT
    connection.exec_driver_sql(_CLOSE, values | {"status": stands.value})
