"""Seven days as seven boxes: full, half, empty, rest, today, to come."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.gui import theme
from rehabtimer.presenters.frames import DayCell, DayMark

_BOX_HEIGHT = 40
_GAP = 7


class WeekStrip(QWidget):
    """Paints the days of the programme week that is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without days."""
        super().__init__(parent)
        self._days: tuple[DayCell, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: tuple[DayCell, ...]) -> None:
        """Show these days, and say them to those who hear the screen."""
        self._days = days
        self.setAccessibleName(", ".join(day.description for day in days))
        self.setToolTip("\n".join(day.description for day in days))
        self.update()

    def sizeHint(self) -> QSize:
        """Seven boxes with their letters below."""
        return QSize(320, _BOX_HEIGHT + theme.look.px(theme.SMALL) + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each box in the shape of what the day came to."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self._days))
        width = (self.width() - _GAP * (count - 1)) / count
        for n, day in enumerate(self._days):
            box = QRectF(n * (width + _GAP) + 1, 1, width - 2, _BOX_HEIGHT - 2)
            _paint_box(painter, box, day)
            _paint_letter(painter, box, day)
        painter.end()


def _paint_box(painter: QPainter, box: QRectF, day: DayCell) -> None:
    colours = theme.look.colours
    accent, line = QColor(colours.accent), QColor(colours.line)
    quiet = day.mark in (DayMark.TO_COME, DayMark.REST)
    painter.setPen(QPen(line if quiet and not day.today else accent, 2))
    painter.setBrush(accent if day.mark is DayMark.FULL else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    if day.mark is DayMark.HALF:
        painter.save()
        painter.setClipRect(box.adjusted(0, box.height() / 2, 0, 0))
        painter.drawRoundedRect(box, 8, 8)
        painter.restore()
    elif day.today and day.mark is not DayMark.FULL:
        painter.drawEllipse(box.center(), 5, 5)
    elif day.mark is DayMark.REST:
        painter.setPen(QPen(QColor(colours.muted), 2))
        across = QPointF(6, 0)
        painter.drawLine(box.center() - across, box.center() + across)


def _paint_letter(painter: QPainter, box: QRectF, day: DayCell) -> None:
    colours = theme.look.colours
    painter.setFont(theme.font(theme.look.px(theme.SMALL), bold=day.today))
    painter.setPen(QColor(colours.ink if day.today else colours.muted))
    below = QRectF(box.left(), box.bottom() + 4, box.width(), theme.look.px(theme.SMALL) + 8)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, day.letter)
