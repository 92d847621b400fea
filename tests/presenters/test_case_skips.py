"""Turning exercises off and on: why, until when, what hurt, and when it was tried again."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, Skip
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import clock_of, days_pass, play, reopened, welcomed

MONDAY = date(2026, 3, 2)
HURT = WhatHurt(side=Side.LEFT, score=6)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def skips(case: Case, exercise: str = "clam") -> list[Skip]:
    return case.store.skips.all(exercise)


def in_session(case: Case) -> set[str]:
    return {item.exercise for item in case.prescription().exercises}


def wait(case: Case, minutes: int = 1) -> None:
    """No two things are skipped in the same instant."""
    clock_of(case).advance(60 * minutes)


# Off


def test_off_is_kept_as_a_skip(case: Case) -> None:
    case.switch("clam", on=False)
    (skip,) = skips(case)
    assert (skip.reason, skip.reach, skip.until, skip.tried_on) == (
        OffReason.OWN_CHOICE,
        Reach.OPEN,
        None,
        None,
    )
    assert (skip.side, skip.score, skip.session) == (None, None, None)
    assert (skip.course, skip.when.day) == (case.course.id, MONDAY)
    assert reopened(case).skips() == {"clam": skip}
    assert "clam" not in in_session(case)


def test_what_hurt_is_kept_with_it(case: Case) -> None:
    session = play(case, 60).record.id
    hurt = WhatHurt(side=Side.RIGHT, score=4, session=session)
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=hurt)
    (skip,) = skips(case)
    assert (skip.reason, skip.side, skip.score, skip.session) == (
        OffReason.HURT,
        Side.RIGHT,
        4,
        session,
    )
    choice = reopened(case).choice("clam")
    assert (choice.on, choice.reason, choice.since) == (False, OffReason.HURT, "2026-03-02")


def test_several_are_off_for_one_reason(case: Case) -> None:
    case.skip_all(("clam", "wall-slide"), OffReason.STAIRS_HURT)
    assert {skip.reason for skip in case.skips().values()} == {OffReason.STAIRS_HURT}
    assert set(case.skips()) == {"clam", "wall-slide"}
    assert len(in_session(case)) == 8


def test_nothing_to_skip_changes_nothing(case: Case) -> None:
    case.skip_all((), OffReason.HURT)
    assert case.store.skips.all() == []
    assert case.course.choices == ()


# Until a date


def test_until_a_date_it_is_off_and_on_that_date_back(case: Case) -> None:
    case.switch("clam", on=False, until=MONDAY + timedelta(days=3))
    (skip,) = skips(case)
    assert (skip.reach, skip.until) == (Reach.UNTIL, date(2026, 3, 5))
    days_pass(case, 2)
    assert "clam" not in in_session(reopened(case))
    days_pass(case, 1)
    again = reopened(case)
    assert again.choice("clam") == Choice(exercise="clam")
    assert again.skips() == {}
    assert [skip.tried_on for skip in skips(case)] == [date(2026, 3, 5)]


def test_it_counts_as_back_on_its_date_however_late_that_is_seen(case: Case) -> None:
    case.switch("clam", on=False, until=MONDAY + timedelta(days=3))
    days_pass(case, 20)
    reopened(case)
    assert [skip.tried_on for skip in skips(case)] == [date(2026, 3, 5)]


def test_a_program_left_open_over_night_has_it_back_too(case: Case) -> None:
    case.switch("clam", on=False, until=MONDAY + timedelta(days=1))
    days_pass(case, 1)
    assert case.choice("clam").on
    assert "clam" in in_session(case)
    case.come_back()
    assert case.skips() == {}


def test_off_again_after_its_date_is_a_skip_of_its_own(case: Case) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT, until=MONDAY + timedelta(1))
    days_pass(case, 2)
    case.switch("clam", on=False)
    first, second = skips(case)
    assert (first.score, first.reach, first.tried_on) == (6, Reach.UNTIL, date(2026, 3, 3))
    assert (second.score, second.reason, second.tried_on) == (None, OffReason.OWN_CHOICE, None)
    assert case.skips() == {"clam": second}
    assert case.choice("clam").since == "2026-03-04"


# One that stands already


@pytest.mark.parametrize("until", [None, MONDAY + timedelta(days=9)])
def test_another_end_is_the_same_skip(case: Case, until: date | None) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT, until=MONDAY + timedelta(4))
    days_pass(case, 1)
    case.switch("clam", on=False, reason=OffReason.HURT, until=until)
    (skip,) = skips(case)
    assert (skip.reach, skip.until) == (Reach.UNTIL if until else Reach.OPEN, until)
    assert (skip.score, skip.side, skip.when.day) == (6, Side.LEFT, MONDAY)
    assert case.choice("clam").since == "2026-03-02", "it is off since the first time"
    assert case.choice("clam").until == (until.isoformat() if until else "")


def test_what_hurts_anew_is_another_skip(case: Case) -> None:
    case.switch("clam", on=False)
    wait(case)
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    assert [skip.score for skip in skips(case)] == [None, 6]
    assert case.skips()["clam"].score == 6


def test_both_are_over_when_it_is_on_again(case: Case) -> None:
    case.switch("clam", on=False)
    wait(case)
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    days_pass(case, 3)
    case.switch("clam", on=True)
    assert case.skips() == {}
    wait(case)
    case.switch("clam", on=False)
    assert len(skips(case)) == 3
    assert case.skips()["clam"].when.day == date(2026, 3, 5)


# On again


def test_on_again_marks_the_skip_as_tried_and_keeps_the_score(case: Case) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    days_pass(case, 8)
    case.switch("clam", on=True)
    (skip,) = skips(case)
    assert (skip.tried_on, skip.score, skip.reach) == (date(2026, 3, 10), 6, Reach.OPEN)
    assert case.skips() == {}
    assert case.choice("clam") == Choice(exercise="clam")
    assert len(in_session(case)) == 10


def test_on_again_forgets_when_it_was_to_be_offered(case: Case) -> None:
    case.switch("clam", on=False)
    case.choose(replace(case.choice("clam"), not_before="2026-03-30"))
    case.switch("clam", on=True)
    assert case.choice("clam") == Choice(exercise="clam")


def test_each_time_off_is_a_skip(case: Case) -> None:
    for _ in range(3):
        wait(case)
        case.switch("clam", on=False)
        days_pass(case, 1)
        case.switch("clam", on=True)
    assert [skip.tried_on for skip in skips(case)] == [
        date(2026, 3, 3),
        date(2026, 3, 4),
        date(2026, 3, 5),
    ]


@pytest.mark.parametrize("exercise", ["clam", "no-such-exercise"])
def test_what_was_never_off_is_left_alone(case: Case, exercise: str) -> None:
    case.switch(exercise, on=True)
    assert case.course.choices == ()
    assert case.store.skips.all() == []


def test_a_dose_outlives_being_off(case: Case) -> None:
    case.choose(Choice(exercise="clam", reps=8, only=Side.LEFT))
    case.switch("clam", on=False, until=MONDAY + timedelta(days=1))
    days_pass(case, 1)
    assert reopened(case).choice("clam") == Choice(exercise="clam", reps=8, only=Side.LEFT)


def test_what_hurt_for_a_day_only_never_stands(case: Case) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    case.store.skips.keep(replace(skips(case)[0], id="today", reach=Reach.TODAY))
    case.switch("clam", on=True)
    assert case.skips() == {}
    assert {skip.id: skip.tried_on for skip in skips(case)}["today"] is None
