"""Turns between frames take the shortest way, and end where they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.core.space import WORLD, Frame, angle, cross, dot, length, turning

degrees = st.floats(-180, 180)
frames = st.builds(lambda a, b, c: WORLD.turned(a).leaned(b).tipped(c), degrees, degrees, degrees)


@given(start=frames, end=frames, share=st.floats(0, 1))
def test_a_turn_ends_at_its_end_and_stays_a_frame(start: Frame, end: Frame, share: float) -> None:
    turn = turning(start, end)
    for got, wanted in ((turn.at(0), start), (turn.at(1), end)):
        for axis, other in zip(got, wanted, strict=True):
            assert axis == pytest.approx(other, abs=1e-5)
    between = turn.at(share)
    assert [length(axis) for axis in between] == pytest.approx([1, 1, 1])
    assert dot(between.up, cross(between.forward, between.left)) == pytest.approx(1)


@pytest.mark.parametrize("end", [WORLD.turned(180), WORLD.leaned(180), WORLD.tipped(180)])
def test_half_a_turn_goes_one_of_the_two_ways(end: Frame) -> None:
    half = turning(WORLD, end).at(0.5)
    moved = [angle(a, b) for a, b in zip(WORLD, half, strict=True)]
    assert sorted(moved) == pytest.approx([0, 90, 90], abs=1e-6)


def test_no_turn_at_all_stays_where_it_is() -> None:
    for axis, other in zip(turning(WORLD, WORLD).at(0.7), WORLD, strict=True):
        assert axis == pytest.approx(other)


@given(inner=frames, outer=frames)
def test_a_frame_seen_from_another_comes_back(inner: Frame, outer: Frame) -> None:
    for axis, other in zip(outer.holding(inner.within(outer)), inner, strict=True):
        assert axis == pytest.approx(other, abs=1e-9)
