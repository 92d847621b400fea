"""Looks at what a chart view has drawn, and points at it as a person does."""

import itertools

import numpy as np
from matplotlib.collections import Collection, LineCollection
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from rehabtimer.gui import theme
from rehabtimer.gui.charts.chart_view import ChartView
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.charts.labels import Box

LIGHT, DARK = chart_colours(theme.LIGHT), chart_colours(theme.DARK)


def picture(view: ChartView) -> QImage:
    """The chart as it is on the screen."""
    view.canvas.draw()
    seen: QImage = view.canvas.grab().toImage()
    return seen


def drawn(view: ChartView) -> dict[str, list[Collection]]:
    """What is on the chart, by the name that it was given."""
    view.canvas.draw()
    (axes,) = view.canvas.figure.axes
    found = sorted(axes.collections, key=lambda each: str(each.get_gid()))
    groups = itertools.groupby(found, key=lambda each: str(each.get_gid()))
    return {name: list(group) for name, group in groups}


def texts(view: ChartView) -> list[str]:
    """Every text on the chart."""
    view.canvas.draw()
    return [text.get_text() for text in view.canvas.figure.axes[0].texts if text.get_text()]


def counts(view: ChartView) -> dict[str, int]:
    """How many marks there are of each name, those of the keys included."""
    return {name: sum(map(_marks, found)) for name, found in drawn(view).items()}


def boxes(view: ChartView, name: str) -> list[Box]:
    """The boxes that were drawn under a name."""
    found = [path for each in drawn(view).get(name, []) for path in each.get_paths()]
    return [_box(np.asarray(path.vertices)) for path in found]


def points(view: ChartView, name: str) -> list[tuple[float, float]]:
    """Where the dots of a name stand."""
    found = [np.asarray(each.get_offsets()) for each in drawn(view).get(name, [])]
    return [(float(x), float(y)) for each in found for x, y in each]


def text_boxes(view: ChartView) -> list[tuple[str, Box]]:
    """Every text with its box, in pixels of the canvas from its lower left corner."""
    view.canvas.draw()
    renderer = view.canvas.get_renderer()  # type: ignore[no-untyped-call]
    shown = [text for text in view.canvas.figure.axes[0].texts if text.get_text()]
    extents = [(text.get_text(), text.get_window_extent(renderer)) for text in shown]
    return [(words, Box(each.x0, each.y0, each.x1, each.y1)) for words, each in extents]


def hover(view: ChartView, x: float, y: float = 200) -> None:
    """Move the mouse over a place of the canvas, in pixels from its upper left corner."""
    place, none = QPointF(x, y), Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.canvas, move)


def _box(corners: np.ndarray) -> Box:
    (left, bottom), (right, top) = corners.min(axis=0), corners.max(axis=0)
    return Box(float(left), float(bottom), float(right), float(top))


def _marks(each: Collection) -> int:
    has_places = str(each.get_gid()).startswith(("days", "shape-", "mark-"))
    if isinstance(each, LineCollection) or not has_places:
        return len(each.get_paths())
    return int(np.shape(each.get_offsets())[0])
