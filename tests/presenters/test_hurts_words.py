"""What "This hurts" offers where not everything can be had, and at the end of a session."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.session import SessionPresenter
from tests.support.cases import pass_time, play, welcomed


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def only(case: Case, exercise: str, choice: Choice | None = None) -> SessionPresenter:
    """A session of one exercise, in its first rep."""
    for each in case.programme.exercises:
        if each.id != exercise:
            case.switch(each.id, on=False)
    if choice is not None:
        case.choose(choice)
    return play(case, 9)


def offered(hurts: Hurts) -> dict[Decision, str]:
    return {choice.decision: choice.text for choice in hurts.choices()}


def test_a_stretch_has_no_rep(case: Case) -> None:
    hurts = Hurts(case, only(case, "quad-stretch"))
    assert hurts.frame().what == "Standing quad stretch, left leg, set 1 of 2"


def test_both_legs_at_once_have_no_side_to_skip(case: Case) -> None:
    texts = offered(Hurts(case, only(case, "wall-slide")))
    assert Decision.SKIP_SIDE not in texts
    assert texts[Decision.LESS] == "Fewer reps: 5 instead of 10"


def test_one_leg_only_is_skipped_whole(case: Case) -> None:
    choice = Choice(exercise="clam", only=Side.RIGHT)
    texts = offered(Hurts(case, only(case, "clam", choice)))
    assert Decision.SKIP_SIDE not in texts
    assert texts[Decision.SKIP_TODAY] == "Skip it for today"


def test_one_rep_cannot_be_fewer(case: Case) -> None:
    texts = offered(Hurts(case, only(case, "clam", Choice(exercise="clam", reps=1))))
    assert Decision.LESS not in texts
    assert texts[Decision.SKIP_SIDE] == "Skip the left side"


def test_the_easiest_version_has_no_easier_one(case: Case) -> None:
    easiest = case.exercise("quad-stretch").variant_ids[-1]
    session = only(case, "quad-stretch", Choice(exercise="quad-stretch", variant=easiest))
    assert Decision.EASIER not in offered(Hurts(case, session))


def test_less_and_less(case: Case) -> None:
    session = only(case, "wall-slide")
    reps = []
    while True:
        hurts = Hurts(case, session)
        if Decision.LESS not in offered(hurts):
            break
        hurts.decide(Decision.LESS)
        reps.append(session.step.reps)
    assert reps == [5, 3, 2, 1]


@pytest.mark.parametrize("decision", [Decision.SKIP_TODAY, Decision.SKIP_OPEN])
def test_skipping_the_last_exercise_keeps_everything(case: Case, decision: Decision) -> None:
    session = only(case, "clam")
    hurts = Hurts(case, session)
    hurts.tell(Side.LEFT, 8, sharp=False, locking=False)
    hurts.decide(decision)
    assert session.is_over
    (skip,) = case.store.skips.of_session(session.record.id)
    assert (skip.exercise, skip.score) == ("clam", 8)
    (entry,) = case.store.diary.entries(None, date.max)
    assert entry.decision is decision
    record = case.store.history.session(session.record.id)
    assert record is not None
    assert record.status is not SessionStatus.OPEN


def test_a_date_belongs_to_its_own_choice_only(case: Case) -> None:
    session = play(case, 9)
    exercise = session.step.exercise
    Hurts(case, session).decide(Decision.SKIP_OPEN, case.today + timedelta(days=7))
    assert case.choice(exercise).until == ""
    assert case.skips()[exercise].until is None
    pass_time(case, session, 1)
    assert session.frame().undo_text == ("Standing quad stretch: skipped until you turn it on")
