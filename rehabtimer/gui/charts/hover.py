"""Says what belongs to one stop, on top of the chart and without redrawing it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rehabtimer.gui.charts.colours import WASH, ChartColours

_MARGIN, _AWAY, _RADIUS = 10.0, 10.0, 8.0
_WIDEST = 0.6  # of the chart
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class StopNote(QWidget):
    """A wash that marks a stop, and a small box with words beside it."""

    def __init__(self, parent: QWidget) -> None:
        """Lie over the whole of the parent, letting the mouse through."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colours: ChartColours | None = None
        self._mark = QRectF()
        self.text = ""

    def set_type(self, pixels: float) -> None:
        """Take the size of the chart's type."""
        font = self.font()
        font.setPixelSize(round(pixels))
        self.setFont(font)

    def set_colours(self, colours: ChartColours) -> None:
        """Take the colours of the chart."""
        self._colours = colours
        self.update()

    def point_at(self, mark: QRectF, text: str) -> None:
        """Mark a part of the chart and say something about it; no text takes both away."""
        if (mark, text) != (self._mark, self.text):
            self._mark, self.text = mark, text
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark and box."""
        if not self._colours or not self.text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_note(painter, self._colours)
        painter.end()

    def _paint_note(self, painter: QPainter, colours: ChartColours) -> None:
        wash = QColor(colours.ink)
        wash.setAlphaF(WASH)
        painter.fillRect(self._mark, wash)
        box = self._box()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(QColor(colours.ink))
        inside = box.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawText(inside, _FLAGS, self.text)

    def _box(self) -> QRectF:
        """Stand beside the mark where there is room, or else below or above it."""
        most = QRectF(0, 0, self.width() * _WIDEST, 0)
        size = QFontMetricsF(self.font()).boundingRect(most, _FLAGS, self.text).size()
        width, height = size.width() + 2 * _MARGIN, size.height() + 2 * _MARGIN
        x, y = self._mark.right() + _AWAY, self._mark.top()
        if x + width > self.width():
            x = self._mark.left() - _AWAY - width
        if x < 0:
            x, y = self.width() / 2 - width / 2, self._mark.bottom() + _AWAY
            if y + height > self.height():
                y = self._mark.top() - _AWAY - height
        y = max(0.0, min(y, self.height() - height))
        return QRectF(max(0.0, x) + 0.5, y + 0.5, width, height)
