"""A calendar of one month that the keyboard goes through day by day."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.month_day import LOWEST, DayButton
from rehabtimer.gui.widgets.month_marks import paint_mark, paint_pain, paint_small
from rehabtimer.gui.widgets.parts import button, fill, label, row
from rehabtimer.presenters.history_frame import PAIN, KeyMark, MonthFrame

_WEEKS = 6
_GAP = 4
_SHAPE = 0.8  # of a day: its height, of its width
_HIGHEST = 84
_BOX = 16

_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_A_WEEK,
    Qt.Key.Key_Down: DAYS_A_WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_EDGES = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Month(QWidget):
    """Shows a month. `chosen`, `opened` and `add_wanted` have a date; the others say where to go.

    `moved` tells by how many days, `months_moved` by how many months, `edge_wanted` whether it is
    the last day of the month rather than the first.
    """

    chosen = Signal(object)
    opened = Signal(object)
    add_wanted = Signal(object)
    moved = Signal(int)
    months_moved = Signal(int)
    edge_wanted = Signal(bool)
    today_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.title = label("", "heading", wrap=False)
        self.back = self._turn(_("Month before"), "left", -1)
        self.on = self._turn(_("Month after"), "right", 1)
        self.today = button(_("Today"), self.today_wanted.emit, kind="quiet")
        self.days = [self._day() for _place in range(_WEEKS * DAYS_A_WEEK)]
        self._weekdays = [label("", "small", wrap=False) for _day in range(DAYS_A_WEEK)]
        self._key = QVBoxLayout()
        self._marks: tuple[KeyMark, ...] = ()
        head = row(self.title, None, self.today, self.back, self.on, gap=4)
        fill(QVBoxLayout(self), (head, self._grid(), self._key), gap=12, margin=0)

    def show_month(self, frame: MonthFrame) -> None:
        """Show a month; where the keyboard was on a day, it goes to the chosen one."""
        had_focus = any(each.hasFocus() for each in self.days)
        self.title.setText(frame.title)
        self.back.setEnabled(frame.can_go_back)
        self.on.setEnabled(frame.can_go_on)
        self.today.setEnabled(not frame.is_now)
        for name, text in zip(self._weekdays, frame.weekdays, strict=True):
            name.setText(text)
        chosen = self.days[0]
        for place, made in enumerate(self.days):
            number = place - frame.column
            inside = 0 <= number < len(frame.days)
            has_week = place - place % DAYS_A_WEEK - frame.column < len(frame.days)
            made.show_day(frame.days[number] if inside else None, keeps_place=has_week)
            if inside and frame.days[number].is_chosen:
                chosen = made
        self.setFocusProxy(chosen)
        if had_focus:
            chosen.setFocus()
        self._show_key(frame.key)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the days be nearly as high as they are wide."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = (self.width() - _GAP * (DAYS_A_WEEK - 1)) / DAYS_A_WEEK
        least, most = theme.look.px(LOWEST), theme.look.px(_HIGHEST)
        for made in self.days:
            made.setFixedHeight(round(min(max(wide * _SHAPE, least), most)))

    def _take_key(self, key: int) -> bool:
        pressed = Qt.Key(key)
        if pressed in _DAYS:
            self.moved.emit(_DAYS[pressed])
        elif pressed in _MONTHS:
            self.months_moved.emit(_MONTHS[pressed])
        elif pressed in _EDGES:
            self.edge_wanted.emit(_EDGES[pressed])
        elif pressed in _ENTER:
            self._tell(self.opened, next(each for each in self.days if each.hasFocus()))
        else:
            return False
        return True

    def _turn(self, name: str, picture: str, months: int) -> QPushButton:
        made = button("", partial(self.months_moved.emit, months), kind="quiet", icon_name=picture)
        made.setProperty("slim", "icon")
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _day(self) -> DayButton:
        made = DayButton(self._take_key)
        made.clicked.connect(lambda: self._tell(self.chosen, made))
        made.opened.connect(lambda: self._tell(self.opened, made))
        made.add_wanted.connect(lambda: self._tell(self.add_wanted, made))
        made.hide()
        return made

    def _tell(self, signal: object, made: DayButton) -> None:
        if made.day is not None:
            signal.emit(made.day.on)  # type: ignore[attr-defined]

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        for place, name in enumerate(self._weekdays):
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, place)
            grid.setColumnStretch(place, 1)
        for place, day in enumerate(self.days):
            week, weekday = divmod(place, DAYS_A_WEEK)
            grid.addWidget(day, week + 1, weekday)
        return grid

    def _show_key(self, marks: tuple[KeyMark, ...]) -> None:
        if marks == self._marks:
            return
        self._marks = marks
        while (item := self._key.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        flow = Flow(gap=12)
        for mark in marks:
            made = QWidget()
            made.setLayout(row(_KeyBox(mark), label(mark.text, "small", wrap=False), gap=6))
            flow.add(made)
        self._key.addWidget(flow)


class _KeyBox(QWidget):
    """One of the marks, beside what it stands for."""

    def __init__(self, mark: KeyMark) -> None:
        super().__init__()
        self._mark = mark
        wide = theme.look.px(_BOX)
        self.setFixedSize(QSize(wide + 6 if mark.small == PAIN else wide, wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        mark, box = self._mark, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark.kind is not None:
            paint_mark(painter, box.adjusted(1, 1, -1, -1), mark.kind, mark.done)
        elif mark.small == PAIN:
            paint_pain(painter, box, "3", hurts=True)
        else:
            paint_small(painter, QPointF(box.center()), mark.small, 3.5)
        painter.end()
