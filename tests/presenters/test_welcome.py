"""The first start: every question may be passed over, and none ever blocks."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.welcome import WelcomePresenter
from rehabtimer.presenters.welcome_frame import SOON, Page, signs
from tests.support.cases import opened, reopened


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with opened(tmp_path) as case:
        yield case


@pytest.fixture
def welcome(case: Case) -> WelcomePresenter:
    return WelcomePresenter(case)


def go_to(welcome: WelcomePresenter, page: Page) -> None:
    while welcome.frame().page is not page:
        welcome.next()


def test_there_are_four_questions_at_most(welcome: WelcomePresenter) -> None:
    seen = [welcome.frame()]
    while not welcome.is_over:
        seen.append(welcome.frame())
        welcome.next()
    assert [frame.question for frame in seen[1:]] == [1, 2, 3, 4]
    assert seen[0].progress == "1 of 4"


def test_passing_over_everything_begins_today_daily_for_both_knees(
    case: Case, welcome: WelcomePresenter
) -> None:
    while not welcome.is_over:
        welcome.skip()
    assert case.settings.welcomed
    assert case.settings.affected is Side.BOTH
    assert case.plan.started_on == case.today
    assert case.plan.weekdays(case.today) == EVERY_DAY
    assert case.choice("step-up").on


def test_answers_are_kept_for_the_next_start(case: Case, welcome: WelcomePresenter) -> None:
    welcome.choose("right")
    go_to(welcome, Page.STAIRS)
    welcome.choose("yes")
    welcome.next()
    welcome.choose("three")
    tomorrow = case.today + timedelta(days=1)
    welcome.start_on(tomorrow)
    welcome.next()
    later = reopened(case)
    assert later.settings.affected is Side.RIGHT
    assert later.plan.started_on == tomorrow
    assert later.plan.weekdays(tomorrow) == THREE_DAYS
    step_up = later.choice("step-up")
    assert (step_up.on, step_up.reason) == (False, OffReason.STAIRS_HURT)


def test_nothing_is_kept_before_the_end(case: Case, welcome: WelcomePresenter) -> None:
    welcome.choose("left")
    go_to(welcome, Page.DAYS)
    assert not reopened(case).settings.welcomed
    assert reopened(case).settings.affected is Side.BOTH


def test_finishing_twice_begins_one_programme(case: Case, welcome: WelcomePresenter) -> None:
    go_to(welcome, Page.DAYS)
    welcome.next()
    course = case.course.id
    welcome.next()
    assert case.course.id == course


@pytest.mark.parametrize("key", sorted(signs()))
def test_any_sign_leads_to_the_card_about_a_doctor(welcome: WelcomePresenter, key: str) -> None:
    welcome.next()
    welcome.choose(key)
    welcome.next()
    frame = welcome.frame()
    assert frame.page is Page.DOCTOR
    assert frame.points == (signs()[key],)
    assert ("today" in frame.lead) == (key not in SOON)
    assert (frame.question, frame.questions) == (2, 4)


def test_a_sign_ticked_twice_is_not_ticked(welcome: WelcomePresenter) -> None:
    welcome.next()
    welcome.choose("locks")
    welcome.choose("locks")
    welcome.next()
    assert welcome.frame().page is Page.STAIRS


@pytest.mark.parametrize("way_on", ["next", "seen"])
def test_the_card_about_a_doctor_never_blocks(welcome: WelcomePresenter, way_on: str) -> None:
    welcome.next()
    welcome.choose("hot")
    welcome.next()
    assert welcome.frame().next_text == "Go on anyway"
    if way_on == "next":
        welcome.next()
    else:
        welcome.choose("seen")
    assert welcome.frame().page is Page.STAIRS


def test_skipping_forgets_the_answer_to_that_question(welcome: WelcomePresenter) -> None:
    welcome.choose("right")
    welcome.skip()
    assert welcome.answers.affected is None
    welcome.choose("hot")
    welcome.skip()
    assert welcome.frame().page is Page.STAIRS


def test_back_goes_the_way_one_came_and_keeps_answers(welcome: WelcomePresenter) -> None:
    welcome.choose("right")
    welcome.next()
    welcome.choose("hot")
    welcome.next()
    welcome.next()
    pages = []
    for _ in range(3):
        welcome.back()
        pages.append(welcome.frame().page)
    assert pages == [Page.DOCTOR, Page.SIGNS, Page.KNEE]
    assert not welcome.frame().can_go_back
    assert [option.key for option in welcome.frame().options if option.chosen] == ["right"]


def test_own_days_are_neither_plan_and_one_day_always_stays(welcome: WelcomePresenter) -> None:
    go_to(welcome, Page.DAYS)
    for day in (1, 2, 3, 4, 5, 6):
        welcome.toggle_weekday(day)
    assert welcome.answers.weekdays == (7,)
    assert not any(option.chosen for option in welcome.frame().options)
    welcome.toggle_weekday(7)
    assert welcome.answers.weekdays == (7,)


def test_a_start_is_within_what_is_offered(case: Case, welcome: WelcomePresenter) -> None:
    go_to(welcome, Page.DAYS)
    for days in (-1000, 1000):
        welcome.start_on(case.today + timedelta(days=days))
        frame = welcome.frame()
        assert frame.start in (frame.earliest, frame.latest)


def test_every_page_says_what_the_program_is_not(welcome: WelcomePresenter) -> None:
    while not welcome.is_over:
        assert "Not a medical device" in welcome.frame().small
        welcome.next()


def test_a_knee_told_by_the_command_line_is_chosen_and_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as case:
        case.save(replace(case.settings, affected=Side.LEFT))
        presenter = WelcomePresenter(case)
        chosen = [option.key for option in presenter.frame().options if option.chosen]
        assert chosen == ["left"]
        while not presenter.is_over:
            presenter.skip()
        assert case.settings.affected is Side.LEFT
