"""How the chart of exercises is drawn: a row for each, with what was done, what hurt, and skips."""

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.dose_layout import DoseLayout
from rehabtimer.gui.charts.dose_plot import DosePlot
from rehabtimer.gui.charts.drawing import Drawing, Room
from rehabtimer.gui.charts.labels import Box
from rehabtimer.presenters.dose_chart import DoseChart

_WIDTH = 680.0  # pixels that the columns need at scale 1


class DoseDrawing(Drawing[DoseChart, DoseLayout]):
    """A stop is a row."""

    least = (600, 380)

    def title(self, chart: DoseChart) -> str:
        """Return what the bars are."""
        return chart.dose_title

    def place(self, chart: DoseChart, room: Room) -> DoseLayout:
        """Work out where rows and columns stand."""
        skips = [chart.skip_title, *(row.skip_text for row in chart.rows)]
        return DoseLayout(
            rows=len(chart.rows),
            lanes=max([2, *(len(row.bars) for row in chart.rows)]),
            names=max((len(row.name) for row in chart.rows), default=0),
            skips=max(map(len, skips)) if any(row.skip_text for row in chart.rows) else 0,
            **room.grown_for(_WIDTH)._asdict(),
        )

    def paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: DoseChart,
        colours: ChartColours,
        places: DoseLayout,
    ) -> None:
        """Draw the rows and the words around them."""
        DosePlot(axes, renderer, chart, colours, places).draw()

    def stop_at(self, places: DoseLayout, x: float, y: float) -> int | None:
        """Return the row at a place."""
        return places.place_at(y)

    def box_of(self, places: DoseLayout, stop: int) -> Box:
        """Return a row."""
        return places.box(stop)

    def note_size(self, places: DoseLayout) -> float:
        """Return the pixels of small words."""
        return places.small
