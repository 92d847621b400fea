"""The form for an answer about pain, at the top of the Log and in place of a row."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.core.pain import Activity
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.log_entry_form import LogEntryForm
from rehabtimer.gui.views.log_when import WhenPart, problem_label, show_problem
from rehabtimer.gui.views.summary import NoteField
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.digits import digit_of, typed
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import column, fill, label
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.log_frame import LOCKING, SHARP, LogAnswer, LogForm
from rehabtimer.presenters.options import Option

TOP_HALF = 300  # half of what knees and moments need beside each other
_NOTE_LINES, _NOTE_FRAME = 2, 26


class LogNote(NoteField):
    """A note of two lines."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setPlaceholderText(_("A note, if you like"))
        self.setFixedHeight(_NOTE_LINES * theme.look.px(theme.HEADING) + _NOTE_FRAME)


class EntryForm(LogEntryForm):
    """Asks how much a knee hurts; digits answer."""

    def __init__(self, *, may_cancel: bool = False) -> None:
        """A form that may be cancelled goes away on Escape, too."""
        super().__init__(may_cancel=may_cancel)
        self.save.clicked.connect(lambda: self.saved.emit(self.answer))
        self._knee = Side.LEFT
        self._activity: Activity | None = None
        self.knees = Choices(_("Which knee"))
        self.knees.chosen.connect(self._choose_knee)
        self.scale = PainScale(_("How much does it hurt?"))
        self.activities = Choices(_("What were you doing?"), several=True)
        self.activities.chosen.connect(self._toggle_activity)
        self.alarms = Choices(_("What else was there?"), several=True)
        self.note = LogNote()
        self.when = WhenPart(self)
        self.whens, self.day, self.time = self.when.whens, self.when.day, self.when.time
        self.score_problem, self.note_problem = problem_label(), problem_label()
        self._lay_out()
        self.scale.answered.connect(self.score_problem.hide)  # what is mended needs no reproach

    @property
    def answer(self) -> LogAnswer:
        """What is filled in."""
        ticked = {key for key, made in self.alarms.buttons.items() if made.isChecked()}
        day, at = self.when.chosen
        return LogAnswer(
            knee=self._knee,
            score=self.scale.score,
            activity=self._activity,
            note=self.note.toPlainText(),
            day=day,
            at=at,
            sharp=SHARP in ticked,
            locking=LOCKING in ticked,
        )

    def show_form(self, form: LogForm) -> None:
        """Show a form; one that is there already keeps what was filled in."""
        self._form = form
        if self._is_new(form.id):
            self._begin(form)
        self.when.follow(form, form.problems.when)
        show_problem(self.score_problem, form.problems.score)
        show_problem(self.note_problem, form.problems.note)

    def take_focus(self) -> None:
        """Put the keyboard on the answer, or on the first one there could be."""
        self.scale.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer wherever nothing else takes them."""
        digit = digit_of(event)
        if digit is not None:
            self.scale.choose(typed(digit, self.scale.score))
            self.score_problem.hide()
        else:
            super().keyPressEvent(event)

    def _begin(self, form: LogForm) -> None:
        self.save.setText(form.save)
        self.knees.show_options(form.knees)
        self._knee = next(Side(option.key) for option in form.knees if option.chosen)
        self.scale.choose(form.score)
        chosen = (Activity(option.key) for option in form.activities if option.chosen)
        self._activity = next(chosen, None)
        self.activities.show_options(form.activities)
        self._doing.setVisible(bool(form.activities))
        self.alarms.show_options(form.alarms)
        self.alarms.setVisible(bool(form.alarms))
        self.note.setPlainText(form.note)
        self.when.begin(form, timed=form.timed)

    def _choose_knee(self, key: str) -> None:
        self._knee = Side(key)

    def _toggle_activity(self, key: str) -> None:
        self._activity = None if self._activity == key else Activity(key)
        self.activities.show_options(
            tuple(
                Option(option.key, option.text, option.key == self._activity)
                for option in self._form.activities
            )
        )

    def _lay_out(self) -> None:
        self._doing = QWidget()
        doing = label(_("What were you doing?"), "muted")
        fill(QVBoxLayout(self._doing), (doing, self.activities), gap=6, margin=0)
        parts = (
            Turning(self.knees, self.whens, least=TOP_HALF, gap=12, shares=(3, 2)),
            self.when.fields,
            column(self.scale, self.score_problem, gap=4),
            self.alarms,
            self._doing,
            column(self.note, self.note_problem, gap=4),
            self._buttons(),
        )
        fill(QVBoxLayout(self), parts, gap=14, margin=0)
