"""The canvas of the pain chart."""

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.gui.charts.chart_canvas import ChartCanvas, Room
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.pain import PainPlot
from rehabtimer.gui.charts.strip import draw_strip
from rehabtimer.gui.charts.words import Words
from rehabtimer.presenters.pain_chart import PainChart

_COMFORTABLE, _LARGEST = (1160, 540), 1.6


class PainCanvas(ChartCanvas[PainChart, Layout]):
    """Pain and its weekly medians above the sessions of each day."""

    def _place(self, chart: PainChart, room: Room) -> Layout:
        return Layout(
            weeks=chart.weeks,
            width=room.width,
            height=room.height,
            scale=room.scale * _growth(room.width, room.height),
            family=room.family,
        )

    def _paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: PainChart,
        colours: ChartColours,
        places: Layout,
    ) -> None:
        PainPlot(axes, chart, colours, places).draw()
        draw_strip(axes, chart.sessions, chart.today, colours, places)
        Words(axes, renderer, chart, colours, places).write()


def _growth(width: float, height: float) -> float:
    """Type and marks grow with a large window, and never shrink below the program's type."""
    return min(_LARGEST, max(1.0, min(width / _COMFORTABLE[0], height / _COMFORTABLE[1])))
