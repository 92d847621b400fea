"""Writes what happened in a session into its rows; the same events twice change nothing."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Update, and_, bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.events import (
    Attempt,
    Event,
    RepEnded,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepStarted,
)
from rehabtimer.core.records import SessionStatus, Stamp, new_id
from rehabtimer.storage.rows import Values, attempt_key, moment_text
from rehabtimer.storage.tables import sessions, sets

_IS_SET = and_(
    sets.c.session == bindparam("of_session"),
    sets.c.exercise == bindparam("of_exercise"),
    sets.c.side == bindparam("of_side"),
    sets.c.set_number == bindparam("of_set"),
)
_IS_ATTEMPT = and_(_IS_SET, sets.c.attempt == bindparam("of_attempt"))
_IS_OPEN = sets.c.outcome.is_(None)

_FIND = select(sets.c.id).where(_IS_ATTEMPT)
_REP = (
    sets.update()
    .where(_IS_ATTEMPT, _IS_OPEN, sets.c.reps < bindparam("done"))
    .values(reps=bindparam("done"), seconds=bindparam("held"))
)
_END = (
    sets.update()
    .where(_IS_ATTEMPT, _IS_OPEN)
    .values(reps=bindparam("done"), seconds=bindparam("held"), outcome=bindparam("came_to"))
)
_AGAIN = insert(sets).from_select(
    [
        "id", "session", "sequence", "exercise", "side", "set_number", "attempt", "moving",
        "planned_reps", "reps", "planned_seconds", "seconds", "outcome",
    ],
    select(
        bindparam("fresh"), sets.c.session, sets.c.sequence, sets.c.exercise, sets.c.side,
        sets.c.set_number, bindparam("of_attempt"), sets.c.moving, sets.c.planned_reps,
        literal_column("0"), sets.c.planned_seconds, literal_column("0.0"),
        literal_column("NULL"),
    ).where(_IS_SET, sets.c.attempt == 1),
).on_conflict_do_nothing()  # fmt: skip

_IS_SESSION = sessions.c.id == bindparam("of_session")
_MOVE = (
    sessions.update()
    .where(_IS_SESSION)
    .values(position=bindparam("now_at"), updated_at=bindparam("now"))
)
_CLOSE = (
    sessions.update()
    .where(_IS_SESSION, sessions.c.status == SessionStatus.OPEN.value)
    .values(status=bindparam("stands"), ended_at=bindparam("now"))
)
_UNTOUCHED = (
    select(sets.c.sequence)
    .where(sets.c.session == bindparam("of_session"))
    .group_by(sets.c.sequence)
    .having(func.count(sets.c.outcome) == 0)
    .limit(1)
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
    moved = connection.execute(_MOVE, {"of_session": session, "now_at": position, "now": moment})
    if not moved.rowcount:
        raise LookupError(f"no session {session}")
    for event in events:
        match event:
            case SetStarted(attempt):
                _open(connection, session, attempt)
            case RepEnded(attempt, tally):
                done: Values = {"done": tally.reps, "held": tally.seconds}
                _change(connection, _REP, session, attempt, done)
            case SetEnded(attempt, tally, outcome):
                done = {"done": tally.reps, "held": tally.seconds}
                _change(connection, _END, session, attempt, done | {"came_to": outcome.value})
            case SessionEnded(completed):
                _close(connection, session, moment, completed=completed)


def _open(connection: Connection, session: str, attempt: Attempt) -> None:
    """First attempts are there from the beginning; later ones copy what is planned."""
    if attempt.number > 1:
        connection.execute(_AGAIN, attempt_key(session, attempt) | {"fresh": new_id()})


def _change(
    connection: Connection,
    statement: Update,
    session: str,
    attempt: Attempt,
    values: Values,
) -> None:
    key = attempt_key(session, attempt)
    _open(connection, session, attempt)
    if connection.execute(statement, key | values).rowcount:
        return
    if connection.execute(_FIND, key).first() is None:
        raise LookupError(f"no planned set {attempt.key} in session {session}")


def _close(connection: Connection, session: str, moment: str, *, completed: bool) -> None:
    """A session that was stopped with sets never come to was left, not gone through."""
    untouched = connection.execute(_UNTOUCHED, {"of_session": session}).first()
    stands = SessionStatus.ENDED if completed or untouched is None else SessionStatus.LEFT
    values = {"of_session": session, "stands": stands.value, "now": moment}
    connection.execute(_CLOSE, values)
