"""The plan: days, start, pause, another round, another programme; all to be undone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.library import Conflict
from rehabtimer.presenters.programme import ProgrammePresenter
from tests.support.cases import play, reopened, welcomed
from tests.support.clock import FakeClock
from tests.support.own_exercises import KNEE_FILE, written
from tests.support.programme import chosen, order

DAY = timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> ProgrammePresenter:
    return ProgrammePresenter(case)


def later(case: Case, days: int) -> None:
    """Let days pass."""
    assert isinstance(case.clock, FakeClock)
    case.clock.wall += timedelta(days=days)


def test_a_new_plan_leaves_past_days_alone(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.plan.choose("three")
    plan = reopened(case).plan
    assert plan.weekdays(case.today) == THREE_DAYS
    assert plan.weekdays(case.today - DAY) == EVERY_DAY
    presenter.undo()
    assert reopened(case).plan.weekdays(case.today) == EVERY_DAY


def test_any_three_days_are_three_days_a_week(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.plan.choose("three")
    presenter.plan.toggle_weekday(5)
    presenter.plan.toggle_weekday(6)
    assert case.plan.weekdays(case.today) == (1, 3, 6)
    presenter.plan.choose("three")
    assert case.plan.weekdays(case.today) == (1, 3, 6)


def test_one_day_of_the_week_always_stays(case: Case, presenter: ProgrammePresenter) -> None:
    for day in EVERY_DAY:
        presenter.plan.toggle_weekday(day)
    assert case.plan.weekdays(case.today) == (7,)
    assert chosen(presenter.frame().plan.plans) == []


@pytest.mark.parametrize(
    "day, words",
    [(5, "today is day 5 of 42"), (43, "its 42 days are over"), (0, "Starts on Tuesday 3 March")],
)
def test_it_says_where_the_programme_stands(tmp_path: Path, day: int, words: str) -> None:
    with welcomed(tmp_path, day=day) as case:
        assert words in ProgrammePresenter(case).frame().subtitle


def test_the_start_can_be_moved_within_a_year(case: Case, presenter: ProgrammePresenter) -> None:
    before = case.plan
    frame = presenter.frame().plan
    assert frame.start == case.today - 4 * DAY
    assert (frame.earliest, frame.latest) == (case.today - 365 * DAY, case.today + 365 * DAY)
    assert frame.start_note == ""
    presenter.plan.start_on(case.today - 2 * DAY)
    assert "today is day 3 of 42" in presenter.frame().subtitle
    presenter.plan.start_on(case.today + 9999 * DAY)
    assert reopened(case).plan.started_on == case.today + 365 * DAY
    presenter.undo()
    assert reopened(case).plan == before, "presses in a row are one change"


def test_no_programme_begins_after_its_first_session(
    case: Case, presenter: ProgrammePresenter
) -> None:
    play(case, 30).leave()
    later(case, 3)
    frame = presenter.frame().plan
    assert frame.latest == case.today - 3 * DAY
    assert frame.start_note == "At the latest on 2 Mar, the day of your first session."
    presenter.plan.start_on(case.today)
    assert case.plan.started_on == case.today - 3 * DAY


def test_a_pause_moves_the_end(case: Case, presenter: ProgrammePresenter) -> None:
    end = case.plan.last_day
    frame = presenter.frame().plan
    assert (frame.pause_action, frame.matters) == ("Pause the programme", False)
    presenter.plan.toggle_pause()
    later(case, 6)
    frame = presenter.frame().plan
    assert frame.pause_text.startswith("Paused since 2 Mar.")
    assert (frame.pause_action, frame.matters) == ("Go on today", True)
    assert "paused on day 4 of 42" in presenter.frame().subtitle
    presenter.plan.toggle_pause()
    assert reopened(case).plan.last_day == end + 6 * DAY
    assert "today is day 5 of 42" in presenter.frame().subtitle
    presenter.undo()
    assert presenter.frame().plan.pause_action == "Go on today"


def test_a_pause_that_is_undone_was_none(case: Case, presenter: ProgrammePresenter) -> None:
    before = case.plan
    presenter.plan.toggle_pause()
    presenter.undo()
    assert reopened(case).plan == before


@pytest.mark.parametrize("day", [0, 43])
def test_outside_of_the_programme_there_is_nothing_to_pause(tmp_path: Path, day: int) -> None:
    with welcomed(tmp_path, day=day) as case:
        presenter = ProgrammePresenter(case)
        presenter.plan.toggle_pause()
        frame = presenter.frame().plan
        assert (frame.pause_action, frame.pause_text, case.plan.pauses) == ("", "", ())


def test_another_round_begins_after_a_question(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.switch("clam", False)
    former = case.course
    presenter.plan.ask_to_begin()
    assert "day 5 of 42" in presenter.frame().plan.begin_question
    assert case.course == former
    presenter.keep()
    assert presenter.frame().plan.begin_question == ""
    presenter.plan.ask_to_begin()
    presenter.plan.begin_again()
    assert presenter.frame().plan.begin_question == ""
    assert "today is day 1 of 42" in presenter.frame().subtitle
    assert not case.choice("clam").on
    presenter.undo()
    assert reopened(case).course == former


def test_once_it_is_over_another_round_begins_at_a_press(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=43) as case:
        presenter = ProgrammePresenter(case)
        frame = presenter.frame().plan
        assert (frame.begin_action, frame.matters) == ("Begin another six weeks", True)
        presenter.plan.ask_to_begin()
        assert case.plan.started_on == case.today
        assert presenter.frame().undo_text == "A new round begins today."


def test_what_has_not_begun_cannot_begin_again(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=0) as case:
        assert ProgrammePresenter(case).frame().plan.begin_action == ""


def test_another_programme_is_followed_from_today(
    tmp_path: Path, case: Case, presenter: ProgrammePresenter
) -> None:
    assert presenter.frame().plan.programmes == ()
    path = written(tmp_path, KNEE_FILE)
    case.library.take(case.library.preview(path), Conflict.REPLACE)
    former = case.course
    assert [o.text for o in presenter.frame().plan.programmes] == ["Runner's knee", "Knee"]
    presenter.plan.follow("knee")
    assert order(presenter) == ["clam", "bridge"]
    assert "today is day 1 of 28" in presenter.frame().subtitle
    assert presenter.frame().plan.begin_action == "Begin another 28 days"
    assert chosen(presenter.frame().plan.programmes) == ["knee"]
    presenter.plan.follow("knee")
    presenter.plan.follow("unknown")
    presenter.undo()
    assert reopened(case).course == former
    assert case.programme.id == "runners-knee"
