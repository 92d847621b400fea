"""Paints the picture of a moment into a room: the floor, then piece by piece."""

from functools import lru_cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from rehabtimer.core.figure import Figure, Moment
from rehabtimer.core.kinematics import skeleton_of
from rehabtimer.gui.widgets.figure_camera import View, fitted, polygon, view_of
from rehabtimer.gui.widgets.figure_colours import FigureColours
from rehabtimer.gui.widgets.figure_flesh import flesh_of
from rehabtimer.gui.widgets.figure_frames import picture_at
from rehabtimer.gui.widgets.figure_outline import Shape
from rehabtimer.gui.widgets.figure_picture import UNITS, Picture
from rehabtimer.gui.widgets.figure_scenery import floor_span, paint_floor, prop_corners

MARGIN = 0.04  # of the room's smaller side

_extents: WeakKeyDictionary[Figure, QRectF] = WeakKeyDictionary()


def paint_figure(
    painter: QPainter, room: QRectF, figure: Figure, colours: FigureColours, moment: Moment
) -> None:
    """Paint a moment of an exercise into `room`, at the same scale in every phase of it.

    The right side is the mirror image of the left. The painter's state is left as it was.
    """
    paint_picture(painter, room, picture_at(figure, moment), colours)


def paint_picture(
    painter: QPainter,
    room: QRectF,
    picture: Picture,
    colours: FigureColours,
    dirty: QRectF | None = None,
) -> None:
    """Paint a picture into `room`, or only what touches its part `dirty`."""
    view = page_of(picture, room)
    if view.scale <= 0:  # no room at all
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if picture.mirrored:
        painter.translate(room.left() + room.right(), 0)
        painter.scale(-1, 1)
    paint_floor(painter, view, room, picture.figure, colours)
    painter.translate(view.x, view.y)
    painter.scale(view.scale / UNITS, view.scale / UNITS)
    seen = _units(view, room if dirty is None else _laid(dirty, picture, room))
    for piece in picture.pieces:
        if piece.shape.bounds.intersects(seen):
            painter.setBrush(_brush(getattr(colours, piece.role)))
            painter.drawPath(piece.shape.path)
    painter.restore()


def page_of(picture: Picture, room: QRectF) -> View:
    """Return how a picture's page is laid into a room, before it is mirrored."""
    figure = picture.figure
    if figure not in _extents:
        _extents[figure] = _extent(figure)
    extent = QRectF(_extents[figure])
    extent.translate(-picture.swing * (extent.left() + extent.right()), 0)
    view = view_of(picture.camera)
    if 0 < picture.swing < 1:  # from above, the floor is deeper
        extent.setBottom(max(extent.bottom(), floor_span(view, figure)[1]))
    margin = MARGIN * min(room.width(), room.height())
    return fitted(view, extent, room.adjusted(margin, margin, -margin, -margin))


def changed(before: Picture, after: Picture, room: QRectF) -> QRectF:
    """Return the part of a room in which two pictures differ; all of it if the viewer has moved."""
    if (
        before.figure is not after.figure
        or before.camera != after.camera
        or before.mirrored is not after.mirrored
        or len(before.pieces) != len(after.pieces)
    ):
        return room
    area = _difference(before, after)
    view = page_of(after, room)
    size = view.scale / UNITS
    left, top = view.x + size * area.left(), view.y + size * area.top()
    return _laid(QRectF(left, top, size * area.width(), size * area.height()), after, room)


def _difference(before: Picture, after: Picture) -> QRectF:
    """Return a rectangle around all that differs."""
    area = QRectF()
    for a, b in zip(before.pieces, after.pieces, strict=True):
        if a.role != b.role or not _alike(a.shape, b.shape):
            area = area.united(a.shape.bounds).united(b.shape.bounds)
    return area


def _alike(a: Shape, b: Shape) -> bool:
    return a is b or (a.bounds == b.bounds and a.path == b.path)


def _laid(area: QRectF, picture: Picture, room: QRectF) -> QRectF:
    """Return an area of the room as it lies for a picture that may be mirrored."""
    if not picture.mirrored:
        return area
    left = room.left() + room.right() - area.right()
    return QRectF(left, area.top(), area.width(), area.height())


def _units(view: View, area: QRectF) -> QRectF:
    size = UNITS / view.scale
    left, top = size * (area.left() - view.x), size * (area.top() - view.y)
    return QRectF(left, top, size * area.width(), size * area.height())


@lru_cache(maxsize=128)
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


def _extent(figure: Figure) -> QRectF:
    """Return what all poses, the props and the floor cover on the unscaled page, from the left."""
    view = view_of(figure.camera)
    extent = QRectF()
    for pose in figure.poses.every:
        for part in flesh_of(skeleton_of(pose)):
            for chain in part.chains:
                for blob in chain:
                    extent = extent.united(view.extent(blob))
    for prop in figure.props:
        extent = extent.united(polygon(view, prop_corners(prop)).boundingRect())
    extent.setBottom(max(extent.bottom(), floor_span(view, figure)[1]))
    return extent
