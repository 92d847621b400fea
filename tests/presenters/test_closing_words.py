"""What a programme came to, in words: figures only."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus, planned_sets
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.closing_words import begin_again_text, closing_text
from tests.support.cases import days_pass, welcomed
from tests.support.histories import done, pain, session, stamp

START = date(2026, 2, 26)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def on(day: int) -> date:
    return START + timedelta(days=day - 1)


def train(case: Case, day: int, *, sets: int) -> None:
    """A session of four sets, of which the first ones were done."""
    record = session(stamp(on(day)), status=SessionStatus.ENDED)
    rows = planned_sets(record.id, record.prescription)
    case.store.history.begin(record, rows)
    kept = [done(row) if place < sets else row for place, row in enumerate(rows)]
    case.store.history.change(record, kept)


def log(case: Case, knee: Side, scores: dict[int, int]) -> None:
    case.store.diary.add_all(
        pain(score, on(day), Moment.MORNING, knee) for day, score in scores.items()
    )


def words(case: Case, day: int = 43) -> str:
    days_pass(case, (on(day) - case.today).days)
    daily = case.store.diary.daily_worst(case.plan.started_on, case.today)
    return closing_text(case, daily, case.today)


def test_without_a_session_or_a_score(case: Case) -> None:
    assert words(case) == "0 of 42 planned sessions done whole, 0 in part."


def test_sessions_count_against_the_plan(case: Case) -> None:
    train(case, 1, sets=4)
    train(case, 2, sets=4)
    train(case, 3, sets=1)
    assert words(case) == "2 of 42 planned sessions done whole, 1 in part."


def test_what_was_done_beyond_the_plan_is_not_of_it(case: Case) -> None:
    case.change_weekdays((1,))  # from Monday the 2nd, day 5, on
    train(case, 5, sets=4)
    train(case, 6, sets=4)
    assert words(case).startswith("1 of 10 planned sessions")


def test_sessions_after_the_end_change_nothing(case: Case) -> None:
    train(case, 42, sets=4)
    train(case, 43, sets=4)
    assert words(case, 50) == "1 of 42 planned sessions done whole, 0 in part."


def test_one_planned_session_is_one(case: Case) -> None:
    case.pause_from(on(2))
    train(case, 1, sets=4)
    assert words(case, 20) == "1 of 1 planned session done whole, 0 in part."


def test_one_knee(case: Case) -> None:
    log(case, Side.LEFT, {1: 6, 2: 5, 3: 6, 38: 2, 40: 3, 42: 2, 43: 9})
    assert words(case) == (
        "0 of 42 planned sessions done whole, 0 in part."
        " Left knee: 6 of 10 in week 1 and 2 in week 6,"
        " each the middle of its logged days (3 and 3)."
    )


def test_both_knees_and_halves(case: Case) -> None:
    log(case, Side.LEFT, {1: 6, 2: 6, 3: 5, 4: 5, 38: 0, 39: 0, 40: 0})
    log(case, Side.RIGHT, {1: 1, 2: 1, 3: 1, 38: 2, 39: 2, 40: 2})
    assert words(case).endswith(
        " Left knee: 5.5 of 10 in week 1 and 0 in week 6,"
        " each the middle of its logged days (4 and 3)."
        " Right knee: 1 of 10 in week 1 and 2 in week 6,"
        " each the middle of its logged days (3 and 3)."
    )


@pytest.mark.parametrize("scores", [{1: 6, 2: 6, 3: 6}, {1: 6, 2: 6, 40: 1, 41: 1, 42: 1}])
def test_too_few_days_say_nothing(case: Case, scores: dict[int, int]) -> None:
    log(case, Side.LEFT, scores)
    assert "knee" not in words(case)


def test_what_is_skipped_and_what_was(case: Case) -> None:
    case.switch("wall-slide", on=False, reason=OffReason.HURT)
    days_pass(case, 1)
    case.switch("clam", on=False, until=on(20))
    days_pass(case, 20)
    case.come_back()
    case.switch("donkey-kick", on=False)
    assert words(case).endswith(
        " Skipped now: Wall slide, Donkey kick. Skipped once, and back: Clam."
    )


def test_an_exercise_that_is_gone_is_named_as_well_as_can_be(case: Case) -> None:
    case.switch("my-old-one", on=False)
    assert words(case).endswith(" Skipped now: My old one.")


@pytest.mark.parametrize(
    "days, text", [(42, "Begin another six weeks"), (28, "Begin another 28 days")]
)
def test_another_round_is_as_long_as_the_programme(days: int, text: str) -> None:
    assert begin_again_text(days) == text
