"""Writes titles, axis texts and the keys that name the shapes, around the two panels."""

import math

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.lettering import Lettering
from rehabtimer.gui.charts.pain import draw_bars
from rehabtimer.gui.charts.places import BAR, TICKS
from rehabtimer.gui.charts.shapes import add_shapes, shapes_of
from rehabtimer.gui.charts.strip import has_boxes
from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.pain_chart import PainChart

_DONE = {Kind.FULL: Done.FULL, Kind.PARTIAL: Done.PARTIAL, Kind.EXTRA: Done.FULL}
_NEAR, _SPACE, _SAMPLE = 9.0, 18.0, 24.0
_LETTER = 0.62  # of the height of the type, about


class Words:
    """Writes into axes that cover the whole figure, in pixels."""

    def __init__(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: PainChart,
        colours: ChartColours,
        layout: Layout,
    ) -> None:
        """Prepare to write; the renderer is asked how wide words are."""
        self._axes, self._chart = axes, chart
        self._colours, self._layout = colours, layout
        self._letters = Lettering(axes, renderer, colours, layout)

    def write(self) -> None:
        """Write everything."""
        layout = self._layout
        above = layout.height - layout.row * 0.45
        between = layout.strip_top + layout.row * 0.6
        self._letters.write(0, above, self._chart.pain_title, ha="left")
        self._letters.write(0, between, self._chart.sessions_title, ha="left")
        for tick in TICKS:
            self._letters.write(
                layout.left - layout.small * 0.6, layout.y(tick), str(tick), ha="right"
            )
        self._letters.write((layout.left + layout.right) / 2, layout.y(5), self._chart.hint)
        self._week_names()
        self._knee_key(above)
        self._session_key(between)

    def _week_names(self) -> None:
        """Leave out as many names as it takes for the others to have room."""
        layout, weeks, names = self._layout, self._chart.weeks, self._chart.week_names
        widest = (max(map(len, names)) * _LETTER + 1) * layout.small
        every = max(1, math.ceil(widest / (layout.day_width * DAYS_A_WEEK)))
        for index in range(0, len(names), every):
            first = weeks.first_day + index * DAYS_A_WEEK
            x = layout.x(first + (DAYS_A_WEEK - 1) / 2)
            if x + widest / 2 <= layout.width + layout.small:
                is_now = first <= self._chart.today < first + DAYS_A_WEEK and every == 1
                self._letters.write(
                    x, layout.bottom - layout.row * 0.5, names[index], strong=is_now
                )

    def _knee_key(self, y: float) -> None:
        """Name the knees by the shape and colour of their dots, from the right to the left."""
        x = self._layout.width - 2
        for marks in reversed(self._chart.knees):
            x = self._letters.write(x, y, marks.name, ha="right", strong=True) - _NEAR
            colour = self._colours.knee(marks.knee)
            box = Box.around(x - _SAMPLE / 2, y, _SAMPLE, BAR)
            draw_bars(self._axes, marks.knee, [box], [colour], self._colours.card)
            x -= _SAMPLE + _SPACE

    def _session_key(self, y: float) -> None:
        x = self._layout.width - 2
        shown = self._chart.session_key if has_boxes(self._layout) else ()
        for kind, word in reversed(shown):
            x = self._letters.write(x, y, word, ha="right") - _NEAR
            for shape in shapes_of(kind, _DONE.get(kind, Done.NOTHING)):
                add_shapes(self._axes, shape, [(x - 6, y)], (12, 16), self._colours)
            x -= 12 + _SPACE
