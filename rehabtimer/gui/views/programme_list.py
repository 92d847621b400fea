"""The rows of the programme in their order, which is changed by dragging or by keys."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.views.programme_row import FORWARDED, ExerciseRow
from rehabtimer.gui.widgets.parts import fill
from rehabtimer.presenters.programme_frame import ProgrammeRow

_GAP = 12
_SCROLLING = 40  # milliseconds between two steps
_LINE = 4


class ExerciseList(QWidget):
    """Rows are kept as long as their exercises are: open ones stay open, and the focus stays."""

    switched = Signal(str, bool)
    dose_set = Signal(str, object, float)
    beyond_confirmed = Signal(str)
    refused = Signal(str)
    reset_wanted = Signal(str)
    variant_chosen = Signal(str, str)
    legs_chosen = Signal(str, str)
    swap_chosen = Signal(str, str)
    off_chosen = Signal(str, str)
    off_date_chosen = Signal(str, object)
    place_wanted = Signal(str, int)
    open_wanted = Signal(str)
    rearranged = Signal()
    sight_wanted = Signal(object)
    held_at = Signal(int)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.rows: dict[str, ExerciseRow] = {}
        self._list = QVBoxLayout(self)
        fill(self._list, (), gap=_GAP, margin=0)
        self._line = _DropLine(self)
        self._target: int | None = None
        self._held: tuple[ExerciseRow, int] | None = None  # and where on the screen the hand is
        self._going_on = QTimer(self, interval=_SCROLLING)
        self._going_on.timeout.connect(self._hover)

    def show_rows(self, items: tuple[ProgrammeRow, ...]) -> None:
        """Show the exercises in this order."""
        before = list(self.rows.values())
        self._take_away({item.exercise: item for item in items})
        self.rows = {item.exercise: self._row(item) for item in items}
        for place, made in enumerate(self.rows.values()):
            if self._list.indexOf(made) != place:
                self._list.removeWidget(made)
                self._list.insertWidget(place, made)
        if list(self.rows.values()) != before:
            self._follow_focus()
            self.rearranged.emit()

    def _take_away(self, items: dict[str, ProgrammeRow]) -> None:
        """Take away the rows of exercises that are gone, or that are not what they were."""
        for name, made in list(self.rows.items()):
            if name not in items or not made.suits(items[name]):
                self._list.removeWidget(made)
                made.hide()
                made.deleteLater()
                del self.rows[name]

    def _row(self, item: ProgrammeRow) -> ExerciseRow:
        made = self.rows.get(item.exercise) or self._made(item)
        made.show_row(item)
        return made

    def _made(self, item: ProgrammeRow) -> ExerciseRow:
        made = ExerciseRow(item)
        for name in ("switched", *FORWARDED):
            getattr(made, name).connect(partial(getattr(self, name).emit, item.exercise))
        made.unfolded.connect(self.rearranged)
        made.handle.dragged.connect(partial(self._drag, made))
        made.handle.dropped.connect(partial(self._drop, made))
        made.handle.cancelled.connect(self._let_go)
        return made

    def _follow_focus(self) -> None:
        """Scroll to what has the focus, once it is where it goes."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            QTimer.singleShot(0, self, lambda: self.sight_wanted.emit(focused))

    # Dragging

    def _drag(self, made: ExerciseRow, screen_y: int) -> None:
        """Go on while the hand rests at an edge, where each step brings another row in sight."""
        self._held = made, screen_y
        self._going_on.start()
        theme.set_role(made, card="panel")
        self._hover()

    def _hover(self) -> None:
        if self._held is None:
            return
        made, screen_y = self._held
        y = self.mapFromGlobal(QPoint(0, screen_y)).y()
        place = _place_at(y, list(self.rows.values()), made)
        self._target = min(max(place, made.item.lowest), made.item.highest)
        self._line.show_at(self._line_y(made.item.place, self._target), self.width())
        self.held_at.emit(y)

    def _drop(self, made: ExerciseRow) -> None:
        target = self._target
        self._let_go()
        if target is not None and target != made.item.place:
            self.place_wanted.emit(made.item.exercise, target)

    def _let_go(self) -> None:
        self._going_on.stop()
        self._held = self._target = None
        self._line.hide()
        for made in self.rows.values():
            theme.set_role(made, card="true")

    def _line_y(self, place: int, target: int) -> int:
        row = list(self.rows.values())[target]
        gap = _GAP // 2 + _LINE // 2
        if target > place:
            return row.geometry().bottom() + gap - _LINE + 1
        return row.geometry().top() - gap


def _place_at(y: int, rows: list[ExerciseRow], made: ExerciseRow) -> int:
    """Return the place that a row would have if it were dropped at a height."""
    others = (row for row in rows if row is not made)
    return sum(row.geometry().center().y() < y for row in others)


class _DropLine(QWidget):
    """Shows where a row would come down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def show_at(self, y: int, wide: int) -> None:
        self.setGeometry(0, max(0, y), wide, _LINE)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.look.colours.accent))
        painter.end()
