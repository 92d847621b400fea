"""A tick in the shape of a switch: on and off differ in place and shape, not in colour alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.icons import paint_icon

_TRACK = QSize(52, 30)
_RING = 3  # room for the focus ring


class Switch(QCheckBox):
    """A check box without a text of its own; the caller gives it an accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start off."""
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the track with room for the focus ring."""
        return _TRACK + QSize(4 * _RING, 4 * _RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Take a press anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, knob, a check mark when on, and a ring when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.look.colours
        middle = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        box = QRectF(0, 0, _TRACK.width(), _TRACK.height())
        box.moveCenter(middle)
        if self.hasFocus():
            self._paint_ring(painter, box)
        radius = box.height() / 2
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(colours.muted), 2))
        painter.setBrush(QColor(colours.accent if on else colours.card))
        inside = box if on else box.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, radius, radius)
        self._paint_knob(painter, box, on=on)
        painter.end()

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.look.colours.ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = box.adjusted(-_RING, -_RING, _RING, _RING)
        painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)

    def _paint_knob(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        colours = theme.look.colours
        size = box.height() - (8 if on else 14)
        centre = box.right() - box.height() / 2 if on else box.left() + box.height() / 2
        knob = QRectF(0, 0, size, size)
        knob.moveCenter(QPointF(centre, box.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.muted))
        painter.drawEllipse(knob)
        if on:
            paint_icon(painter, "check", colours.accent, knob.adjusted(3, 3, -3, -3))
