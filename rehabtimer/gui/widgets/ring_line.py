"""The line of the ring: where it runs, what of it changes, and how a piece of it is painted."""

from math import asin, atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rehabtimer.gui import theme

WHOLE, _TOP = 360 * 16, 90 * 16  # in the sixteenths of a degree that Qt counts in
THICK = 0.042  # of the ring's width
INSIDE = 0.16  # where digits, word and shape begin, counted from the edge


def turn_of(share: float) -> int:
    """Return a share of the ring in the steps in which Qt draws arcs, clockwise from the top."""
    return round(WHOLE * share)


def _track(square: QRectF) -> tuple[QRectF, float]:
    """Return where the middle of the ring's line runs, and how thick it is."""
    thick = square.width() * THICK
    return square.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2), thick


def swept(square: QRectF, before: float, after: float) -> QRect:
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


def span_in(square: QRectF, dirty: QRectF) -> tuple[int, int]:
    """Return the piece of the ring, as two turns, that shows in a rectangle beside its middle."""
    middle, to = square.center(), dirty.center()
    turn = atan2(to.x() - middle.x(), middle.y() - to.y()) % (2 * pi) / (2 * pi)
    far = hypot(dirty.width(), dirty.height()) / 2 / square.width()
    half = asin(min(far / (0.5 - INSIDE), 1.0)) / (2 * pi)
    return turn_of(turn - half), turn_of(turn + half)


def paint_line(
    painter: QPainter, square: QRectF, share: float, colour: str, span: tuple[int, int]
) -> None:
    """Paint a piece of the ring: `share` (0 to 1) of it in a colour, the rest quiet."""
    track, thick = _track(square)
    pen = QPen(QColor(theme.look.colours.line), thick)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    begin, end = span
    painter.drawArc(track, _TOP - begin, begin - end)
    pen.setColor(QColor(colour))
    painter.setPen(pen)
    for lap in (-WHOLE, 0, WHOLE):  # a piece around the top has two ends of the count in it
        first, last = max(begin + lap, 0), min(end + lap, turn_of(share))
        if last > first:
            painter.drawArc(track, _TOP - first, first - last)
