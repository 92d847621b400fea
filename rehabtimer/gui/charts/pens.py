"""Draws boxes and lines with one call each, whatever their number."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.path import Path

from rehabtimer.gui.charts.labels import Box

Point = tuple[float, float]

_MANY = 200


def draw_boxes(axes: Axes, boxes: Sequence[Box], name: str, level: int, **how: Any) -> None:
    """Draw boxes; `how` is matplotlib's, such as facecolors.

    Many of them become one shape, which is drawn far more quickly.
    """
    how.setdefault("edgecolors", "none")
    drawn: PolyCollection | PathCollection
    if len(boxes) > _MANY:
        drawn = PathCollection([_together(boxes)], **how)
    else:
        drawn = PolyCollection([_corners(box) for box in boxes], **how)
    drawn.set(gid=name, zorder=level)
    axes.add_collection(drawn, autolim=False)


def draw_lines(
    axes: Axes, ends: Sequence[tuple[Point, Point]], name: str, level: int, **how: Any
) -> None:
    """Draw straight lines; `how` is matplotlib's, such as colors."""
    how.setdefault("linewidths", 1)
    drawn = LineCollection(ends, **how)
    drawn.set(gid=name, zorder=level)
    axes.add_collection(drawn, autolim=False)


def _corners(box: Box) -> list[Point]:
    left, bottom, right, top = box
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _together(boxes: Sequence[Box]) -> Path:
    sides = np.array(boxes)
    corners = sides[:, [0, 1, 2, 1, 2, 3, 0, 3, 0, 1]].reshape(-1, 2)
    once = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(corners, once * len(boxes))
