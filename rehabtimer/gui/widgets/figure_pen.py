"""A pen that draws an outline of straight edges, rounded corners and arcs of ovals."""

from math import ceil, cos, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

STEP = pi / 4  # an arc this long is a parabola to within three thousandths of its radius
LEAST = 1e-6  # radians; less is no turn at all

Flat = tuple[float, float]


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

    def spot(self, nx: float, ny: float) -> Flat:
        """Return the point of the edge that lies furthest in a direction."""
        u, v = self.xx * nx + self.xy * ny, self.xy * nx + self.yy * ny
        size = sqrt(u * nx + v * ny)
        return self.x + u / size, self.y + v / size


class Pen:
    """Adds one closed line to a path; it begins with an arc."""

    def __init__(self, path: QPainterPath) -> None:
        self._path = path
        self._at: Flat | None = None
        self._corner: Flat | None = None

    def arc(self, oval: Oval, start: float, turn: float) -> None:
        """Go straight to where an oval faces `start` (radians), and along it by a turn."""
        nx, ny = cos(start), sin(start)
        x, y = oval.spot(nx, ny)
        self._go_to((x, y))
        self._at = (x, y)
        if abs(turn) < LEAST:
            return
        steps = ceil(abs(turn) / STEP)
        wide = sin(turn / steps)
        for step in range(1, steps + 1):
            angle = start + turn * step / steps
            mx, my = cos(angle), sin(angle)
            u, v = oval.spot(mx, my)
            near, far = nx * x + ny * y, mx * u + my * v
            self._path.quadTo((near * my - far * ny) / wide, (nx * far - mx * near) / wide, u, v)
            nx, ny, x, y = mx, my, u, v
        self._at = (x, y)

    def corner(self, oval: Oval, facing: float) -> None:
        """Go around a corner at an oval, rounded from the middle of one edge to that of the next.

        Where edges turn little, this is a smooth curve past the ovals.
        """
        corner = oval.spot(cos(facing), sin(facing))
        self._half_way_to(corner)
        self._corner = corner

    def close(self) -> None:
        """Go back to the beginning."""
        self._path.closeSubpath()

    def _go_to(self, spot: Flat) -> None:
        if self._at is None:
            self._path.moveTo(*spot)
            return
        if self._corner is not None:
            self._half_way_to(spot)
            self._corner = None
        self._path.lineTo(*spot)

    def _half_way_to(self, spot: Flat) -> None:
        x, y = self._corner or self._at or spot
        middle = (x + spot[0]) / 2, (y + spot[1]) / 2
        if self._corner is None:
            self._path.lineTo(*middle)
        else:
            self._path.quadTo(*self._corner, *middle)
