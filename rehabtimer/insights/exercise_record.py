"""One exercise over time: how much of its dose was done, and what hurt during it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from rehabtimer.core.pain import NO_PAIN, Moment, Score
from rehabtimer.core.records import ExerciseDay, PainEntry


class ExerciseMark(Struct, frozen=True, kw_only=True):
    """One day: the share of the planned dose that was done, 0 to 1, and the worst pain told.

    `planned` is in reps, or in seconds of holding for an exercise that does not move. `worst` is
    None where no score was told; `hurt` also stands for what hurt without one.
    """

    day: date
    share: float
    planned: float
    worst: Score | None = None
    hurt: bool = False


def exercise_record(
    days: Iterable[ExerciseDay], hurts: Iterable[PainEntry], *, moving: bool
) -> tuple[ExerciseMark, ...]:
    """Put together, oldest first, the days on which an exercise was planned or hurt."""
    told: defaultdict[date, list[PainEntry]] = defaultdict(list)
    for entry in hurts:
        if entry.moment is Moment.DURING:
            told[entry.when.day].append(entry)
    planned = {day.day: day for day in days}
    return tuple(
        _mark(day, planned.get(day), told.get(day, []), moving=moving)
        for day in sorted({*planned, *told})
    )


def _mark(
    day: date, done: ExerciseDay | None, told: list[PainEntry], *, moving: bool
) -> ExerciseMark:
    planned, real = _amounts(done, moving=moving) if done else (0, 0)
    scores = [entry.score for entry in told if entry.score is not None]
    return ExerciseMark(
        day=day,
        share=min(1.0, real / planned) if planned else 0.0,
        planned=planned,
        worst=max(scores, default=None),
        hurt=any(entry.score != NO_PAIN for entry in told),
    )


def _amounts(done: ExerciseDay, *, moving: bool) -> tuple[float, float]:
    if moving:
        return done.planned_reps, done.reps
    return done.planned_seconds, done.seconds
