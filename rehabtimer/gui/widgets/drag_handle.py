"""Six dots to drag a row by; the keyboard has its place here too."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from rehabtimer.gui import theme

_WIDE, _HIGH = 24, 44
_DOT, _APART = 2.0, 8.0


class DragHandle(QWidget):
    """Tells how far down the screen it is dragged, and whether it is dropped or let go."""

    dragged = Signal(int)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self, name: str) -> None:
        """`name` is what it moves, for those who hear the screen."""
        super().__init__()
        self._pressed_at: QPointF | None = None
        self._moving = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a size that a finger hits."""
        return QSize(_WIDE, _HIGH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, once it is more than a tremble."""
        if self._pressed_at is None:
            return
        spot = event.globalPosition()
        far = (spot - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._moving or far:
            self._moving = True
            self.dragged.emit(round(spot.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop."""
        if self._let_go():
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go without moving anything."""
        if event.key() == Qt.Key.Key_Escape and self._let_go():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots, and a ring when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.look.colours
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted if self.isEnabled() else colours.line))
        middle = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        for column in (-0.5, 0.5):
            for line in (-1, 0, 1):
                spot = middle + QPointF(column * _APART, line * _APART)
                painter.drawEllipse(spot, _DOT, _DOT)
        painter.end()

    def _let_go(self) -> bool:
        moved, self._moving, self._pressed_at = self._moving, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        return moved
