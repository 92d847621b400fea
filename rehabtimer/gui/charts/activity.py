"""How the chart of activity is drawn: minutes a week, and running below them with pain over it."""

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.gui.charts.activity_layout import ActivityLayout
from rehabtimer.gui.charts.activity_plot import ActivityPlot
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import Drawing, Room
from rehabtimer.gui.charts.labels import Box
from rehabtimer.presenters.activity_chart import ActivityChart

_WIDTH = 740.0  # pixels that title and key need at scale 1
_NUMBERS = (2.8, 2.0)  # letters of room for the numbers on the left and on the right


class ActivityDrawing(Drawing[ActivityChart, ActivityLayout]):
    """A stop is a week."""

    least = (480, 300)

    def title(self, chart: ActivityChart) -> str:
        """Return what the bars are."""
        return chart.minutes_title

    def place(self, chart: ActivityChart, room: Room) -> ActivityLayout:
        """Work out where the weeks and their panels stand."""
        left, right = _NUMBERS
        return ActivityLayout(
            weeks=chart.weeks,
            beside=(left, right if chart.most_distance else 0.0),
            most_minutes=chart.most_minutes,
            most_distance=chart.most_distance,
            **room.grown_for(_WIDTH)._asdict(),
        )

    def paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: ActivityChart,
        colours: ChartColours,
        places: ActivityLayout,
    ) -> None:
        """Draw the panels and the words around them."""
        ActivityPlot(axes, renderer, chart, colours, places).draw()

    def stop_at(self, places: ActivityLayout, x: float, y: float) -> int | None:
        """Return the week at a place."""
        return places.week_at(x)

    def box_of(self, places: ActivityLayout, stop: int) -> Box:
        """Return the column of a week."""
        return places.column(stop)

    def note_size(self, places: ActivityLayout) -> float:
        """Return the pixels of the numbers' type."""
        return places.number
