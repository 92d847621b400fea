"""The ring of the session: time left, the digits, and the phase as word, shape and colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.widgets.ring_line import INSIDE, WHOLE, paint_line, span_in, swept, turn_of
from rehabtimer.presenters.session_frame import Mark, SessionFrame


class Ring(QWidget):
    """Paints the digits as large as the space allows, with a ring that runs out around them.

    Its ground is that of a page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self._frame: SessionFrame | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 220)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing to paint below it

    def show_frame(self, frame: SessionFrame) -> None:
        """Show a moment of a session; repaints only what a person could see change."""
        before, self._frame = self._frame, frame
        if before is None or _words(before) != _words(frame):
            self.setAccessibleName(f"{frame.word} {frame.digits}")
            self.update()
        elif turn_of(before.ring) != turn_of(frame.ring):
            self.update(swept(self._square, before.ring, frame.ring))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring, digits, word and shape, or a piece of the ring alone."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.look.colours.ground))
        if self._frame is not None:
            self._paint(painter, self._frame, QRectF(event.rect()))
        painter.end()

    def _paint(self, painter: QPainter, frame: SessionFrame, dirty: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square, colour = self._square, mark_colour(frame)
        edge = square.width() * INSIDE
        if square.adjusted(edge, edge, -edge, -edge).intersects(dirty):
            paint_line(painter, square, frame.ring, colour, (0, WHOLE))
            _paint_digits(painter, square, frame)
            _paint_word(painter, square, frame)
        else:
            paint_line(painter, square, frame.ring, colour, span_in(square, dirty))

    @property
    def _square(self) -> QRectF:
        side = min(self.width(), self.height()) - 4.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)


def _words(frame: SessionFrame) -> tuple[object, ...]:
    """Return what is said inside of the ring, and what gives it its colour."""
    return frame.digits, frame.word, frame.mark, frame.phase


def _paint_digits(painter: QPainter, square: QRectF, frame: SessionFrame) -> None:
    size = square.height() * (0.57 if len(frame.digits) <= 2 else 0.33)
    font = theme.font(size, bold=True, tabular=True)
    painter.setFont(font)
    painter.setPen(QColor(theme.look.colours.ink))
    upper = QRectF(square.left(), square.top() + square.height() * 0.11, square.width(), size * 1.2)
    if len(frame.digits) > 2:
        upper.translate(0, square.height() * 0.06)
    painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, frame.digits)


def _paint_word(painter: QPainter, square: QRectF, frame: SessionFrame) -> None:
    colour = QColor(mark_colour(frame))
    size = square.height() * 0.094
    font = theme.font(size, bold=True)
    painter.setFont(font)
    room = square.width() * 0.66
    wide = painter.fontMetrics().horizontalAdvance(frame.word) + size * 1.25
    if wide > room:
        size *= room / wide
        painter.setFont(theme.font(size, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(frame.word) + size * 1.25
    left = square.center().x() - wide / 2
    middle = square.top() + square.height() * 0.735
    paint_mark(painter, frame.mark, QRectF(left, middle - size / 2, size, size), colour)
    painter.setPen(colour)
    text = QRectF(left + size * 1.25, middle - size, wide, size * 2)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, frame.word)


def mark_colour(frame: SessionFrame) -> str:
    """Return the colour of the moment: the phase's, unless the clock stands still."""
    colours = theme.look.colours
    return colours.muted if frame.mark in (Mark.PAUSED, Mark.WAIT) else colours.phase(frame.phase)


def paint_mark(painter: QPainter, mark: Mark, box: QRectF, colour: QColor) -> None:
    """Paint the shape that stands for a phase, told apart without colour or words."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark is Mark.REST:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif mark is Mark.HOLD:
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    elif mark is Mark.PAUSED:
        _paint_bars(painter, box)
    elif mark is Mark.WAIT:
        _paint_play(painter, box)
    elif mark is Mark.READY:
        _paint_dots(painter, box)
    elif mark is Mark.SWITCH:
        _paint_arrows(painter, box)
    else:
        _paint_arrow(painter, box, up=mark is Mark.GO)
    painter.restore()


def _paint_arrow(painter: QPainter, box: QRectF, *, up: bool) -> None:
    tip, base = (box.top(), box.bottom()) if up else (box.bottom(), box.top())
    points = [QPointF(box.center().x(), tip), QPointF(box.right(), base), QPointF(box.left(), base)]
    painter.drawPolygon(QPolygonF(points))


def _paint_play(painter: QPainter, box: QRectF) -> None:
    tip = QPointF(box.right(), box.center().y())
    painter.drawPolygon(QPolygonF([box.topLeft(), tip, box.bottomLeft()]))


def _paint_arrows(painter: QPainter, box: QRectF) -> None:
    path = QPainterPath()
    middle, height = box.center(), box.height() / 2
    for direction, top in ((-1, box.top()), (1, middle.y())):
        tip = QPointF(middle.x() + direction * box.width() / 2, top + height / 2)
        back = middle.x() - direction * box.width() / 2
        path.moveTo(tip)
        path.lineTo(middle.x(), top)
        path.lineTo(middle.x(), top + height * 0.3)
        path.lineTo(back, top + height * 0.3)
        path.lineTo(back, top + height * 0.7)
        path.lineTo(middle.x(), top + height * 0.7)
        path.lineTo(middle.x(), top + height)
        path.closeSubpath()
    painter.drawPath(path)


def _paint_bars(painter: QPainter, box: QRectF) -> None:
    wide = box.width() * 0.32
    for left in (box.left() + 1, box.right() - wide - 1):
        painter.drawRoundedRect(QRectF(left, box.top(), wide, box.height()), 3, 3)


def _paint_dots(painter: QPainter, box: QRectF) -> None:
    radius = box.width() * 0.15
    for part in (0.15, 0.5, 0.85):
        middle = QPointF(box.left() + box.width() * part, box.center().y())
        painter.drawEllipse(middle, radius, radius)
