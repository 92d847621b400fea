"""Says what was logged on the day below the mouse, on top of the chart and without redrawing it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.colours import WASH, ChartColours

_MARGIN, _AWAY, _RADIUS = 10.0, 10.0, 8.0


class DayNote(QWidget):
    """A column that marks a day, and a small box with words beside it."""

    def __init__(self, parent: QWidget) -> None:
        """Lie over the whole of the parent, letting the mouse through."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colours: ChartColours | None = None
        self._column = QRectF()
        self.text = ""

    def set_type(self, pixels: float) -> None:
        """Take the size of the chart's type."""
        font = self.font()
        font.setPixelSize(round(pixels))
        self.setFont(font)

    def point_at(self, column: QRectF, text: str, colours: ChartColours) -> None:
        """Mark a column and say something about it; an empty text takes the note away."""
        if (column, text, colours) == (self._column, self.text, self._colours):
            return
        self._column, self.text, self._colours = column, text, colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint column and box."""
        if not self.text or not self._colours:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash = QColor(self._colours.ink)
        wash.setAlphaF(WASH)
        painter.fillRect(self._column, wash)
        box = self._box()
        painter.setPen(QPen(QColor(self._colours.line), 1))
        painter.setBrush(QColor(self._colours.card))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(QColor(self._colours.ink))
        inside = box.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, self.text)
        painter.end()

    def _box(self) -> QRectF:
        """Stand on the side of the column that has more room, at its upper end."""
        size = QFontMetricsF(self.font()).boundingRect(QRectF(), 0, self.text).size()
        width, height = size.width() + 2 * _MARGIN, size.height() + 2 * _MARGIN
        fits = self._column.right() + _AWAY + width <= self.width()
        x = self._column.right() + _AWAY if fits else self._column.left() - _AWAY - width
        return QRectF(max(0.0, x) + 0.5, self._column.top() + 0.5, width, height)
