"""From space to the page: a parallel view of ellipsoids and points, fitted into a rectangle."""

from collections.abc import Iterable
from math import cos, hypot, radians, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

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

    def flat(self, point: Vec) -> QPointF:
        """Return where a point of space lies on the page."""
        across, down = self._shift(point)
        return QPointF(self.x + across, self.y + down)

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

    def _shift(self, way: Vec) -> Flat:
        return self.scale * dot(way, self.right), -self.scale * dot(way, self.up)


def view_of(camera: Camera) -> View:
    """Return the unscaled view of a camera."""
    around, height = radians(camera.around), radians(camera.height)
    return View(
        right=(-sin(around), cos(around), 0.0),
        up=(-sin(height) * cos(around), -sin(height) * sin(around), cos(height)),
        near=(cos(height) * cos(around), cos(height) * sin(around), sin(height)),
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
