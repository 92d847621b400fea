"""The chart of one exercise as a widget: pain during it, and what was done, day by day."""

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.chart_view import ChartView
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import Drawing, Room
from rehabtimer.gui.charts.exercise_plot import ExerciseLayout, ExercisePlot
from rehabtimer.gui.charts.labels import Box
from rehabtimer.presenters.exercise_chart import ExerciseChart


class ExerciseDrawing(Drawing[ExerciseChart, ExerciseLayout]):
    """Pain above the share that was done; a stop is a day."""

    least = (320, 220)

    def title(self, chart: ExerciseChart) -> str:
        """Return what its scores are."""
        return chart.pain_title

    def place(self, chart: ExerciseChart, room: Room) -> ExerciseLayout:
        """Work out where days and scores stand."""
        return ExerciseLayout(length=chart.length, **room._asdict())

    def paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: ExerciseChart,
        colours: ChartColours,
        places: ExerciseLayout,
    ) -> None:
        """Draw the days."""
        ExercisePlot(axes, renderer, colours, places).draw(chart)

    def stop_at(self, places: ExerciseLayout, x: float, y: float) -> int | None:
        """Return the day at a place."""
        return places.place_at(x)

    def box_of(self, places: ExerciseLayout, stop: int) -> Box:
        """Return the column of a day."""
        left, right = places.x(stop - 0.5), places.x(stop + 0.5)
        return Box(left, places.dose[0], right, places.pain[1])

    def note_size(self, places: ExerciseLayout) -> float:
        """Return the pixels of small words."""
        return places.small


class ExerciseChartView(ChartView):
    """Draws the days of one exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        drawing = ExerciseDrawing()
        super().__init__(lambda _chart: drawing, drawing.least, parent)
