"""The ring of the session: time left, the digits, and the phase as word, shape and colour."""

from math import asin, atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.gui import theme
from rehabtimer.presenters.session_frame import Mark, SessionFrame

_WHOLE, _TOP = 360 * 16, 90 * 16  # in the sixteenths of a degree that Qt counts in
_THICK = 0.042  # of the ring's width
_INSIDE = 0.16  # where digits, word and shape begin, counted from the edge


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
        elif _turn(before.ring) != _turn(frame.ring):
            self.update(_swept(self._square, before.ring, frame.ring))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring, digits, word and shape, or a piece of the ring alone."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.look.colours.ground))
        if self._frame is not None:
            self._paint(painter, self._frame, QRectF(event.rect()))
        painter.end()

    def _paint(self, painter: QPainter, frame: SessionFrame, dirty: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self._square
        edge = square.width() * _INSIDE
        if square.adjusted(edge, edge, -edge, -edge).intersects(dirty):
            _paint_ring(painter, square, frame, (0, _WHOLE))
            _paint_digits(painter, square, frame)
            _paint_word(painter, square, frame)
        else:
            _paint_ring(painter, square, frame, _span(square, dirty))

    @property
    def _square(self) -> QRectF:
        side = min(self.width(), self.height()) - 4.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)


def _words(frame: SessionFrame) -> tuple[object, ...]:
    """Return what is said inside of the ring, and what gives it its colour."""
    return frame.digits, frame.word, frame.mark, frame.phase


def _turn(share: float) -> int:
    """Return a share of the ring in the steps in which Qt draws arcs, clockwise from the top."""
    return round(_WHOLE * share)


def _track(square: QRectF) -> tuple[QRectF, float]:
    """Return where the middle of the ring's line runs, and how thick it is."""
    thick = square.width() * _THICK
    return square.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2), thick


def _swept(square: QRectF, before: float, after: float) -> QRect:
    """Return the rectangle around what the end of the ring passes between two shares of it."""
    track, thick = _track(square)
    middle, radius = track.center(), track.width() / 2
    steps = 1 + int(abs(after - before) * 36)
    turns = [2 * pi * (before + (after - before) * step / steps) for step in range(steps + 1)]
    xs = [middle.x() + radius * sin(turn) for turn in turns]
    ys = [middle.y() - radius * cos(turn) for turn in turns]
    around = thick / 2 + 2 + radius * (1 - cos(pi / 36))  # round end, edge, bulge between turns
    area = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return area.adjusted(-around, -around, around, around).toAlignedRect()


def _span(square: QRectF, dirty: QRectF) -> tuple[int, int]:
    """Return the piece of the ring, as two turns, that shows in a rectangle beside its middle."""
    middle, to = square.center(), dirty.center()
    turn = atan2(to.x() - middle.x(), middle.y() - to.y()) % (2 * pi) / (2 * pi)
    far = hypot(dirty.width(), dirty.height()) / 2 / square.width()
    half = asin(min(far / (0.5 - _INSIDE), 1.0)) / (2 * pi)
    return _turn(turn - half), _turn(turn + half)


def _paint_ring(
    painter: QPainter, square: QRectF, frame: SessionFrame, span: tuple[int, int]
) -> None:
    colours = theme.look.colours
    track, thick = _track(square)
    pen = QPen(QColor(colours.line), thick)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    begin, end = span
    painter.drawArc(track, _TOP - begin, begin - end)
    pen.setColor(QColor(mark_colour(frame)))
    painter.setPen(pen)
    for lap in (-_WHOLE, 0, _WHOLE):  # a piece around the top has two ends of the count in it
        first, last = max(begin + lap, 0), min(end + lap, _turn(frame.ring))
        if last > first:
            painter.drawArc(track, _TOP - first, first - last)


def _paint_digits(painter: QPainter, square: QRectF, frame: SessionFrame) -> None:
    size = square.height() * (0.54 if len(frame.digits) <= 2 else 0.33)
    font = theme.font(size, bold=True, tabular=True)
    painter.setFont(font)
    painter.setPen(QColor(theme.look.colours.ink))
    upper = QRectF(square.left(), square.top() + square.height() * 0.13, square.width(), size * 1.2)
    if len(frame.digits) > 2:
        upper.translate(0, square.height() * 0.06)
    painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, frame.digits)


def _paint_word(painter: QPainter, square: QRectF, frame: SessionFrame) -> None:
    colour = QColor(mark_colour(frame))
    size = square.height() * 0.094
    font = theme.font(size, bold=True)
    painter.setFont(font)
    room = square.width() * 0.74
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
