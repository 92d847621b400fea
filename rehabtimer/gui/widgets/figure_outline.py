"""Smooth outlines of a picture's pieces: what ellipsoids in a row cover on the page."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, ceil, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from rehabtimer.gui.widgets.figure_camera import View
from rehabtimer.gui.widgets.figure_shapes import Chain

STEP = pi / 6  # an arc this long is a parabola to within a thousandth of its radius
FLAT = 0.05  # an arc of so few radians cannot be told from a corner in its middle
EXACT = 0.02  # how far an edge may be from where it should be, on a page of 1000 a body height
LEAST = 1e-6  # what keeps an ellipsoid that is seen edge-on from having no width at all


class Piece(NamedTuple):
    """Something of one colour on the page; `role` names it in the figure's colours."""

    role: str
    path: QPainterPath
    bounds: QRectF


class Oval(NamedTuple):
    """An ellipsoid on the page: its middle, and how far it reaches as a quadratic form."""

    x: float
    y: float
    xx: float
    xy: float
    yy: float

    def reach(self, nx: float, ny: float) -> float:
        """Return how far the edge in a direction (of length 1) is from the middle."""
        return sqrt(self.xx * nx * nx + 2 * self.xy * nx * ny + self.yy * ny * ny)

    def spot(self, nx: float, ny: float) -> tuple[float, float]:
        """Return the point of the edge that lies furthest in a direction."""
        size = self.reach(nx, ny)
        u, v = self.xx * nx + self.xy * ny, self.xy * nx + self.yy * ny
        return self.x + u / size, self.y + v / size


class Joint(NamedTuple):
    """The two straight edges between neighbours, as the directions (radians) that they face."""

    there: float
    back: float


def piece(role: str, path: QPainterPath) -> Piece:
    """Return a path as a piece of a picture."""
    return Piece(role, path, path.controlPointRect())


@lru_cache(maxsize=256)
def outline(view: View, chains: tuple[Chain, ...]) -> QPainterPath:
    """Return one path around some chains; it must be filled by winding, as it is set to be.

    Parts that stay where they are get the same path again, so leave it as it is.

    Each chain's part of it is the sum of the hulls of all two neighbours, less the ovals that they
    share: it winds at least once around every point of any hull, and around no other.
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for chain in chains:
        for ovals, joints in _runs(_ovals(view, chain)):
            _add_run(path, ovals, joints)
    return path


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
    there, back = (_tilt(a, b, (x, y), far, side) for side in (-1, 1))
    return Joint(way - pi / 2 + there, way + pi / 2 - back)


def _tilt(a: Oval, b: Oval, way: tuple[float, float], far: float, side: int) -> float:
    """Return the angle between the joint's edge on one side and the line of the middles.

    It is the root of far * sin(tilt) = reach of a - reach of b, both across the edge.
    """
    x, y = way
    low, high = -pi / 2, pi / 2
    tilt = 0.0
    for _ in range(24):
        s, c = sin(tilt), cos(tilt)
        nx, ny = s * x - side * c * y, s * y + side * c * x
        off = far * s - a.reach(nx, ny) + b.reach(nx, ny)
        if abs(off) < EXACT:
            break
        low, high = (tilt, high) if off < 0 else (low, tilt)
        guess = tilt - off / (far * max(c, 0.1))  # Newton's step, were the reaches constant
        tilt = guess if low < guess < high else (low + high) / 2
    return tilt


def _add_run(path: QPainterPath, ovals: list[Oval], joints: list[Joint]) -> None:
    if not joints:
        _add_arc(path, ovals[0], 0.0, 2 * pi, begin=True)
        path.closeSubpath()
        return
    first, last = joints[0], joints[-1]
    _add_arc(path, ovals[0], first.back, (first.there - first.back) % (2 * pi), begin=True)
    for oval, a, b in zip(ovals[1:], joints, joints[1:], strict=False):
        _add_arc(path, oval, a.there, _short(b.there - a.there))
    _add_arc(path, ovals[-1], last.there, (last.back - last.there) % (2 * pi))
    for oval, a, b in zip(ovals[-2:0:-1], joints[::-1], joints[-2::-1], strict=False):
        _add_arc(path, oval, a.back, _short(b.back - a.back))
    path.closeSubpath()


def _short(turn: float) -> float:
    return (turn + pi) % (2 * pi) - pi


def _add_arc(
    path: QPainterPath, oval: Oval, start: float, turn: float, *, begin: bool = False
) -> None:
    """Add a straight edge to an oval, and go along it by a turn, in parabolas."""
    if abs(turn) < FLAT:
        middle = start + turn / 2
        path.lineTo(*oval.spot(cos(middle), sin(middle)))
        return
    steps = ceil(abs(turn) / STEP)
    nx, ny = cos(start), sin(start)
    x, y = oval.spot(nx, ny)
    path.moveTo(x, y) if begin else path.lineTo(x, y)
    wide = sin(turn / steps)
    for step in range(1, steps + 1):
        angle = start + turn * step / steps
        mx, my = cos(angle), sin(angle)
        u, v = oval.spot(mx, my)
        near, far = nx * x + ny * y, mx * u + my * v
        path.quadTo((near * my - far * ny) / wide, (nx * far - mx * near) / wide, u, v)
        nx, ny, x, y = mx, my, u, v
