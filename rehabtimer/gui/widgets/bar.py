"""A thin bar: how much was done of what was planned."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.gui import theme

_HEIGHT = 8


class Bar(QWidget):
    """Paints a share of a line; its words are for those who hear the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fraction(self, fraction: float, text: str) -> None:
        """Show a share, 0 to 1."""
        self._fraction = fraction
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and the share of it in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = theme.look.colours
        whole = QRectF(0, 0, self.width(), _HEIGHT)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        if self._fraction > 0:
            whole.setWidth(max(float(_HEIGHT), whole.width() * self._fraction))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        painter.end()
