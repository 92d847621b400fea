"""One exercise over time."""

from datetime import UTC, date, datetime, time

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import ExerciseDay, PainEntry, Stamp
from rehabtimer.insights.exercise_record import ExerciseMark, exercise_record


def on(day: int) -> date:
    return date(2026, 3, day)


def done(day: int, reps: int, seconds: float) -> ExerciseDay:
    return ExerciseDay(
        day=on(day), planned_reps=20, reps=reps, planned_seconds=40.0, seconds=seconds
    )


def hurt(day: int, score: int | None, moment: Moment = Moment.DURING) -> PainEntry:
    when = Stamp(at=datetime.combine(on(day), time(18), UTC), offset=0, day=on(day))
    return PainEntry(id=f"{day}-{score}", when=when, knee=Side.LEFT, score=score, moment=moment)


def mark(day: int, share: float, planned: float = 20, **told: object) -> ExerciseMark:
    return ExerciseMark(day=on(day), share=share, planned=planned, **told)  # type: ignore[arg-type]


def test_nothing_is_known_at_first() -> None:
    assert exercise_record([], [], moving=True) == ()


def test_the_share_is_that_of_the_reps_or_of_the_seconds() -> None:
    days = [done(2, 20, 40.0), done(1, 5, 30.0)]
    assert exercise_record(days, [], moving=True) == (mark(1, 0.25), mark(2, 1.0))
    assert exercise_record(days, [], moving=False) == (mark(1, 0.75, 40), mark(2, 1.0, 40))


def test_more_than_planned_is_the_whole() -> None:
    assert exercise_record([done(1, 25, 0)], [], moving=True) == (mark(1, 1.0),)


def test_nothing_planned_is_no_share() -> None:
    day = ExerciseDay(day=on(1), planned_reps=0, reps=0, planned_seconds=0.0, seconds=0.0)
    assert exercise_record([day], [], moving=True) == (mark(1, 0.0, 0),)


def test_the_worst_of_a_day_stands_beside_its_dose() -> None:
    told = [hurt(1, 2), hurt(1, 5), hurt(1, None), hurt(2, None), hurt(3, 0)]
    days = [done(day, 20, 40.0) for day in (1, 2, 3, 4)]
    assert exercise_record(days, told, moving=True) == (
        mark(1, 1.0, worst=5, hurt=True),
        mark(2, 1.0, hurt=True),
        mark(3, 1.0, worst=0),
        mark(4, 1.0),
    )


def test_what_hurt_on_a_day_without_a_session_is_there_too() -> None:
    assert exercise_record([done(2, 20, 40.0)], [hurt(1, 4)], moving=True) == (
        mark(1, 0.0, 0, worst=4, hurt=True),
        mark(2, 1.0),
    )


def test_other_moments_do_not_count() -> None:
    assert exercise_record([], [hurt(1, 4, Moment.AFTER)], moving=True) == ()
