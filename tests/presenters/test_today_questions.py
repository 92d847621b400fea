"""What Today asks: an hour after a session, and on the morning after one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import PainQuestion
from rehabtimer.presenters.today import TodayPresenter
from rehabtimer.presenters.today_questions import TodayQuestions
from tests.support.cases import clock_of, days_pass, play, reopened, welcomed

MINUTE = 60
HOUR = 60 * MINUTE


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def today(case: Case) -> TodayPresenter:
    return TodayPresenter(case)


def left(case: Case) -> str:
    """A session that was begun and left; its id."""
    session = play(case, 20)
    session.leave()
    return session.record.id


def wait(case: Case, seconds: float) -> None:
    clock_of(case).advance(seconds)


def asked(today: TodayPresenter, moment: Moment = Moment.LATER) -> list[PainQuestion]:
    return [question for question in today.frame().questions if question.moment is moment]


def told(case: Case) -> list[PainEntry]:
    entries = case.store.diary.entries(case.today, case.today)
    return [entry for entry in entries if entry.moment is Moment.LATER]


# When


@pytest.mark.parametrize(
    "seconds, asks",
    [
        (0, False),
        (59 * MINUTE, False),
        (HOUR - 1, False),
        (HOUR, True),
        (4 * HOUR - 1, True),
        (4 * HOUR, False),
        (9 * HOUR, False),
    ],
)
def test_an_hour_after_a_session(
    case: Case, today: TodayPresenter, seconds: int, asks: bool
) -> None:
    left(case)
    wait(case, seconds)
    assert bool(asked(today)) is asks


def test_after_a_whole_session_too(case: Case, today: TodayPresenter) -> None:
    assert play(case, 3600).is_over
    ended = case.store.history.sessions(case.today, case.today)[0].ended_at
    assert ended is not None
    wait(case, HOUR - (case.clock.now() - ended).total_seconds())
    assert [question.text for question in asked(today)] == ["How is the left knee, an hour after?"]


def test_not_while_the_session_goes_on(case: Case, today: TodayPresenter) -> None:
    play(case, 20)
    wait(case, HOUR)
    assert asked(today) == []
    assert TodayQuestions(case).seconds_to_next() is None


def test_without_a_session_nothing_is_asked_or_awaited(case: Case, today: TodayPresenter) -> None:
    assert today.frame().questions == ()
    assert TodayQuestions(case).seconds_to_next() is None


def test_the_seconds_until_then(case: Case, today: TodayPresenter) -> None:
    left(case)
    assert TodayQuestions(case).seconds_to_next() == HOUR
    wait(case, 59 * MINUTE)
    assert TodayQuestions(case).seconds_to_next() == MINUTE
    wait(case, MINUTE)
    assert TodayQuestions(case).seconds_to_next() is None
    assert asked(today)


def test_it_is_not_asked_on_another_day(case: Case, today: TodayPresenter) -> None:
    clock_of(case).wall = clock_of(case).wall.replace(hour=2, minute=50)
    left(case)
    wait(case, 65 * MINUTE)
    assert asked(today), "3:55 is the same day"
    wait(case, 10 * MINUTE)
    assert asked(today) == []
    assert asked(today, Moment.MORNING)


def test_the_last_session_counts(case: Case, today: TodayPresenter) -> None:
    left(case)
    wait(case, 30 * MINUTE)
    left(case)
    wait(case, 45 * MINUTE)
    assert asked(today) == []
    wait(case, 15 * MINUTE)
    assert asked(today)


# Answers


def test_an_answer_is_kept_with_the_session(case: Case, today: TodayPresenter) -> None:
    session = left(case)
    wait(case, HOUR)
    assert [question.score for question in asked(today)] == [None]
    today.answer(Moment.LATER, Side.LEFT, 3)
    (entry,) = told(case)
    assert (entry.knee, entry.score, entry.session) == (Side.LEFT, 3, session)
    assert (entry.exercise, entry.decision, entry.note) == (None, None, "")
    assert [question.score for question in asked(today)] == [3]
    assert [question.score for question in asked(TodayPresenter(reopened(case)))] == [3]


def test_another_answer_takes_its_place(case: Case, today: TodayPresenter) -> None:
    left(case)
    wait(case, HOUR)
    for score in (5, 0, 10):
        today.answer(Moment.LATER, Side.LEFT, score)
    assert [entry.score for entry in told(case)] == [10]


def test_each_knee_has_its_own(case: Case, today: TodayPresenter) -> None:
    case.save(replace(case.settings, affected=Side.BOTH))
    left(case)
    wait(case, HOUR)
    assert [question.knee for question in asked(today)] == [Side.LEFT, Side.RIGHT]
    today.answer(Moment.LATER, Side.RIGHT, 4)
    today.answer(Moment.LATER, Side.LEFT, 1)
    today.answer(Moment.LATER, Side.RIGHT, 2)
    assert [question.score for question in asked(today)] == [1, 2]
    assert len(told(case)) == 2


def test_each_session_of_a_day_has_its_own(case: Case, today: TodayPresenter) -> None:
    first = left(case)
    wait(case, HOUR)
    today.answer(Moment.LATER, Side.LEFT, 5)
    wait(case, HOUR)
    second = left(case)
    wait(case, HOUR)
    assert [question.score for question in asked(today)] == [None]
    today.answer(Moment.LATER, Side.LEFT, 1)
    assert {entry.session: entry.score for entry in told(case)} == {first: 5, second: 1}


def test_an_answer_that_comes_late_still_belongs_to_it(case: Case, today: TodayPresenter) -> None:
    session = left(case)
    wait(case, HOUR)
    today.answer(Moment.LATER, Side.LEFT, 5)
    wait(case, 5 * HOUR)
    today.answer(Moment.LATER, Side.LEFT, 2)
    assert [(entry.session, entry.score) for entry in told(case)] == [(session, 2)]


def test_other_answers_about_the_session_stay(case: Case, today: TodayPresenter) -> None:
    left(case)
    wait(case, HOUR)
    today.answer(Moment.MORNING, Side.LEFT, 7)
    today.answer(Moment.LATER, Side.LEFT, 2)
    kept = case.store.diary.entries(case.today, case.today)
    assert {entry.moment: entry.score for entry in kept} == {Moment.MORNING: 7, Moment.LATER: 2}


# Both at once


def test_in_the_morning_both_can_be_asked(case: Case, today: TodayPresenter) -> None:
    left(case)
    days_pass(case, 1)
    left(case)
    wait(case, HOUR)
    assert [question.moment for question in today.frame().questions] == [
        Moment.LATER,
        Moment.MORNING,
    ]
    today.answer(Moment.MORNING, Side.LEFT, 4)
    assert [question.score for question in today.frame().questions] == [None, 4]
    (morning,) = (e for e in case.store.diary.entries(None, case.today) if not e.session)
    assert (morning.moment, morning.score) == (Moment.MORNING, 4)
    assert morning.when.day == case.today
    assert morning.when.local.replace(tzinfo=None) == clock_of(case).wall.replace(tzinfo=None)


def test_a_morning_after_a_rest_day_asks_nothing(case: Case, today: TodayPresenter) -> None:
    left(case)
    wait(case, timedelta(days=2).total_seconds())
    assert today.frame().questions == ()
