"""Which drawing belongs to which chart of Trends."""

from typing import Any

from rehabtimer.gui.charts.drawing import Drawing
from rehabtimer.gui.charts.pain_drawing import PainDrawing
from rehabtimer.presenters.chart_page import Chart
from rehabtimer.presenters.pain_chart import PainChart

_DRAWINGS: dict[type, Drawing[Any, Any]] = {PainChart: PainDrawing()}


def drawing_of(chart: Chart) -> Drawing[Any, Any]:
    """Return what draws a chart."""
    return _DRAWINGS[type(chart)]
