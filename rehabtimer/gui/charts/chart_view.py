"""A chart as a widget, which says what was logged on the day below the mouse."""

from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.gui.charts.chart_canvas import ChartCanvas
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.hover import DayNote


class Described(Protocol):
    """What every chart says of itself."""

    @property
    def pain_title(self) -> str:
        """Its name."""

    @property
    def description(self) -> str:
        """What it shows, in words."""


class Pointed(NamedTuple):
    """What lies below the mouse: a column of the chart, its note ("" beside the days), its type."""

    column: QRectF
    note: str
    type_size: float


class ChartView(QWidget):
    """Draws a chart; one that is another finds out what lies at a place (`_at`)."""

    def __init__(
        self, canvas: ChartCanvas[Any, Any], least: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        """Start empty; `least` is the smallest size in pixels."""
        super().__init__(parent)
        self._chart: Any = None
        self._colours: ChartColours | None = None
        self.canvas = canvas
        self.note = DayNote(canvas)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(canvas)
        self.setMinimumSize(*least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        canvas.installEventFilter(self)

    def show_chart(self, chart: Described, colours: ChartColours) -> None:
        """Draw a chart in these colours; people who hear the screen get it in words."""
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
        # A canvas keeps the wheel to itself, and the page below it is to scroll.
        return event.type() is QEvent.Type.Wheel and self._ignore(event)

    def _at(self, x: float | None, places: Any) -> Pointed:
        raise NotImplementedError

    def _ignore(self, event: QEvent) -> bool:
        event.ignore()
        return True

    def _point_at(self, x: float | None) -> None:
        places = self.canvas.layout_of_chart
        if self._colours is not None and places is not None:
            found = self._at(x, places)
            self.note.set_type(found.type_size)
            self.note.point_at(found.column, found.note, self._colours)
