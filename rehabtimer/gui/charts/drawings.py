"""Which drawing belongs to which chart of Trends."""

from typing import Any

from rehabtimer.gui.charts.activity import ActivityDrawing
from rehabtimer.gui.charts.dose import DoseDrawing
from rehabtimer.gui.charts.drawing import Drawing
from rehabtimer.gui.charts.pain_drawing import PainDrawing
from rehabtimer.gui.charts.sessions import SessionsDrawing
from rehabtimer.presenters.activity_chart import ActivityChart
from rehabtimer.presenters.chart_page import Chart
from rehabtimer.presenters.dose_chart import DoseChart
from rehabtimer.presenters.pain_chart import PainChart
from rehabtimer.presenters.sessions_chart import SessionsChart

_DRAWINGS: dict[type, Drawing[Any, Any]] = {
    PainChart: PainDrawing(),
    SessionsChart: SessionsDrawing(),
    DoseChart: DoseDrawing(),
    ActivityChart: ActivityDrawing(),
}


def drawing_of(chart: Chart) -> Drawing[Any, Any]:
    """Return what draws a chart."""
    return _DRAWINGS[type(chart)]
