"""The Programme: legs and plan on top, every exercise below, and a way back from each change."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.programme_foot import ProgrammeFoot
from rehabtimer.gui.views.programme_list import ExerciseList
from rehabtimer.gui.views.programme_plan import PlanCard
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.dropped import dropped_file
from rehabtimer.gui.widgets.parts import Part, button, card, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.programme_frame import ListFrame, ProgrammeFrame

_HALF = 300  # pixels that half of the screen needs at text scale 1
_AROUND = 60  # pixels above and below what is to be seen
_STEP = 24  # pixels from an edge at which it scrolls on
_FILE = ".toml"


class ProgrammeView(QWidget):
    """Shows the programme as it will be from the next session on.

    What is done about one exercise is told by `exercises`, about the plan by `plan`.
    """

    knee_chosen = Signal(str)
    first_chosen = Signal(str)
    group_floor_set = Signal(bool)
    hurt_skip_wanted = Signal()
    file_dropped = Signal(object)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.title = label("", "title")
        self.subtitle = label("", "lead")
        self.total = label("", "heading", wrap=False)
        self.total_note = label("", "muted", wrap=False)
        self.knees = Choices(_("Sore knee"))
        self.knees.chosen.connect(self.knee_chosen)
        self.knee_note = label("", "muted")
        self.firsts = Choices(_("Goes first"))
        self.firsts.chosen.connect(self.first_chosen)
        self.plan = PlanCard()
        self.order_note = label("", "muted")
        self.group_floor = Switch()
        self.group_floor.setAccessibleName(_("Floor exercises last"))
        self.group_floor.clicked.connect(self.group_floor_set)
        self.skip_hurt = button(_("Skip what hurt this week"), self.hurt_skip_wanted.emit)
        self.hurt_text = label("", "muted")
        self.empty = label("")
        self._empty_card = card(self.empty, kind="notice", margin=16)
        self.exercises = ExerciseList()
        self.foot = ProgrammeFoot()
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        self.drop_note = label(_("Drop the file to see what is in it."), "notice")
        self.drop_note.hide()
        self._inside = self._body()
        self._scroller = Scroller(self._inside)
        self.exercises.sight_wanted.connect(self._show_widget)
        self.exercises.held_at.connect(self._scroll_along)
        self.exercises.rearranged.connect(self._order_tabs)
        self.plan.unfolded.connect(self._order_tabs)
        parts = (self._top(), self.drop_note, self._scroller, self.undo)
        fill(QVBoxLayout(self), parts, gap=theme.GAP, margin=0)

    def show_frame(self, frame: ProgrammeFrame) -> None:
        """Show the programme as it is; rows that are open stay open."""
        self.title.setText(frame.title)
        self.subtitle.setText(frame.subtitle)
        self.total.setText(frame.total)
        self.total_note.setText(frame.total_note)
        self.knees.show_options(frame.legs.knees)
        self.knee_note.setText(frame.legs.knee_note)
        self.firsts.show_options(frame.legs.firsts)
        self.plan.show_frame(frame.plan)
        self._show_listing(frame.listing)
        self.exercises.show_rows(frame.rows)
        self.foot.show_frame(frame.listing)
        self.undo.show_text(frame.undo_text)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the screen in order, once everything is in it."""
        super().showEvent(event)
        self._order_tabs()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of exercises, and nothing else."""
        if dropped_file(event.mimeData(), _FILE):
            event.acceptProposedAction()
            self.drop_note.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Offer nothing any more."""
        self.drop_note.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file it is."""
        self.drop_note.hide()
        path = dropped_file(event.mimeData(), _FILE)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(Path(path))

    def _show_listing(self, frame: ListFrame) -> None:
        self.order_note.setText(frame.order_note)
        self.group_floor.setChecked(frame.group_floor)
        self.skip_hurt.setEnabled(frame.can_skip_hurt)
        self.skip_hurt.setAccessibleDescription(frame.hurt_text)
        self.hurt_text.setText(frame.hurt_text)
        self.empty.setText(frame.empty)
        self._empty_card.setVisible(bool(frame.empty))

    def _show_widget(self, widget: QWidget) -> None:
        self._scroller.ensureWidgetVisible(widget, 0, _AROUND)

    def _scroll_along(self, y: int) -> None:
        """Follow the hand that holds a row, a little at a time."""
        inside = self.exercises.mapTo(self._inside, QPoint(0, y))
        self._scroller.ensureVisible(0, inside.y(), 0, _STEP)

    def _order_tabs(self) -> None:
        if self.isVisible():
            set_reading_order(self)

    def _top(self) -> Part:
        for part in (self.total, self.total_note):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        total = column(self.total, self.total_note, gap=4)
        made = row(column(self.title, self.subtitle, gap=4), total, gap=theme.GAP)
        made.setAlignment(total, Qt.AlignmentFlag.AlignBottom)
        made.setStretch(0, 1)
        return made

    def _body(self) -> QWidget:
        made = QWidget()
        cards = Turning(self._legs(), self.plan, least=_HALF, shares=(11, 16))
        parts = (
            cards,
            self.plan.course,
            self._list_head(),
            self._empty_card,
            self.exercises,
            self.foot,
            None,
        )
        fill(QVBoxLayout(made), parts, gap=theme.GAP, margin=0)
        return made

    def _legs(self) -> QFrame:
        return card(
            label(_("Sore knee"), "strong"),
            self.knees,
            self.knee_note,
            4,
            label(_("Goes first"), "strong"),
            self.firsts,
            None,
        )

    def _list_head(self) -> Part:
        words = column(label(_("Exercises"), "heading"), self.order_note, gap=4)
        floor = label(_("Floor exercises last"), wrap=False)
        head = row(words, floor, self.group_floor, gap=12)
        head.setStretch(0, 1)
        hurt = row(self.skip_hurt, self.hurt_text, gap=12)
        hurt.setStretch(1, 1)
        return column(head, hurt, gap=12)
