"""The History: a month to go through, the chosen day, and the sessions as a list to search."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.history_day import ChosenDay, session_buttons
from rehabtimer.gui.views.history_rows import SessionButton
from rehabtimer.gui.widgets.month import Month
from rehabtimer.gui.widgets.month_place import StayingColumn
from rehabtimer.gui.widgets.parts import button, card, clear, column, fill, label, row
from rehabtimer.gui.widgets.question import Question
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.history_frame import HistoryFrame, HistoryGroup

_HALF = 370  # pixels that a month needs at text scale 1
_LONGEST = 200  # letters that are searched for


class HistoryView(QWidget):
    """Shows the History; `session_opened` has the id of a session, `searched` what is typed."""

    session_opened = Signal(str)
    searched = Signal(str)
    earlier_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title, self.subtitle = label("", "title"), label("", "lead")
        self.month = Month()
        self.setFocusProxy(self.month)
        self.day = ChosenDay()
        self.day.opened.connect(self.session_opened)
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Search sessions"))
        self.search.setPlaceholderText(_("Search: march, clam, partly, a word of a note"))
        self.all = button(_("Show all"), partial(self.searched.emit, ""), kind="link")
        self.search.setMaxLength(_LONGEST)
        self.search.textEdited.connect(self.searched)
        self.found, self.empty = label("", "muted", wrap=False), label("", "lead")
        self.rows: list[SessionButton] = []
        self._groups: tuple[HistoryGroup, ...] = ()
        self._list = QVBoxLayout()
        self.earlier = button("", self.earlier_wanted.emit)
        self.waiting = Question(_("Go on with it"), _("Throw it away"))
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        self._lay_out()

    def show_frame(self, frame: HistoryFrame) -> None:
        """Show the History as it is; a list that has not changed stays as it is."""
        self.title.setText(frame.title)
        self.subtitle.setText(frame.subtitle)
        self.month.show_month(frame.month)
        if self.search.text() != frame.query:
            self.search.setText(frame.query)
        self.day.setVisible(frame.day is not None)
        if frame.day is not None:
            self.day.show_day(frame.day)
        self._show_list(frame.groups)
        self.empty.setText(frame.empty)
        self._nothing.setVisible(bool(frame.empty))
        self.found.setText(frame.found)
        self._result.setVisible(bool(frame.found))
        self.earlier.setText(frame.earlier)
        self.earlier.setVisible(bool(frame.earlier))
        self.undo.show_text(frame.undo_text)
        set_reading_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the screen in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def _show_list(self, groups: tuple[HistoryGroup, ...]) -> None:
        if groups == self._groups:
            return
        self._groups = groups
        clear(self._list)
        self.rows = []
        for group in groups:
            rows = session_buttons(group.rows, self.session_opened.emit)
            self.rows += rows
            title = column(label(group.title, "strong"))
            title.setContentsMargins(10, 8, 10, 2)
            self._list.addWidget(card(title, column(*rows, gap=2), margin=10))

    def _lay_out(self) -> None:
        self._nothing = card(self.empty)
        left, right = StayingColumn(card(self.month, margin=16)), QWidget()
        self._list.setSpacing(theme.GAP)
        self._result = QWidget()
        self._result.setLayout(row(self.found, None, self.all))
        parts = (self.search, self._result, self.day, self._nothing, self._list, self.earlier, None)
        fill(QVBoxLayout(right), parts, gap=theme.GAP, margin=0)
        body = Scroller(Turning(left, right, least=_HALF, gap=20))
        left.follow(body)
        top = column(self.title, self.subtitle, gap=4)
        fill(QVBoxLayout(self), (top, self.waiting, body, self.undo), gap=theme.GAP, margin=0)
