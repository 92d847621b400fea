"""The form for the total of a questionnaire, at the top of the Log and in place of a row."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from rehabtimer.core.text import _
from rehabtimer.gui.views.log_entry_form import LogEntryForm
from rehabtimer.gui.views.log_when import problem_label, show_problem
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.form_field import TextInput
from rehabtimer.gui.widgets.parts import button, column, fill, label
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.log_forms import KnownTotal, TotalAnswer, TotalForm

_HALF = 180  # pixels that a number with its name needs at text scale 1
_KNOWN_LETTERS = 24  # of a name that is offered, so that a long one fits the form


class TotalEntry(LogEntryForm):
    """Asks for the name of a questionnaire, its total and its day."""

    def __init__(self, *, may_cancel: bool = False) -> None:
        """A form that may be cancelled goes away on Escape, too."""
        super().__init__(may_cancel=may_cancel)
        self.save.clicked.connect(lambda: self.saved.emit(self.answer))
        self._form: TotalForm | None = None
        self._known: tuple[KnownTotal, ...] = ()
        self._day = date.min
        self.name = TextInput(_("Name of the questionnaire"))
        self.value = TextInput(_("Your total"))
        self.most = TextInput(_("Out of"))
        self.known = Flow(gap=16)
        self.day = DateField(_("Day"))
        self.day.picked.connect(self._take_day)
        self.when_problem = problem_label()
        self._lay_out()
        for text in (self.name, self.value, self.most):
            text.entered.connect(self.save.click)

    @property
    def answer(self) -> TotalAnswer:
        """What is filled in."""
        return TotalAnswer(self.name.text, self.value.text, self.most.text, self._day)

    def show_form(self, form: TotalForm) -> None:
        """Show a form; one that is there already keeps what was filled in."""
        is_new, self._form = self._is_new(form.id), form
        if is_new:
            self.save.setText(form.save)
            self._take_day(form.day)
        problems = form.problems
        for part, text, problem, hint in (
            (self.name, form.name, problems.name, ""),
            (self.value, form.value, problems.value, ""),
            (self.most, form.most, problems.most, _("if you know")),
        ):
            part.show_text(text if is_new else part.text, hint, problem)
        self._show_known(form.known)
        show_problem(self.when_problem, problems.when)

    def take_focus(self) -> None:
        """Put the keyboard on the name."""
        self.name.field.setFocus()

    def _show_known(self, known: tuple[KnownTotal, ...]) -> None:
        """Offer the names that were used before."""
        self.known.setVisible(bool(known))
        if known == self._known:
            return
        self._known = known
        self.known.clear()
        for each in known:
            shown = each.name
            if len(shown) > _KNOWN_LETTERS:
                shown = f"{shown[:_KNOWN_LETTERS]}…"
            made = button(shown, partial(self._take_known, each), kind="link")
            made.setToolTip(each.name)
            made.setAccessibleName(_("Name it {name}").format(name=each.name))
            self.known.add(made)

    def _take_known(self, known: KnownTotal) -> None:
        self.name.show_text(known.name, "", "")
        if known.most:
            self.most.show_text(known.most, "", "")
        self.value.field.setFocus()

    def _take_day(self, day: date) -> None:
        self._day = day
        self.when_problem.hide()
        if self._form is not None:
            self.day.show_date(day, self._form.earliest, self._form.latest)

    def _lay_out(self) -> None:
        about = _("Fill it in where you have it from; only its total is kept here.")
        parts = (
            label(about, "muted"),
            column(self.name, self.known, gap=4),
            Turning(self.value, self.most, least=_HALF, gap=12),
            column(label(_("Day"), "muted"), self.day, self.when_problem, gap=4),
            self._buttons(),
        )
        fill(QVBoxLayout(self), parts, gap=14, margin=0)
