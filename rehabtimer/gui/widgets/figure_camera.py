"""From space to the page: a parallel view of ellipsoids and points, fitted into a rectangle."""

from collections.abc import Iterable, Sequence
from functools import cache
from math import cos, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from rehabtimer.core.scene import Camera
from rehabtimer.core.space import Vec, dot
from rehabtimer.gui.widgets.figure_shapes import Blob, Chain

Flat = tuple[float, float]


class View(NamedTuple):
    """Where right, up and the viewer are in space, and the scale and place on the page."""

    right: Vec
    up: Vec
    near: Vec
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    mirrored: bool = False  # for the right side: the props must be mirrored too

    def flat(self, point: Vec) -> QPointF:
        """Return where a point of space lies on the page."""
        across, down = self._shift(point)
        return QPointF(self.x + across, self.y + down)

    def add_outline(self, path: QPainterPath, chain: Chain) -> None:
        """Add the silhouette of a chain, filled from blob to blob; the path must fill by winding.

        Two neighbours are filled by their convex hull: in each direction the one that reaches
        further gives the corner.
        """
        ways = _round(_corners(self.scale))
        edges = [self._edge(blob, ways) for blob in chain]
        for a, b in zip(edges, edges[1:] or edges, strict=False):
            path.addPolygon(QPolygonF([QPointF(*max(p, q)[1]) for p, q in zip(a, b, strict=True)]))
            path.closeSubpath()

    def extent(self, blob: Blob) -> QRectF:
        """Return the rectangle around a blob on the page."""
        middle = self.flat(blob.middle)
        width = self.scale * hypot(*(dot(axis, self.right) for axis in blob.axes))
        height = self.scale * hypot(*(dot(axis, self.up) for axis in blob.axes))
        return QRectF(middle.x() - width, middle.y() - height, 2 * width, 2 * height)

    def depth(self, chains: Iterable[Chain]) -> float:
        """Return how near to the viewer some chains are on average."""
        depths = [dot(blob.middle, self.near) for chain in chains for blob in chain]
        return sum(depths) / len(depths)

    def _edge(self, blob: Blob, ways: Sequence[Flat]) -> list[tuple[float, Flat]]:
        """Return for each direction how far the blob reaches, and its point that does."""
        middle = self.flat(blob.middle)
        cx, cy = middle.x(), middle.y()
        axes = [self._shift(axis) for axis in blob.axes]
        xx = sum(x * x for x, _ in axes) + 1e-9
        xy = sum(x * y for x, y in axes)
        yy = sum(y * y for _, y in axes) + 1e-9
        edge = []
        for nx, ny in ways:
            u, v = xx * nx + xy * ny, xy * nx + yy * ny
            size = sqrt(u * nx + v * ny)
            edge.append((cx * nx + cy * ny + size, (cx + u / size, cy + v / size)))
        return edge

    def _shift(self, way: Vec) -> Flat:
        return self.scale * dot(way, self.right), -self.scale * dot(way, self.up)


def _corners(scale: float) -> int:
    """Return how many corners make an outline round at a scale in pixels a body height."""
    return min(max(10 + round(scale / 35), 12), 48)


@cache
def _round(corners: int) -> Sequence[Flat]:
    return [(cos(2 * pi * i / corners), sin(2 * pi * i / corners)) for i in range(corners)]


def view_of(camera: Camera, mirrored: bool) -> View:
    """Return the unscaled view of a camera, or its mirror image for the other side."""
    around = radians(-camera.around if mirrored else camera.around)
    height = radians(camera.height)
    return View(
        right=(-sin(around), cos(around), 0.0),
        up=(-sin(height) * cos(around), -sin(height) * sin(around), cos(height)),
        near=(cos(height) * cos(around), cos(height) * sin(around), sin(height)),
        mirrored=mirrored,
    )


def fitted(view: View, extent: QRectF, room: QRectF) -> View:
    """Return the view scaled so that `extent` (on the unscaled page) fills `room`.

    What is left over in height goes mostly above, so that the floor stays low.
    """
    scale = min(room.width() / extent.width(), room.height() / extent.height())
    spare = room.height() - scale * extent.height()
    x = room.center().x() - scale * extent.center().x()
    y = room.bottom() - 0.3 * spare - scale * extent.bottom()
    return view._replace(scale=scale, x=x, y=y)


def polygon(view: View, points: Iterable[Vec]) -> QPolygonF:
    """Return points of space as a polygon on the page."""
    return QPolygonF([view.flat(point) for point in points])
