"""How the pain chart is drawn: pain and its weekly medians above the sessions of each day."""

from collections import Counter
from dataclasses import replace

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import Drawing, Room
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.marks import draw_marks
from rehabtimer.gui.charts.pain import PainPlot
from rehabtimer.gui.charts.strip import draw_strip
from rehabtimer.gui.charts.words import Words, fits_one_row
from rehabtimer.presenters.pain_chart import PainChart


class PainDrawing(Drawing[PainChart, Layout]):
    """A stop is a day."""

    least = (480, 340)

    def title(self, chart: PainChart) -> str:
        """Return what its scores are."""
        return chart.pain_title

    def place(self, chart: PainChart, room: Room) -> Layout:
        """Work out where days and scores stand."""
        by_day = Counter(day for day, _kind in {(mark.day, mark.kind) for mark in chart.marks})
        layout = Layout(
            weeks=chart.weeks, lanes=max(by_day.values(), default=0), **room.grown._asdict()
        )
        return layout if fits_one_row(chart, layout) else replace(layout, key_rows=2)

    def paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: PainChart,
        colours: ChartColours,
        places: Layout,
    ) -> None:
        """Draw pain, sessions, and the words around them."""
        PainPlot(axes, chart, colours, places).draw()
        draw_marks(axes, chart.marks, colours, places)
        draw_strip(axes, chart.sessions, chart.today, colours, places)
        Words(axes, renderer, chart, colours, places).write()

    def stop_at(self, places: Layout, x: float, y: float) -> int | None:
        """Return the day at a place."""
        return places.day_at(x)

    def box_of(self, places: Layout, stop: int) -> Box:
        """Return the column of a day, its session included."""
        return Box(places.x(stop - 0.5), 0.0, places.x(stop + 0.5), places.top)

    def note_size(self, places: Layout) -> float:
        """Return the pixels of the numbers' type."""
        return places.number
