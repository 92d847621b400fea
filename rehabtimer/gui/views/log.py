"""The Log: how the knees feel and what was done, and the diary of all that was told."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.views.log_day import DayCard, RowActs
from rehabtimer.gui.views.log_entry import AnyForm, EditedForm, EntryCard
from rehabtimer.gui.views.log_reliever import RelieverCard
from rehabtimer.gui.widgets.parts import button, card, column, fill, label
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.log_frame import LogDay, LogFrame

_HALF = 480
_AT_ONCE = 4  # new days that are shown at once; the others follow one by one


class LogView(QWidget):
    """Shows the diary; `added` and `changed` have what a form says, the others an id or nothing."""

    added = Signal(object)
    changed = Signal(object)
    cancelled = Signal()
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    earlier_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title")
        self.subtitle = label("", "lead")
        self.entry = EntryCard()
        self.entry.saved.connect(self.added)
        self.form = self.entry.pain
        self.setFocusProxy(self.entry)  # where digits answer about pain
        self.reliever = RelieverCard()
        self._edited = EditedForm(self.changed, self.cancelled)
        self._edited_id = ""
        self._frame: LogFrame | None = None
        self._cards: dict[LogDay, DayCard] = {}
        self._waiting: list[LogDay] = []
        self._growing = QTimer(self)
        self._growing.timeout.connect(self._grow)
        self._acts = RowActs(self.edit_wanted.emit, self._remove, self._form_of)
        self.empty = label("", "lead")
        self.earlier = button("", self.earlier_wanted.emit)
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        self._days = QVBoxLayout()
        self._lay_out()

    def show_frame(self, frame: LogFrame) -> None:
        """Show the diary as it is; days that have not changed stay as they are."""
        self.title.setText(frame.title)
        self.subtitle.setText(frame.subtitle)
        self._frame = frame
        self.entry.show_frame(frame)
        self.reliever.show_tick(frame.reliever)
        before, self._edited_id = self._edited_id, frame.edited.id if frame.edited else ""
        self._show_days(frame.days)
        if frame.edited:
            self._edited.show(frame.edited)
        self.empty.setText(frame.empty)
        self._nothing.setVisible(bool(frame.empty))
        self.earlier.setText(frame.earlier)
        self.earlier.setVisible(bool(frame.earlier))
        self.undo.show_text(frame.undo_text)
        if before != self._edited_id:
            self._move_focus(before)

    @property
    def edited(self) -> AnyForm | None:
        """The form of the entry that is being edited, if one is."""
        return self._edited.form

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the screen in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def _show_days(self, days: tuple[LogDay, ...]) -> None:
        if not self._edited_id:
            self._edited.form = None
        known, self._cards = self._cards, {}
        new = 0
        for place, day in enumerate(days):
            new += day not in known
            if new > _AT_ONCE:
                break
            made = known.pop(day) if day in known else DayCard(day, self._acts)
            self._place(place, day, made)
        self._waiting = list(days[len(self._cards) :])
        for gone in known.values():
            _let_go(gone)
            self._days.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._growing.start()
        _find_places()

    def _grow(self) -> None:
        """Show one more day; sixty at once would keep the window from answering."""
        if self._waiting:
            day = self._waiting.pop(0)
            self._place(len(self._cards), day, DayCard(day, self._acts))
            _find_places()
        else:
            self._growing.stop()
            set_reading_order(self)

    def _place(self, place: int, day: LogDay, made: DayCard) -> None:
        self._cards[day] = made
        if self._days.indexOf(made) != place:
            self._days.insertWidget(place, made)
            made.show()  # now, so that the keyboard can go there

    def _form_of(self, _identity: str) -> QWidget:
        """The form of an entry; one that is open already moves with what is filled in."""
        if self._frame is None or self._frame.edited is None:
            raise RuntimeError("no entry is being edited")
        return self._edited.of(self._frame.edited)

    def _remove(self, identity: str) -> None:
        self.remove_wanted.emit(identity)
        self.undo.undo.setFocus()

    def _move_focus(self, before: str) -> None:
        """To the form that has opened, or back to the button that opened it."""
        if self.edited:
            self.edited.take_focus()
            return
        for each in self._cards.values():
            if before in each.edits:
                each.edits[before].setFocus()

    def _lay_out(self) -> None:
        self._nothing = card(self.empty)
        left, right = QWidget(), QWidget()
        fill(QVBoxLayout(left), (self.entry, self.reliever, None), gap=theme.GAP, margin=0)
        self._days.setSpacing(theme.GAP)
        diary = (self._nothing, self._days, self.earlier, None)
        fill(QVBoxLayout(right), diary, gap=theme.GAP, margin=0)
        body = Scroller(Turning(left, right, least=_HALF, gap=20))
        top = column(self.title, self.subtitle, gap=4)
        fill(QVBoxLayout(self), (top, body, self.undo), gap=theme.GAP, margin=0)


def _find_places() -> None:
    """Lay out at once: what is new would be squeezed until every layout above it has had a turn."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _let_go(gone: QWidget) -> None:
    """Take the keyboard away first, or the page would scroll to whatever it went to next."""
    focused = QApplication.focusWidget()
    if focused is not None and gone.isAncestorOf(focused):
        focused.clearFocus()
