"""What is said of exercises that are off, in every place that says it."""

import json
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.plan import Wish, plan_lines, read_plan
from rehabtimer.presenters.skip_log import SkipLog
from rehabtimer.presenters.skipped import Skipped, skipped_exercises, skipped_text
from rehabtimer.presenters.skipping import WhatHurt
from rehabtimer.presenters.status import read_status, status_lines
from tests.support.cases import welcomed
from tests.support.clock import FakeClock

HURT = OffReason.HURT


def skipped(**known: object) -> Skipped:
    values = {"exercise": "clam", "name": "Clam", "reason": HURT, "since": "2026-03-02"}
    return Skipped(**(values | known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "known, said",
    [
        ({}, "Clam: skipped since 2 Mar, it hurt"),
        ({"score": 4, "side": Side.LEFT}, "Clam: skipped since 2 Mar, hurt 4 with the left leg"),
        ({"score": 4, "side": Side.RIGHT}, "Clam: skipped since 2 Mar, hurt 4 with the right leg"),
        ({"score": 4}, "Clam: skipped since 2 Mar, hurt 4"),
        ({"score": 4, "side": Side.BOTH}, "Clam: skipped since 2 Mar, hurt 4"),
        ({"until": date(2026, 3, 16)}, "Clam: skipped since 2 Mar, it hurt, back on 16 Mar"),
        ({"since": "", "score": 4}, "Clam: skipped, it hurt"),
        ({"reason": OffReason.STAIRS_HURT}, "Clam: skipped since 2 Mar, stairs hurt"),
        ({"reason": OffReason.OWN_CHOICE}, "Clam: turned off since 2 Mar"),
    ],
)
def test_a_line_says_why_since_when_and_until_when(known: dict[str, object], said: str) -> None:
    assert skipped_text(skipped(**known)) == said


def told(case: Case) -> tuple[Skipped, ...]:
    log = SkipLog(case.store, case.course.id, case.today, case.settings.pain)
    return skipped_exercises(case.programme, case.course, log, case.today)


def later(case: Case, days: int) -> None:
    """Let days pass."""
    assert isinstance(case.clock, FakeClock)
    case.clock.wall += timedelta(days=days)


def test_the_records_tell_more_than_the_course(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        hurt = WhatHurt(side=Side.LEFT, score=5)
        case.switch("clam", on=False, reason=HURT, hurt=hurt)
        later(case, 2)
        case.switch("clam", on=True)
        case.switch("clam", on=False, reason=HURT, until=case.today + timedelta(days=7), hurt=hurt)
        (clam,) = told(case)
        assert (clam.side, clam.score, clam.reach) == (Side.LEFT, 5, "until")
        assert (clam.until, clam.can_try_again) == (case.today + timedelta(days=7), False)
        assert [(one.on, one.done) for one in clam.tried] == [(case.today, False)]
        (plain,) = skipped_exercises(case.programme, case.course)
        assert (plain.score, plain.tried, plain.until) == (None, (), clam.until)


def test_what_is_back_by_its_date_is_not_skipped(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        back = case.today + timedelta(days=7)
        case.switch("clam", on=False, until=back)
        off = skipped_exercises(case.programme, case.course, on=back - timedelta(days=1))
        assert [one.exercise for one in off] == ["clam"]
        assert skipped_exercises(case.programme, case.course, on=back) == ()


def test_status_and_plan_say_the_same(tmp_path: Path) -> None:
    line = "Clam: skipped since 2 Mar, hurt 5 with the right leg, back on 9 Mar"
    with welcomed(tmp_path) as case:
        week = case.today + timedelta(days=7)
        hurt = WhatHurt(side=Side.RIGHT, score=5)
        case.switch("clam", on=False, reason=HURT, until=week, hurt=hurt)
        path, now = case.store.database.path, case.clock.now()
        standing = read_status(path, now)
        assert line in status_lines(standing)
        kept = json.loads(msgspec.json.encode(standing.status))["skipped"]
        assert kept == [
            {
                "exercise": "clam",
                "name": "Clam",
                "reason": "hurt",
                "since": "2026-03-02",
                "side": "right",
                "score": 5,
                "until": "2026-03-09",
                "reach": "until",
                "tried": [],
                "can_try_again": False,
            }
        ]
        assert line in plan_lines(read_plan(path, Wish(), now))
        assert line not in plan_lines(read_plan(path, Wish(on=week), now))
        assert "clam" in {
            item.exercise for item in read_plan(path, Wish(on=week), now).prescription.exercises
        }
