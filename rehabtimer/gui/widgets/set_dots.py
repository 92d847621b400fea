"""Which set it is, as dots: full ones are done or under way."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme


class SetDots(QWidget):
    """Paints the word *Set* and one dot a set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without sets."""
        super().__init__(parent)
        self._current = self._sets = 0
        self._px = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sets(self, text: str, current: int, sets: int) -> None:
        """Show that set `current` of `sets` is on; `text` says the same."""
        if (current, sets) != (self._current, self._sets):
            self._current, self._sets = current, sets
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.updateGeometry()
            self.update()

    def scale(self, px: float) -> None:
        """Grow with the window; 1 at 1366x768."""
        self._px = px
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word and the dots, and nothing beside them."""
        return QSize(round((52 + 22 * self._sets) * self._px), round(30 * self._px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word, then full and hollow dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.look.colours
        painter.setFont(theme.font(20 * self._px))
        painter.setPen(QColor(colours.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, _("Set"))
        painter.setPen(QPen(QColor(colours.accent), 2))
        for number in range(self._sets):
            full = number < self._current
            painter.setBrush(QColor(colours.accent) if full else Qt.BrushStyle.NoBrush)
            middle = QPointF((58 + 22 * number) * self._px, self.height() / 2)
            painter.drawEllipse(middle, 6 * self._px, 6 * self._px)
        painter.end()
