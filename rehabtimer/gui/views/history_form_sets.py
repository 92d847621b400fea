"""An exercise in the form for a past session: all of it in one press, or set by set."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.history_session import DoneMark
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.option_list import OptionList
from rehabtimer.gui.widgets.parts import Part, button, column, fill, label, row
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.presenters.history_form_frame import FormExercise, FormSet

_NAME_WIDE = 138
_OUTCOME_WIDE = 7  # letters


class ExerciseForm(QFrame):
    """Built once for an exercise; its sets are made when they are first looked at."""

    finished = Signal(str, bool)
    outcome_chosen = Signal(str, str)
    reps_set = Signal(str, float)
    seconds_set = Signal(str, float)
    unfolded = Signal()

    def __init__(self, item: FormExercise) -> None:
        """Build the row, closed."""
        super().__init__()
        self.setProperty("card", "true")
        self.sets: dict[str, SetForm] = {}
        self.name, self.amount = label(item.name, "strong"), label("", "muted")
        self.all = self._press(_("All"), _("All done"), item, done=True)
        self.none = self._press(_("None"), _("Not done"), item, done=False)
        self.more = button(_("Sets"), self._fold, kind="quiet", checkable=True)
        self.more.setAccessibleName(_("Sets: {exercise}").format(exercise=item.name))
        self._mark = QVBoxLayout()
        self._shown: DoneMark | None = None
        self._done: object = None
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        fill(self._list, (), gap=10, margin=0)
        self._inside.hide()
        words = column(self.name, self.amount, gap=2)
        acts = _beside(self.all, self.none, self.more, gap=0)
        head = row(self._mark, words, acts, gap=12)
        head.setStretch(1, 1)
        fill(QVBoxLayout(self), (head, self._inside), gap=12, margin=16)
        self.show_item(item)

    def show_item(self, item: FormExercise) -> None:
        """Bring the row up to date; a set that has to be put right is shown."""
        self._item = item
        self.amount.setText(item.amount)
        self._show_mark(item)
        if item.has_problem and not self.more.isChecked():
            self.more.setChecked(True)
            self._fold()
        for each in item.sets:
            if each.key in self.sets:
                self.sets[each.key].show_item(each)

    def _fold(self) -> None:
        if not self.sets:
            for each in self._item.sets:
                made = SetForm(each, f"{self._item.name}, {each.name}")
                made.outcome.chosen.connect(partial(self.outcome_chosen.emit, each.key))
                made.seconds.changed.connect(partial(self.seconds_set.emit, each.key))
                if made.reps is not None:
                    made.reps.changed.connect(partial(self.reps_set.emit, each.key))
                self.sets[each.key] = made
                self._list.addWidget(made)
        self._inside.setVisible(self.more.isChecked())
        self.unfolded.emit()

    def _press(self, text: str, name: str, item: FormExercise, *, done: bool) -> QWidget:
        made = button(text, lambda: self.finished.emit(item.id, done), kind="quiet")
        made.setAccessibleName(_("{what}: {exercise}").format(what=name, exercise=item.name))
        return made

    def _show_mark(self, item: FormExercise) -> None:
        if self._done is item.done:
            return
        self._done = item.done
        if self._shown is not None:
            self._mark.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = DoneMark(item.done)
        self._mark.insertWidget(0, self._shown)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignTop)


class SetForm(QWidget):
    """One set: how it ended, its reps where they count, its seconds, and what is wrong."""

    def __init__(self, item: FormSet, name: str) -> None:
        """`name` is which set it is, for those who hear the screen."""
        super().__init__()
        title = label(item.name, wrap=False)
        title.setMinimumWidth(theme.look.px(_NAME_WIDE))
        planned = label(_("{dose} planned").format(dose=item.planned), "small", wrap=False)
        self.outcome = OptionList(_("{set}: how it went").format(set=name))
        self.reps: Stepper | None = None
        if item.reps is not None:
            self.reps = Stepper(_("{set}: reps").format(set=name), suffix=_(" reps"))
        self.seconds = Stepper(_("{set}: seconds").format(set=name), suffix=_(" s"))
        for stepper in filter(None, (self.reps, self.seconds)):
            for sign in (stepper.minus, stepper.plus):
                sign.setProperty("slim", "true")
        self.problem: QLabel = label("", "hurts")
        self.outcome.setMinimumContentsLength(_OUTCOME_WIDE)
        parts = Flow(gap=8)
        parts.add(_beside(column(title, planned, gap=0), self.outcome))
        parts.add(_beside(self.reps, self.seconds))
        fill(QVBoxLayout(self), (parts, self.problem), gap=4, margin=0)
        self.show_item(item)

    def show_item(self, item: FormSet) -> None:
        """Bring the set up to date, without telling anybody."""
        self.outcome.show_options(item.outcomes)
        if self.reps is not None and item.reps is not None:
            self.reps.show_number(item.reps, 0, item.most_reps, 1)
        whole = float(item.seconds).is_integer()
        self.seconds.show_number(item.seconds, 0, item.most_seconds, 1 if whole else 0.5)
        self.problem.setText(item.problem)
        self.problem.setVisible(bool(item.problem))


def _beside(*parts: Part, gap: int = 8) -> QWidget:
    """Stand side by side, as wide as they ask to be."""
    made = QWidget()
    made.setLayout(row(*(part for part in parts if part is not None), gap=gap))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
