"""A set as it is put right by hand: its reps, its seconds and its outcome go together."""

import math

from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.programme import Phase
from rehabtimer.core.records import SetRecord
from rehabtimer.core.text import _
from rehabtimer.core.timeline import compile_timeline

_TIMES, _BEYOND = 3, 20  # as much as so many times the plan, or that much more, whichever is more

_NEARLY = 1e-6  # seconds, for what multiplying and dividing takes away


def most_reps(row: SetRecord) -> int:
    """Return how many reps may be told: three times as many as planned, or 20 more."""
    return max(row.planned_reps * _TIMES, row.planned_reps + _BEYOND)


def most_seconds(row: SetRecord) -> float:
    """Return how many seconds of holding may be told, by the same rule."""
    return math.ceil(max(row.planned_seconds * _TIMES, row.planned_seconds + _BEYOND))


def with_outcome(row: SetRecord, outcome: Outcome | None) -> SetRecord:
    """Return a set that ended so: done is all that was planned, skipped and not done are nothing.

    One that was partly done keeps its numbers, which then have to say how much.
    """
    if outcome is Outcome.PARTIAL:
        return replace(row, outcome=outcome)
    if outcome is Outcome.DONE:
        reps = max(row.reps, row.planned_reps)
        return replace(
            row, reps=reps, seconds=max(row.seconds, row.planned_seconds), outcome=outcome
        )
    return replace(row, reps=0, seconds=0.0, outcome=outcome)


def with_reps(row: SetRecord, reps: int) -> SetRecord:
    """Return a set with so many reps, each held as long as planned."""
    seconds = row.planned_seconds / row.planned_reps * reps if row.planned_reps else row.seconds
    return _ended(replace(row, reps=reps, seconds=seconds))


def with_seconds(row: SetRecord, seconds: float) -> SetRecord:
    """Return a set with so many seconds of holding; of a plain hold, the whole ones are reps."""
    if row.moving or not row.planned_seconds:
        return _ended(replace(row, seconds=seconds))
    whole = int(seconds * row.planned_reps / row.planned_seconds + _NEARLY)
    return _ended(replace(row, seconds=seconds, reps=min(whole, row.planned_reps)))


def set_problem(row: SetRecord) -> str:
    """Return what is wrong with a set in one sentence, or ""."""
    if not 0 <= row.reps <= most_reps(row):
        text = _("Please give a number of reps from 0 to {most}.")
        return text.format(most=most_reps(row))
    if not 0 <= row.seconds <= most_seconds(row):
        text = _("Please give a number of seconds from 0 to {most}.")
        return text.format(most=int(most_seconds(row)))
    if row.outcome is Outcome.PARTIAL and not row.reps and not row.seconds:
        return _("Please say how much of it was done, or choose “Not done”.")
    if row.outcome is Outcome.PARTIAL and _is_all(row):
        return _("This is all of it: please lower the number, or choose “Done”.")
    return ""


def next_position(prescription: Prescription, rows: list[SetRecord]) -> int:
    """Return the step, by index, at which a session goes on: the first set that is not over.

    `rows` has the attempt that counts of each set. Rests before the set are left out.
    """
    over = {row.key for row in rows if row.outcome in (Outcome.DONE, Outcome.SKIPPED)}
    timeline = compile_timeline(prescription)
    pauses = (Phase.REST, Phase.SWITCH)
    waiting = (s.index for s in timeline if s.phase not in pauses and s.key not in over)
    return next(waiting, len(timeline))


def planned_seconds(prescription: Prescription, rows: list[SetRecord]) -> float:
    """Return how long what was done takes as it is planned, with the pauses before each set."""
    done = {row.key for row in rows if row.reps or row.seconds}
    return sum(step.seconds for step in compile_timeline(prescription) if step.key in done)


def _is_all(row: SetRecord) -> bool:
    return row.reps >= row.planned_reps and row.seconds >= row.planned_seconds - _NEARLY


def _ended(row: SetRecord) -> SetRecord:
    """The outcome follows the numbers; nothing done stays skipped where it was."""
    if _is_all(row):
        return replace(row, outcome=Outcome.DONE)
    if row.reps or row.seconds:
        return replace(row, outcome=Outcome.PARTIAL)
    return replace(row, outcome=row.outcome if row.outcome is Outcome.SKIPPED else None)
