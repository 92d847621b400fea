"""Lays the exercise sheet out on its one page."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rehabtimer.core.motion import Moment
from rehabtimer.core.programme import Phase
from rehabtimer.gui.figures import figure_of
from rehabtimer.gui.widgets.figure import LIGHT, paint_figure
from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.presenters.sheet_frame import SheetFrame, SheetLine
from rehabtimer.report.blocks import Beside, Blank, Block, Leaf, Rule, Stack
from rehabtimer.report.paper import MM, PT, sheet_of
from rehabtimer.report.words import INK, LINE, MUTED, Type, Words

_GAP = 3.5 * MM
_HIGHEST, _ROOMY = 19 * MM, 14.5 * MM  # a row; one that is lower than roomy has less to read
_PICTURE, _BOXES, _PAIN = 26 * MM, 37 * MM, 15 * MM
_BOX, _BOX_GAP, _LABEL = 4.4 * MM, 1.5 * MM, 11 * MM
_NOTE_LINE, _NOTE_LINES = 8 * MM, 2
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_SCORES, _KNEES = 11, 2


def sheet_page(frame: SheetFrame, paper: Paper) -> Leaf:
    """Return the page."""
    leaf = Leaf(sheet_of(paper).inside)
    leaf.put_at_foot(Words(frame.footer, Type.SMALL, most=2))
    leaf.put(_header(frame))
    leaf.put(Words(frame.empty), _GAP)
    left_out = _left_out(frame)
    below = left_out.height(leaf.width) + _questions(frame, _NOTE_LINES).height(leaf.width)
    if frame.lines:
        room = leaf.room - below - 3 * _GAP
        height = min(_HIGHEST, room / len(frame.lines))
        rows = [ExerciseRow(line, frame.pain_box, height) for line in frame.lines]
        leaf.put(Stack(rows), 2 * MM)
    leaf.put(left_out, 2 * MM)
    spare = leaf.room - _questions(frame, _NOTE_LINES).height(leaf.width) - 2 * _GAP
    more = max(0, int(spare // (_NOTE_LINE + 2 * MM)))
    leaf.put(_questions(frame, _NOTE_LINES + more), _GAP)
    return leaf


def _header(frame: SheetFrame) -> Block:
    title = Stack((Words(frame.title, Type.TITLE, most=1), Words(frame.subtitle, most=1)))
    top = Beside((title, Blank(frame.date_label, 8 * MM)), (0.64, 0.36), _GAP)
    return Stack((top, Rule(1.5 * MM)))


def _left_out(frame: SheetFrame) -> Block:
    """Return what is not among the rows, in a few lines."""
    texts = [" ".join((title, "; ".join(names))) for title, names in _lists(frame) if names]
    return Stack([Words(text, Type.SMALL, most=3) for text in texts], gap=0.5 * MM)


def _lists(frame: SheetFrame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (frame.more_title, frame.more), (frame.skipped_title, frame.skipped)


def _questions(frame: SheetFrame, lines: int) -> Block:
    """Return the scales for pain, the safety line, and so many lines to write on."""
    columns = [
        Stack((Words(knee, Type.STRONG, most=1), *map(Scale, frame.moments)))
        for knee in frame.knees
    ]
    columns += [Stack(())] * (_KNEES - len(columns))
    scales = Beside(columns, (0.5, 0.5), 6 * MM)
    return Stack(
        (
            Words(frame.pain_title, Type.HEADING, most=1),
            scales,
            Words(frame.safety, Type.SMALL, most=3),
            Words(frame.notes_label, Type.STRONG, most=1),
            *[Rule(_NOTE_LINE)] * lines,
        ),
        gap=1 * MM,
    )


class Scale:
    """The numbers from 0 to 10 in circles, to mark one of them; what is asked stands before."""

    def __init__(self, text: str) -> None:
        self._words = Words(text, most=2)

    def height(self, width: float) -> float:
        """Return the height of a circle, with room around it."""
        return 6.6 * MM

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the words, then the circles at the right."""
        size, pitch = 5 * MM, 5.4 * MM
        left = min(area.right() - _SCORES * pitch, area.left() + 30 * MM)
        words = QRectF(area.left(), 0, left - area.left() - 1 * MM, 0)
        words.moveTop(area.center().y() - self._words.height(words.width()) / 2)
        self._words.paint(painter, words)
        for score in range(_SCORES):
            circle = QRectF(left + score * pitch, area.center().y() - size / 2, size, size)
            painter.setPen(QPen(QColor(MUTED), 0.6 * PT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            digits = Words(str(score), Type.SMALL, align=_CENTRE)
            top = circle.center().y() - digits.height(size) / 2
            digits.paint(painter, QRectF(circle.left(), top, size, size))


class ExerciseRow:
    """A row of the sheet: picture, words, a box for each set, and one for pain."""

    def __init__(self, line: SheetLine, pain: str, height: float) -> None:
        """Take the height that it has."""
        self._line, self._height = line, height
        self._pain = Words(pain, Type.SMALL, most=1, align=_CENTRE)
        words = [Words(line.name, Type.STRONG, most=1), Words(line.dose, most=1)]
        if height >= _ROOMY:
            words += [Words(line.how, Type.SMALL, most=1), Words(line.safety, Type.SMALL, most=1)]
        self._words = Stack(words)

    def height(self, width: float) -> float:
        """Return its height."""
        return self._height

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it from left to right, with a thin line below."""
        painter.setPen(QPen(QColor(LINE), 0.5 * PT))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(0, 0.6 * MM, 0, -0.6 * MM)
        self._paint_figure(painter, QRectF(inner.topLeft(), inner.bottomLeft() + _x(_PICTURE)))
        room = inner.adjusted(_PICTURE + 2 * MM, 0, -(_BOXES + _PAIN + 4 * MM), 0)
        room.moveTop(inner.center().y() - self._words.height(room.width()) / 2)
        self._words.paint(painter, room)
        right = inner.right() - _PAIN
        self._paint_boxes(
            painter, QRectF(right - _BOXES - 2 * MM, inner.top(), _BOXES, inner.height())
        )
        self._paint_pain(painter, QRectF(right, inner.top(), _PAIN, inner.height()))

    def _paint_figure(self, painter: QPainter, room: QRectF) -> None:
        figure = figure_of(self._line.figure)
        if figure is not None:
            moment = Moment(Phase.HOLD, 1.0, self._line.side, variant=self._line.variant)
            paint_figure(painter, room, figure, LIGHT, moment)

    def _paint_boxes(self, painter: QPainter, room: QRectF) -> None:
        """Paint a line of boxes for each side, in the order in which they are done."""
        lines = self._line.boxes
        pitch = min(room.height() / len(lines), _BOX + 1.6 * MM)
        y = room.center().y() - pitch * len(lines) / 2
        for label, count in lines:
            words = Words(label, Type.SMALL, most=1)
            top = y + (pitch - words.height(_LABEL)) / 2
            words.paint(painter, QRectF(room.left(), top, _LABEL, pitch))
            self._paint_line(
                painter, QRectF(room.left() + _LABEL, y, room.width() - _LABEL, pitch), count
            )
            y += pitch

    def _paint_line(self, painter: QPainter, room: QRectF, count: int) -> None:
        size = min(_BOX, room.height() - 1 * MM, room.width() / count - _BOX_GAP)
        painter.setPen(QPen(QColor(INK), 0.7 * PT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number in range(count):
            left = room.left() + number * (size + _BOX_GAP)
            painter.drawRect(QRectF(left, room.center().y() - size / 2, size, size))

    def _paint_pain(self, painter: QPainter, room: QRectF) -> None:
        """Paint the box in which to write how much it hurt, its name below."""
        label = self._pain.height(room.width())
        size = min(6.4 * MM, room.height() - label - 1 * MM)
        top = room.center().y() - (size + label) / 2
        painter.setPen(QPen(QColor(INK), 0.7 * PT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(room.center().x() - size * 0.65, top, size * 1.3, size))
        self._pain.paint(painter, QRectF(room.left(), top + size + 0.4 * MM, room.width(), label))


def _x(width: float) -> QPointF:
    return QPointF(width, 0)
