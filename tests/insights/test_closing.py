"""What a course came to at its end."""

from datetime import UTC, date, datetime, time, timedelta

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, Reach, SessionDay, Skip, Stamp
from rehabtimer.core.schedule import THREE_DAYS, Pause, Plan, PlanChange
from rehabtimer.insights.closing import Closing, KneeClosing, closing
from rehabtimer.insights.pain import PainWeek

START = date(2026, 3, 2)  # a Monday
PLAN = Plan(started_on=START)
THRICE = Plan(started_on=START, changes=(PlanChange(since=START, weekdays=THREE_DAYS),))


def on(day: int) -> date:
    return START + timedelta(days=day - 1)


def session(day: int, done: int = 10) -> SessionDay:
    return SessionDay(on(day), 10, done)


def logged(scores: dict[int, int], knee: Side = Side.LEFT) -> list[DailyPain]:
    return [DailyPain(on(day), knee, score) for day, score in scores.items()]


def skip(
    exercise: str,
    day: int,
    *,
    tried: int | None = None,
    until: int | None = None,
    reach: Reach = Reach.OPEN,
) -> Skip:
    return Skip(
        id=f"{exercise}-{day}",
        when=Stamp(at=datetime.combine(on(day), time(18), UTC), offset=0, day=on(day)),
        course="course",
        exercise=exercise,
        reason=OffReason.HURT,
        reach=reach,
        until=on(until) if until else None,
        tried_on=on(tried) if tried else None,
    )


def closed(
    sessions: list[SessionDay] | None = None,
    pain: list[DailyPain] | None = None,
    skips: list[Skip] | None = None,
    *,
    plan: Plan = PLAN,
    today: int = 43,
) -> Closing:
    return closing(plan, sessions or [], pain or [], skips or [], on(today))


def counts(found: Closing) -> tuple[int, int, int, int]:
    return found.planned, found.full, found.partial, found.extra


def test_an_empty_course_is_all_noughts() -> None:
    assert closed() == Closing(
        planned=42, full=0, partial=0, extra=0, knees=(), skipped=(), tried=()
    )


def test_sessions_are_counted_against_the_plan() -> None:
    done = [session(1), session(2), session(3, 4), session(5), session(8, 5), session(43)]
    assert counts(closed(done)) == (42, 3, 2, 0)
    assert counts(closed(done, plan=THRICE)) == (18, 2, 2, 1)


def test_a_course_that_is_left_early_counts_up_to_today() -> None:
    assert counts(closed([session(1), session(9)], today=8)) == (8, 1, 0, 0)
    assert counts(closed(today=0)) == (0, 0, 0, 0)


def test_a_pause_asks_for_nothing_and_moves_the_end() -> None:
    away = Plan(started_on=START, pauses=(Pause(since=on(8), until=on(14)),))
    done = [session(7), session(10), session(49), session(50)]
    assert counts(closed(done, plan=away, today=60)) == (42, 2, 0, 1)


def test_a_course_that_is_left_in_a_pause_counts_what_was_before() -> None:
    away = Plan(started_on=START, pauses=(Pause(since=on(8)),))
    assert counts(closed([session(7), session(10)], plan=away, today=12)) == (7, 1, 0, 1)


def test_each_knee_has_its_first_and_its_last_week() -> None:
    pain = [*logged({1: 5, 2: 6, 3: 5, 36: 2, 37: 3, 38: 2, 42: 4}), *logged({1: 2}, Side.RIGHT)]
    assert closed(pain=pain).knees == (
        KneeClosing(Side.LEFT, PainWeek(1, 3, 5.0), PainWeek(6, 4, 2.5)),
        KneeClosing(Side.RIGHT, None, None),
    )


def test_the_last_week_is_one_that_is_over() -> None:
    pain = logged({1: 5, 2: 5, 3: 5, 8: 3, 9: 3, 10: 3, 15: 1, 16: 1, 17: 1})
    (knee,) = closed(pain=pain, today=20).knees
    assert knee.last == PainWeek(2, 3, 3.0)
    (knee,) = closed(pain=pain, today=21).knees
    assert knee.last == PainWeek(3, 3, 1.0)


def test_one_week_has_nothing_to_be_compared_with() -> None:
    (knee,) = closed(pain=logged({1: 5, 2: 5, 3: 5}), today=7).knees
    assert (knee.first, knee.last) == (PainWeek(1, 3, 5.0), None)


def test_what_is_skipped_now_and_what_was_tried_again() -> None:
    skips = [
        skip("step-up", 20),
        skip("step-up", 5, tried=12),
        skip("clam", 3, tried=9),
        skip("wall-slide", 3, reach=Reach.UNTIL, until=43),
        skip("calf-stretch", 40, reach=Reach.UNTIL, until=44),
        skip("donkey-kick", 40, reach=Reach.TODAY),
    ]
    found = closed(skips=skips)
    assert found.skipped == ("step-up", "calf-stretch")
    assert found.tried == ("clam",)
