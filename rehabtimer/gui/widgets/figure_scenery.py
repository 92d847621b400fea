"""What stands around the figure: the floor, walls, steps, chairs, mats, straps and the shadow."""

from collections.abc import Iterator
from math import sqrt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from rehabtimer.core.scene import Chair, Figure, Mat, Prop, Step, Strap, Wall
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import Vec, add, dot
from rehabtimer.gui.widgets.figure_camera import View, polygon
from rehabtimer.gui.widgets.figure_colours import FigureColours
from rehabtimer.gui.widgets.figure_flesh import FleshPart
from rehabtimer.gui.widgets.figure_outline import Piece, outline, rounded, shape_of
from rehabtimer.gui.widgets.figure_shapes import Blob

Span = tuple[float, float]

WALL_DEPTH = 0.045
WOOD = 0.022  # how thick the parts of a chair are
FLOOR_REACH = 0.19  # how far the floor goes before and behind the middle of the body
FLOOR_EDGE = 0.035  # how thick it looks at the front
SHADOW_HEIGHT = 0.30  # a part above it throws no shadow
SMALL = ("left_ear", "right_ear", "face", "neck", "left_sleeve", "right_sleeve")
SHADOW_FADE = 0.06  # below that, its shadow grows with every step down


def floor_span(view: View, figure: Figure) -> tuple[float, float]:
    """Return where the floor begins and ends on the page, downwards; it reaches under every mat."""
    middle = view.flat((0.0, 0.0, 0.0)).y()
    reach = view.scale * FLOOR_REACH * sqrt(max(1 - view.up[2] ** 2, 0.0))
    mats = [prop_corners(prop) for prop in figure.props if isinstance(prop, Mat)]
    rows = [view.flat(corner).y() for mat in mats for corner in mat]
    top, bottom = min([middle - reach, *rows]), max([middle + reach, *rows])
    return top - 0.02 * view.scale, bottom + FLOOR_EDGE * view.scale


def paint_floor(
    painter: QPainter, view: View, room: QRectF, figure: Figure, colours: FigureColours
) -> None:
    """Paint a strip of floor from one side of the room to the other."""
    top, bottom = floor_span(view, figure)
    top, bottom = max(top, room.top()), min(bottom, room.bottom())
    band = QRectF(room.left(), top, room.width(), bottom - top)
    radius = min(band.height() / 2, 0.05 * view.scale)
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(band, radius, radius)


def mats_of(view: View, figure: Figure) -> list[Piece]:
    """Return the mats on the floor, below every shadow."""
    mats = [prop_corners(prop) for prop in figure.props if isinstance(prop, Mat)]
    return [_face_piece(view, corners, "mat", 0.03) for corners in mats]


def props_of(view: View, figure: Figure) -> list[Piece]:
    """Return what stands on the floor; all of it is behind or below the body."""
    boxes = [box for prop in figure.props if not isinstance(prop, Mat) for box in _boxes(prop)]
    boxes.sort(key=lambda box: sum(dot(corner, view.near) for corner in box))
    return [
        _face_piece(view, face, role, 0.006) for box in boxes for face, role in _faces(view, box)
    ]


def straps_of(view: View, figure: Figure, skeleton: Skeleton) -> list[Piece]:
    """Return straps between two points of the body, over it; around a foot they make a loop."""
    straps = [prop for prop in figure.props if isinstance(prop, Strap)]
    pieces = []
    for strap in straps:
        line = QPainterPath()
        line.addPolygon(polygon(view, _strap_line(strap, skeleton)))
        pieces.append(Piece("shirt", shape_of(_stroked(line, 0.009 * view.scale))))
    return pieces


def _strap_line(strap: Strap, skeleton: Skeleton) -> list[Vec]:
    start, end = (skeleton.points[skeleton.named(name)] for name in (strap.start, strap.end))
    side, _, point = skeleton.named(strap.end).partition("_")
    if point != "ball":
        return [start, end]
    foot = skeleton.frames[f"{side}_foot"]
    return [start, *(add(end, foot.out(0.0, across, -0.004)) for across in (0.028, -0.028)), start]


def shadows_of(view: View, body: list[FleshPart]) -> list[Piece]:
    """Return the shadows that a light straight above throws on the floor, one of each large part.

    They dwindle as a part is lifted: thin stripes far below a limb would look like props.
    """
    return [_shadow_of(view, part) for part in body if part.name not in SMALL]


def _shadow_of(view: View, part: FleshPart) -> Piece:
    size = 1.0 if part.name == "seat" else (SHADOW_HEIGHT - _height(part)) / SHADOW_FADE
    if size <= 0:
        return Piece("shadow", shape_of(QPainterPath()))
    row = max(part.chains, key=len)
    thinned = (row[0], row[len(row) // 2], row[-1]) if row[2:] else row
    flat = tuple(_flattened(blob, min(size, 1.0)) for blob in thinned)
    return Piece("shadow", outline(view, (flat,)))


def prop_corners(prop: Prop) -> list[Vec]:
    """Return the corners of a prop in space: eight of each box, four of a mat, none of a strap."""
    if isinstance(prop, Mat):
        x, dx, dy = prop.x, prop.length / 2, prop.width / 2
        return [(x + i * dx, j * dy, 0.0) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return [corner for box in _boxes(prop) for corner in box]


def _boxes(prop: Prop) -> list[list[Vec]]:
    match prop:
        case Wall():
            low, high = sorted((prop.x, prop.x - prop.faces * WALL_DEPTH))
            return [_box((low, high), _half(prop.width), (0.0, prop.height))]
        case Step():
            along = (prop.x, prop.x + prop.depth)
            return [_box(along, _half(prop.width), (0.0, prop.height))]
        case Chair():
            return _chair(prop)
        case _:
            return []


def _chair(chair: Chair) -> list[list[Vec]]:
    """Return its back, its seat and its legs."""
    x, y, seat = chair.x, chair.width / 2, chair.seat
    end = x + chair.depth
    rails = [(side - WOOD, side) if side > 0 else (side, side + WOOD) for side in (-y, y)]
    return [
        *(_box((x, x + WOOD), rail, (0.0, chair.height - 0.01)) for rail in rails),
        *(_box((end - WOOD, end), rail, (0.0, seat)) for rail in rails),
        _box((x, end), (-y, y), (seat - WOOD, seat)),
        _box((x, x + WOOD), (-y, y), (chair.height - 0.11, chair.height)),
    ]


def _half(width: float) -> Span:
    return -width / 2, width / 2


def _box(along: Span, across: Span, up: Span) -> list[Vec]:
    return [(x, y, z) for x in along for y in across for z in up]


def _faces(view: View, corners: list[Vec]) -> Iterator[tuple[list[Vec], str]]:
    """Return the three faces of a box that the viewer sees, with the name of their colour."""
    for axis, role in ((0, "prop_face"), (1, "prop"), (2, "prop_top")):
        levels = [corner[axis] for corner in corners]
        level = max(levels) if view.near[axis] > 0 else min(levels)
        a, b, c, d = (corner for corner in corners if corner[axis] == level)
        yield [a, b, d, c], role


def _face_piece(view: View, face: list[Vec], role: str, rounding: float) -> Piece:
    """Return a face with its corners and edges rounded."""
    points = [(point.x(), point.y()) for point in map(view.flat, face)]
    return Piece(role, rounded(points, rounding * view.scale / 2))


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path)


def _height(part: FleshPart) -> float:
    return max(blob.middle[2] for chain in part.chains for blob in chain)


def _flattened(blob: Blob, size: float) -> Blob:
    x, y, _ = blob.middle
    a, b, c = ((axis[0] * size, axis[1] * size, 0.0) for axis in blob.axes)
    return Blob((x, y, 0.0), (a, b, c))
