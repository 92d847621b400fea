"""The pain chart as a widget."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.gui.charts.canvas import PainCanvas
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.hover import DayNote
from rehabtimer.presenters.pain_chart import PainChart

_LEAST = (480, 260)


class PainChartView(QWidget):
    """Draws a chart, and says what was logged on the day below the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._chart: PainChart | None = None
        self._colours: ChartColours | None = None
        self.canvas = PainCanvas()
        self.note = DayNote(self.canvas)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)
        self.setMinimumSize(*_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas.installEventFilter(self)

    def show_chart(self, chart: PainChart, colours: ChartColours) -> None:
        """Draw a chart in these colours; people who hear the screen get its headline."""
        self._chart, self._colours = chart, colours
        self.setAccessibleName(chart.pain_title)
        self.setAccessibleDescription(chart.description)
        self.canvas.show_chart(chart, colours)
        self._point_at(None)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Follow the mouse over the canvas, and its size."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point_at(event.position().x())
        elif event.type() is QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() is QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self.note.resize(event.size())
        return False

    def _point_at(self, x: float | None) -> None:
        places = self.canvas.layout_of_chart
        if self._chart is None or self._colours is None or places is None:
            return
        day = None if x is None else places.day_at(x)
        text = "" if day is None else self._chart.note(day)
        left = places.x((day or 0) - 0.5)
        top = places.height - places.top
        column = QRectF(left, top, places.day_width, places.height - top)
        self.note.set_type(places.number)
        self.note.point_at(column, text, self._colours)
