"""Where a session that was cut off or left would go on."""

from collections.abc import Sequence

from msgspec import Struct

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionRecord, SessionStatus, SetRecord, best_attempts
from rehabtimer.core.timeline import compile_timeline


class ResumePoint(Struct, frozen=True, kw_only=True):
    """The next rep of an unfinished session, and how many of all its sets are done."""

    session: str
    exercise: str
    side: Side
    set: int
    rep: int
    reps: int
    sets_done: int
    sets: int


def resume_point(record: SessionRecord, rows: Sequence[SetRecord]) -> ResumePoint | None:
    """Return where a session goes on; None if it ended, or if nothing of it is left to do.

    `rows` are the kept sets of that session. Whether its day is over is for the caller to know.
    """
    timeline = compile_timeline(record.prescription)
    sets = [step.key for step in timeline if step.ends_set]
    done = {row.key for row in best_attempts(list(rows)) if row.outcome is Outcome.DONE}
    is_over = record.status is SessionStatus.ENDED or done.issuperset(sets)
    if is_over or record.position >= len(timeline):
        return None
    step = timeline[record.position]
    return ResumePoint(
        session=record.id,
        exercise=step.exercise,
        side=step.side,
        set=step.set,
        rep=step.rep,
        reps=step.reps,
        sets_done=len(done.intersection(sets)),
        sets=len(sets),
    )
