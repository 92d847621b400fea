"""A list that drops down, with an arrow in the colours of the look."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.icons import paint_icon

_ARROW, _EDGE = 18, 12


class DropDown(QComboBox):
    """One of several texts, each with a key; a turning wheel leaves it alone."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what is chosen, for those who hear the screen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        colours = theme.look.colours
        painter = QPainter(self)
        left, top = self.width() - _ARROW - _EDGE, (self.height() - _ARROW) / 2
        colour = colours.ink if self.isEnabled() else colours.muted
        paint_icon(painter, "down", colour, QRectF(left, top, _ARROW, _ARROW))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()
