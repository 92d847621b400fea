"""What each exercise came to: doses by side, what hurt, and skips."""

from datetime import date, timedelta

from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Amount, PainEntry, Reach, Skip, new_id
from rehabtimer.insights.dose import (
    Dose,
    ExerciseDose,
    HurtOn,
    dose_share,
    exercise_doses,
    skipped_now,
)
from tests.support.histories import DAY, stamp


def amount(
    exercise: str, side: Side, *, reps: tuple[int, int], seconds: tuple[float, float], day: int = 0
) -> Amount:
    """Done and planned."""
    return Amount(
        day=DAY + timedelta(days=day),
        exercise=exercise,
        side=side,
        moving=exercise == "lift",
        planned_reps=reps[1],
        reps=reps[0],
        planned_seconds=seconds[1],
        seconds=seconds[0],
    )


def hurt(
    score: int | None, day: int = 0, knee: Side = Side.LEFT, exercise: str | None = "lift"
) -> PainEntry:
    return PainEntry(
        id=new_id(),
        when=stamp(DAY + timedelta(days=day)),
        knee=knee,
        score=score,
        moment=Moment.DURING,
        exercise=exercise,
    )


def skip(day: int = 0, reach: Reach = Reach.OPEN, until: date | None = None) -> Skip:
    return Skip(
        id=new_id(),
        when=stamp(DAY + timedelta(days=day)),
        course="course",
        exercise="lift",
        reason=OffReason.HURT,
        reach=reach,
        until=until,
    )


def test_sides_are_summed_up_apart_and_stand_in_order() -> None:
    amounts = [
        amount("lift", Side.RIGHT, reps=(3, 10), seconds=(6, 20)),
        amount("lift", Side.LEFT, reps=(10, 10), seconds=(20, 20)),
        amount("lift", Side.LEFT, reps=(5, 10), seconds=(10, 20), day=1),
    ]
    left, right = exercise_doses(amounts, [], [])["lift"].doses
    assert (left.side, left.reps, left.planned_reps, left.seconds) == (Side.LEFT, 15, 20, 30)
    assert (left.share, right.share) == (0.75, 0.3)


def test_what_does_not_move_counts_seconds() -> None:
    amounts = [amount("stretch", Side.BOTH, reps=(1, 2), seconds=(20, 30))]
    (dose,) = exercise_doses(amounts, [], [])["stretch"].doses
    assert (dose.side, dose.moving, dose.share) == (Side.BOTH, False, 20 / 30)


def test_nothing_planned_is_no_share_and_more_than_planned_is_all() -> None:
    dose = Dose(side=Side.LEFT, moving=True, planned_reps=0, reps=0, planned_seconds=0, seconds=0)
    assert dose.share == 0
    assert replace(dose, planned_reps=5, reps=6).share == 1


def test_the_worst_of_each_day_and_knee_is_counted() -> None:
    told = [hurt(3), hurt(5), hurt(5, 1), hurt(2, 1, Side.RIGHT), hurt(4, 2, Side.BOTH)]
    found = exercise_doses([], told, [])["lift"]
    assert found.hurts == (
        HurtOn(Side.LEFT, 4, 1),
        HurtOn(Side.LEFT, 5, 2),
        HurtOn(Side.RIGHT, 2, 1),
        HurtOn(Side.RIGHT, 4, 1),
    )
    assert (found.worst, found.hurt_days) == (5, 3)


def test_no_score_hurts_and_a_score_of_nought_does_not() -> None:
    found = exercise_doses([], [hurt(None), hurt(0, 1)], [])["lift"]
    assert (found.hurts, found.hurt_days, found.worst) == ((HurtOn(Side.LEFT, 0, 1),), 1, 0)


def test_answers_that_are_not_about_an_exercise_are_left_out() -> None:
    other = replace(hurt(5), moment=Moment.AFTER)
    assert exercise_doses([], [hurt(5, exercise=None), other], []) == {}


def test_a_skip_that_was_taken_along_counts_once() -> None:
    kept = skip()
    skips = [kept, replace(kept, id=new_id(), course="second"), skip(1, Reach.TODAY)]
    assert exercise_doses([], [], skips)["lift"] == ExerciseDose(exercise="lift", skips=2)


def test_the_share_of_all_is_in_seconds_of_holding() -> None:
    amounts = [
        amount("lift", Side.LEFT, reps=(10, 10), seconds=(20, 20)),
        amount("stretch", Side.LEFT, reps=(1, 2), seconds=(40, 60)),
    ]
    assert dose_share(exercise_doses(amounts, [], []).values()) == 0.75
    assert dose_share([]) is None


def test_what_is_skipped_now() -> None:
    today = DAY + timedelta(days=5)
    tomorrow = today + timedelta(days=1)
    assert list(skipped_now([skip()], today)) == ["lift"]
    assert skipped_now([skip(reach=Reach.TODAY)], today) == {}
    assert skipped_now([replace(skip(), tried_on=today)], today) == {}
    assert skipped_now([skip(reach=Reach.UNTIL, until=today)], today) == {}
    assert list(skipped_now([skip(reach=Reach.UNTIL, until=tomorrow)], today)) == ["lift"]


def test_the_latest_skip_decides() -> None:
    early, late = replace(skip(), tried_on=DAY), skip(2)
    assert skipped_now([late, early], DAY + timedelta(days=5)) == {"lift": late}
