"""Whether a run is much longer than those of the weeks before it."""

from collections.abc import Iterable
from datetime import timedelta

from msgspec import Struct

from rehabtimer.core.workouts import Sport, Workout

LOOK_BACK = timedelta(days=30)
MOST_BEYOND = 0.10  # of the longest run; what is exactly that much longer is not beyond


class LongRun(Struct, frozen=True):
    """A run that goes beyond: its metres, and those of the longest one before it."""

    metres: int
    longest: int


def beyond_longest(run: Workout, kept: Iterable[Workout]) -> LongRun | None:
    """Return how a run stands out, if it is over 10 % longer than any of the 30 days before it.

    None for what is no run or has no distance, and where no run of those days has one either.
    `kept` may hold the run itself, and what came later. Source of the rule: the Garmin-RUNSAFE
    cohort (Br J Sports Med 2025), in which more injuries followed such runs.
    """
    if run.sport is not Sport.RUNNING or run.metres is None:
        return None
    longest = max((each.metres for each in kept if _counts(each, run) and each.metres), default=0)
    if not longest or run.metres <= longest * (1 + MOST_BEYOND):
        return None
    return LongRun(run.metres, longest)


def _counts(other: Workout, run: Workout) -> bool:
    """Whether another one is a run of the days before, or earlier on the same day."""
    is_before = run.when.day - LOOK_BACK <= other.when.day and other.when.at < run.when.at
    return other.sport is Sport.RUNNING and other.id != run.id and is_before
