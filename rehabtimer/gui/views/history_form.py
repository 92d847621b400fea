"""The form for a past session: when it was, what was done, how it felt, and a note."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.history_form_sets import ExerciseForm
from rehabtimer.gui.views.summary import NoteField
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.digits import digit_of
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import button, card, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.time_field import TimeField
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.typed_scores import TypedScores
from rehabtimer.presenters.history_form_frame import FormExercise, FormQuestion, PastForm

_Question = tuple[Moment, Side]

_HALF = 350  # pixels that each side needs at text scale 1
_DATE = 210
_NOTE_LINES, _NOTE_FRAME = 4, 26


class PastFormView(QWidget):
    """Tells each thing that is filled in; `note_written` with each letter.

    `left` is for going elsewhere with the form as it is, `cancelled` for being done with it.
    """

    day_picked = Signal(object)
    time_picked = Signal(object)
    how_chosen = Signal(str)
    all_finished = Signal(bool)
    finished = Signal(str, bool)
    outcome_chosen = Signal(str, str)
    reps_set = Signal(str, float)
    seconds_set = Signal(str, float)
    pain_told = Signal(object, object, object)
    note_written = Signal(str)
    keep_wanted = Signal()
    cancelled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title, self.lead = label("", "title"), label("", "lead")
        self.day, self.time = DateField(_("Day")), TimeField(_("Time"))
        self.day.picked.connect(self.day_picked)
        self.time.picked.connect(self.time_picked)
        self.when_note, self.when_problem = label("", "muted"), label("", "hurts")
        self.how = Choices(_("How much of it"))
        self.how.chosen.connect(self.how_chosen)
        self.amount = label("", "muted")
        self.all = button(_("Everything done"), partial(self.all_finished.emit, True))
        self.none = button(_("Nothing done"), partial(self.all_finished.emit, False))
        self.sets_problem, self.note_problem = label("", "hurts"), label("", "hurts")
        self.exercises: dict[str, ExerciseForm] = {}
        self.scales: dict[_Question, PainScale] = {}
        self._typed: TypedScores[_Question] = TypedScores()
        self.note = NoteField()
        self.note.setPlaceholderText(_("A note, if you like"))
        self.note.setFixedHeight(_NOTE_LINES * theme.look.px(theme.HEADING) + _NOTE_FRAME)
        self.note.textChanged.connect(lambda: self.note_written.emit(self.note.toPlainText()))
        self.problem = label("", "hurts")
        self.save = button("", self.keep_wanted.emit, kind="primary")
        self.cancel = button(_("Cancel"), self.cancelled.emit)
        self.setFocusProxy(self.day.field)
        self._list, self._questions = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def show_frame(self, frame: PastForm) -> None:
        """Show the form; what is there already keeps the keyboard."""
        self.title.setText(frame.title)
        self.lead.setText(frame.lead)
        self.day.show_date(frame.day, frame.earliest, frame.latest)
        self.time.show_time(frame.at)
        self.how.show_options(frame.how)
        self.how.setVisible(bool(frame.how))
        self.amount.setText(frame.amount)
        self._show_exercises(frame.exercises)
        self._show_questions(frame.questions)
        if self.note.toPlainText() != frame.note:
            self.note.setPlainText(frame.note)
        self.save.setText(frame.save)
        for made, text in (
            (self.when_note, frame.when_note),
            (self.when_problem, frame.when_problem),
            (self.sets_problem, frame.sets_problem),
            (self.note_problem, frame.note_problem),
            (self.problem, frame.problem),
        ):
            _show(made, text)
        set_reading_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the form in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape; a digit answers the question that has the focus."""
        digit, asked = digit_of(event), self._asked()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif digit is not None and asked:
            key, score = self._typed.take(digit, asked)
            self.pain_told.emit(*key, score)
        else:
            super().keyPressEvent(event)

    def _asked(self) -> dict[_Question, PainScale]:
        focused = QApplication.focusWidget()
        return {
            key: scale
            for key, scale in self.scales.items()
            if focused is not None and scale.isAncestorOf(focused)
        }

    def _tell(self, key: _Question, score: int | None) -> None:
        """Take an answer by mouse, after which a digit begins anew."""
        self._typed.forget()
        self.pain_told.emit(*key, score)

    def _show_exercises(self, exercises: tuple[FormExercise, ...]) -> None:
        for item in exercises:
            if item.id not in self.exercises:
                self._add_exercise(item)
            self.exercises[item.id].show_item(item)
        self._all.setVisible(bool(exercises))
        for made in self.exercises.values():
            made.setVisible(bool(exercises))

    def _add_exercise(self, item: FormExercise) -> None:
        made = self.exercises[item.id] = ExerciseForm(item)
        made.finished.connect(self.finished)
        made.outcome_chosen.connect(self.outcome_chosen)
        made.reps_set.connect(self.reps_set)
        made.seconds_set.connect(self.seconds_set)
        made.unfolded.connect(lambda: set_reading_order(self))
        self._list.addWidget(made)

    def _show_questions(self, questions: tuple[FormQuestion, ...]) -> None:
        for asked in questions:
            key = (asked.moment, asked.knee)
            if key not in self.scales:
                self._add_question(asked)
            self.scales[key].choose(asked.score)

    def _add_question(self, asked: FormQuestion) -> None:
        key = (asked.moment, asked.knee)
        scale = self.scales[key] = PainScale(asked.text)
        scale.answered.connect(partial(self._tell, key))
        none = button(_("No answer"), partial(self._tell, key, None), kind="link")
        none.setAccessibleName(_("{question}: no answer").format(question=asked.text))
        head = row(label(asked.text, "entry"), none)
        head.setStretch(0, 1)
        self._questions.addLayout(column(head, scale, gap=6))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        self._all = QWidget()
        self._all.setLayout(row(self.all, self.none, None))
        self._list.setSpacing(12)
        self._questions.setSpacing(16)
        moment = Turning(self.day, self.time, least=_DATE, gap=12, shares=(3, 2))
        when = card(label(_("When it began"), "strong"), moment, self.when_note, self.when_problem)
        title = label(_("What was done"), "strong")
        what = card(title, self.how, self.amount, self._all, self.sets_problem)
        fill(QVBoxLayout(left), (when, what, self._list, None), gap=theme.GAP, margin=0)
        felt = card(label(_("How it felt"), "strong"), 4, self._questions)
        noted = card(label(_("Note"), "strong"), self.note, self.note_problem)
        fill(QVBoxLayout(right), (felt, noted, None), gap=theme.GAP, margin=0)
        body = Scroller(Turning(left, right, least=_HALF, gap=20, shares=(3, 2)))
        top = column(self.title, self.lead, gap=4)
        self.problem.setWordWrap(False)
        foot = row(self.save, self.cancel, 8, self.problem, None)
        layout = QVBoxLayout(self)
        fill(layout, (top, body, foot), gap=theme.GAP, margin=0)
        layout.setStretch(1, 1)


def _show(made: QLabel, text: str) -> None:
    made.setText(text)
    made.setVisible(bool(text))
