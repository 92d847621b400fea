"""The pain chart as a widget."""

from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.chart_view import ChartView
from rehabtimer.gui.charts.pain_drawing import PainDrawing


class PainChartView(ChartView):
    """Draws six weeks of pain and sessions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(PainDrawing(), parent)
