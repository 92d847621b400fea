"""Outlines hold what they should: the hull of every two neighbours, and nothing else."""

import itertools
from math import dist, pi
from random import Random

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from rehabtimer.core.scene import Camera
from rehabtimer.core.space import WORLD, Vec
from rehabtimer.gui.widgets.figure_camera import View, view_of
from rehabtimer.gui.widgets.figure_outline import cut_out, outline, rounded
from rehabtimer.gui.widgets.figure_pen import Oval, Pen
from rehabtimer.gui.widgets.figure_shapes import Blob, Chain, egg

FRONT = view_of(Camera(around=0.0, height=0.0))._replace(scale=3000.0)
Ball = tuple[float, float, float]  # across, up, radius


def chain(*balls: Ball) -> Chain:
    return tuple(
        egg(WORLD, (0.0, across, up), (0.0, 0.0, 0.0), (size, size, size))
        for across, up, size in balls
    )


def depth(balls: tuple[Ball, ...], x: float, y: float) -> float:
    """How deep a point lies in the hull of any two neighbours; below zero it is outside."""
    pairs = list(itertools.pairwise(balls)) or [(balls[0], balls[0])]
    return max(
        a[2]
        + (b[2] - a[2]) * t
        - dist((x, y), (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
        for a, b in pairs
        for t in (step / 64 for step in range(65))
    )


def area(path: QPainterPath) -> float:
    """The area of a path that does not cross itself, in body heights."""
    flat = path.toFillPolygon()
    spots = [(flat.at(i).x(), flat.at(i).y()) for i in range(flat.count())]
    pairs = itertools.pairwise(spots)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2 / 3000**2


@pytest.mark.parametrize("seed", range(12))
def test_a_row_covers_the_hull_of_every_two_neighbours_and_no_more(seed: int) -> None:
    random = Random(seed)
    balls = tuple(
        (0.07 * place + random.uniform(-0.02, 0.02), random.uniform(-0.05, 0.05), size)
        for place in range(random.randint(1, 6))
        for size in [random.uniform(0.015, 0.06)]
    )
    path = outline(FRONT, (chain(*balls),)).path
    told = 0
    for _ in range(600):
        x, y = random.uniform(-0.1, 0.5), random.uniform(-0.12, 0.12)
        deep = depth(balls, x, y)
        if abs(deep) > 0.004:  # corners are rounded a little
            told += 1
            assert path.contains(QPointF(3000 * x, -3000 * y)) is (deep > 0), (x, y, deep)
    assert told > 400


def test_a_lone_ball_is_a_circle() -> None:
    path = outline(FRONT, (chain((0.1, 0.2, 0.05)),)).path
    assert area(path) == pytest.approx(pi * 0.05**2, rel=0.005)
    assert path.boundingRect().center().x() == pytest.approx(300, abs=1)


@pytest.mark.parametrize("place", [0.0, 0.01])
def test_a_ball_inside_of_another_changes_nothing(place: float) -> None:
    large = outline(FRONT, (chain((0.0, 0.0, 0.06)),)).path
    both = outline(FRONT, (chain((0.0, 0.0, 0.06), (place, 0.0, 0.02)),)).path
    assert both.boundingRect() == large.boundingRect()


def test_what_lies_flat_and_is_seen_from_the_side_does_no_harm() -> None:
    flat: Vec = (0.0, 0.0, 0.0)
    blobs = tuple(Blob((0.0, y, 0.0), ((0.1, 0.0, 0.0), (0.0, 0.1, 0.0), flat)) for y in (0.0, 0.3))
    assert outline(FRONT, (blobs,)).bounds.width() == pytest.approx(1500, abs=20)


def test_parts_that_stay_get_the_same_shape_again() -> None:
    one, other = (outline(FRONT, (chain((0.0, 0.0, 0.1), (0.2, 0.1, 0.05)),)) for _ in range(2))
    assert one is other


def test_a_muscle_ends_where_its_limb_ends() -> None:
    limb, muscle = chain((0.0, 0.0, 0.05), (0.4, 0.0, 0.05)), chain((0.1, 0.05, 0.04))
    shape = cut_out(FRONT, muscle, (limb,))
    assert shape.bounds.top() == pytest.approx(-150, abs=1)
    assert shape.bounds.bottom() == pytest.approx(-30, abs=1)


@pytest.mark.parametrize("turned", [1, -1])
def test_a_face_is_rounded_whichever_way_its_corners_are_given(turned: int) -> None:
    corners = [(0.0, 0.0), (600.0, 0.0), (600.0, 300.0), (0.0, 300.0)][::turned]
    shape = rounded(corners, 30.0)
    assert shape.path.boundingRect() == QRectF(-30, -30, 660, 360)
    assert not shape.path.contains(QPointF(-28, -28))
    assert shape.path.contains(QPointF(-20, -20))


def test_a_face_seen_from_its_edge_is_a_line() -> None:
    shape = rounded([(0.0, 0.0), (300.0, 0.0), (300.0, 0.0), (0.0, 0.0)], 9.0)
    assert shape.bounds.height() < 40


def test_a_pen_that_does_not_turn_goes_to_a_point() -> None:
    path = QPainterPath()
    pen = Pen(path)
    pen.arc(Oval(0.0, 0.0, 1.0, 0.0, 1.0), 0.0, pi)
    pen.arc(Oval(-5.0, 0.0, 1.0, 0.0, 1.0), pi, 0.0)
    pen.close()
    assert path.boundingRect().left() == -6


def test_a_view_from_the_side_sees_depth_as_breadth() -> None:
    side: View = view_of(Camera(around=90.0, height=0.0))._replace(scale=3000.0)
    blob = egg(WORLD, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), (0.02, 0.05, 0.1))
    assert outline(FRONT, ((blob,),)).path.boundingRect().width() == pytest.approx(300, abs=2)
    assert outline(side, ((blob,),)).path.boundingRect().width() == pytest.approx(120, abs=2)
