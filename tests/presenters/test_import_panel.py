"""A file before and after it is imported, through the real library and a real database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Exercise
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.import_panel import ImportFrame, ImportPresenter, Way
from tests.support.cases import reopened, shipped, welcomed
from tests.support.shared import exercise_file, programme_file


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def side_step(**changes: object) -> Exercise:
    return replace(
        shipped().exercise("step-up"),
        **{"id": "side-step", "name": "Side step", "own": True, "starts_skipped_if": "", **changes},
    )


def frame(case: Case, path: Path) -> ImportFrame:
    return ImportPresenter(case, path).frame()


def ways(shown: ImportFrame) -> list[Way]:
    return [way for way, _text in shown.ways]


def ids(case: Case) -> list[str]:
    return [exercise.id for exercise in case.programme.exercises]


# An exercise


def test_an_exercise_is_shown_and_then_joins_the_programme(case: Case, tmp_path: Path) -> None:
    path = exercise_file(tmp_path, side_step())
    presenter = ImportPresenter(case, path)
    shown = presenter.frame()
    assert shown.title == "Import Side step"
    assert shown.lead == "An exercise. Nothing has been changed yet."
    assert [(row.name, row.dose, row.standing) for row in shown.rows] == [
        ("Side step", "10 times each leg, 1 s hold", "new")
    ]
    assert shown.ways == ((Way.PLAIN, "&Import"),)
    assert "side-step" not in ids(case)
    assert case.library.exercises == (), "a look changes nothing"
    assert presenter.take(Way.PLAIN) == "Side step is in your programme now."
    assert ids(case)[-1] == "side-step"
    assert case.prescription().exercises[-1].exercise == "side-step"


def test_it_is_there_at_the_next_start(case: Case, tmp_path: Path) -> None:
    ImportPresenter(case, exercise_file(tmp_path, side_step())).take(Way.PLAIN)
    again = reopened(case)
    again.reload()
    assert ids(again)[-1] == "side-step"


def test_what_is_there_already_changes_nothing(case: Case, tmp_path: Path) -> None:
    path = exercise_file(tmp_path, side_step())
    ImportPresenter(case, path).take(Way.PLAIN)
    shown = frame(case, path)
    assert shown.question == "All of it is there already."
    assert shown.ways == ()
    assert shown.rows[0].standing == "there already"


def test_what_was_skipped_is_on_again_with_ones_own_doses(case: Case, tmp_path: Path) -> None:
    ImportPresenter(case, exercise_file(tmp_path, side_step())).take(Way.PLAIN)
    case.choose(Choice(exercise="side-step", reps=5))
    case.switch("side-step", on=False)
    changed = exercise_file(tmp_path, side_step(safety="Mind the step."))
    ImportPresenter(case, changed).take(Way.REPLACE)
    assert (case.choice("side-step").on, case.choice("side-step").reps) == (True, 5)
    assert case.skips() == {}


def test_one_that_is_known_but_not_in_the_programme_can_be_added(
    case: Case, tmp_path: Path
) -> None:
    case.library.save(side_step())
    path = exercise_file(tmp_path, side_step())
    assert frame(case, path).ways == ((Way.PLAIN, "&Add it to the programme"),)
    ImportPresenter(case, path).take(Way.PLAIN)
    assert ids(case)[-1] == "side-step"


# Conflicts


@pytest.mark.parametrize(
    "way, left", [(Way.REPLACE, ["Other step"]), (Way.KEEP_BOTH, ["Other step (2)", "Side step"])]
)
def test_a_conflict_is_for_the_person_to_settle(
    case: Case, tmp_path: Path, way: Way, left: list[str]
) -> None:
    ImportPresenter(case, exercise_file(tmp_path, side_step())).take(Way.PLAIN)
    path = exercise_file(tmp_path, side_step(name="Other step", safety="Mind the step."))
    presenter = ImportPresenter(case, path)
    shown = presenter.frame()
    assert shown.question == 'You have another "Other step" already. Keep both, or replace it?'
    assert ways(shown) == [Way.KEEP_BOTH, Way.REPLACE], "Enter must not overwrite anything"
    assert shown.rows[0].conflicts
    assert presenter.take(way)
    assert [exercise.name for exercise in case.library.exercises] == left
    assert set(left) <= {exercise.name for exercise in case.programme.exercises}


def test_what_is_shipped_can_only_be_kept_beside(case: Case, tmp_path: Path) -> None:
    path = exercise_file(tmp_path, side_step(id="clam", name="Clam"))
    shown = frame(case, path)
    assert ways(shown) == [Way.KEEP_BOTH]
    assert shown.question.startswith('"Clam" cannot be replaced')
    assert shown.rows[0].standing == "cannot be replaced"


# A programme


def test_a_programme_is_shown_with_all_its_exercises(case: Case, tmp_path: Path) -> None:
    path = programme_file(tmp_path, ("quad-stretch", "side-step"), side_step())
    shown = frame(case, path)
    assert shown.title == "Import Spring"
    assert shown.lead == "A programme of 28 days with 2 exercises. Nothing has been changed yet."
    assert [(row.name, row.standing) for row in shown.rows] == [
        ("Standing quad stretch", "there already"),
        ("Side step", "new"),
    ]
    assert ways(shown) == [Way.PLAIN, Way.FOLLOW]


def test_a_programme_joins_the_others_and_is_not_followed(case: Case, tmp_path: Path) -> None:
    before = case.course
    path = programme_file(tmp_path, ("quad-stretch", "side-step"), side_step())
    said = ImportPresenter(case, path).take(Way.PLAIN)
    assert said == "Spring is among your programmes now."
    assert [each.name for each in case.library.programmes][-1] == "Spring"
    assert case.course == before
    assert frame(case, path).ways == ((Way.FOLLOW, "&Follow it from today"),)


def test_a_programme_can_be_followed_from_today(case: Case, tmp_path: Path) -> None:
    path = programme_file(tmp_path, ("quad-stretch", "side-step"), side_step())
    assert ImportPresenter(case, path).take(Way.FOLLOW) == "You follow Spring now."
    assert ids(case) == ["quad-stretch", "side-step"]
    assert case.plan.started_on == case.today
    assert case.plan.days == 28
    assert frame(case, path).ways == ()


def test_the_programme_that_is_followed_can_be_brought_up_to_date(
    case: Case, tmp_path: Path
) -> None:
    path = programme_file(tmp_path, ("quad-stretch", "side-step"), side_step())
    ImportPresenter(case, path).take(Way.FOLLOW)
    path = programme_file(tmp_path, ("side-step",), side_step())
    presenter = ImportPresenter(case, path)
    assert ways(presenter.frame()) == [Way.KEEP_BOTH, Way.REPLACE]
    assert presenter.take(Way.REPLACE) == "You follow Spring now."
    assert ids(case) == ["side-step"]


# What cannot be imported


@pytest.mark.parametrize(
    "old, new, key", [("hold = 1", "hold = 4000", "dose.hold"), ("step-up", "nobody", "figure")]
)
def test_a_fault_is_one_sentence_with_file_and_key(
    case: Case, tmp_path: Path, old: str, new: str, key: str
) -> None:
    path = exercise_file(tmp_path, side_step(figure="step-up"))
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    presenter = ImportPresenter(case, path)
    shown = presenter.frame()
    assert shown.title == '"side-step.toml" cannot be imported'
    assert shown.problem.startswith(f"side-step.toml: {key} is ")
    assert (shown.rows, shown.ways) == ((), ())
    assert presenter.take(Way.PLAIN) == ""


def test_a_file_that_is_not_there_is_said_to_be_missing(case: Case, tmp_path: Path) -> None:
    assert "missing" in frame(case, tmp_path / "nothing.toml").problem


def test_what_goes_wrong_while_it_is_taken_in_is_said(case: Case, tmp_path: Path) -> None:
    presenter = ImportPresenter(case, exercise_file(tmp_path, side_step()))
    case.library.save(side_step(name="Other step"))  # in the meantime, as another window might
    assert presenter.take(Way.PLAIN) == ""
    assert "is there already, and different" in presenter.frame().problem
