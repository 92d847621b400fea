"""When a skipped exercise is offered again, how that went, and what hurt this week."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rehabtimer.core.pain import Moment, PainLimits
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, ExerciseDay, PainEntry, Reach, Skip, Stamp
from rehabtimer.insights.trying_again import Try, hurt_this_week, may_try_again, tries

START = date(2026, 3, 2)
LIMITS = PainLimits()


def on(day: int) -> date:
    return START + timedelta(days=day)


def at(day: int, hour: int = 18) -> Stamp:
    return Stamp(at=datetime.combine(on(day), time(hour), UTC), offset=0, day=on(day))


def skip(
    day: int, *, tried: int | None = None, reach: Reach = Reach.OPEN, score: int | None = 5
) -> Skip:
    return Skip(
        id=f"skip-{day}",
        when=at(day),
        course="course",
        exercise="step-up",
        score=score,
        reason=OffReason.HURT,
        reach=reach,
        tried_on=None if tried is None else on(tried),
    )


def hurt(day: int, score: int | None, hour: int = 18, moment: Moment = Moment.DURING) -> PainEntry:
    return PainEntry(
        id=f"pain-{day}-{hour}",
        when=at(day, hour),
        knee=Side.LEFT,
        score=score,
        moment=moment,
        exercise="step-up",
    )


def done(day: int, reps: int = 10, seconds: float = 10) -> ExerciseDay:
    return ExerciseDay(
        day=on(day), planned_reps=10, reps=reps, planned_seconds=10.0, seconds=seconds
    )


def logged(scores: dict[int, int], knee: Side = Side.LEFT) -> list[DailyPain]:
    return [DailyPain(on(day), knee, score) for day, score in scores.items()]


# ------------------------------------------------------------------ the offer

CALM = logged({1: 2, 4: 0, 7: 2})


def may(
    daily: list[DailyPain], today: int = 7, limits: PainLimits = LIMITS, skipped: Skip | None = None
) -> bool:
    return may_try_again(skipped or skip(0), daily, on(today), limits)


def test_a_calm_week_of_ones_own_log_allows_it() -> None:
    assert may(CALM)
    assert not may(CALM, today=6)


@pytest.mark.parametrize("reach", [Reach.SIDE, Reach.TODAY])
def test_what_was_for_one_day_is_back_anyway(reach: Reach) -> None:
    assert not may(CALM, skipped=skip(0, reach=reach))
    assert may(CALM, skipped=skip(0, reach=Reach.UNTIL))


def test_either_knee_above_the_limit_forbids_it() -> None:
    for knee in (Side.LEFT, Side.RIGHT):
        assert not may([*CALM, *logged({5: 3}, knee)])
        assert may([*CALM, *logged({5: 3}, knee)], limits=PainLimits(calm_most=3))


def test_pain_before_the_calm_days_says_nothing() -> None:
    assert may([*logged({0: 9}), *CALM])
    assert not may([*logged({1: 9}), *CALM])


def test_two_logged_days_are_too_few() -> None:
    assert not may(CALM[:2])
    assert not may([*CALM[:2], *logged({4: 1}, Side.RIGHT)])  # the same day
    assert may([*CALM[:2], *logged({5: 1}, Side.RIGHT)])


def test_a_log_of_long_ago_says_nothing() -> None:
    assert not may(CALM, today=14)


def test_the_calm_can_be_shorter_than_three_days() -> None:
    two = PainLimits(calm_days=2)
    assert may(logged({1: 0, 2: 0}), today=2, limits=two)
    assert not may(logged({2: 0}), today=2, limits=two)


@given(
    st.dictionaries(st.integers(-5, 30), st.integers(0, 10)),
    st.integers(0, 30),
    st.integers(1, 14),
    st.integers(0, 10),
)
def test_the_offer_agrees_with_a_recount(
    scores: dict[int, int], today: int, calm_days: int, most: int
) -> None:
    limits = PainLimits(calm_days=calm_days, calm_most=most)
    window = [scores[day] for day in range(today - calm_days + 1, today + 1) if day in scores]
    expected = (
        today >= calm_days and len(window) >= min(3, calm_days) and max(window, default=0) <= most
    )
    assert may(logged(scores), today, limits) is expected


# ------------------------------------------------------------------ how it went


def plain(found: tuple[Try, ...]) -> list[tuple[date, int | None, bool, bool]]:
    return [(one.on, one.worst, one.hurt, one.done) for one in found]


def test_nothing_was_tried_while_it_is_skipped() -> None:
    assert tries([skip(0)], [done(0)], [hurt(0, 5)]) == ()


def test_it_went_well_where_no_pain_was_told() -> None:
    first = skip(0, tried=10)
    found = tries([first], [done(0), done(10)], [hurt(0, 5)])
    assert plain(found) == [(on(10), None, False, True)]
    assert found[0].skip == first


def test_it_was_not_done_since() -> None:
    nothing = done(11, reps=0, seconds=0)
    assert plain(tries([skip(0, tried=10)], [done(0), nothing], [])) == [
        (on(10), None, False, False)
    ]
    assert tries([skip(0, tried=10)], [done(11, reps=0, seconds=4)], [])[0].done


def test_the_worst_score_since_is_told() -> None:
    hurts = [hurt(0, 5), hurt(9, 9), hurt(10, 1), hurt(12, 3), hurt(13, 2)]
    assert plain(tries([skip(0, tried=10)], [done(10)], hurts)) == [(on(10), 3, True, True)]


def test_what_hurt_without_a_score_is_not_forgotten() -> None:
    assert plain(tries([skip(0, tried=10)], [done(10)], [hurt(10, None)])) == [
        (on(10), None, True, True)
    ]
    assert plain(tries([skip(0, tried=10)], [done(10)], [hurt(10, 0)])) == [
        (on(10), 0, False, True)
    ]


def test_each_try_ends_with_the_next_skip() -> None:
    skips = [skip(20, tried=30, score=4), skip(0, tried=10), skip(40)]
    hurts = [hurt(0, 5), hurt(20, 4), hurt(35, 1), hurt(40, 6), hurt(41, 9)]
    days = [done(10), done(30)]
    assert plain(tries(skips, days, hurts)) == [
        (on(10), 4, True, True),
        (on(30), 6, True, True),
    ]


def test_the_score_of_the_next_skip_counts_without_an_entry() -> None:
    assert plain(tries([skip(0, tried=10), skip(20, score=4)], [], [])) == [
        (on(10), 4, True, False)
    ]
    assert plain(tries([skip(0, tried=10), skip(20, score=None)], [], [])) == [
        (on(10), None, False, False)
    ]


def test_a_skip_for_one_day_does_not_end_a_try() -> None:
    skips = [skip(0, tried=10), skip(12, reach=Reach.TODAY)]
    assert plain(tries(skips, [], [hurt(15, 3)])) == [(on(10), 3, True, False)]


def test_a_skip_that_another_round_took_along_does_not_end_its_try() -> None:
    former, taken = skip(0), replace(skip(0, tried=10), id="another", course="another")
    for skips in ([former, taken], [taken, former]):
        assert plain(tries(skips, [done(10)], [hurt(12, 2)])) == [(on(10), 2, True, True)]


def test_a_try_on_the_day_of_the_skip_leaves_out_what_led_to_it() -> None:
    hurts = [hurt(0, 5, hour=18), hurt(0, 1, hour=20)]
    assert plain(tries([skip(0, tried=0)], [], hurts)) == [(on(0), 1, True, False)]


# ------------------------------------------------------------------ this week


def test_what_hurt_this_week_comes_worst_first() -> None:
    entries = [
        replace(hurt(1, 3), exercise="clam"),
        replace(hurt(2, None), exercise="wall-slide"),
        hurt(3, 2),
        hurt(7, 6),
        replace(hurt(5, 3), exercise="calf-stretch"),
    ]
    assert hurt_this_week(entries, on(7)) == ("step-up", "calf-stretch", "clam", "wall-slide")


@pytest.mark.parametrize(
    "entry",
    [
        hurt(0, 5),  # eight days ago
        hurt(8, 5),  # not yet
        hurt(7, 0),
        hurt(7, 5, moment=Moment.AFTER),
        replace(hurt(7, 5), exercise=None),
    ],
)
def test_what_did_not_hurt_this_week_is_left_out(entry: PainEntry) -> None:
    assert hurt_this_week([entry], on(7)) == ()
