"""The Programme: knee and days on top, every exercise below, and a way back from each change."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.programme_row import ExerciseRow
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.parts import Part, card, clear, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.programme_frame import ProgrammeFrame

_HALF = 300  # pixels that half of the screen needs at text scale 1


class ProgrammeView(QWidget):
    """Shows the programme as it will be from the next session on."""

    knee_chosen = Signal(str)
    plan_chosen = Signal(str)
    weekday_toggled = Signal(int)
    switched = Signal(str, bool)
    dose_set = Signal(str, object, float)
    reset_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title")
        self.subtitle = label("", "lead")
        self.total = label("", "heading", wrap=False)
        self.total_note = label("", "muted", wrap=False)
        self.knees = Choices(_("Sore knee"))
        self.knees.chosen.connect(self.knee_chosen)
        self.plans = Choices(_("Days of the plan"))
        self.plans.chosen.connect(self.plan_chosen)
        self.weekdays = Choices(_("Days of the week"), several=True)
        self.weekdays.chosen.connect(lambda key: self.weekday_toggled.emit(int(key)))
        self.plan_note = label("", "muted")
        self.knee_note = label("", "muted")
        self.rows: dict[str, ExerciseRow] = {}
        self._list = QVBoxLayout()
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        parts = (self._top(), Scroller(self._body()), self.undo)
        fill(QVBoxLayout(self), parts, gap=theme.GAP, margin=0)

    def show_frame(self, frame: ProgrammeFrame) -> None:
        """Show the programme as it is; rows that are open stay open."""
        self.title.setText(frame.title)
        self.subtitle.setText(frame.subtitle)
        self.total.setText(frame.total)
        self.total_note.setText(frame.total_note)
        self.knees.show_options(frame.knees)
        self.plans.show_options(frame.plans)
        self.weekdays.show_options(frame.weekdays)
        self.plan_note.setText(frame.plan_note)
        self.knee_note.setText(frame.knee_note)
        if tuple(self.rows) != tuple(item.exercise for item in frame.rows):
            self._build_rows(frame)
        for item in frame.rows:
            self.rows[item.exercise].show_row(item)
        self.undo.show_text(frame.undo_text)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the screen in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def _build_rows(self, frame: ProgrammeFrame) -> None:
        clear(self._list)
        self.rows = {}
        for item in frame.rows:
            made = ExerciseRow(item)
            made.switched.connect(partial(self.switched.emit, item.exercise))
            made.dose_set.connect(partial(self.dose_set.emit, item.exercise))
            made.reset_wanted.connect(partial(self.reset_wanted.emit, item.exercise))
            self.rows[item.exercise] = made
            self._list.addWidget(made)

    def _top(self) -> Part:
        for part in (self.total, self.total_note):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        total = column(self.total, self.total_note, gap=4)
        made = row(column(self.title, self.subtitle, gap=4), total, gap=theme.GAP)
        made.setAlignment(total, Qt.AlignmentFlag.AlignBottom)
        made.setStretch(0, 1)
        return made

    def _body(self) -> QWidget:
        knee = card(label(_("Sore knee"), "strong"), self.knees, self.knee_note, None)
        plan = card(label(_("Plan"), "strong"), self.plans, self.weekdays, self.plan_note)
        self._list.setSpacing(12)
        made = QWidget()
        cards = Turning(knee, plan, least=_HALF, shares=(3, 5))
        fill(QVBoxLayout(made), (cards, self._list, None), gap=theme.GAP, margin=0)
        return made
