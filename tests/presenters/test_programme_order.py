"""The order of exercises: moved one by one, in groups, or one in the place of another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabtimer.core.prescription import OffReason
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from tests.support.cases import reopened, shipped, welcomed
from tests.support.own_exercises import bridge
from tests.support.programme import order, row

NAMES = [exercise.id for exercise in shipped().exercises]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> ProgrammePresenter:
    return ProgrammePresenter(case)


def test_an_exercise_is_moved_and_moved_back(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.move("clam", 0)
    assert order(presenter) == ["clam", *(name for name in NAMES if name != "clam")]
    assert reopened(case).prescription().exercises[0].exercise == "clam"
    assert row(presenter, "clam").place_text.startswith("Place 1 of 10.")
    presenter.undo()
    assert order(presenter) == NAMES


def test_moves_in_a_row_are_one_change(presenter: ProgrammePresenter) -> None:
    presenter.move("clam", 4)
    presenter.move("clam", 3)
    presenter.move("clam", 2)
    assert order(presenter).index("clam") == 2
    presenter.undo()
    assert order(presenter) == NAMES


@pytest.mark.parametrize("place, where", [(-7, 0), (99, 9)])
def test_no_place_lies_beyond_the_ends(
    presenter: ProgrammePresenter, place: int, where: int
) -> None:
    presenter.move("clam", place)
    assert order(presenter)[where] == "clam"


def test_moving_to_where_it_stands_changes_nothing(presenter: ProgrammePresenter) -> None:
    presenter.move("clam", NAMES.index("clam"))
    presenter.move("unknown", 0)
    assert presenter.frame().undo_text == ""


def test_grouped_rows_stay_within_their_group(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.set_group_floor(True)
    grouped = order(presenter)
    clam = row(presenter, "clam")
    assert [row.lowest for row in presenter.frame().rows][-1] == clam.lowest > 0
    assert clam.highest == len(NAMES) - 1
    presenter.move("clam", 0)
    assert order(presenter)[clam.lowest] == "clam"
    assert order(presenter)[: clam.lowest] == grouped[: clam.lowest]
    presenter.set_group_floor(False)
    standing = [name for name in order(presenter) if name in grouped[: clam.lowest]]
    assert standing == grouped[: clam.lowest]
    assert order(presenter)[:2] == NAMES[:2], "the order of all is still there"


@given(moves=st.lists(st.tuples(st.sampled_from(NAMES), st.integers(-2, 12), st.booleans())))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_exercise_is_ever_lost(
    case: Case, presenter: ProgrammePresenter, moves: list[tuple[str, int, bool]]
) -> None:
    for exercise, place, group in moves:
        presenter.set_group_floor(group)
        presenter.move(exercise, place)
        found = row(presenter, exercise)
        assert found.place == min(max(place, found.lowest), found.highest)
    assert sorted(order(presenter)) == sorted(NAMES)


def test_an_exercise_takes_the_place_of_another(case: Case, presenter: ProgrammePresenter) -> None:
    case.switch("donkey-kick", on=False, reason=OffReason.HURT)
    swaps = row(presenter, "clam").details.swaps
    assert [(option.key, option.text) for option in swaps] == [("donkey-kick", "Donkey kick")]
    presenter.swap("clam", "donkey-kick")
    assert case.choice("donkey-kick").on
    assert not case.choice("clam").on
    assert order(presenter).index("donkey-kick") == NAMES.index("clam")
    assert order(presenter).index("clam") == NAMES.index("donkey-kick")
    assert presenter.frame().undo_text == "Donkey kick is done instead of Clam."
    presenter.undo()
    assert order(presenter) == NAMES
    assert (case.choice("clam").on, case.choice("donkey-kick").on) == (True, False)


def test_an_own_exercise_takes_the_place_of_one_of_the_article(
    case: Case, presenter: ProgrammePresenter
) -> None:
    case.library.save(bridge())
    presenter.swap("clam", "bridge")
    assert order(presenter)[NAMES.index("clam")] == "bridge"
    running = [item.exercise for item in case.prescription().exercises]
    assert running[NAMES.index("clam")] == "bridge"
    assert "clam" not in running
    presenter.undo()
    assert order(presenter) == NAMES


def test_with_nothing_off_there_is_nothing_to_swap_for(presenter: ProgrammePresenter) -> None:
    assert all(row.details.swaps == () for row in presenter.frame().rows)
