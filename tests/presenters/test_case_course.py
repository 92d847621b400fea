"""What is done about the programme as a whole: order, days, start, pauses, rounds."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach
from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS, Pause
from rehabtimer.paths import own_folder
from rehabtimer.presenters.case import THE_ARTICLES, Case
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import days_pass, everything_kept, play, reopened, welcomed
from tests.support.own_exercises import KNEE_FILE, bridge, written

MONDAY = date(2026, 3, 2)  # day 5
THURSDAY = date(2026, 2, 26)
HURT = WhatHurt(side=Side.LEFT, score=6)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def on(days: int) -> date:
    return MONDAY + timedelta(days=days)


def in_session(case: Case) -> list[str]:
    return [item.exercise for item in case.prescription().exercises]


def take_in_programme(case: Case, folder: Path) -> str:
    """A programme of one's own, of two exercises in 28 days."""
    taken = case.library.take(case.library.preview(written(folder, KNEE_FILE)))
    assert taken.programme is not None
    return taken.programme


# Order


def test_an_own_order_holds_and_what_it_does_not_name_follows(case: Case) -> None:
    before = in_session(case)
    case.arrange(("clam", "wall-slide"))
    rest = [each for each in before if each not in ("clam", "wall-slide")]
    assert in_session(case) == ["clam", "wall-slide", *rest]
    assert in_session(reopened(case)) == in_session(case)
    case.arrange(())
    assert in_session(case) == before


# Days and start


def test_weekdays_changed_twice_on_a_day_are_one_change(case: Case) -> None:
    case.change_weekdays((1,))
    case.change_weekdays(THREE_DAYS)
    assert case.plan.weekdays(MONDAY) == THREE_DAYS
    assert case.plan.weekdays(on(-1)) == EVERY_DAY
    assert len(case.plan.changes) == 2


def test_weekdays_chosen_before_the_start_hold_from_it_on(case: Case) -> None:
    case.start_on(on(3))
    case.change_weekdays(THREE_DAYS)
    assert case.plan.weekdays(on(3)) == THREE_DAYS


@pytest.mark.parametrize("days", [-30, -1, 0, 10])
def test_another_start_moves_day_and_end(case: Case, days: int) -> None:
    case.start_on(on(days))
    plan = reopened(case).plan
    assert plan.started_on == on(days)
    assert plan.day(on(days)) == 1
    assert plan.last_day == on(days + 41)
    assert plan.weekdays(on(days)) == EVERY_DAY


# Pauses


def test_a_pause_moves_the_end_by_its_days(case: Case) -> None:
    end = case.plan.last_day
    case.pause_from(MONDAY)
    assert reopened(case).plan.pauses == (Pause(since=MONDAY),)
    assert not case.plan.is_planned(MONDAY)
    days_pass(case, 4)
    case.end_pause(case.today)
    assert reopened(case).plan.pauses == (Pause(since=MONDAY, until=on(3)),)
    assert case.plan.last_day == end + timedelta(days=4)
    assert case.plan.day(case.today) == 5
    assert case.plan.is_planned(case.today)


def test_a_pause_ended_on_its_first_day_never_was(case: Case) -> None:
    before = everything_kept(case)
    case.pause_from(MONDAY)
    case.end_pause(MONDAY)
    assert everything_kept(case) == before


def test_pausing_twice_is_one_pause(case: Case) -> None:
    case.pause_from(MONDAY)
    case.pause_from(MONDAY)
    case.pause_from(on(3))
    assert case.plan.pauses == (Pause(since=MONDAY),)


def test_an_earlier_pause_takes_the_place_of_a_later_one(case: Case) -> None:
    case.pause_from(on(5))
    case.pause_from(on(2))
    assert case.plan.pauses == (Pause(since=on(2)),)


def test_a_pause_can_begin_on_the_first_day_of_one_that_is_over(case: Case) -> None:
    case.pause_from(MONDAY)
    case.end_pause(on(2))
    case.pause_from(MONDAY)
    assert case.plan.pauses == (Pause(since=MONDAY),)
    case.end_pause(on(4))
    assert case.plan.pauses == (Pause(since=MONDAY, until=on(3)),)


def test_a_pause_ahead_can_be_called_off(case: Case) -> None:
    case.pause_from(on(7))
    assert case.plan.is_planned(MONDAY)
    assert case.plan.is_paused(on(7))
    case.end_pause(MONDAY)
    assert case.plan.pauses == ()


def test_a_pause_with_an_end_ahead_can_end_sooner(case: Case) -> None:
    case.pause_from(MONDAY)
    case.end_pause(on(10))
    assert case.plan.pauses == (Pause(since=MONDAY, until=on(9)),)
    days_pass(case, 4)
    case.end_pause(case.today)
    assert case.plan.pauses == (Pause(since=MONDAY, until=on(3)),)


def test_pauses_that_are_over_stay(case: Case) -> None:
    case.pause_from(MONDAY)
    case.end_pause(on(2))
    days_pass(case, 5)
    case.pause_from(case.today)
    days_pass(case, 2)
    case.end_pause(case.today)
    first, second = Pause(since=MONDAY, until=on(1)), Pause(since=on(5), until=on(6))
    assert case.plan.pauses == (first, second)


def test_without_a_pause_there_is_none_to_end(case: Case) -> None:
    before = everything_kept(case)
    case.end_pause(MONDAY)
    assert everything_kept(case) == before


# Another round


def test_choices_order_and_what_is_skipped_go_along(case: Case) -> None:
    session = play(case, 60).record.id
    case.choose(Choice(exercise="wall-slide", reps=5))
    case.change_weekdays(THREE_DAYS)
    case.arrange(("clam",))
    hurt = replace(HURT, session=session)
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=hurt)
    former, skip = case.course, case.skips()["clam"]
    days_pass(case, 50)
    case.begin_again(case.today)
    again = reopened(case)
    assert again.course.id != former.id
    assert (again.course.choices, again.course.order) == (former.choices, ("clam",))
    assert again.plan.started_on == again.today
    assert again.plan.weekdays(again.today) == THREE_DAYS
    taken = again.skips()["clam"]
    assert (taken.when, taken.score, taken.side, taken.reason) == (
        skip.when,
        6,
        Side.LEFT,
        OffReason.HURT,
    )
    assert [each.id for each in case.store.skips.of_session(session)] == [skip.id], (
        "it was skipped once in that session"
    )


def test_what_is_back_is_back_in_another_round(case: Case) -> None:
    case.switch("clam", on=False, until=on(3))
    days_pass(case, 50)
    case.begin_again(case.today)
    assert case.skips() == {}
    assert case.choice("clam").on
    case.switch("clam", on=False)
    assert case.skips()["clam"].when.day == case.today


def test_another_round_is_not_paused(case: Case) -> None:
    case.pause_from(MONDAY)
    case.begin_again(on(3))
    assert case.plan.pauses == ()
    assert case.plan.started_on == on(3)


# Another programme


def test_another_programme_begins_today_on_the_same_weekdays(case: Case, tmp_path: Path) -> None:
    case.change_weekdays(THREE_DAYS)
    case.switch("clam", on=False)
    case.follow(take_in_programme(case, tmp_path))
    assert in_session(case) == ["clam", "bridge"]
    assert (case.plan.started_on, case.plan.days) == (MONDAY, 28)
    assert case.plan.weekdays(MONDAY) == THREE_DAYS
    assert case.course.choices == ()
    assert case.exercise("wall-slide").name == "Wall slide"


def test_a_programme_that_is_not_there_changes_nothing(case: Case) -> None:
    before, programme = everything_kept(case), case.programme
    with pytest.raises(UserError, match="no-such"):
        case.follow("no-such")
    assert everything_kept(case) == before
    assert case.programme is programme
    assert case.problems() == ()


# The article's programme


def test_the_articles_programme_forgets_every_choice(case: Case) -> None:
    article = case.prescription()
    case.save(replace(case.settings, first=Side.RIGHT, group_floor=True))
    case.arrange(("clam", "wall-slide"))
    case.choose(Choice(exercise="wall-slide", reps=5, only=Side.LEFT))
    case.choose(Choice(exercise="quad-stretch", variant="lying"))
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    case.change_weekdays(THREE_DAYS)
    case.restore_article()
    assert reopened(case).prescription() == case.prescription() == article
    assert (case.course.choices, case.course.order) == ((), ())
    assert case.plan.weekdays(MONDAY) == THREE_DAYS, "the days stay"
    assert [skip.tried_on for skip in case.store.skips.all()] == [MONDAY]
    assert case.skips() == {}


def test_from_another_programme_it_begins_today(case: Case, tmp_path: Path) -> None:
    case.follow(take_in_programme(case, tmp_path))
    case.switch("bridge", on=False)
    case.restore_article()
    assert case.course.programme == case.programme.id == THE_ARTICLES
    assert len(in_session(case)) == 10
    assert case.plan.started_on == MONDAY


def test_from_a_programme_that_is_gone_too(case: Case, tmp_path: Path) -> None:
    identity = take_in_programme(case, tmp_path)
    case.follow(identity)
    (own_folder(case.store.database.path) / "programmes" / f"{identity}.toml").unlink()
    again = reopened(case)
    again.reload()
    assert len(in_session(again)) == 10
    assert identity in again.problems()[0]
    again.restore_article()
    assert again.course.programme == THE_ARTICLES


def test_own_exercises_that_joined_leave_with_it(case: Case) -> None:
    case.library.save(bridge())
    case.choose(Choice(exercise="bridge"))
    case.reload()
    assert in_session(case)[-1] == "bridge"
    case.restore_article()
    assert "bridge" not in in_session(case)


# The first start


def test_the_first_start_skips_what_stairs_say(case: Case) -> None:
    case.welcome(affected=Side.RIGHT, stairs_hurt=True, weekdays=THREE_DAYS, start=on(2))
    assert (case.plan.started_on, case.plan.weekdays(on(2))) == (on(2), THREE_DAYS)
    (skip,) = case.skips().values()
    assert (skip.exercise, skip.reason, skip.reach) == (
        "step-up",
        OffReason.STAIRS_HURT,
        Reach.OPEN,
    )
    assert reopened(case).skips() == {"step-up": skip}


# Exercises that are gone


def test_an_exercise_that_was_deleted_keeps_its_name(case: Case) -> None:
    case.library.save(bridge(name="My bridge"))
    case.choose(Choice(exercise="bridge"))
    case.reload()
    case.library.remove("bridge")
    case.reload()
    assert "bridge" not in in_session(case)
    assert case.exercise("bridge").name == "My bridge"
    case.library.bring_back("bridge")
    case.reload()
    assert in_session(case)[-1] == "bridge"


@pytest.mark.parametrize("identity", ["no-such-thing", "", "../../etc/passwd"])
def test_an_exercise_that_nobody_knows_has_only_a_name(case: Case, identity: str) -> None:
    found = case.exercise(identity)
    assert found.id == identity
    assert found.steps.lines == ()
