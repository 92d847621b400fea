"""Draws boxes and lines with one call each, whatever their number."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection

from rehabtimer.gui.charts.labels import Box

Point = tuple[float, float]


def draw_boxes(axes: Axes, boxes: Sequence[Box], name: str, level: int, **how: Any) -> None:
    """Draw boxes; `how` is matplotlib's, such as facecolors."""
    corners = [
        [(b.left, b.bottom), (b.right, b.bottom), (b.right, b.top), (b.left, b.top)] for b in boxes
    ]
    how.setdefault("edgecolors", "none")
    drawn = PolyCollection(corners, **how)
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
