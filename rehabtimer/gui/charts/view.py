"""Any chart of Trends as a widget."""

from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.chart_view import ChartView
from rehabtimer.gui.charts.drawings import drawing_of

_LEAST = (480, 260)


class TrendsChartView(ChartView):
    """Draws the chart that is chosen, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(drawing_of, _LEAST, parent)
