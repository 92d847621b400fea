"""Each exercise over some time: how much of its dose was done, what hurt, how often it was left."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from rehabtimer.core.pain import NO_PAIN, Moment, Score
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Amount, PainEntry, Skip

KNEES = (Side.LEFT, Side.RIGHT)
SIDES = (*KNEES, Side.BOTH)


class Dose(Struct, frozen=True, kw_only=True):
    """What was planned and done with one side, in reps and in seconds of holding."""

    side: Side
    moving: bool
    planned_reps: int
    reps: int
    planned_seconds: float
    seconds: float

    @property
    def share(self) -> float:
        """How much was done, 0 to 1: of the reps if it moves, else of the holding."""
        done, planned = (
            (self.reps, self.planned_reps) if self.moving else (self.seconds, self.planned_seconds)
        )
        return min(1.0, done / planned) if planned else 0.0


class HurtOn(Struct, frozen=True):
    """On so many days this was the worst score of a knee during an exercise."""

    knee: Side
    score: Score
    days: int


class ExerciseDose(Struct, frozen=True, kw_only=True):
    """One exercise: its doses by side, what hurt, and how often it was skipped.

    `hurt_days` are the days on which it hurt, with a score above 0 or without one.
    """

    exercise: str
    doses: tuple[Dose, ...] = ()
    hurts: tuple[HurtOn, ...] = ()
    hurt_days: int = 0
    skips: int = 0

    @property
    def worst(self) -> Score | None:
        """The worst score told during it, or None without any."""
        return max((hurt.score for hurt in self.hurts), default=None)


def exercise_doses(
    amounts: Iterable[Amount], told: Iterable[PainEntry], skips: Iterable[Skip]
) -> dict[str, ExerciseDose]:
    """Sum up each exercise that is in any of these, by its id.

    A skip that another round of the programme took along counts once.
    """
    planned: defaultdict[str, list[Amount]] = defaultdict(list)
    hurt: defaultdict[str, list[PainEntry]] = defaultdict(list)
    left: defaultdict[str, set[tuple[object, ...]]] = defaultdict(set)
    for amount in amounts:
        planned[amount.exercise].append(amount)
    for entry in told:
        if entry.moment is Moment.DURING and entry.exercise:
            hurt[entry.exercise].append(entry)
    for skip in skips:
        left[skip.exercise].add((skip.when.at, skip.side))
    return {
        exercise: ExerciseDose(
            exercise=exercise,
            doses=_doses(planned[exercise]),
            hurts=_hurts(hurt[exercise]),
            hurt_days=len({entry.when.day for entry in hurt[exercise] if _is_hurt(entry)}),
            skips=len(left[exercise]),
        )
        for exercise in {**planned, **hurt, **left}
    }


def dose_share(doses: Iterable[ExerciseDose]) -> float | None:
    """Return how much of the planned holding was done over all exercises, 0 to 1; None of none."""
    all_doses = [dose for each in doses for dose in each.doses]
    planned = sum(dose.planned_seconds for dose in all_doses)
    done = sum(min(dose.seconds, dose.planned_seconds) for dose in all_doses)
    return done / planned if planned else None


def skipped_now(skips: Iterable[Skip], today: date) -> dict[str, Skip]:
    """Return, by exercise, the skip that lasts today: not tried again, and not back by its date."""
    lasting = sorted((skip for skip in skips if skip.lasts), key=lambda skip: skip.when.at)
    latest = {skip.exercise: skip for skip in lasting}
    return {name: skip for name, skip in latest.items() if not _is_back(skip, today)}


def _is_back(skip: Skip, today: date) -> bool:
    return skip.tried_on is not None or (skip.until is not None and skip.until <= today)


def _doses(amounts: Sequence[Amount]) -> tuple[Dose, ...]:
    sides = [(side, [each for each in amounts if each.side is side]) for side in SIDES]
    return tuple(
        Dose(
            side=side,
            moving=any(each.moving for each in found),
            planned_reps=sum(each.planned_reps for each in found),
            reps=sum(each.reps for each in found),
            planned_seconds=sum(each.planned_seconds for each in found),
            seconds=sum(each.seconds for each in found),
        )
        for side, found in sides
        if found
    )


def _hurts(told: Iterable[PainEntry]) -> tuple[HurtOn, ...]:
    worst: dict[tuple[Side, date], int] = {}
    for entry in told:
        for knee in KNEES if entry.knee is Side.BOTH else (entry.knee,):
            if entry.score is not None:
                key = knee, entry.when.day
                worst[key] = max(entry.score, worst.get(key, NO_PAIN))
    counts = Counter((knee, score) for (knee, _day), score in worst.items())
    in_order = sorted(counts.items(), key=lambda each: (KNEES.index(each[0][0]), each[0][1]))
    return tuple(HurtOn(knee, score, days) for (knee, score), days in in_order)


def _is_hurt(entry: PainEntry) -> bool:
    return entry.score is None or entry.score > NO_PAIN
