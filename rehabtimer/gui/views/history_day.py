"""The chosen day of the History: its sessions, and all that was told on it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.views.history_rows import SessionButton
from rehabtimer.gui.widgets.parts import button, clear, column, fill, label, row
from rehabtimer.presenters.history_frame import DayFrame, DayLine, HistoryRow

_TIME_WIDE = 48
_INSIDE = 10  # of a session's own ground: so its mark stands in line with the words around it


class ChosenDay(QFrame):
    """Shows a day; `opened` has the id of a session, `add_wanted` the date."""

    opened = Signal(str)
    add_wanted = Signal(object)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("card", "true")
        self.title = label("", "heading")
        self.kind = label("", "muted")
        self.empty = label("")
        self.add = button("", lambda: self.add_wanted.emit(self._day.on), icon_name="plus")
        self.rows: list[SessionButton] = []
        self._sessions, self._lines = QVBoxLayout(), QVBoxLayout()
        head = column(self.title, self.kind, gap=2)
        below = column(self._lines, self.empty, row(self.add, None), gap=12)
        self._lines.setSpacing(10)
        for each in (head, below):
            each.setContentsMargins(_INSIDE, 0, _INSIDE, 0)
        layout, side = QVBoxLayout(self), theme.CARD_MARGIN - _INSIDE
        fill(layout, (head, self._sessions, below), gap=8, margin=side)
        layout.setContentsMargins(side, theme.CARD_MARGIN, side, theme.CARD_MARGIN)

    def show_day(self, day: DayFrame) -> None:
        """Show a day in place of the one before."""
        self._day = day
        self.title.setText(day.title)
        for made, text in ((self.kind, day.kind), (self.empty, day.empty), (self.add, day.add)):
            made.setText(text)
            made.setVisible(bool(text))
        clear(self._sessions)
        self.rows = session_buttons(day.rows, self.opened.emit)
        for each in self.rows:
            self._sessions.addWidget(each)
        clear(self._lines)
        for line in day.lines:
            self._lines.addWidget(line_row(line))

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be done here."""
        (self.rows[0] if self.rows else self.add).setFocus()


def session_buttons(
    rows: Iterable[HistoryRow], on_press: Callable[[str], object]
) -> list[SessionButton]:
    """Return a button for each session, which tells its id."""
    made = [SessionButton(item) for item in rows]
    for each in made:
        each.clicked.connect(partial(_press, on_press, each.item.id))
    return made


def line_row(line: DayLine) -> QWidget:
    """Return something that was told, with its time before it."""
    made = QWidget()
    at = label(line.time, "muted", wrap=False)
    at.setFixedWidth(theme.look.px(_TIME_WIDE))
    texts = (
        (line.title, "entry"),
        (line.detail, "muted"),
        (line.alarm, "hurts"),
        (line.note, "body"),
    )
    words = column(*(label(text, role) for text, role in texts if text), gap=2)
    layout = QHBoxLayout(made)
    fill(layout, (at, words), gap=8, margin=0)
    layout.setAlignment(at, Qt.AlignmentFlag.AlignTop)
    layout.setStretch(1, 1)
    return made


def _press(on_press: Callable[[str], object], identity: str, *_checked: object) -> None:
    on_press(identity)
