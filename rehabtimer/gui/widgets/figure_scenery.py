"""What stands around the figure: the floor, walls, steps, mats, straps and the shadow."""

from collections.abc import Iterator
from math import sqrt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rehabtimer.core.scene import Figure, Mat, Prop, Step, Strap, Wall
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import Vec, flipped
from rehabtimer.gui.widgets.figure_camera import View, polygon
from rehabtimer.gui.widgets.figure_colours import FigureColours
from rehabtimer.gui.widgets.figure_flesh import FleshPart
from rehabtimer.gui.widgets.figure_shapes import Blob

WALL_DEPTH = 0.045
FLOOR_REACH = 0.19  # how far the floor goes before and behind the middle of the body
FLOOR_EDGE = 0.035  # how thick it looks at the front
SHADOW_HEIGHT = 0.30  # limbs above it throw no shadow: their thin stripes would look like props


def floor_span(view: View, figure: Figure) -> tuple[float, float]:
    """Return where the floor begins and ends on the page, downwards; it reaches under every mat."""
    middle = view.flat((0.0, 0.0, 0.0)).y()
    reach = view.scale * FLOOR_REACH * sqrt(max(1 - view.up[2] ** 2, 0.0))
    mats = [prop_corners(prop, view) for prop in figure.props if isinstance(prop, Mat)]
    rows = [view.flat(corner).y() for mat in mats for corner in mat]
    top, bottom = min([middle - reach, *rows]), max([middle + reach, *rows])
    return top - 0.02 * view.scale, bottom + FLOOR_EDGE * view.scale


def paint_floor(
    painter: QPainter, view: View, room: QRectF, figure: Figure, colours: FigureColours
) -> None:
    """Paint a strip of floor from one side of the room to the other, and the mats on it."""
    top, bottom = floor_span(view, figure)
    band = QRectF(room.left(), top, room.width(), bottom - top)
    radius = min(band.height() / 2, 0.05 * view.scale)
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(band, radius, radius)
    for prop in figure.props:
        if isinstance(prop, Mat):
            _paint_face(painter, view, prop_corners(prop, view), colours.mat, 0.03)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_props(painter: QPainter, view: View, figure: Figure, colours: FigureColours) -> None:
    """Paint what stands on the floor; all of it is behind or below the body."""
    for prop in figure.props:
        if isinstance(prop, Wall | Step):
            for face, role in _faces(view, prop_corners(prop, view)):
                _paint_face(painter, view, face, getattr(colours, role), 0.006)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_straps(
    painter: QPainter, view: View, figure: Figure, skeleton: Skeleton, colours: FigureColours
) -> None:
    """Paint straps between two points of the body, over it."""
    for prop in figure.props:
        if isinstance(prop, Strap):
            painter.setPen(QPen(QColor(colours.prop), 0.012 * view.scale))
            start, end = skeleton.points[prop.start], skeleton.points[prop.end]
            painter.drawLine(view.flat(start), view.flat(end))
    painter.setPen(Qt.PenStyle.NoPen)


def paint_shadow(
    painter: QPainter, view: View, body: list[FleshPart], colours: FigureColours
) -> None:
    """Paint the shadow that a light straight above throws on the floor."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for part in body:
        if part.name == "seat" or _height(part) < SHADOW_HEIGHT:
            for chain in part.chains:
                view.add_outline(path, [_flattened(blob) for blob in (*chain[:-1:3], chain[-1])])
    painter.setBrush(QColor(colours.shadow))
    painter.drawPath(path)


def prop_corners(prop: Prop, view: View) -> list[Vec]:
    """Return the corners of a prop in space: eight of a box, four of a mat, none of a strap."""
    corners = _corners(prop)
    return [flipped(corner) for corner in corners] if view.mirrored else corners


def _corners(prop: Prop) -> list[Vec]:
    match prop:
        case Wall():
            low, high = sorted((prop.x, prop.x - prop.faces * WALL_DEPTH))
            return _box((low, high), prop.width, prop.height)
        case Step():
            return _box((prop.x, prop.x + prop.depth), prop.width, prop.height)
        case Mat():
            (x, y), dx, dy = prop.middle, prop.length / 2, prop.width / 2
            return [(x + i * dx, y + j * dy, 0.0) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        case _:
            return []


def _box(span: tuple[float, float], width: float, height: float) -> list[Vec]:
    return [(x, y, z) for x in span for y in (-width / 2, width / 2) for z in (0.0, height)]


def _faces(view: View, corners: list[Vec]) -> Iterator[tuple[list[Vec], str]]:
    """Return the three faces of a box that the viewer sees, with the name of their colour."""
    for axis, role in ((0, "prop_face"), (1, "prop"), (2, "prop_top")):
        levels = [corner[axis] for corner in corners]
        level = max(levels) if view.near[axis] > 0 else min(levels)
        a, b, c, d = (corner for corner in corners if corner[axis] == level)
        yield [a, b, d, c], role


def _paint_face(
    painter: QPainter, view: View, face: list[Vec], colour: str, rounding: float
) -> None:
    pen = QPen(QColor(colour), rounding * view.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(polygon(view, face))


def _height(part: FleshPart) -> float:
    return max(blob.middle[2] for chain in part.chains for blob in chain)


def _flattened(blob: Blob) -> Blob:
    x, y, _ = blob.middle
    a, b, c = ((axis[0], axis[1], 0.0) for axis in blob.axes)
    return Blob((x, y, 0.0), (a, b, c))
