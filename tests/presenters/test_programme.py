"""The Programme: doses within what is offered, everything at once and to be undone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from rehabtimer.presenters.programme_frame import DoseStepper, Part, ProgrammeRow
from tests.support.cases import reopened, shipped, welcomed


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> ProgrammePresenter:
    return ProgrammePresenter(case)


def row(presenter: ProgrammePresenter, exercise: str) -> ProgrammeRow:
    return next(row for row in presenter.frame().rows if row.exercise == exercise)


def stepper(presenter: ProgrammePresenter, exercise: str, part: Part) -> DoseStepper:
    return next(s for s in row(presenter, exercise).steppers if s.part is part)


def test_every_exercise_has_its_row_in_the_order_of_the_session(
    case: Case, presenter: ProgrammePresenter
) -> None:
    names = [exercise.id for exercise in shipped().exercises]
    assert [row.exercise for row in presenter.frame().rows] == names
    case.save(replace(case.settings, group_floor=True))
    grouped = [row.exercise for row in presenter.frame().rows]
    assert grouped == [item.exercise for item in case.prescription().exercises] != names


def test_the_total_is_that_of_the_next_session(case: Case, presenter: ProgrammePresenter) -> None:
    assert presenter.frame().total.startswith("33 sets, ")
    presenter.switch("clam", False)
    assert presenter.frame().total.startswith("29 sets, ")
    for exercise in shipped().exercises:
        presenter.switch(exercise.id, False)
    assert presenter.frame().total == "0 sets, 0 min"


@pytest.mark.parametrize(
    "exercise, part, article",
    [
        ("quad-stretch", Part.SETS, "The article says 2 to 3 sets"),
        ("calf-stretch", Part.HOLD, "The article says 15 to 30 s"),
        ("clam", Part.REPS, "The article says up to 15 reps"),
        ("hamstring-stretch", Part.SETS, "The article says up to 3 sets"),
        ("step-up", Part.SETS, "Not given in the article; at most 3 here"),
    ],
)
def test_the_range_of_the_article_is_said(
    presenter: ProgrammePresenter, exercise: str, part: Part, article: str
) -> None:
    assert stepper(presenter, exercise, part).article == article


def test_only_numbers_with_a_choice_have_a_stepper(presenter: ProgrammePresenter) -> None:
    parts = {row.exercise: [s.part for s in row.steppers] for row in presenter.frame().rows}
    assert parts["wall-slide"] == [Part.REPS, Part.SETS]
    assert parts["straight-leg-lift"] == [Part.SETS]
    for exercise in shipped().exercises:
        for part in parts[exercise.id]:
            numbers = getattr(exercise.dose, part)
            assert numbers.low < numbers.limit


@pytest.mark.parametrize("exercise", [e.id for e in shipped().exercises])
def test_a_dose_never_leaves_what_is_offered(
    case: Case, presenter: ProgrammePresenter, exercise: str
) -> None:
    for part in [s.part for s in row(presenter, exercise).steppers]:
        numbers = getattr(shipped().exercise(exercise).dose, part)
        for wish, kept in ((-5, numbers.low), (999, numbers.limit)):
            presenter.set_dose(exercise, part, wish)
            assert stepper(presenter, exercise, part).value == kept
    assert exercise in {item.exercise for item in reopened(case).prescription().exercises}


def test_a_dose_reaches_the_next_session(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.set_dose("calf-stretch", Part.HOLD, 20)
    item = next(i for i in reopened(case).prescription().exercises if i.exercise == "calf-stretch")
    assert item.hold == 20
    assert row(presenter, "calf-stretch").dose == "3 times 20 s, left leg"


def test_the_article_s_dose_is_no_own_dose(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.set_dose("clam", Part.REPS, 10)
    assert row(presenter, "clam").can_reset
    presenter.set_dose("clam", Part.REPS, 15)
    assert not row(presenter, "clam").can_reset
    assert case.choice("clam").reps is None


def test_the_article_s_doses_come_back_and_go_again(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.set_dose("wall-slide", Part.REPS, 12)
    presenter.set_dose("wall-slide", Part.SETS, 3)
    own = case.choice("wall-slide")
    presenter.reset("wall-slide")
    assert case.choice("wall-slide") == Choice(exercise="wall-slide")
    presenter.undo()
    assert case.choice("wall-slide") == own


@pytest.mark.parametrize(
    "reason, words",
    [
        (OffReason.STAIRS_HURT, "Skipped since 2 Mar: stairs hurt"),
        (OffReason.HURT, "Skipped since 2 Mar: it hurt"),
        ("own-choice", "Off since 2 Mar: your own choice"),
    ],
)
def test_it_says_since_when_and_why_an_exercise_is_off(
    case: Case, presenter: ProgrammePresenter, reason: str, words: str
) -> None:
    case.switch("clam", on=False, reason=reason)
    found = row(presenter, "clam")
    assert (found.on, found.off_text) == (False, words)


def test_turning_off_and_undo_keep_reason_and_dose(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.set_dose("step-up", Part.SETS, 2)
    case.switch("step-up", on=False, reason=OffReason.STAIRS_HURT)
    before = case.choice("step-up")
    presenter.switch("step-up", True)
    assert case.choice("step-up").on
    assert presenter.frame().undo_text == "Step up is on."
    presenter.undo()
    assert reopened(case).choice("step-up") == before
    assert presenter.frame().undo_text == ""


def test_only_the_last_change_can_be_undone(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.switch("clam", False)
    presenter.set_affected(Side.BOTH)
    presenter.undo()
    presenter.undo()
    assert case.settings.affected is Side.LEFT
    assert not case.choice("clam").on


def test_what_changes_nothing_leaves_nothing_to_undo(presenter: ProgrammePresenter) -> None:
    presenter.set_affected(Side.LEFT)
    presenter.choose_plan("daily")
    presenter.switch("clam", True)
    presenter.set_dose("clam", Part.REPS, 15)
    presenter.reset("clam")
    presenter.undo()
    assert presenter.frame().undo_text == ""


def test_the_sore_knee_changes_the_session(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.set_affected(Side.BOTH)
    assert totals(compile_timeline(reopened(case).prescription())).sets == 36
    assert row(presenter, "calf-stretch").dose == "3 sets, 15 s each leg"


def test_a_new_plan_leaves_past_days_alone(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.choose_plan("three")
    plan = reopened(case).plan
    assert plan.weekdays(case.today) == THREE_DAYS
    assert plan.weekdays(case.today - timedelta(days=1)) == EVERY_DAY
    presenter.undo()
    assert reopened(case).plan.weekdays(case.today) == EVERY_DAY


def test_any_three_days_are_three_days_a_week(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.choose_plan("three")
    presenter.toggle_weekday(5)
    presenter.toggle_weekday(6)
    assert case.plan.weekdays(case.today) == (1, 3, 6)
    presenter.choose_plan("three")
    assert case.plan.weekdays(case.today) == (1, 3, 6)


def test_one_day_of_the_week_always_stays(case: Case, presenter: ProgrammePresenter) -> None:
    for day in EVERY_DAY:
        presenter.toggle_weekday(day)
    assert case.plan.weekdays(case.today) == (7,)
    assert not any(option.chosen for option in presenter.frame().plans)


@pytest.mark.parametrize(
    "day, words",
    [(5, "today is day 5 of 42"), (43, "its 42 days are over"), (0, "Starts on Tuesday 3 March")],
)
def test_it_says_where_the_programme_stands(tmp_path: Path, day: int, words: str) -> None:
    with welcomed(tmp_path, day=day) as case:
        assert words in ProgrammePresenter(case).frame().subtitle
