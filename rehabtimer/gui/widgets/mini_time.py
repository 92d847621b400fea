"""The time of a session in a small space: side, digits, the phase, and how much of it is left."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.widgets.ring import mark_colour, paint_mark
from rehabtimer.presenters.session_frame import SessionFrame

# Shares of the height, from above: the side's pill, the digits, the phase, the bar of time left.
_PILL, _DIGITS, _PHASE, _BAR = (0.0, 0.19), (0.21, 0.69), (0.7, 0.9), (0.95, 1.0)


class MiniTime(QWidget):
    """Paints everything as large as its space allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self._frame: SessionFrame | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size that is read from a chair."""
        return QSize(148, 132)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the words would be too small to read."""
        return QSize(104, 96)

    def show_frame(self, frame: SessionFrame) -> None:
        """Show a moment of a session; repaints only what a person could see change."""
        before, self._frame = self._frame, frame
        if before is None or self._look_of(before) != self._look_of(frame):
            self.setAccessibleName(f"{frame.side_text}, {frame.word} {frame.digits}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint side, digits, phase and bar."""
        if self._frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_side(painter, self._part(_PILL), self._frame.side_text)
        _paint_digits(painter, self._part(_DIGITS), self._frame.digits)
        _paint_phase(painter, self._part(_PHASE), self._frame)
        _paint_bar(painter, self._part(_BAR), self._frame)
        painter.end()

    def _part(self, share: tuple[float, float]) -> QRectF:
        top, bottom = (part * self.height() for part in share)
        return QRectF(0, top, self.width(), bottom - top)

    def _look_of(self, frame: SessionFrame) -> tuple[object, ...]:
        bar = round(frame.ring * self.width())
        return frame.side_text, frame.digits, frame.word, frame.mark, frame.phase, bar


def _paint_side(painter: QPainter, box: QRectF, text: str) -> None:
    if not text:
        return
    colours = theme.look.colours
    wide = _set_font(painter, text, box.height() * 0.66, box.width() - box.height())
    pill = QRectF(box.left(), box.top(), wide + box.height(), box.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(pill, box.height() * 0.35, box.height() * 0.35)
    painter.setPen(QColor(colours.on_accent))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _paint_digits(painter: QPainter, box: QRectF, digits: str) -> None:
    size = box.height() * 1.18  # digits fill three quarters of their type's height
    wide = QFontMetricsF(theme.font(size, bold=True, tabular=True)).horizontalAdvance(digits)
    size *= min(1.0, box.width() / max(wide, 1.0))
    painter.setFont(theme.font(size, bold=True, tabular=True))
    painter.setPen(QColor(theme.look.colours.ink))
    left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, left | Qt.TextFlag.TextDontClip, digits)


def _paint_phase(painter: QPainter, box: QRectF, frame: SessionFrame) -> None:
    colour = QColor(mark_colour(frame))
    mark = box.height() * 0.72
    text = box.adjusted(mark * 1.35, 0, 0, 0)
    _set_font(painter, frame.word, mark, text.width())
    top = box.center().y() - mark / 2
    paint_mark(painter, frame.mark, QRectF(box.left(), top, mark, mark), colour)
    painter.setPen(colour)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, frame.word)


def _paint_bar(painter: QPainter, box: QRectF, frame: SessionFrame) -> None:
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.look.colours.line))
    painter.drawRoundedRect(box, radius, radius)
    if frame.ring > 0:
        box.setWidth(max(box.height(), box.width() * frame.ring))
        painter.setBrush(QColor(mark_colour(frame)))
        painter.drawRoundedRect(box, radius, radius)


def _set_font(painter: QPainter, text: str, size: float, room: float) -> float:
    """Choose bold type of `size` pixels, or less where there is no room; return the width."""
    wide = QFontMetricsF(theme.font(size, bold=True)).horizontalAdvance(text)
    painter.setFont(theme.font(math.floor(size * min(1.0, room / max(wide, 1.0))), bold=True))
    return QFontMetricsF(painter.font()).horizontalAdvance(text)
