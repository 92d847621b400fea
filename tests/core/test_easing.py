"""What can be made easier in a session, as a change of its prescription."""

import pytest

from rehabtimer.core.easing import Less, less_of, with_less, with_variant, without_side
from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Change, Side
from rehabtimer.core.timeline import set_order
from tests.support.builders import LEGS, TOGETHER, lift, prescription, stretch

LEFT, RIGHT = LEGS
WHOLE = prescription(stretch("calf"), lift(reps=20, sets=2, sides=LEGS), stretch("quad"))


@pytest.mark.parametrize(
    "item, less",
    [
        (lift(reps=20, hold=2), Less(10, 2)),
        (lift(reps=15, hold=2), Less(8, 2)),
        (lift(reps=2, hold=5), Less(1, 5)),
        (lift(reps=1, hold=5), None),
        (stretch(hold=15), Less(1, 8)),
        (stretch(hold=20), Less(1, 10)),
        (stretch(hold=2.5), Less(1, 2)),
        (stretch(hold=1.5), Less(1, 1)),
        (stretch(hold=1), None),
        (stretch(hold=0.5), None),
        (stretch(hold=0), None),
    ],
)
def test_less_is_half_rounded_up(item: Prescribed, less: Less | None) -> None:
    assert less_of(item) == less


def test_one_exercise_gets_less_and_the_others_stay() -> None:
    changed = with_less(WHOLE, 1)

    assert [item.reps for item in changed.exercises] == [1, 10, 1]
    assert changed.exercises[::2] == WHOLE.exercises[::2]
    assert (changed.timing, changed.affected) == (WHOLE.timing, WHOLE.affected)
    assert with_less(WHOLE, 0).exercises[0].hold == 8


def test_where_there_is_nothing_less_nothing_changes() -> None:
    least = prescription(stretch(hold=1))

    assert with_less(least, 0) is least


def test_an_easier_version_is_taken_and_left_again() -> None:
    easier = with_variant(WHOLE, 1, "knee-bent")

    assert [item.variant for item in easier.exercises] == ["", "knee-bent", ""]
    assert with_variant(easier, 1, "") == WHOLE


@pytest.mark.parametrize("change", Change)
@pytest.mark.parametrize("side", LEGS)
def test_a_side_is_left_out_and_the_other_keeps_its_sets(change: Change, side: Side) -> None:
    whole = prescription(stretch("a"), lift(sets=2, sides=LEGS, change=change))

    (first, item) = without_side(whole, 1, side).exercises

    assert set_order(item) == ((side.other, 1), (side.other, 2))
    assert item.left_out == ((side, 1), (side, 2))
    assert first == whole.exercises[0]


@pytest.mark.parametrize("sides", [TOGETHER, (LEFT,), (RIGHT,)])
@pytest.mark.parametrize("side", Side)
def test_an_exercise_of_which_nothing_would_be_left_stays(
    sides: tuple[Side, ...], side: Side
) -> None:
    whole = prescription(lift(sets=2, sides=sides))

    assert without_side(whole, 0, side) is whole


def test_a_side_goes_only_once_and_the_last_one_never() -> None:
    right = without_side(WHOLE, 1, LEFT)

    assert without_side(right, 1, LEFT) is right
    assert without_side(right, 1, RIGHT) is right
