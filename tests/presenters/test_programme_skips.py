"""Skipped rows: why, until when, how trying again went; and skipping what hurt in one step."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment, PainLimits
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, Reach, new_id
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import play, reopened, welcomed
from tests.support.clock import FakeClock
from tests.support.programme import chosen, hurt, row

DAY = timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> ProgrammePresenter:
    return ProgrammePresenter(case)


def skip(case: Case, exercise: str = "quad-stretch", score: int | None = 5) -> None:
    told = WhatHurt(side=Side.LEFT, score=score)
    case.switch(exercise, on=False, reason=OffReason.HURT, hurt=told)


def later(case: Case, days: int) -> None:
    """Let days pass."""
    assert isinstance(case.clock, FakeClock)
    case.clock.wall += timedelta(days=days)


def log(case: Case, score: int) -> None:
    """Tell how the left knee is today."""
    when = case.stamp
    case.store.diary.add(
        PainEntry(id=new_id(), when=when, knee=Side.LEFT, score=score, moment=Moment.EXTRA)
    )


@pytest.mark.parametrize(
    "side, words",
    [
        (Side.LEFT, "Skipped since 2 Mar: hurt 5 with the left leg"),
        (Side.RIGHT, "Skipped since 2 Mar: hurt 5 with the right leg"),
        (Side.BOTH, "Skipped since 2 Mar: hurt 5"),
        (None, "Skipped since 2 Mar: hurt 5"),
    ],
)
def test_it_says_how_much_it_hurt_and_where(
    case: Case, presenter: ProgrammePresenter, side: Side | None, words: str
) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=WhatHurt(side=side, score=5))
    assert row(presenter, "clam").off_text == words


@pytest.mark.parametrize("key, weeks", [("1", 1), ("2", 2)])
def test_an_exercise_is_off_for_weeks_and_back_by_itself(
    case: Case, presenter: ProgrammePresenter, key: str, weeks: int
) -> None:
    assert chosen(row(presenter, "clam").details.offs) == []
    presenter.turn_off("clam", key)
    found = row(presenter, "clam")
    back = case.today + timedelta(weeks=weeks)
    assert found.off_text == f"Off since 2 Mar: your own choice · back on {back.day} Mar"
    assert chosen(found.details.offs) == [key]
    assert presenter.frame().undo_text == f"Clam is off until {back.day} Mar."
    later(case, 7 * weeks - 1)
    assert not case.choice("clam").on
    later(case, 1)
    assert row(presenter, "clam").on
    presenter.undo()


def test_until_a_date_means_tomorrow_at_the_earliest(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.turn_off_until("clam", case.today - DAY)
    found = row(presenter, "clam").details
    assert found.off_date == found.earliest == case.today + DAY
    assert chosen(found.offs) == ["date"]
    presenter.turn_off_until("clam", case.today + 9 * DAY)
    assert row(presenter, "clam").details.off_date == case.today + 9 * DAY
    presenter.undo()
    assert case.choice("clam").until == (case.today + DAY).isoformat()


def test_another_end_keeps_why_and_since_when(case: Case, presenter: ProgrammePresenter) -> None:
    skip(case, "clam")
    later(case, 3)
    presenter.turn_off("clam", "1")
    words = "Skipped since 2 Mar: hurt 5 with the left leg · back on 12 Mar"
    assert row(presenter, "clam").off_text == words
    assert [s.reach for s in case.store.skips.all("clam")] == [Reach.UNTIL]
    presenter.turn_off("clam", "1")
    presenter.undo()
    assert row(presenter, "clam").off_text == "Skipped since 2 Mar: hurt 5 with the left leg"
    presenter.turn_off("clam", "open")
    assert presenter.frame().undo_text == ""


def test_what_is_off_for_no_known_reason_can_be_given_an_end(
    case: Case, presenter: ProgrammePresenter
) -> None:
    case.choose(Choice(exercise="clam", on=False))
    assert row(presenter, "clam").off_text == "Off"
    presenter.turn_off("clam", "1")
    words = "Off since 2 Mar: your own choice · back on 9 Mar"
    assert row(presenter, "clam").off_text == words
    presenter.undo()
    assert row(presenter, "clam").off_text == "Off"


def test_it_says_how_trying_again_went(case: Case, presenter: ProgrammePresenter) -> None:
    skip(case)
    assert row(presenter, "quad-stretch").past == ""
    later(case, 3)
    presenter.switch("quad-stretch", True)
    assert row(presenter, "quad-stretch").past == ""
    later(case, 1)
    skip(case, score=None)
    assert row(presenter, "quad-stretch").past == "Turned on again on 5 Mar, but not done."
    later(case, 1)
    presenter.switch("quad-stretch", True)
    play(case, 60).leave()
    later(case, 1)
    case.switch("quad-stretch", on=False)
    past = "Tried again 2 times; the last one, on 7 Mar: no pain told."
    assert row(presenter, "quad-stretch").past == past
    presenter.switch("quad-stretch", True)
    later(case, 1)
    hurt(case, "quad-stretch", 4)
    later(case, 1)
    skip(case, score=4)
    past = "Tried again 3 times; the last one, on 8 Mar: it hurt 4."
    assert row(presenter, "quad-stretch").past == past


@pytest.mark.parametrize("score, words", [(3, "it hurt 3"), (None, "it hurt"), (0, "no pain told")])
def test_it_says_how_the_only_try_went(
    case: Case, presenter: ProgrammePresenter, score: int | None, words: str
) -> None:
    skip(case)
    later(case, 2)
    presenter.switch("quad-stretch", True)
    play(case, 60).leave()
    hurt(case, "quad-stretch", score)
    later(case, 1)
    case.switch("quad-stretch", on=False)
    assert row(presenter, "quad-stretch").past == f"Tried again on 4 Mar: {words}."


def test_a_calm_week_of_the_log_is_pointed_out(case: Case, presenter: ProgrammePresenter) -> None:
    skip(case, "clam")
    for _day in range(7):
        assert row(presenter, "clam").offer == ""
        later(case, 1)
        log(case, 2)
    assert row(presenter, "clam").offer == "Your log shows 7 days with no pain above 2."
    assert row(presenter, "wall-slide").offer == ""
    limits = PainLimits(calm_days=1, calm_most=2)
    case.save(replace(case.settings, pain=limits))
    assert row(presenter, "clam").offer == "Your log shows 1 day with no pain above 2."
    log(case, 3)
    assert row(presenter, "clam").offer == ""


def test_what_hurt_this_week_is_skipped_at_once(case: Case, presenter: ProgrammePresenter) -> None:
    listing = presenter.frame().listing
    assert not listing.can_skip_hurt
    assert listing.hurt_text == "Your log shows no exercise that hurt in the last seven days."
    hurt(case, "clam", 2, Side.RIGHT)
    hurt(case, "clam", 6, Side.RIGHT)
    hurt(case, "step-up", None)
    hurt(case, "wall-slide", 0)
    listing = presenter.frame().listing
    assert listing.can_skip_hurt
    assert listing.hurt_text == "Turns off until you turn it on: Clam, Step up."
    presenter.skip_hurt()
    assert presenter.frame().undo_text == "Skipped: Clam, Step up."
    assert row(presenter, "clam").off_text == "Skipped since 2 Mar: hurt 6 with the right leg"
    assert row(presenter, "step-up").off_text == "Skipped since 2 Mar: it hurt"
    listing = presenter.frame().listing
    assert not listing.can_skip_hurt
    assert listing.hurt_text == "Nothing that is on has hurt in the last seven days."
    presenter.undo()
    assert reopened(case).course.choices == ()
    assert case.store.skips.all() == []


def test_what_hurt_more_than_a_week_ago_is_left_alone(
    case: Case, presenter: ProgrammePresenter
) -> None:
    hurt(case, "clam", 6)
    later(case, 7)
    assert not presenter.frame().listing.can_skip_hurt
