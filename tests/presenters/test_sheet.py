"""What the exercise sheet says of today's session."""

from datetime import timedelta
from pathlib import Path

import pytest

from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.plan import Wish, read_plan
from rehabtimer.presenters.sheet import MOST_LINES, sheet_frame
from rehabtimer.presenters.sheet_frame import SheetFrame
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import welcomed
from tests.support.clock import FakeClock
from tests.support.reports import texts

AVOIDED = ("improv", "heal", "cure", "treat", "recommend", "diagnos", "prescri", "proven", "safe")


def sheet(case: Case) -> SheetFrame:
    return sheet_frame(read_plan(case.store.database.path, Wish(), case.clock.now()))


def test_it_has_the_session_in_the_persons_own_order_and_doses(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        case.arrange(["clam", "wall-slide"])
        case.choose(Choice(exercise="clam", sets=3, reps=8))
        frame = sheet(case)
    first, second = frame.lines[:2]
    assert (first.name, first.dose) == ("Clam", "3 sets of 8 each side, 2 s hold")
    assert first.boxes == (("Left", 3), ("Right", 3))
    assert (first.figure, first.side) == ("clam", Side.LEFT)
    assert first.how == "Raise your top knee slowly, feet touching."
    assert (second.name, second.boxes) == ("Wall slide", (("", 2),))
    assert len(frame.lines) == 10
    assert (frame.skipped, frame.more, frame.empty) == ((), (), "")
    assert (frame.title, frame.subtitle) == ("Exercise sheet", "Runner's knee")


def test_what_is_skipped_is_named_with_its_reason(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        hurt = WhatHurt(side=Side.LEFT, score=5)
        case.switch("step-up", on=False, reason=OffReason.HURT, hurt=hurt)
        until = case.today + timedelta(days=7)
        case.switch("clam", on=False, until=until)
        frame = sheet(case)
    assert {line.name for line in frame.lines}.isdisjoint({"Step up", "Clam"})
    assert sorted(frame.skipped) == [
        "Clam: turned off since 2 Mar, back on 9 Mar",
        "Step up: skipped since 2 Mar, hurt 5 with the left leg",
    ]


def test_an_easier_version_is_named_and_pictured(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        variant = case.exercise("quad-stretch").variants[0]
        case.choose(Choice(exercise="quad-stretch", variant=variant.id))
        line = sheet(case).lines[0]
    assert line.name == f"Standing quad stretch: {variant.name}"
    assert line.variant == variant.id


def test_a_painful_leg_alone_has_its_boxes(tmp_path: Path) -> None:
    with welcomed(tmp_path, affected=Side.RIGHT) as case:
        frame = sheet(case)
    by_name = {line.name: line for line in frame.lines}
    assert by_name["Standing calf stretch"].boxes == (("Right", 3),)
    assert frame.knees == ("Right knee",)


def test_everything_off_is_said(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        case.skip_all([each.id for each in case.programme.exercises], OffReason.OWN_CHOICE)
        frame = sheet(case)
    assert (frame.lines, frame.empty) == ((), "Every exercise is off.")


def test_without_a_history_it_has_the_articles_targets(tmp_path: Path) -> None:
    planned = read_plan(tmp_path / "none.db", Wish(), FakeClock().now())
    frame = sheet_frame(planned)
    assert frame.subtitle == "Runner's knee: the article's targets"
    assert len(frame.lines) == 10


def test_many_exercises_are_named_below_the_others(tmp_path: Path) -> None:
    from msgspec.structs import replace

    planned = read_plan(tmp_path / "none.db", Wish(), FakeClock().now())
    items = planned.prescription.exercises * 3
    many = replace(planned, prescription=replace(planned.prescription, exercises=items))
    frame = sheet_frame(many)
    assert len(frame.lines) == MOST_LINES
    assert len(frame.more) == 30 - MOST_LINES
    assert frame.more[0] == frame.lines[0].name


def test_it_keeps_to_words_that_promise_nothing(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        frame = sheet(case)
    assert [t for t in texts(frame) if any(word in t.lower() for word in AVOIDED)] == []


@pytest.mark.parametrize("part", ["write down how much", "not a medical device"])
def test_it_says_what_it_is(tmp_path: Path, part: str) -> None:
    with welcomed(tmp_path) as case:
        assert any(part in text for text in texts(sheet(case)))
