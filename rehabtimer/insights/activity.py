"""Other exercise than the programme's, week by week, beside the pain of the same weeks."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from rehabtimer.core.pain import Activity, Score
from rehabtimer.core.records import DailyPain, PainEntry
from rehabtimer.core.workouts import Sport, Workout


class ActiveWeek(Struct, frozen=True, kw_only=True):
    """A week: minutes of each sport that has some, metres and number of the runs, and pain.

    `worst` is the worst pain of either knee on any of its days, `run_worst` the worst that was told
    about a run or running; None where nothing was told.
    """

    week: int
    minutes: dict[Sport, int]
    metres: int
    runs: int
    activities: int
    worst: Score | None
    run_worst: Score | None


def active_weeks(
    weeks: Iterable[int],
    workouts: Iterable[Workout],
    pain: Iterable[DailyPain],
    told: Iterable[PainEntry],
    week_of: Callable[[date], int],
) -> tuple[ActiveWeek, ...]:
    """Sum up each of `weeks`; `week_of` says which one a date belongs to.

    Of what was `told`, only answers that name a run of `workouts` or running itself count.
    """
    kept: defaultdict[int, list[Workout]] = defaultdict(list)
    worst: defaultdict[int, list[Score]] = defaultdict(list)
    on_runs: defaultdict[int, list[Score]] = defaultdict(list)
    for workout in workouts:
        kept[week_of(workout.when.day)].append(workout)
    runs = {each.id for found in kept.values() for each in found if each.sport is Sport.RUNNING}
    for day in pain:
        worst[week_of(day.day)].append(day.score)
    for entry in told:
        about_run = entry.workout in runs or entry.activity is Activity.RUNNING
        if about_run and entry.score is not None:
            on_runs[week_of(entry.when.day)].append(entry.score)
    return tuple(_week(week, kept[week], worst[week], on_runs[week]) for week in weeks)


def _week(
    week: int, workouts: list[Workout], worst: list[Score], on_runs: list[Score]
) -> ActiveWeek:
    runs = [each for each in workouts if each.sport is Sport.RUNNING]
    minutes: dict[Sport, int] = {}
    for each in workouts:
        if each.minutes:
            minutes[each.sport] = minutes.get(each.sport, 0) + each.minutes
    return ActiveWeek(
        week=week,
        minutes=minutes,
        metres=sum(run.metres or 0 for run in runs),
        runs=len(runs),
        activities=len(workouts),
        worst=max(worst, default=None),
        run_worst=max(on_runs, default=None),
    )
