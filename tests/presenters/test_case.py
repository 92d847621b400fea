"""One person's programme, choices and settings: what is changed is kept."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus
from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS
from rehabtimer.presenters.case import Case
from tests.support.cases import opened, play, reopened
from tests.support.clock import A_MORNING, FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def case(tmp_path: Path, clock: FakeClock) -> Iterator[Case]:
    with opened(tmp_path, clock) as case:
        yield case


def begin(case: Case, *, stairs_hurt: bool = False) -> None:
    case.welcome(
        affected=Side.RIGHT, stairs_hurt=stairs_hurt, weekdays=THREE_DAYS, start=case.today
    )


def test_a_programme_begins_at_the_first_opening(case: Case) -> None:
    assert case.plan.started_on == A_MORNING.date()
    assert reopened(case).course.id == case.course.id
    assert not case.settings.welcomed


def test_the_welcome_is_kept(case: Case) -> None:
    begin(case)
    again = reopened(case)
    assert again.settings.welcomed
    assert again.settings.affected is Side.RIGHT
    assert again.plan.weekdays(again.today) == THREE_DAYS
    assert len(again.prescription().exercises) == 10


def test_stairs_that_hurt_turn_the_step_up_off(case: Case) -> None:
    begin(case, stairs_hurt=True)
    choice = reopened(case).choice("step-up")
    assert (choice.on, choice.reason, choice.since) == (False, OffReason.STAIRS_HURT, "2026-03-02")
    assert len(case.prescription().exercises) == 9
    assert len(case.prescription(everything=True).exercises) == 10


def test_everything_counts_keeps_the_doses(case: Case) -> None:
    case.choose(Choice(exercise="clam", on=False, reps=8))
    items = {item.exercise: item for item in case.prescription(everything=True).exercises}
    assert items["clam"].reps == 8


def test_an_exercise_is_turned_off_and_on(case: Case) -> None:
    case.switch("clam", on=False)
    off = reopened(case).choice("clam")
    assert (off.on, off.reason, off.since) == (False, OffReason.OWN_CHOICE, "2026-03-02")
    case.switch("clam", on=True)
    assert reopened(case).choice("clam") == Choice(exercise="clam")


def test_turning_it_off_keeps_its_dose(case: Case) -> None:
    case.choose(Choice(exercise="clam", reps=8))
    case.switch("clam", on=False)
    case.switch("clam", on=True)
    assert case.choice("clam").reps == 8


def test_weekdays_hold_from_today_on(case: Case, clock: FakeClock) -> None:
    clock.wall += timedelta(days=7)
    case.change_weekdays(THREE_DAYS)
    yesterday = case.today - timedelta(days=1)
    assert case.plan.weekdays(yesterday) == EVERY_DAY
    assert reopened(case).plan.weekdays(case.today) == THREE_DAYS


def test_the_small_hours_belong_to_the_day_before(case: Case, clock: FakeClock) -> None:
    clock.wall = datetime(2026, 3, 3, 3, 59, tzinfo=timezone(timedelta(hours=1)))
    assert case.today == A_MORNING.date()
    clock.wall += timedelta(minutes=1)
    assert case.today == A_MORNING.date() + timedelta(days=1)
    case.save(replace(case.settings, day_start=5))
    assert case.today == A_MORNING.date()


def test_a_session_that_was_cut_off_yesterday_is_closed(case: Case, clock: FakeClock) -> None:
    session = play(case, 40)
    clock.wall += timedelta(days=1)
    record = reopened(case).store.history.session(session.record.id)
    assert record is not None
    assert record.status is SessionStatus.LEFT


def test_the_sore_leg_goes_first(case: Case) -> None:
    begin(case)
    items = {item.exercise: item for item in case.prescription().exercises}
    assert items["quad-stretch"].sides == (Side.RIGHT, Side.LEFT)
    assert items["calf-stretch"].sides == (Side.RIGHT,)
