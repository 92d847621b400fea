"""The chart of one exercise as a widget: pain during it, and what was done, day by day."""

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.chart_canvas import ChartCanvas, Room
from rehabtimer.gui.charts.chart_view import ChartView, Pointed
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.exercise_plot import ExerciseLayout, ExercisePlot
from rehabtimer.presenters.exercise_chart import ExerciseChart

_LEAST = (320, 220)


class ExerciseCanvas(ChartCanvas[ExerciseChart, ExerciseLayout]):
    """Pain above the share that was done."""

    def _place(self, chart: ExerciseChart, room: Room) -> ExerciseLayout:
        return ExerciseLayout(length=chart.length, **room._asdict())

    def _paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: ExerciseChart,
        colours: ChartColours,
        places: ExerciseLayout,
    ) -> None:
        ExercisePlot(axes, renderer, colours, places).draw(chart)


class ExerciseChartView(ChartView):
    """Draws the days of one exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ExerciseCanvas(), _LEAST, parent)

    def _at(self, x: float | None, places: ExerciseLayout) -> Pointed:
        place = None if x is None else places.place_at(x)
        left, top = places.x((place or 0) - 0.5), places.height - places.pain[1]
        column = QRectF(left, top, places.day_width, places.pain[1] - places.dose[0])
        return Pointed(column, "" if place is None else self._chart.note(place), places.small)
