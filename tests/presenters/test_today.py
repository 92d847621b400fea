"""Today: what will run and what will not, what is asked, and what waits."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import DayMark, TodayRow
from rehabtimer.presenters.skipping import WhatHurt
from rehabtimer.presenters.today import TodayPresenter
from tests.support.cases import pass_time, play, welcomed
from tests.support.clock import FakeClock
from tests.support.own_exercises import bridge


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee on day 5."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def today(case: Case) -> TodayPresenter:
    return TodayPresenter(case)


def clock(case: Case) -> FakeClock:
    assert isinstance(case.clock, FakeClock)
    return case.clock


def go_to_day(case: Case, days: int, hour: int = 8) -> None:
    clock(case).wall = (clock(case).wall + timedelta(days=days)).replace(hour=hour)


def whole_session(case: Case) -> None:
    session = play(case, 3600)
    assert session.is_over


def row(today: TodayPresenter, exercise: str) -> TodayRow:
    return next(row for row in today.frame().rows if row.exercise == exercise)


# Heading and rows


def test_week_and_day(today: TodayPresenter) -> None:
    frame = today.frame()
    assert frame.title == "Week 1, day 5"
    assert frame.subtitle == "Monday 2 March · 5 of 42 days"
    assert (frame.start_label, frame.start_minutes, frame.can_start) == ("Start", "35 min", True)
    assert frame.notice == ""


def test_every_exercise_with_its_dose(today: TodayPresenter) -> None:
    frame = today.frame()
    assert len(frame.rows) == 10
    clam = row(today, "clam")
    assert (clam.name, clam.dose) == ("Clam", "2 sets of 15 each side, 2 s hold")
    assert not clam.skipped


@pytest.mark.parametrize(
    "days, title, subtitle",
    [
        (2, "Week 1, day 7", "7 of 42"),
        (3, "Week 2, day 1", "8 of 42"),
        (37, "Week 6, day 7", "42 of 42"),
        (38, "42 days are over", "as long as you like"),
    ],
)
def test_the_programme_goes_on(
    case: Case, today: TodayPresenter, days: int, title: str, subtitle: str
) -> None:
    go_to_day(case, days)
    frame = today.frame()
    assert frame.title == title
    assert subtitle in frame.subtitle
    assert len(frame.week) == 7


def test_a_programme_that_has_not_begun(case: Case, today: TodayPresenter) -> None:
    case.welcome(
        affected=Side.LEFT,
        stairs_hurt=False,
        weekdays=THREE_DAYS,
        start=case.today + timedelta(days=3),
    )
    frame = today.frame()
    assert frame.title == "Before the start"
    assert frame.subtitle == "Your programme begins on Thursday 5 March."
    assert frame.can_start


def test_a_rest_day_is_a_day_of_the_plan(case: Case, today: TodayPresenter) -> None:
    case.change_weekdays((2, 4, 6))
    assert "a rest day in your plan" in today.frame().subtitle
    assert today.frame().can_start


def test_done_for_today(case: Case, today: TodayPresenter) -> None:
    whole_session(case)
    frame = today.frame()
    assert "done for today" in frame.subtitle
    assert frame.start_label == "Start again"
    assert frame.resume is None
    assert frame.week[4].mark is DayMark.FULL
    assert frame.week_text == "1 session of 5 so far."


def test_without_exercises_there_is_nothing_to_start(case: Case, today: TodayPresenter) -> None:
    for exercise in case.programme.exercises:
        case.switch(exercise.id, on=False)
    frame = today.frame()
    assert not frame.can_start
    assert all(row.skipped for row in frame.rows)


# Try again


def test_what_is_off_says_why_and_can_be_tried_again(case: Case, today: TodayPresenter) -> None:
    case.switch("clam", on=False)
    assert row(today, "clam").action == "Turn on", "it was a wish, and nothing hurt"
    case.switch("step-up", on=False, reason=OffReason.HURT)
    off = row(today, "step-up")
    assert off.skipped
    assert "since 2 Mar" in off.dose
    assert (off.minutes, off.action) == ("", "Try again")
    before = today.frame().start_minutes
    today.try_again("step-up")
    frame = today.frame()
    assert frame.undo_text == "Step up is back in the session."
    assert frame.start_minutes > before
    assert not row(today, "step-up").skipped


def test_trying_again_can_be_undone(case: Case, today: TodayPresenter) -> None:
    case.switch("step-up", on=False)
    before = today.frame()
    today.try_again("step-up")
    today.undo()
    assert today.frame() == before
    today.undo()
    assert today.frame() == before, "once is enough"


@pytest.mark.parametrize("other", ["choice", "setting"])
def test_an_undo_goes_with_the_next_change_elsewhere(
    case: Case, today: TodayPresenter, other: str
) -> None:
    case.switch("step-up", on=False)
    today.try_again("step-up")
    if other == "choice":
        case.choose(Choice(exercise="clam", reps=8))
    else:
        case.save(replace(case.settings, affected=Side.RIGHT))
    assert today.frame().undo_text == ""
    today.undo()
    assert case.choice("step-up").on


def test_what_was_gone_on_from_is_undone_no_more(case: Case, today: TodayPresenter) -> None:
    case.switch("step-up", on=False)
    today.try_again("step-up")
    today.forget_undo()
    assert today.frame().undo_text == ""
    today.undo()
    assert case.choice("step-up").on


def test_news_is_news_once(today: TodayPresenter) -> None:
    today.notice = "Saved."
    assert today.frame().notice == "Saved."
    assert not today.frame().notice


@pytest.mark.parametrize(
    "hurt, why",
    [
        (None, "Skipped since 2 Mar: it hurt"),
        (WhatHurt(score=6), "Skipped since 2 Mar: hurt 6"),
        (WhatHurt(score=6, side=Side.LEFT), "Skipped since 2 Mar: hurt 6 with the left leg"),
    ],
)
def test_what_hurt_says_where_and_how_much(
    case: Case, today: TodayPresenter, hurt: WhatHurt | None, why: str
) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=hurt)
    assert row(today, "clam").dose == why
    until = case.today + timedelta(days=10)
    case.switch("clam", on=False, reason=OffReason.HURT, until=until)
    assert row(today, "clam").dose == f"{why} · back on 12 Mar"


@pytest.mark.parametrize(
    "exercise, dose",
    [
        ("clam", "2 sets of 15, left side, 2 s hold"),
        ("quad-stretch", "2 times 15 s, left leg"),
        ("wall-slide", "2 sets of 10, 5 s hold"),
    ],
)
def test_one_leg_only_is_said_once(
    case: Case, today: TodayPresenter, exercise: str, dose: str
) -> None:
    case.choose(Choice(exercise=exercise, only=Side.LEFT))
    assert row(today, exercise).dose == dose


def test_an_easier_version_is_named_and_shown(case: Case, today: TodayPresenter) -> None:
    case.choose(Choice(exercise="quad-stretch", variant="lying"))
    found = row(today, "quad-stretch")
    assert found.name == "Standing quad stretch: Lying on your belly"
    assert (found.figure, found.variant) == ("quad-stretch", "lying")


def test_a_pause_is_said(case: Case, today: TodayPresenter) -> None:
    case.pause_from(case.today)
    assert today.frame().title == "Week 1, day 4"
    assert today.frame().subtitle == "Monday 2 March · your programme is paused"


# The morning question


def morning_entries(case: Case) -> list[tuple[Side, int | None]]:
    entries = case.store.diary.entries(case.today, case.today)
    return [(e.knee, e.score) for e in entries if e.moment is Moment.MORNING]


def test_it_is_asked_on_the_morning_after_a_session(case: Case, today: TodayPresenter) -> None:
    assert today.frame().questions == ()
    play(case, 60).leave()
    assert today.frame().questions == (), "the same day"
    go_to_day(case, 1)
    (question,) = today.frame().questions
    assert question.text == "How is the left knee this morning?"
    assert question.score is None
    go_to_day(case, 1)
    assert today.frame().questions == (), "two days later"


@pytest.mark.parametrize("hour, asks", [(4, True), (11, True), (12, False), (23, False)])
def test_only_before_noon(case: Case, today: TodayPresenter, hour: int, asks: bool) -> None:
    play(case, 60).leave()
    go_to_day(case, 1, hour)
    assert bool(today.frame().questions) is asks


def test_both_knees_are_asked_about(case: Case, tmp_path: Path) -> None:
    with welcomed(tmp_path / "both", affected=Side.BOTH) as both:
        play(both, 60).leave()
        go_to_day(both, 1)
        questions = TodayPresenter(both).frame().questions
    assert [question.knee for question in questions] == [Side.LEFT, Side.RIGHT]


def test_a_second_answer_takes_the_place_of_the_first(case: Case, today: TodayPresenter) -> None:
    play(case, 60).leave()
    go_to_day(case, 1)
    today.answer(Moment.MORNING, Side.LEFT, 4)
    today.answer(Moment.MORNING, Side.RIGHT, 1)
    today.answer(Moment.MORNING, Side.LEFT, 2)
    assert sorted(morning_entries(case)) == [(Side.LEFT, 2), (Side.RIGHT, 1)]
    assert today.frame().questions[0].score == 2


def test_other_answers_of_the_day_stay(case: Case, today: TodayPresenter) -> None:
    entry = PainEntry(id=new_id(), when=case.stamp, knee=Side.LEFT, score=6, moment=Moment.EXTRA)
    case.store.diary.add(entry)
    today.answer(Moment.MORNING, Side.LEFT, 2)
    scores = {e.moment: e.score for e in case.store.diary.entries(case.today, case.today)}
    assert scores == {Moment.EXTRA: 6, Moment.MORNING: 2}


# A session that waits


def test_a_session_that_was_left_waits(case: Case, today: TodayPresenter) -> None:
    assert today.frame().resume is None
    session = play(case, 5 + 15 + 5 + 15)
    session.skip_exercise()
    session.skip_exercise()
    pass_time(case, session, 5 + 4 * 7 + 1)
    session.leave()
    card = today.frame().resume
    assert card is not None
    assert card.text == "Straight leg lift: set 1, left leg, rep 5. 2 of 33 sets are done."


def test_a_stretch_has_no_rep_to_name(case: Case, today: TodayPresenter) -> None:
    play(case, 5 + 15 + 5 + 3).leave()
    card = today.frame().resume
    assert card is not None
    assert card.text == "Standing quad stretch: set 1, right leg. 1 of 33 sets are done."


def test_what_waits_may_be_an_exercise_that_is_gone(case: Case, today: TodayPresenter) -> None:
    case.library.save(bridge())
    case.choose(Choice(exercise="bridge"))
    case.arrange(("bridge",))
    case.reload()
    play(case, 5 + 3).leave()
    case.library.remove("bridge")
    case.reload()
    card = today.frame().resume
    assert card is not None
    assert card.text.startswith("Bridge: set 1, both legs, rep 1.")
    assert "bridge" not in {each.exercise for each in today.frame().rows}


def test_tomorrow_it_waits_no_more(case: Case, today: TodayPresenter) -> None:
    play(case, 60).leave()
    go_to_day(case, 1)
    frame = today.frame()
    assert frame.resume is None
    assert frame.week[4].mark is DayMark.HALF
    assert frame.week[5].today


# The trend


def test_without_two_weeks_there_is_no_trend(today: TodayPresenter) -> None:
    frame = today.frame()
    assert frame.trend_title == "Your pain chart"
    assert "two weeks make a trend" in frame.trend_text


def test_two_weeks_make_one(case: Case, today: TodayPresenter) -> None:
    start: datetime = clock(case).wall
    for day in range(14):
        clock(case).wall = start + timedelta(days=day)
        today.answer(Moment.MORNING, Side.LEFT, 6 if day < 3 else 4)
    frame = today.frame()
    assert frame.trend_title == "Left knee: 6 in week 1, 4 now"
    assert frame.trend_text == "Your log shows a drop of 2 points."
