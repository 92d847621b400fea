"""Draws a box for each day below the pain, on the same axis."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.shapes import Shape, add_shapes, shapes_of
from rehabtimer.insights.adherence import Done, PlanDay

_NARROWEST_BOX = 5.0  # pixels; narrower days are lines
_WIDEST_BOX = 24.0
_HALF = 0.5  # of the strip's height


def draw_strip(
    axes: Axes, days: Sequence[PlanDay], today: int, colours: ChartColours, layout: Layout
) -> None:
    """Draw what became of each day along the lower edge of the chart."""
    if not has_boxes(layout):
        _draw_lines(axes, days, colours, layout)
        return
    places: defaultdict[Shape, list[tuple[float, float]]] = defaultdict(list)
    for day in days:
        for shape in shapes_of(day.kind, day.done, is_today=day.day == today):
            places[shape].append((layout.x(day.day), layout.strip_top / 2))
    width = min(_WIDEST_BOX, layout.day_width * 0.74)
    for shape in Shape:
        if places[shape]:
            add_shapes(axes, shape, places[shape], (width, layout.strip_top - 4), colours)


def has_boxes(layout: Layout) -> bool:
    """Whether a day is wide enough for a box."""
    return layout.day_width >= _NARROWEST_BOX


def _draw_lines(axes: Axes, days: Sequence[PlanDay], colours: ChartColours, layout: Layout) -> None:
    """Where a day is too narrow for a box it is a line: high, or half as high."""
    heights = {Done.FULL: 1.0, Done.PARTIAL: _HALF}
    done = [(float(day.day), heights[day.done]) for day in days if _is_done(day)]
    places = np.array(done or [(0.0, 0.0)])
    ends = np.zeros((2 * len(places), 2))  # of each line the lower one, then the upper one
    ends[0::2, 0] = ends[1::2, 0] = layout.x(0) + places[:, 0] * layout.day_width
    ends[1::2, 1] = places[:, 1] * layout.strip_top
    path = Path(ends, [Path.MOVETO, Path.LINETO] * len(places))
    width = max(0.5, layout.day_width * 0.8)
    lines = PathCollection([path], edgecolors=colours.session, linewidths=width)
    lines.set_gid("shape-lines")
    axes.add_collection(lines, autolim=False)


def _is_done(day: PlanDay) -> bool:
    return day.done is not Done.NOTHING
