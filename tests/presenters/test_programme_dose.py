"""Doses: within the article at a press, beyond it only after a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.dose_file import HOLD, REPS, SETS
from rehabtimer.core.prescription import Choice
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from rehabtimer.presenters.programme_dose import BOUNDS, Part
from tests.support.cases import reopened, shipped, welcomed
from tests.support.own_exercises import bridge
from tests.support.programme import question, row, stepper


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> ProgrammePresenter:
    return ProgrammePresenter(case)


@pytest.mark.parametrize(
    "exercise, part, article",
    [
        ("quad-stretch", Part.SETS, "The article says 2 to 3 sets"),
        ("quad-stretch", Part.HOLD, "The article says 15 s"),
        ("calf-stretch", Part.HOLD, "The article says 15 to 30 s"),
        ("clam", Part.REPS, "The article says up to 15 reps"),
        ("hamstring-stretch", Part.SETS, "The article says up to 3 sets"),
        ("step-up", Part.SETS, "Not given in the article; at most 3 here"),
    ],
)
def test_what_the_article_says_is_said(
    presenter: ProgrammePresenter, exercise: str, part: Part, article: str
) -> None:
    found = stepper(presenter, exercise, part)
    assert (found.article, found.beyond) == (article, False)


def test_every_number_has_a_stepper_but_the_one_rep_of_a_stretch(
    presenter: ProgrammePresenter,
) -> None:
    for exercise in shipped().exercises:
        parts = [s.part for s in row(presenter, exercise.id).details.steppers]
        assert parts == [part for part in Part if exercise.moving or part is not Part.REPS]


def test_steppers_reach_as_far_as_a_file_may(presenter: ProgrammePresenter) -> None:
    for part, bounds in {Part.HOLD: HOLD, Part.REPS: REPS, Part.SETS: SETS}.items():
        found = stepper(presenter, "wall-slide", part)
        assert (found.least, found.most) == (bounds.least, bounds.most)


@pytest.mark.parametrize("exercise", [e.id for e in shipped().exercises])
def test_no_number_leaves_the_article_unasked(
    case: Case, presenter: ProgrammePresenter, exercise: str
) -> None:
    for part in [s.part for s in row(presenter, exercise).details.steppers]:
        numbers = getattr(shipped().exercise(exercise).dose, part)
        before = stepper(presenter, exercise, part).value
        below = [BOUNDS[part].least] if BOUNDS[part].least < numbers.low else []
        for wish in (*below, numbers.limit + 1, 9999):
            presenter.doses.set(exercise, part, wish)
            assert stepper(presenter, exercise, part).value == before
            assert question(presenter, exercise)
            presenter.keep()
            assert question(presenter, exercise) == ""
    assert case.course.choices == ()


@pytest.mark.parametrize(
    "exercise, part, wish, words",
    [
        ("calf-stretch", Part.HOLD, 35, "The article says up to 30 s. Go beyond the article?"),
        ("calf-stretch", Part.HOLD, 10, "The article says at least 15 s. Go beyond the article?"),
        ("clam", Part.REPS, 4, "The article names no lower end; ours is 5 reps. Go below it?"),
        ("clam", Part.SETS, 3, "The article says 2 sets. Go beyond the article?"),
        ("clam", Part.SETS, 1, "The article says 2 sets. Go beyond the article?"),
        (
            "step-up",
            Part.SETS,
            4,
            "The article gives no number here; our own end is 3 sets. Go beyond it?",
        ),
    ],
)
def test_what_is_asked_says_what_the_article_says(
    presenter: ProgrammePresenter, exercise: str, part: Part, wish: float, words: str
) -> None:
    presenter.doses.set(exercise, part, wish)
    assert question(presenter, exercise) == words
    assert question(presenter, "wall-slide") == ""


def test_beyond_the_article_a_number_goes_on_and_is_marked(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.doses.set("calf-stretch", Part.HOLD, 35)
    presenter.doses.go_beyond()
    presenter.doses.set("calf-stretch", Part.HOLD, 40)
    found = stepper(presenter, "calf-stretch", Part.HOLD)
    assert (found.value, found.beyond) == (40, True)
    assert found.article == "Beyond the article. The article says 15 to 30 s"
    assert row(presenter, "calf-stretch").dose == "3 times 40 s, left leg · beyond the article"
    assert reopened(case).prescription().exercises[3].hold == 40
    presenter.undo()
    assert case.choice("calf-stretch").hold == 35


def test_the_way_to_the_other_side_of_the_range_is_asked_again(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.doses.set("calf-stretch", Part.HOLD, 35)
    presenter.doses.go_beyond()
    presenter.doses.set("calf-stretch", Part.HOLD, 10)
    assert question(presenter, "calf-stretch")
    presenter.keep()
    presenter.doses.set("calf-stretch", Part.HOLD, 30)
    presenter.doses.set("calf-stretch", Part.HOLD, 35)
    assert question(presenter, "calf-stretch")
    assert case.choice("calf-stretch").hold == 30


def test_beyond_the_article_there_are_still_bounds(
    case: Case, presenter: ProgrammePresenter
) -> None:
    for part, most in ((Part.HOLD, 600), (Part.REPS, 100), (Part.SETS, 20)):
        presenter.doses.set("wall-slide", part, 1e9)
        presenter.doses.go_beyond()
        assert stepper(presenter, "wall-slide", part).value == most
    presenter.doses.set("wall-slide", Part.HOLD, 0)
    presenter.doses.go_beyond()
    assert case.choice("wall-slide").hold == 0.5


def test_another_change_drops_the_question(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.doses.set("calf-stretch", Part.HOLD, 35)
    presenter.switch("clam", False)
    assert question(presenter, "calf-stretch") == ""
    presenter.doses.go_beyond()
    assert case.choice("calf-stretch").hold is None


def test_a_dose_reaches_the_next_session(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.doses.set("calf-stretch", Part.HOLD, 20)
    item = next(i for i in reopened(case).prescription().exercises if i.exercise == "calf-stretch")
    assert item.hold == 20
    assert row(presenter, "calf-stretch").dose == "3 times 20 s, left leg"
    assert presenter.frame().undo_text == "Standing calf stretch: now 20 s."


def test_the_article_s_dose_is_no_own_dose(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.doses.set("clam", Part.REPS, 10)
    assert row(presenter, "clam").details.can_reset
    presenter.doses.set("clam", Part.REPS, 15)
    assert not row(presenter, "clam").details.can_reset
    assert case.choice("clam").reps is None


def test_the_article_s_doses_come_back_and_go_again(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.doses.set("wall-slide", Part.REPS, 12)
    presenter.doses.set("wall-slide", Part.SETS, 3)
    own = case.choice("wall-slide")
    presenter.doses.reset("wall-slide")
    assert case.choice("wall-slide") == Choice(exercise="wall-slide")
    presenter.undo()
    assert case.choice("wall-slide") == own


def test_an_own_exercise_has_no_article(case: Case, presenter: ProgrammePresenter) -> None:
    case.library.save(bridge())
    presenter.add("bridge")
    found = stepper(presenter, "bridge", Part.REPS)
    assert (found.article, found.beyond) == ("Your exercise says 10 reps", False)
    presenter.doses.set("bridge", Part.REPS, 40)
    assert row(presenter, "bridge").dose == "2 sets of 40, 2 s hold"
    assert row(presenter, "bridge").details.reset_text == "Back to the doses of your exercise"
    presenter.doses.reset("bridge")
    assert presenter.frame().undo_text == "Bridge: back to the doses of your exercise."
    assert case.choice("bridge").reps is None
