"""Smooth outlines of a picture's pieces: what ellipsoids in a row cover on the page."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from rehabtimer.gui.widgets.figure_camera import View
from rehabtimer.gui.widgets.figure_pen import Flat, Oval, Pen
from rehabtimer.gui.widgets.figure_shapes import Chain

BEND = 0.3  # a side that turns by more radians at an oval goes along it
EXACT = 0.06  # how far an edge may be from where it should be, on a page of 3000 a body height
LEAST = 1e-6  # what keeps an ellipsoid that is seen edge-on from having no width at all


class Shape(NamedTuple):
    """A path, and a rectangle around it."""

    path: QPainterPath
    bounds: QRectF


class Piece(NamedTuple):
    """Something of one colour on the page; `role` names it in the figure's colours."""

    role: str
    shape: Shape


class Joint(NamedTuple):
    """The two straight edges between neighbours, as the directions (radians) that they face."""

    there: float
    back: float


def shape_of(path: QPainterPath) -> Shape:
    """Return a path as a shape."""
    return Shape(path, path.controlPointRect())


@lru_cache(maxsize=256)
def outline(view: View, chains: tuple[Chain, ...]) -> Shape:
    """Return one shape around some chains; its path must be filled by winding, as it is set to be.

    Parts that stay where they are get the same shape again, so leave it as it is.

    Each chain's part of it is the sum of the hulls of all two neighbours, less the ovals that they
    share: it winds at least once around every point of any hull, and around no other.
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for chain in chains:
        for ovals, joints in _runs(_ovals(view, chain)):
            _add_run(path, ovals, joints)
    return shape_of(path)


def rounded(points: list[Flat], radius: float) -> Shape:
    """Return a convex polygon, grown by a radius around its corners."""
    path = QPainterPath()
    pen = Pen(path)
    edges = list(zip(points, points[1:] + points[:1], strict=True))
    facing = [atan2(x - u, v - y) for (x, y), (u, v) in edges]
    if sum(x * v - u * y for (x, y), (u, v) in edges) < 0:
        return rounded(points[::-1], radius)
    for (x, y), start, end in zip(points, facing[-1:] + facing[:-1], facing, strict=True):
        oval = Oval(x, y, radius * radius, 0.0, radius * radius)
        pen.arc(oval, start, (end - start) % (2 * pi))
    pen.close()
    return shape_of(path)


@lru_cache(maxsize=64)
def cut_out(view: View, chain: Chain, chains: tuple[Chain, ...]) -> Shape:
    """Return the outline of a chain, as far as it lies within that of other chains."""
    inner, outer = (_straightened(outline(view, them).path) for them in ((chain,), chains))
    return shape_of(outer.intersected(inner))


def _straightened(path: QPainterPath) -> QPainterPath:
    """Return a path as polygons, which Qt cuts ten times as fast as curves."""
    straight = QPainterPath()
    straight.setFillRule(Qt.FillRule.WindingFill)
    for polygon in path.toSubpathPolygons():
        straight.addPolygon(polygon)
        straight.closeSubpath()
    return straight


def _ovals(view: View, chain: Chain) -> list[Oval]:
    (rx, ry, rz), (ux, uy, uz) = view.right, view.up
    s, ovals = view.scale, []
    for (mx, my, mz), axes in chain:
        xx, xy, yy = LEAST, 0.0, LEAST
        for ax, ay, az in axes:
            x, y = s * (ax * rx + ay * ry + az * rz), -s * (ax * ux + ay * uy + az * uz)
            xx, xy, yy = xx + x * x, xy + x * y, yy + y * y
        x = view.x + s * (mx * rx + my * ry + mz * rz)
        y = view.y - s * (mx * ux + my * uy + mz * uz)
        ovals.append(Oval(x, y, xx, xy, yy))
    return ovals


def _runs(ovals: list[Oval]) -> Iterator[tuple[list[Oval], list[Joint]]]:
    """Return the stretches in which no oval hides its neighbour, with the joints in them."""
    run, joints = [ovals[0]], list[Joint]()
    for oval in ovals[1:]:
        joint = _joint(run[-1], oval)
        if joint is None:
            yield run, joints
            run, joints = [oval], []
        else:
            run.append(oval)
            joints.append(joint)
    yield run, joints


def _joint(a: Oval, b: Oval) -> Joint | None:
    """Return the edges between two ovals, or None if one hides the other."""
    dx, dy = b.x - a.x, b.y - a.y
    far = hypot(dx, dy)
    if far <= LEAST:
        return None
    x, y = dx / far, dy / far
    if abs(a.reach(x, y) - b.reach(x, y)) >= far:
        return None
    way = atan2(dy, dx)
    there = _tilt(a, b, (x, y), far, (y, -x), 0.0)
    back = _tilt(a, b, (x, y), far, (-y, x), there)  # most limbs are alike on both sides
    return Joint(way - pi / 2 + there, way + pi / 2 - back)


def _tilt(a: Oval, b: Oval, way: Flat, far: float, out: Flat, tilt: float) -> float:
    """Return the angle between the joint's edge on the side `out` and the line of the middles.

    It is the root of far * sin(tilt) = reach of a - reach of b, both across the edge; `tilt` is
    where the search begins.
    """
    (x, y), (u, v) = way, out
    (_, _, axx, axy, ayy), (_, _, bxx, bxy, byy) = a, b
    low, high = -pi / 2, pi / 2
    for _ in range(24):
        s, c = sin(tilt), cos(tilt)
        nx, ny = s * x + c * u, s * y + c * v
        xx, xy, yy = nx * nx, 2 * nx * ny, ny * ny
        ours, theirs = axx * xx + axy * xy + ayy * yy, bxx * xx + bxy * xy + byy * yy
        off = far * s - sqrt(ours) + sqrt(theirs)
        if -EXACT < off < EXACT:
            break
        low, high = (tilt, high) if off < 0 else (low, tilt)
        guess = tilt - off / (far * max(c, 0.1))  # Newton's step, were the reaches constant
        tilt = guess if low < guess < high else (low + high) / 2
    return tilt


def _add_run(path: QPainterPath, ovals: list[Oval], joints: list[Joint]) -> None:
    pen = Pen(path)
    if joints:
        first, last = joints[0], joints[-1]
        pen.arc(ovals[0], first.back, (first.there - first.back) % (2 * pi))
        _add_side(pen, ovals[1:-1], [joint.there for joint in joints])
        pen.arc(ovals[-1], last.there, (last.back - last.there) % (2 * pi))
        _add_side(pen, ovals[-2:0:-1], [joint.back for joint in reversed(joints)])
    else:
        pen.arc(ovals[0], 0.0, 2 * pi)
    pen.close()


def _add_side(pen: Pen, ovals: list[Oval], facing: list[float]) -> None:
    """Go along one side of a row, past the ovals between its ends."""
    for oval, start, end in zip(ovals, facing, facing[1:], strict=False):
        turn = (end - start + pi) % (2 * pi) - pi
        if abs(turn) > BEND:
            pen.arc(oval, start, turn)
        else:
            pen.corner(oval, start + turn / 2)
