"""The pain chart as a widget."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.canvas import PainCanvas
from rehabtimer.gui.charts.chart_view import ChartView, Pointed
from rehabtimer.gui.charts.layout import Layout

_LEAST = (480, 260)


class PainChartView(ChartView):
    """Draws six weeks of pain and sessions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(PainCanvas(), _LEAST, parent)

    def _at(self, x: float | None, places: Layout) -> Pointed:
        day = None if x is None else places.day_at(x)
        top = places.height - places.top
        left = places.x((day or 0) - 0.5)
        column = QRectF(left, top, places.day_width, places.height - top)
        return Pointed(column, "" if day is None else self._chart.note(day), places.number)
