"""Paints a moment of an exercise: floor, props, shadow and body, from the far side to the near."""

from collections.abc import Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from rehabtimer.core.figure import Figure, Moment, pose_at, side_at
from rehabtimer.core.kinematics import skeleton_of
from rehabtimer.core.programme import Side
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import dot
from rehabtimer.gui.widgets.figure_camera import View, fitted, polygon, view_of
from rehabtimer.gui.widgets.figure_colours import FigureColours
from rehabtimer.gui.widgets.figure_flesh import FleshPart, Worked, flesh_of, worked_of
from rehabtimer.gui.widgets.figure_scenery import (
    floor_span,
    paint_floor,
    paint_props,
    paint_shadow,
    paint_straps,
    prop_corners,
)
from rehabtimer.gui.widgets.figure_shapes import Chain

MARGIN = 0.04  # of the room's smaller side
ARM_BEHIND = 0.06  # an arm this much further away than the chest is painted pale
TURNED_AWAY = -0.4  # a muscle that faces away by more than this cannot be seen

_extents: WeakKeyDictionary[Figure, QRectF] = WeakKeyDictionary()


class Scene(NamedTuple):
    """What the parts of a picture need to know of each other."""

    view: View
    skeleton: Skeleton
    colours: FigureColours
    worker: str  # the side at work, "left" or "right"


def paint_figure(
    painter: QPainter,
    room: QRectF,
    figure: Figure,
    colours: FigureColours,
    moment: Moment,
) -> None:
    """Paint a moment of an exercise into `room`, at the same scale in every phase of it.

    The right side is the mirror image of the left. The painter's state is left as it was.
    """
    side = side_at(moment)
    skeleton = pose_at(figure, moment)
    figure = figure.version(moment.variant)
    view = _view(figure, side is Side.RIGHT, room)
    worker = "right" if side is Side.RIGHT else "left"
    scene = Scene(view, skeleton, colours, worker)
    body = flesh_of(skeleton)
    sides = ("left", "right") if side is Side.BOTH else (worker,)
    muscles = [m for owner in sides for m in worked_of(skeleton, owner, figure.worked)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_floor(painter, view, room, figure, colours)
    paint_shadow(painter, view, body, colours)
    paint_props(painter, view, figure, colours)
    for part in _sorted(view, body):
        _paint_part(painter, scene, part, muscles)
    paint_straps(painter, view, figure, skeleton, colours)
    painter.restore()


def _view(figure: Figure, mirrored: bool, room: QRectF) -> View:
    if figure not in _extents:
        _extents[figure] = _extent(figure)
    extent = QRectF(_extents[figure])
    if mirrored:
        extent.moveLeft(-extent.right())
    margin = MARGIN * min(room.width(), room.height())
    inner = room.adjusted(margin, margin, -margin, -margin)
    return fitted(view_of(figure.camera, mirrored), extent, inner)


def _extent(figure: Figure) -> QRectF:
    """Return what all poses, the props and the floor cover on the unscaled page."""
    view = view_of(figure.camera, mirrored=False)
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


def _sorted(view: View, body: list[FleshPart]) -> list[FleshPart]:
    """Return the parts from far to near.

    Parts of one group (a leg, the head, the trunk) stay together, so that of two crossed legs one
    is wholly in front; inside a group depth counts little and the part's own `bias` decides.
    """
    depths = {part.name: view.depth(part.chains) for part in body}
    groups: dict[str, list[float]] = {}
    for part in body:
        groups.setdefault(part.group, []).append(depths[part.name])

    def nearness(part: FleshPart) -> float:
        group = sum(groups[part.group]) / len(groups[part.group])
        return group + part.weight * (depths[part.name] - group) + part.bias

    return sorted(body, key=nearness)


def _paint_part(painter: QPainter, scene: Scene, part: FleshPart, muscles: list[Worked]) -> None:
    path = _path(scene.view, part.chains)
    painter.setBrush(QColor(getattr(scene.colours, part.role + _tone(scene, part))))
    painter.drawPath(path)
    for muscle in muscles:
        if part.name in muscle.parts and dot(muscle.facing, scene.view.near) > TURNED_AWAY:
            painter.save()
            painter.setClipPath(path)
            far = "" if muscle.side == scene.worker else "_far"
            painter.setBrush(QColor(getattr(scene.colours, "accent" + far)))
            painter.drawPath(_path(scene.view, [muscle.chain]))
            painter.restore()


def _tone(scene: Scene, part: FleshPart) -> str:
    """Return the ending of the colour's name: the leg at rest and an arm behind are pale."""
    if part.limb == "leg":
        return "" if part.side == scene.worker else "_far"
    if part.limb == "arm":
        points, near = scene.skeleton.points, scene.view.near
        gap = dot(points["chest"], near) - dot(points[f"{part.side}_shoulder"], near)
        return "_far" if gap > ARM_BEHIND else ""
    return ""


def _path(view: View, chains: Sequence[Chain]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for chain in chains:
        view.add_outline(path, chain)
    return path
