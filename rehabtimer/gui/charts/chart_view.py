"""A chart as a widget, which tells of the stop below the mouse, or the one the keyboard is at."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.gui.charts.chart_canvas import ChartCanvas
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import Drawing
from rehabtimer.gui.charts.hover import StopNote

_AROUND, _RING, _RADIUS = 5, 2, 8.0  # pixels around the chart, that the ring stands in
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_LEAP_BACK, _LEAP_ON = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
_KEYS = (*_BACK, *_ON, _LEAP_BACK, _LEAP_ON, Qt.Key.Key_Home, Qt.Key.Key_End)


class Described(Protocol):
    """What every chart says of itself."""

    @property
    def description(self) -> str:
        """What it shows, in words."""

    def note(self, place: int, /) -> str:
        """What is to be said about a stop; an empty string where there is nothing."""

    def stops(self) -> tuple[int, ...]:
        """The stops that the keyboard goes to, in order."""

    @property
    def leap(self) -> int:
        """How many places Page Up and Page Down go."""


class ChartView(QWidget):
    """Draws a chart.

    Left and Right (or Up and Down) go from stop to stop, Page Up and Page Down further at once,
    Home and End to the first and the last, Escape away from them. Enter, or a click, picks a stop.
    """

    picked = Signal(int)

    def __init__(
        self,
        drawing_of: Callable[[Any], Drawing[Any, Any]],
        least: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """Start empty, `least` pixels wide and high; `drawing_of` tells what draws a chart."""
        super().__init__(parent)
        self._drawing_of = drawing_of
        self._drawing: Drawing[Any, Any] | None = None
        self._chart: Described | None = None
        self._colours: ChartColours | None = None
        self._stop: int | None = None
        self._under: int | None = None  # told of now
        self._has_ring = False
        self.canvas = ChartCanvas()
        self.note = StopNote(self.canvas)
        box = QVBoxLayout(self)
        box.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        box.addWidget(self.canvas)
        self.setMinimumSize(*least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.installEventFilter(self)

    def show_chart(self, chart: Described, colours: ChartColours) -> None:
        """Draw a chart in these colours; people who hear the screen get it in words."""
        self._go_to(None)
        self._chart, self._colours = chart, colours
        self._drawing = drawing = self._drawing_of(chart)
        self.canvas.show_chart(drawing, chart, colours)
        self.note.set_colours(colours)
        wide, high = drawing.least
        self.setMinimumSize(wide, round(high * max(1.0, self.canvas.type_scale)))
        self.setAccessibleName(drawing.title(chart))
        self.setAccessibleDescription(chart.description)

    def sizeHint(self) -> QSize:
        """Ask for as little as it can do with; the room that there is will be taken."""
        return self.minimumSize()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Follow the mouse over the canvas, and its size."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point_at(event.position().x(), event.position().y())
        elif event.type() is QEvent.Type.MouseButtonRelease and self._under is not None:
            self.picked.emit(self._under)
        elif event.type() is QEvent.Type.Leave:
            self._tell(self._stop)
        elif event.type() is QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self.note.resize(event.size())
            self._tell(self._stop)
        # A canvas keeps the wheel to itself, and the page below it is to scroll.
        return event.type() is QEvent.Type.Wheel and self._ignore(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stop to stop."""
        stops = self._chart.stops() if self._chart else ()
        key = event.key()
        if key == Qt.Key.Key_Escape and self._stop is not None:
            self._go_to(None)
        elif self._chart and stops and key in _KEYS:
            self._set_ring(shown=True)
            self._go_to(_next(stops, self._stop, key, self._chart.leap))
            self._announce()
        elif self._stop is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._stop)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        self._set_ring(shown=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring and the stop away again."""
        self._set_ring(shown=False)
        self._go_to(None)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring around the chart that has the keyboard."""
        if self._has_ring and self._colours:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._colours.ink), _RING))
            half = _RING / 2
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)
            painter.end()

    def _set_ring(self, *, shown: bool) -> None:
        self._has_ring = shown
        self.update()

    def _point_at(self, x: float, y: float) -> None:
        places = self.canvas.layout_of_chart
        if places is not None and self._drawing is not None:
            self._tell(self._drawing.stop_at(places, x, places.height - y))

    def _go_to(self, stop: int | None) -> None:
        self._stop = stop
        self._tell(stop)
        if self._chart:
            text = self._chart.description if stop is None else self._chart.note(stop)
            self.setAccessibleDescription(text)

    def _announce(self) -> None:
        """Let those who hear the screen hear the stop at once."""
        if self.note.text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.note.text))

    def _tell(self, stop: int | None) -> None:
        """Show the note of a stop on the chart; None shows that of none."""
        places = self.canvas.layout_of_chart
        if self._chart is None or self._drawing is None or places is None:
            return
        self._under = stop
        if stop is None:
            self.note.point_at(QRectF(), "")
            return
        box = self._drawing.box_of(places, stop)
        mark = QRectF(box.left, places.height - box.top, box.width, box.height)
        self.note.set_type(self._drawing.note_size(places))
        self.note.point_at(mark, self._chart.note(stop))

    def _ignore(self, event: QEvent) -> bool:
        event.ignore()
        return True


def _next(stops: tuple[int, ...], now: int | None, key: int, leap: int) -> int:
    """Return where a key leads; from nowhere, to the end that it points away from."""
    goes_on = key in (*_ON, _LEAP_ON)
    if key == Qt.Key.Key_Home or (now not in stops and goes_on):
        return stops[0]
    if now is None or now not in stops or key == Qt.Key.Key_End:
        return stops[-1]
    if key == _LEAP_ON:
        return next((stop for stop in stops if stop >= now + leap), stops[-1])
    if key == _LEAP_BACK:
        return next((stop for stop in reversed(stops) if stop <= now - leap), stops[0])
    place = stops.index(now) + (1 if goes_on else -1)
    return stops[min(max(place, 0), len(stops) - 1)]
