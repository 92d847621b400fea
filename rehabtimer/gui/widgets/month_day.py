"""One day of the calendar: its number, what was done, how much it hurt, and what else there is."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from rehabtimer.gui import theme
from rehabtimer.gui.widgets.month_marks import paint_mark, paint_pain, paint_small
from rehabtimer.presenters.history_frame import ACTIVITY, NOTE, RELIEVER, MonthDay

_RADIUS = 10.0
_INSIDE = 6.0
_MARK = 14
_SMALL = 3.0
_APART = 11.0
LOWEST = 58  # pixels of a day at text scale 1


class DayButton(QAbstractButton):
    """Shows a day, or nothing. `opened` is for a double click; keys go to the calendar first."""

    opened = Signal()
    add_wanted = Signal()

    def __init__(self, take_key: Callable[[int], bool]) -> None:
        """`take_key` returns whether it has made use of a key."""
        super().__init__()
        self._take_key = take_key
        self.day: MonthDay | None = None
        self.menu: QMenu | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._keep_place(True)

    def show_day(self, day: MonthDay | None, *, keeps_place: bool) -> None:
        """Show a day; None leaves the place empty, or takes it away with a week without days."""
        self.day = day
        self._keep_place(keeps_place)
        self.setVisible(day is not None)
        is_chosen = day is not None and day.is_chosen
        policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        if day is not None:
            self.setAccessibleName(day.description)
            self.setToolTip(day.description.replace(". ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.look.px(44), theme.look.px(LOWEST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then what is on it."""
        if self.day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, box, self.day)
        self._paint_inside(painter, box.adjusted(_INSIDE, 4, -_INSIDE, -4), self.day)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the calendar go through its days."""
        if not self._take_key(event.key()):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was done on the day."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the day."""
        if self.day is not None and self.day.add:
            self.menu = QMenu(self)
            self.menu.addAction(self.day.add, self.add_wanted.emit)
            self.menu.popup(event.globalPos())

    def _keep_place(self, keeps: bool) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(keeps)
        self.setSizePolicy(policy)

    def _paint_ground(self, painter: QPainter, box: QRectF, day: MonthDay) -> None:
        colours = theme.look.colours
        ground = colours.accent_soft if day.is_chosen else colours.ground
        if self.underMouse() and not day.is_chosen:
            ground = colours.hover
        rim = QPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            rim = QPen(QColor(colours.ink), 2)
        elif day.is_today:
            rim = QPen(QColor(colours.accent), 2)
        painter.setPen(rim)
        painter.setBrush(QColor(ground) if day.add or day.is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if day.is_today and self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), _RADIUS - 3, _RADIUS - 3)

    def _paint_inside(self, painter: QPainter, box: QRectF, day: MonthDay) -> None:
        colours, px = theme.look.colours, theme.look.px
        line = float(px(theme.SMALL) + 4)
        mark = QRectF(box.right() - px(_MARK), box.top() + 1, px(_MARK), px(_MARK))
        paint_mark(painter, mark, day.kind, day.done, is_today=day.is_today)
        painter.setFont(theme.font(px(theme.SMALL), bold=day.is_today or day.is_chosen))
        painter.setPen(QColor(colours.ink if day.add else colours.muted))
        number = QRectF(box.left(), box.top(), box.width(), line)
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft, str(day.on.day))
        if day.pain:
            place = QRectF(box.left() - 3, mark.bottom() + 3, box.width() + 6, line)
            paint_pain(painter, place, day.pain, hurts=day.hurts)
        self._paint_small(painter, box, day)

    def _paint_small(self, painter: QPainter, box: QRectF, day: MonthDay) -> None:
        found = [
            name
            for name, there in (
                (NOTE, day.has_note),
                (ACTIVITY, day.has_activity),
                (RELIEVER, day.has_reliever),
            )
            if there
        ]
        scale = theme.look.scale
        reach, apart = _SMALL * scale, _APART * scale
        left = box.center().x() - apart * (len(found) - 1) / 2
        for n, name in enumerate(found):
            middle = QPointF(left + n * apart, box.bottom() - reach)
            paint_small(painter, middle, name, reach)
