"""The Summary after a session: what was done on the left, how it feels on the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.widgets.bar import Bar
from rehabtimer.gui.widgets.digits import digit_of
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import Part, button, card, clear, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.typed_scores import TypedScores
from rehabtimer.presenters.frames import PainQuestion
from rehabtimer.presenters.summary_frame import LeftOut, SummaryFrame, SummaryRow

_SIDE_WIDTH = 424
_NARROW_SIDE_WIDTH = 340
_NARROW = 1000
_NOTE_LINES = 3


class NoteField(QPlainTextEdit):
    """A few lines of text; `left` tells them when the person is done with it."""

    left = Signal(str)

    def __init__(self) -> None:
        """Start empty; Tab goes on to the next field."""
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Note"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(self.toPlainText())


class SummaryView(QWidget):
    """Shows a session that is over; nothing in it has to be answered."""

    done_wanted = Signal()
    resume_wanted = Signal()
    care_wanted = Signal()
    pain_told = Signal(object, int)
    note_written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title")
        self.subtitle = label("", "lead")
        self.done = button(_("&Done"), self._finish, kind="primary")
        self.resume = button(_("&Go on with it"), self._take_up)
        self.note = NoteField()
        self.note.left.connect(self.note_written)
        self.note_problem = label("", "hurts")
        self.scales: dict[object, PainScale] = {}
        self._typed: TypedScores[object] = TypedScores()
        self._asked: tuple[object, ...] = ()
        self._rows = QVBoxLayout()
        self._questions = QVBoxLayout()
        self._left_out = QVBoxLayout()
        self.alarm = label("", "hurts")
        self._alarm = self._alarm_card()
        top = row(column(self.title, self.subtitle, gap=4), self.resume, self.done, gap=8)
        top.setStretch(0, 1)
        fill(QVBoxLayout(self), (top, self._body()), gap=theme.GAP, margin=0)

    def show_frame(self, frame: SummaryFrame) -> None:
        """Show what was done."""
        self.title.setText(frame.title)
        self.subtitle.setText(" · ".join(t for t in (frame.subtitle, frame.minutes) if t))
        self.resume.setVisible(frame.can_resume)
        clear(self._rows)
        for item in frame.rows:
            self._rows.addWidget(_row(item))
        self._rows.addStretch(1)
        self._show_questions(frame.questions)
        self._show_left_out(frame.left_out)
        self.alarm.setText(frame.alarm)
        self._alarm.setVisible(bool(frame.alarm))
        self.note_problem.setText(frame.note_problem)
        self.note_problem.setVisible(bool(frame.note_problem))
        self.note.setAccessibleDescription(frame.note_problem)
        if not self.note.hasFocus() and self.note.toPlainText().strip() != frame.note:
            self.note.setPlainText(frame.note)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the screen in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)
        self.setFocus()  # a last press of Space from the session must answer nothing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the question that has the focus, else the first open one."""
        digit = digit_of(event)
        if digit is None or not self.scales:
            super().keyPressEvent(event)
        else:
            self.pain_told.emit(*self._typed.take(digit, self.scales))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the questions less room where there is little."""
        super().resizeEvent(event)
        wide = _SIDE_WIDTH if self.width() >= _NARROW else _NARROW_SIDE_WIDTH
        self._side.setFixedWidth(wide)

    def _body(self) -> QHBoxLayout:
        inside = QWidget()
        fill(QVBoxLayout(inside), (self._rows,), gap=0, margin=theme.CARD_MARGIN)
        self._rows.setSpacing(theme.GAP)
        beside = QWidget()
        fill(self._questions, (), gap=theme.GAP, margin=0)
        fill(self._left_out, (), gap=4, margin=0)
        self._off = card(label(_("Not part of this session"), "strong"), 2, self._left_out)
        only = label(_("Only if you like."), "muted")
        note = card(label(_("Note"), "strong"), only, self.note, self.note_problem)
        self.note.setFixedHeight(_NOTE_LINES * theme.look.px(theme.HEADING) + 24)
        parts = (self._alarm, self._questions, note, self._off, None)
        fill(QVBoxLayout(beside), parts, gap=theme.GAP, margin=0)
        self._side = Scroller(beside)
        made = row(card(Scroller(inside), margin=0), self._side, gap=20)
        made.setStretch(0, 1)
        return made

    def _show_questions(self, questions: tuple[PainQuestion, ...]) -> None:
        asked = tuple(question.knee for question in questions)
        if asked != self._asked:
            self._asked = asked
            clear(self._questions)
            self.scales = {}
            for question in questions:
                self._questions.addWidget(self._question(question))
        for question in questions:
            self.scales[question.knee].choose(question.score)

    def _alarm_card(self) -> QFrame:
        care = button(_("When to see someone"), self.care_wanted.emit)
        title = label(_("Have your knee looked at"), "strong")
        return card(title, self.alarm, 2, row(care, None))

    def _show_left_out(self, exercises: tuple[LeftOut, ...]) -> None:
        clear(self._left_out)
        for left_out in exercises:
            self._left_out.addWidget(label(left_out.name))
            self._left_out.addWidget(label(left_out.why, "skipped"))
        self._off.setVisible(bool(exercises))

    def _question(self, question: PainQuestion) -> QFrame:
        scale = PainScale(question.text)
        scale.answered.connect(partial(self._answer, question.knee))
        self.scales[question.knee] = scale
        return card(label(question.text, "strong"), 2, scale)

    def _answer(self, knee: object, score: int) -> None:
        self._typed.forget()
        self.pain_told.emit(knee, score)

    def _finish(self) -> None:
        if self._keep_note():
            self.done_wanted.emit()

    def _take_up(self) -> None:
        if self._keep_note():
            self.resume_wanted.emit()

    def _keep_note(self) -> bool:
        """Tell the note; one that is refused is gone back to, and not left behind."""
        self.note_written.emit(self.note.toPlainText())
        if self.note_problem.text():
            self.note.setFocus()
        return not self.note_problem.text()


def _row(item: SummaryRow) -> QWidget:
    picture = Picture()
    picture.show_exercise(item.figure, item.side, dimmed=item.skipped, variant=item.variant)
    bar = Bar()
    bar.show_fraction(item.fraction, item.done)
    made = QWidget()
    layout = QHBoxLayout(made)
    parts: list[Part] = [label(item.name, "strong"), label(item.done, "muted")]
    if item.remark:
        parts.append(label(item.remark, "skipped"))
    words = column(None, *parts, 4, bar, None, gap=2)
    fill(layout, (picture, words), gap=theme.GAP, margin=0)
    layout.setStretch(1, 1)
    return made
