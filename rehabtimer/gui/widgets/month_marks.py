"""What became of a day as a mark: told apart by shape as well as by colour, as in Trends."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from rehabtimer.gui import theme
from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.history_frame import ACTIVITY, NOTE, RELIEVER

_ROUND = 4.0
_PEN = 2.0
_PILL = 5.0


def paint_mark(
    painter: QPainter, box: QRectF, kind: Kind | None, done: Done, *, is_today: bool = False
) -> None:
    """Paint the mark of a day into a square box; days outside of the programme have none."""
    colours = theme.look.colours
    accent, line = QColor(colours.accent), QColor(colours.line)
    square = box.adjusted(1, 1, -1, -1)
    if kind in (Kind.FULL, Kind.PARTIAL, Kind.EXTRA):
        _paint_box(painter, square, accent, accent if done is Done.FULL else None)
        if done is not Done.FULL:
            _paint_half(painter, square, accent)
        if kind is Kind.EXTRA:
            _paint_plus(painter, square, colours.card if done is Done.FULL else colours.accent)
    elif kind is Kind.MISSED or (kind is Kind.TO_COME and is_today):
        _paint_box(painter, square, accent)
        if is_today:
            _paint_dot(painter, square, accent)
    elif kind is Kind.TO_COME:
        _paint_box(painter, square, line)
    else:
        _paint_between(painter, square, kind)


def paint_done(painter: QPainter, box: QRectF, done: Done) -> None:
    """Paint how much of a session was done, whatever the plan had asked for."""
    kind = {Done.FULL: Kind.FULL, Done.PARTIAL: Kind.PARTIAL}.get(done, Kind.MISSED)
    paint_mark(painter, box, kind, done)


def paint_small(painter: QPainter, middle: QPointF, name: str, reach: float) -> None:
    """Paint one of the small marks: a square for a note, a triangle, or a cross, each its colour.

    `reach` is how far it goes from its middle, in pixels.
    """
    colours = theme.look.colours
    painter.setPen(Qt.PenStyle.NoPen)
    if name == NOTE:
        painter.setBrush(QColor(colours.muted))
        painter.drawRect(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach))
    elif name == ACTIVITY:
        painter.setBrush(QColor(colours.rest))
        corners = ((-reach, reach), (reach, reach), (0.0, -reach))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    elif name == RELIEVER:
        painter.setPen(QPen(QColor(colours.switch), _PEN))
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
        painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))


def paint_pain(painter: QPainter, place: QRectF, text: str, *, hurts: bool) -> None:
    """Paint a score in a pill as wide as it needs, in the middle of its place; no pain is pale."""
    colours = theme.look.colours
    painter.setFont(theme.font(theme.look.px(theme.SMALL - 1), bold=True, tabular=True))
    wide = painter.fontMetrics().horizontalAdvance(text) + 2 * _PILL
    pill = QRectF(0, 0, min(wide, place.width()), place.height())
    pill.moveCenter(place.center())
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(QColor(colours.ink if hurts else colours.muted))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _paint_box(painter: QPainter, box: QRectF, rim: QColor, fill: QColor | None = None) -> None:
    painter.setPen(QPen(rim, _PEN))
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _ROUND, _ROUND)


def _paint_half(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(box.adjusted(0, box.height() / 2, 0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    painter.restore()


def _paint_plus(painter: QPainter, box: QRectF, colour: str) -> None:
    middle = QPointF(box.center().x(), box.top() + box.height() * 0.3)
    reach = box.width() * 0.2
    painter.setPen(QPen(QColor(colour), _PEN * 0.75))
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))


def _paint_dot(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box.center(), box.width() / 6, box.width() / 6)


def _paint_between(painter: QPainter, box: QRectF, kind: Kind | None) -> None:
    """A dash for a rest day, and two bars for a day on which the programme was paused."""
    painter.setPen(QPen(QColor(theme.look.colours.muted), _PEN))
    middle, reach = box.center(), box.width() / 3
    if kind is Kind.REST:
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    elif kind is Kind.PAUSED:
        for x in (-reach / 2, reach / 2):
            at = middle + QPointF(x, 0)
            painter.drawLine(at - QPointF(0, reach), at + QPointF(0, reach))
