"""Something hurts: what is offered by the person's own rule, what it does, and the way back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision, Moment, PainLimits, PainRule
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.records import PainEntry, Reach, SetRecord
from rehabtimer.core.snapshot import State
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.session import SessionPresenter
from tests.support.cases import pass_time, play, reopened, welcomed

LIFT = "straight-leg-lift"
MONITORING = PainLimits(rule=PainRule.MONITORING)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def lifting(case: Case, rep: int = 7) -> SessionPresenter:
    """A session in a rep of the first set of leg lifts, on the left; the second second of it."""
    session = SessionPresenter.begin(case, automatic=True)
    session.start()
    while session.step.exercise != LIFT or not session.step.phase.is_work:
        session.skip()
        pass_time(case, session, 5 if session.step.exercise == LIFT else 0)
    pass_time(case, session, 7 * (rep - 1) + 3)
    assert (session.step.rep, session.step.side, session.step.set) == (rep, Side.LEFT, 1)
    return session


def rows(case: Case, session: SessionPresenter, exercise: str = LIFT) -> list[SetRecord]:
    return [r for r in case.store.history.sets(session.record.id) if r.exercise == exercise]


def outcomes(case: Case, session: SessionPresenter) -> list[tuple[Side, int, Outcome | None]]:
    return [(row.side, row.reps, row.outcome) for row in rows(case, session)]


def told(case: Case) -> list[PainEntry]:
    return [e for e in case.store.diary.entries(None, date.max) if e.moment is Moment.DURING]


def first(hurts: Hurts) -> Decision:
    return hurts.choices()[0].decision


# What is asked and offered


def test_the_panel_names_the_place(case: Case) -> None:
    hurts = Hurts(case, lifting(case))
    frame = hurts.frame()
    assert frame.what == "Straight leg lift, left leg, set 1 of 2, rep 7 of 20"
    assert frame.knee is Side.LEFT
    assert frame.earliest == case.today + timedelta(days=1)


def test_the_clock_stands(case: Case) -> None:
    session = lifting(case)
    Hurts(case, session)
    pass_time(case, session, 60)
    assert session.frame().word == "PAUSED"


@pytest.mark.parametrize(
    "limits, score, wanted",
    [
        (PainLimits(), None, Decision.SKIP_TODAY),
        (PainLimits(), 0, Decision.GO_ON),
        (PainLimits(), 1, Decision.SKIP_TODAY),
        (MONITORING, None, Decision.SKIP_TODAY),
        (MONITORING, 2, Decision.GO_ON),
        (MONITORING, 3, Decision.LESS),
        (MONITORING, 6, Decision.SKIP_TODAY),
        (PainLimits(rule=PainRule.MONITORING, ease=5, stop=8), 4, Decision.GO_ON),
    ],
)
def test_the_own_rule_stands_first(
    case: Case, limits: PainLimits, score: int | None, wanted: Decision
) -> None:
    case.save(replace(case.settings, pain=limits))
    hurts = Hurts(case, lifting(case))
    hurts.tell(Side.LEFT, score, sharp=False, locking=False)
    assert first(hurts) is wanted
    assert {c.decision for c in hurts.choices()} == set(Decision) - {Decision.EASIER}


def test_an_alarm_puts_the_end_first(case: Case) -> None:
    hurts = Hurts(case, lifting(case))
    hurts.tell(Side.LEFT, 2, sharp=True, locking=False)
    assert first(hurts) is Decision.END


def test_an_easier_version_is_what_monitoring_offers_first(case: Case) -> None:
    case.save(replace(case.settings, pain=MONITORING))
    hurts = Hurts(case, play(case, 8))
    hurts.tell(Side.LEFT, 4, sharp=False, locking=False)
    assert hurts.choices()[0].text == "An easier version: Lying on your belly"
    assert hurts.choices()[1].text == "A shorter hold: 8 s instead of 15 s"


# What is kept


def test_an_answer_is_kept_with_its_place(case: Case) -> None:
    session = lifting(case)
    hurts = Hurts(case, session)
    hurts.tell(Side.RIGHT, 6, sharp=True, locking=False)
    (entry,) = told(case)
    assert (entry.knee, entry.score, entry.sharp, entry.locking) == (Side.RIGHT, 6, True, False)
    assert (entry.exercise, entry.side, entry.set, entry.rep) == (LIFT, Side.LEFT, 1, 7)
    assert entry.session == session.record.id


def test_both_knees_are_two_answers_and_one_is_one_again(case: Case) -> None:
    hurts = Hurts(case, lifting(case))
    hurts.tell(Side.BOTH, 4, sharp=False, locking=False)
    assert {(e.knee, e.score) for e in told(case)} == {(Side.LEFT, 4), (Side.RIGHT, 4)}
    hurts.tell(Side.RIGHT, 4, sharp=False, locking=False)
    assert [(e.knee, e.score) for e in told(case)] == [(Side.RIGHT, 4)]


def test_nothing_told_keeps_nothing(case: Case) -> None:
    hurts = Hurts(case, lifting(case))
    hurts.tell(Side.LEFT, None, sharp=True, locking=False)
    assert len(told(case)) == 1
    hurts.tell(Side.LEFT, None, sharp=False, locking=False)
    assert told(case) == []


def test_a_choice_without_a_score_is_kept(case: Case) -> None:
    Hurts(case, lifting(case)).decide(Decision.SKIP_TODAY)
    (entry,) = told(case)
    assert (entry.score, entry.decision) == (None, Decision.SKIP_TODAY)
    (skip,) = case.store.skips.all(LIFT)
    assert (skip.score, skip.reach, skip.side) == (None, Reach.TODAY, Side.LEFT)


# What it does


def test_skip_this_side_leaves_the_other(case: Case) -> None:
    session = lifting(case)
    hurts = Hurts(case, session)
    hurts.tell(Side.LEFT, 5, sharp=False, locking=False)
    hurts.decide(Decision.SKIP_SIDE)
    assert (session.step.side, session.step.set) == (Side.RIGHT, 1)
    pass_time(case, session, 60 * 6)
    assert outcomes(case, session) == [
        (Side.LEFT, 6, Outcome.PARTIAL),
        (Side.RIGHT, 20, Outcome.DONE),
        (Side.LEFT, 0, Outcome.SKIPPED),
        (Side.RIGHT, 20, Outcome.DONE),
    ]
    (skip,) = case.store.skips.all(LIFT)
    assert (skip.reach, skip.side, skip.score, skip.reason) == (
        Reach.SIDE,
        Side.LEFT,
        5,
        OffReason.HURT,
    )
    assert case.choice(LIFT).on, "tomorrow both legs are there again"


def test_fewer_reps_hold_from_here_on(case: Case) -> None:
    session = lifting(case)
    Hurts(case, session).decide(Decision.LESS)
    assert session.step.reps == 10
    assert session.frame().word == "IN POSITION"
    pass_time(case, session, 60 * 6)
    assert [reps for _side, reps, _outcome in outcomes(case, session)] == [10, 10, 10, 10]
    assert {row.planned_reps for row in rows(case, session)} == {20}, "the plan stays as it was"


def test_an_easier_version_waits_to_be_read(case: Case) -> None:
    session = play(case, 8)
    Hurts(case, session).decide(Decision.EASIER)
    frame = session.frame()
    assert session.going.machine.state is State.WAITING
    assert frame.title == "Standing quad stretch: Lying on your belly"
    assert frame.moment.variant == "lying"
    assert frame.steps[0] == "Lie on your belly with both legs long."
    assert frame.is_teaching
    session.toggle()
    assert not session.frame().is_teaching
    pass_time(case, session, 200)
    quad = rows(case, session, "quad-stretch")
    assert all(row.outcome is Outcome.DONE for row in quad if row.attempt > 1)


@pytest.mark.parametrize(
    "decision, until, reach", [(Decision.SKIP_OPEN, 0, "open"), (Decision.SKIP_UNTIL, 7, "until")]
)
def test_a_lasting_skip_leaves_it_out_from_now_on(
    case: Case, decision: Decision, until: int, reach: str
) -> None:
    session = lifting(case)
    day = case.today + timedelta(days=until) if until else None
    hurts = Hurts(case, session)
    hurts.tell(Side.LEFT, 6, sharp=False, locking=False)
    hurts.decide(decision, day)
    assert session.step.exercise == "calf-stretch"
    assert LIFT not in [item.exercise for item in case.prescription().exercises]
    skip = reopened(case).skips()[LIFT]
    assert (skip.score, skip.side, skip.reach, skip.until) == (6, Side.LEFT, reach, day)
    assert skip.session == session.record.id


def test_go_on_goes_on(case: Case) -> None:
    session = lifting(case)
    Hurts(case, session).decide(Decision.GO_ON)
    assert session.frame().word == "IN POSITION"
    assert session.frame().undo_text == ""
    assert [entry.decision for entry in told(case)] == [Decision.GO_ON]


def test_the_end_is_the_end(case: Case) -> None:
    session = lifting(case)
    Hurts(case, session).decide(Decision.END)
    assert session.is_over
    assert [entry.decision for entry in told(case)] == [Decision.END]


def test_in_the_rest_after_an_exercise_it_is_that_exercise(case: Case) -> None:
    session = lifting(case, rep=20)
    while session.step.exercise == LIFT:
        pass_time(case, session, 1)
    assert session.step.phase is Phase.REST
    hurts = Hurts(case, session)
    assert hurts.frame().what.startswith("Straight leg lift, right leg")
    offered = [choice.decision for choice in hurts.choices()]
    assert offered == [Decision.GO_ON, Decision.SKIP_UNTIL, Decision.SKIP_OPEN, Decision.END]
    hurts.decide(Decision.SKIP_OPEN)
    assert session.step.exercise == "calf-stretch", "what comes next still comes"
    assert not case.choice(LIFT).on


# The way back


@pytest.mark.parametrize(
    "decision", [d for d in Decision if d not in (Decision.EASIER, Decision.GO_ON, Decision.END)]
)
def test_every_choice_can_be_undone(case: Case, decision: Decision) -> None:
    session = lifting(case)
    before = case.store.history.sets(session.record.id)
    hurts = Hurts(case, session)
    hurts.tell(Side.LEFT, 5, sharp=False, locking=False)
    hurts.decide(decision, case.today + timedelta(days=7))
    assert session.frame().undo_text.startswith("Straight leg lift: ")
    session.undo()
    assert (session.step.rep, session.step.side, session.step.set) == (7, Side.LEFT, 1)
    assert session.frame().word == "PAUSED"
    assert case.store.history.sets(session.record.id) == before
    assert case.store.skips.all() == []
    assert case.choice(LIFT).on
    assert [(e.score, e.decision) for e in told(case)] == [(5, None)]
    session.toggle()
    pass_time(case, session, 3 + 7 * 14)
    assert outcomes(case, session)[0] == (Side.LEFT, 20, Outcome.DONE)


def test_undo_goes_with_the_next_rep(case: Case) -> None:
    session = lifting(case)
    Hurts(case, session).decide(Decision.SKIP_SIDE)
    pass_time(case, session, 3 + 5)
    assert session.frame().undo_text
    pass_time(case, session, 5)
    assert session.frame().undo_text == ""
    rows_then = rows(case, session)
    session.undo()
    assert rows(case, session) == rows_then


def test_what_was_changed_outlives_a_crash(case: Case) -> None:
    session = lifting(case)
    Hurts(case, session).decide(Decision.SKIP_SIDE)
    pass_time(case, session, 30)
    again = reopened(case)
    record = again.store.history.resumable(again.today)
    assert record is not None
    taken = SessionPresenter.take_up(again, record)
    assert (taken.step.exercise, taken.step.side) == (LIFT, Side.RIGHT)
    taken.start()
    pass_time(again, taken, 60 * 6)
    sides = [side for side, reps, _ in outcomes(again, taken) if reps == 20]
    assert sides == [Side.RIGHT, Side.RIGHT]
