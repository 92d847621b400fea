"""Other exercise, week by week."""

from datetime import date, timedelta

from msgspec.structs import replace

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, PainEntry
from rehabtimer.core.schedule import Plan
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.insights.activity import ActiveWeek, active_weeks
from tests.support.histories import DAY, pain, stamp

PLAN = Plan(started_on=DAY)


def workout(
    day: int, sport: Sport, minutes: int | None = None, metres: int | None = None
) -> Workout:
    return Workout(
        id=f"{sport}-{day}", when=stamp(on(day)), sport=sport, minutes=minutes, metres=metres
    )


def on(day: int) -> date:
    return DAY + timedelta(days=day - 1)


def about(workout: str | None, score: int | None, day: int = 1) -> PainEntry:
    return replace(pain(5, on(day), Moment.EXTRA), score=score, workout=workout)


def weeks(
    workouts: list[Workout],
    worst: list[DailyPain] | None = None,
    told: list[PainEntry] | None = None,
) -> tuple[ActiveWeek, ...]:
    return active_weeks((1, 2), workouts, worst or [], told or [], PLAN.week)


def test_weeks_without_anything_are_empty() -> None:
    empty = ActiveWeek(
        week=1, minutes={}, metres=0, runs=0, activities=0, worst=None, run_worst=None
    )
    assert weeks([]) == (empty, replace(empty, week=2))


def test_minutes_by_sport_and_metres_of_runs_alone() -> None:
    first, second = weeks(
        [
            workout(1, Sport.RUNNING, 30, 5000),
            workout(2, Sport.RUNNING, 15, 2500),
            workout(3, Sport.WALKING, 60, 4000),
            workout(4, Sport.YOGA),
            workout(8, Sport.RUNNING, metres=1000),
        ]
    )
    assert first.minutes == {Sport.RUNNING: 45, Sport.WALKING: 60}
    assert (first.metres, first.runs, first.activities) == (7500, 2, 4)
    assert (second.minutes, second.metres, second.runs) == ({}, 1000, 1)


def test_the_worst_of_either_knee_in_the_week() -> None:
    worst = [DailyPain(on(1), Side.LEFT, 2), DailyPain(on(7), Side.RIGHT, 4)]
    first, second = weeks([], worst)
    assert (first.worst, second.worst) == (4, None)


def test_pain_told_about_runs_and_running_but_not_about_others() -> None:
    kept = [workout(1, Sport.RUNNING), workout(2, Sport.CYCLING)]
    told = [
        about("running-1", 3),
        about("running-1", None),
        about("cycling-2", 9, 2),
        about(None, 8, 3),
        replace(about(None, 4, 9), activity=Activity.RUNNING),
    ]
    first, second = weeks(kept, told=told)
    assert (first.run_worst, second.run_worst) == (3, 4)
