"""One past session: every set on the left, pain, skips and the note on the right."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.history_day import line_row
from rehabtimer.gui.widgets.month_marks import paint_done
from rehabtimer.gui.widgets.opened_page import OpenedPage
from rehabtimer.gui.widgets.parts import button, card, clear, column, fill, label, row
from rehabtimer.gui.widgets.question import Question
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.insights.adherence import Done
from rehabtimer.presenters.history_frame import DayLine
from rehabtimer.presenters.history_session_frame import PastExercise, PastFrame, PastSet

_HALF = 340  # pixels that each side needs at text scale 1
_MARK = 18
_NAME_WIDE = 122


class PastView(OpenedPage):
    """Shows a session; it is changed elsewhere, so this page only asks for it."""

    edit_wanted = Signal()
    delete_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title, self.subtitle = label("", "title"), label("", "lead")
        self.back = button(_("‹ History"), self.back_wanted.emit, kind="quiet")
        self.back.setAccessibleName(_("Back to the History"))
        self.edit = button(_("Edit"), self.edit_wanted.emit)
        self.delete = button(_("Delete"), self.delete_wanted.emit, kind="hurts")
        self.setFocusProxy(self.back)
        self.why_not = label("", "notice")
        self.status, self.totals = label("", "heading"), label("", "muted")
        self.remarks = label("", "skipped")
        self.note = label("")
        self._exercises, self._answers, self._skips = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.waiting = Question(_("Go on with it"), _("Throw it away"))
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        self._lay_out()

    def show_frame(self, frame: PastFrame) -> None:
        """Show the session as it is."""
        for made, text in (
            (self.title, frame.title),
            (self.subtitle, frame.subtitle),
            (self.status, frame.status),
            (self.totals, frame.totals),
            (self.remarks, "\n".join(frame.remarks)),
            (self.note, frame.note),
            (self.why_not, frame.why_not),
        ):
            made.setText(text)
            made.setVisible(bool(text))
        for press in (self.edit, self.delete):
            press.setEnabled(not frame.why_not)
            press.setAccessibleDescription(frame.why_not)
        clear(self._exercises)
        wide = _amount_width(frame.exercises)
        for item in frame.exercises:
            self._exercises.addWidget(_exercise(item, wide))
        self._show_lines(self._answers, self._pain, frame.answers)
        self._show_lines(self._skips, self._skipped, frame.skips)
        self._noted.setVisible(bool(frame.note))
        self._untold.setVisible(not (frame.note or frame.answers or frame.skips))
        self.undo.show_text(frame.undo_text)
        set_reading_order(self)

    def _show_lines(self, layout: QVBoxLayout, inside: QFrame, lines: tuple[DayLine, ...]) -> None:
        clear(layout)
        for line in lines:
            layout.addWidget(line_row(line))
        inside.setVisible(bool(lines))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for layout in (self._exercises, self._answers, self._skips):
            layout.setSpacing(12)
        summary = card(self.status, self.totals, self.remarks)
        self._pain = card(label(_("Pain"), "strong"), 2, self._answers)
        self._skipped = card(label(_("Skipped, and why"), "strong"), 2, self._skips)
        self._noted = card(label(_("Note"), "strong"), self.note)
        nothing = _("No pain, no skip and no note was told with this session.")
        self._untold = card(label(nothing, "muted"))
        sets = card(label(_("Every set, done of planned"), "strong"), 4, self._exercises)
        fill(QVBoxLayout(left), (sets, None), gap=theme.GAP, margin=0)
        beside = (summary, self._pain, self._skipped, self._noted, self._untold, None)
        fill(QVBoxLayout(right), beside, gap=theme.GAP, margin=0)
        body = Scroller(Turning(left, right, least=_HALF, gap=20, shares=(3, 2)))
        words = column(self.title, self.subtitle, gap=4)
        top = row(words, self.edit, self.delete)
        top.setStretch(0, 1)
        back = row(self.back, None, gap=0)
        head = column(back, top, self.why_not, gap=4)
        layout = QVBoxLayout(self)
        fill(layout, (head, self.waiting, body, self.undo), gap=theme.GAP, margin=0)
        layout.setStretchFactor(body, 1)


class DoneMark(QWidget):
    """The mark of how much was done, beside the words that say it."""

    def __init__(self, done: Done) -> None:
        """Show it for good."""
        super().__init__()
        self._done = done
        wide = theme.look.px(_MARK)
        self.setFixedSize(QSize(wide, wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the same shape as in the calendar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_done(painter, QRectF(self.rect()), self._done)
        painter.end()


def _amount_width(exercises: tuple[PastExercise, ...]) -> int:
    """Return the room that the longest amount needs, so that all exercises have equal columns."""
    metrics = QFontMetrics(theme.font(theme.look.px(theme.BODY)))
    amounts = (each.amount for item in exercises for each in item.sets)
    return max((metrics.horizontalAdvance(text) + 2 for text in amounts), default=0)


def _exercise(item: PastExercise, amount_wide: int) -> QWidget:
    made = QWidget()
    name = label(item.name, "entry")
    count = label(item.count, "muted", wrap=False)
    head = row(DoneMark(item.done), name, count, gap=10)
    head.setStretch(1, 1)
    grid = QGridLayout()
    grid.setContentsMargins(theme.look.px(_MARK) + 10, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    for each in item.sets:
        _add_set(grid, each)
    grid.setColumnMinimumWidth(1, amount_wide)
    grid.setColumnStretch(3, 1)
    fill(QVBoxLayout(made), (head, grid), gap=4, margin=0)
    return made


def _add_set(grid: QGridLayout, item: PastSet) -> None:
    line = grid.rowCount()
    role = "muted" if item.done is Done.FULL else "skipped"
    name = label(item.name, "muted", wrap=False)
    name.setMinimumWidth(theme.look.px(_NAME_WIDE))
    grid.addWidget(name, line, 0)
    grid.addWidget(label(item.amount, wrap=False), line, 1)
    grid.addWidget(label(item.outcome, role, wrap=False), line, 2)
    for number, text in enumerate(item.again, start=1):
        grid.addWidget(label(text, "small"), line + number, 1, 1, 3)
