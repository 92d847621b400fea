"""The form for an activity besides the programme, at the top of the Log and in place of a row."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.core.workouts import Sport
from rehabtimer.gui.views.log_entry_form import LogEntryForm
from rehabtimer.gui.views.log_form import LogNote
from rehabtimer.gui.views.log_when import WhenPart, problem_label, show_problem
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.form_field import TextInput
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import button, column, fill, label
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.log_forms import ActivityAnswer, ActivityForm, KneeScale
from rehabtimer.presenters.options import Option

_HALF = 180  # pixels that a number with its name needs at text scale 1


class _Knee(QWidget):
    """A question about one knee that may stay open; a second press takes an answer back."""

    def __init__(self, asked: KneeScale) -> None:
        super().__init__()
        self._before: int | None = None
        self.scale = PainScale(asked.text)
        self.scale.answered.connect(self._take)
        fill(QVBoxLayout(self), (label(asked.text, "muted"), self.scale), gap=6, margin=0)

    def choose(self, score: int | None) -> None:
        self._before = score
        self.scale.choose(score)

    def _take(self, score: int) -> None:
        self.choose(None if score == self._before else score)


class ActivityEntry(LogEntryForm):
    """Asks what was done; for more only once that is told."""

    def __init__(self, *, may_cancel: bool = False) -> None:
        """A form that may be cancelled goes away on Escape, too."""
        super().__init__(may_cancel=may_cancel)
        self.save.clicked.connect(lambda: self.saved.emit(self.answer))
        self._sport: Sport | None = None
        self._form: ActivityForm | None = None
        self.sports = Choices(_("What you did"), several=True)
        self.sports.chosen.connect(self._choose_sport)
        self.minutes = TextInput(_("Minutes"))
        self.distance = TextInput(_("Distance"))
        self.warm = Switch()
        self.warm.setAccessibleName(_("Stretched and warmed up before and after it"))
        self.knees: dict[Side, _Knee] = {}
        self.more: dict[Side, QPushButton] = {}
        self._asked = QVBoxLayout()
        self.note = LogNote()
        self.when = WhenPart(self)
        self.sport_problem, self.note_problem = problem_label(), problem_label()
        self._lay_out()
        for number in (self.minutes, self.distance):
            number.entered.connect(self.save.click)

    @property
    def answer(self) -> ActivityAnswer:
        """What is filled in."""
        day, at = self.when.chosen
        scores = {knee: asked.scale.score for knee, asked in self.knees.items()}
        return ActivityAnswer(
            sport=self._sport,
            minutes=self.minutes.text,
            distance=self.distance.text,
            warmed_up=self.warm.isChecked(),
            scores=tuple((knee, score) for knee, score in scores.items() if score is not None),
            note=self.note.toPlainText(),
            day=day,
            at=at,
        )

    def show_form(self, form: ActivityForm) -> None:
        """Show a form; one that is there already keeps what was filled in."""
        is_new, self._form = self._is_new(form.id), form
        if is_new:
            self._begin(form)
        problems = form.problems
        self.when.follow(form, problems.when)
        minutes = form.minutes if is_new else self.minutes.text
        distance = form.distance if is_new else self.distance.text
        self.minutes.show_text(minutes, "", problems.minutes)
        self.distance.show_text(distance, "", problems.distance)
        self.distance.show_name(form.distance_name)
        show_problem(self.sport_problem, problems.sport)
        show_problem(self.note_problem, problems.note)

    def take_focus(self) -> None:
        """Put the keyboard on what was done, or on the first thing there is."""
        buttons = self.sports.buttons.values()
        next((each for each in buttons if each.isChecked()), next(iter(buttons))).setFocus()

    def _begin(self, form: ActivityForm) -> None:
        self.save.setText(form.save)
        chosen = (Sport(each.option.key) for each in form.sports if each.option.chosen)
        self._sport = next(chosen, None)
        self.warm.setChecked(form.warmed_up)
        for asked in form.knees:
            self._show_knee(asked)
        self.note.setPlainText(form.note)
        self.when.begin(form)
        self._show_sport()

    def _choose_sport(self, key: str) -> None:
        self._sport = Sport(key)
        self.sport_problem.hide()
        self._show_sport()

    def _show_sport(self) -> None:
        """Mark what was chosen, and ask for what belongs to it; for nothing more before that."""
        if self._form is None:
            return
        self.sports.show_options(
            tuple(
                Option(each.option.key, each.option.text, each.option.key == self._sport)
                for each in self._form.sports
            )
        )
        chosen = [each for each in self._form.sports if each.option.key == self._sport]
        if not chosen and self._rest.isAncestorOf(QApplication.focusWidget() or self):
            self.take_focus()  # what was kept is asked anew
        self._rest.setVisible(bool(chosen))
        self.distance.setVisible(any(each.asks_distance for each in chosen))
        self._warm.setVisible(any(each.asks_warm_up for each in chosen))

    def _show_knee(self, asked: KneeScale) -> None:
        if asked.knee not in self.knees:
            self.knees[asked.knee] = _Knee(asked)
            more = button(asked.more, partial(self._ask, asked.knee), kind="link")
            self.more[asked.knee] = more
            self._asked.addWidget(self.knees[asked.knee])
            self._asked.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.knees[asked.knee].choose(asked.score)
        self.knees[asked.knee].setVisible(asked.shown)
        self.more[asked.knee].setVisible(not asked.shown)

    def _ask(self, knee: Side) -> None:
        """Ask about the other knee as well."""
        self.knees[knee].show()
        self.knees[knee].scale.take_focus()
        self.more[knee].hide()

    def _lay_out(self) -> None:
        self._warm = QWidget()
        warm = QHBoxLayout(self._warm)
        fill(warm, (label(self.warm.accessibleName()), self.warm), gap=12, margin=0)
        warm.setStretch(0, 1)
        self._asked.setSpacing(6)
        self._asked.setContentsMargins(0, 0, 0, 0)
        self._rest = QWidget()
        rest = (
            Turning(self.minutes, self.distance, least=_HALF, gap=12),
            self._warm,
            self._asked,
            self.when.whens,
            self.when.fields,
            column(self.note, self.note_problem, gap=4),
            self._buttons(),
        )
        fill(QVBoxLayout(self._rest), rest, gap=14, margin=0)
        asked = label(_("What did you do?"), "muted")
        parts = (column(asked, self.sports, self.sport_problem, gap=6), self._rest)
        fill(QVBoxLayout(self), parts, gap=14, margin=0)
