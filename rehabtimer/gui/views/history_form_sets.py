"""An exercise in the form for a past session: all of it in one press, or set by set."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.history_session import DoneMark
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.option_list import OptionList
from rehabtimer.gui.widgets.parts import button, column, fill, label, row
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.presenters.history_form_frame import FormExercise, FormSet

_NAME_WIDE = 118


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
        self.all = self._press(_("All done"), item, done=True)
        self.none = self._press(_("Not done"), item, done=False)
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
        acts = Flow(gap=4)
        for each in (self.all, self.none, self.more):
            acts.add(each)
        head = row(self._mark, words, gap=12)
        head.setStretch(1, 1)
        fill(QVBoxLayout(self), (head, acts, self._inside), gap=6, margin=16)
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

    def _press(self, text: str, item: FormExercise, *, done: bool) -> QWidget:
        made = button(text, lambda: self.finished.emit(item.id, done), kind="quiet")
        made.setAccessibleName(_("{what}: {exercise}").format(what=text, exercise=item.name))
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
        title.setFixedWidth(max(theme.look.px(_NAME_WIDE), title.sizeHint().width()))
        self.outcome = OptionList(_("{set}: how it went").format(set=name))
        self.reps: Stepper | None = None
        if item.reps is not None:
            self.reps = Stepper(_("{set}: reps").format(set=name), suffix=_(" reps"))
        self.seconds = Stepper(_("{set}: seconds").format(set=name), suffix=_(" s"))
        self.problem: QLabel = label("", "hurts")
        planned = label(_("planned: {dose}").format(dose=item.planned), "small", wrap=False)
        parts = Flow(gap=8)
        for each in (title, self.outcome, self.reps, self.seconds, planned):
            if each is not None:
                parts.add(each)
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
