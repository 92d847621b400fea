"""When something was: now, or a day and a time; part of every form of the Log that asks for it."""

from datetime import date, time
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.parts import fill, label
from rehabtimer.gui.widgets.time_field import TimeField
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.options import Option

_NOW, _EARLIER = "now", "earlier"
_HALF = 236  # pixels that a date needs at text scale 1


class Moment(Protocol):
    """What a form says about when."""

    @property
    def day(self) -> date:
        """The day to begin with."""

    @property
    def at(self) -> time:
        """The time to begin with."""

    @property
    def earliest(self) -> date:
        """The first day there may be."""

    @property
    def latest(self) -> date:
        """The last day there may be."""

    @property
    def has_now(self) -> bool:
        """Whether the present moment is offered."""


class WhenPart(QObject):
    """Two widgets to be placed in a form: `whens`, and `fields`, which is away while it is now."""

    def __init__(self, parent: QWidget) -> None:
        """Start with now."""
        super().__init__(parent)
        self._moment: Moment | None = None
        self._is_now = True
        self._day, self._at = date.min, time.min
        self.whens = Choices(_("When was it?"))
        self.whens.chosen.connect(self._choose)
        self.day = DateField(_("Day"))
        self.day.picked.connect(self._take_day)
        self.time = TimeField(_("Time"))
        self.time.picked.connect(self._take_time)
        self.problem = problem_label()
        self.day.picked.connect(self.problem.hide)
        self.time.picked.connect(self.problem.hide)
        self.fields = QWidget()
        moment = Turning(self.day, self.time, least=_HALF, gap=12, shares=(3, 2))
        fill(QVBoxLayout(self.fields), (moment, self.problem), gap=4, margin=0)

    @property
    def chosen(self) -> tuple[date | None, time | None]:
        """The day and the time, or neither for now."""
        return (None, None) if self._is_now else (self._day, self._at)

    def begin(self, moment: Moment, *, timed: bool = True) -> None:
        """Begin anew; what is not `timed` asks for no moment."""
        self._moment = moment
        self._is_now = moment.has_now or not timed
        self._show_moment(moment.day, moment.at)
        self.whens.setVisible(moment.has_now)
        self._show()

    def follow(self, moment: Moment, problem: str) -> None:
        """Go along with the clock while it is now, and say what is wrong."""
        self._moment = moment
        if self._is_now:
            self._show_moment(moment.day, moment.at)
        show_problem(self.problem, problem)

    def _choose(self, key: str) -> None:
        self._is_now = key == _NOW
        self._show()

    def _show(self) -> None:
        texts = {_NOW: _("Now"), _EARLIER: _("Earlier")}
        chosen = _NOW if self._is_now else _EARLIER
        self.whens.show_options(tuple(Option(k, text, k == chosen) for k, text in texts.items()))
        self.fields.setVisible(not self._is_now)

    def _show_moment(self, day: date, at: time) -> None:
        self._take_day(day)
        self._at = at
        self.time.show_time(at)

    def _take_day(self, day: date) -> None:
        self._day = day
        if self._moment is not None:
            self.day.show_date(day, self._moment.earliest, self._moment.latest)

    def _take_time(self, at: time) -> None:
        self._at = at


def problem_label() -> QLabel:
    """Return a place for what is wrong with a part of a form; away while nothing is."""
    made = label("", "hurts")
    made.hide()
    return made


def show_problem(shown: QLabel, problem: str) -> None:
    """Say what is wrong, or nothing."""
    shown.setText(problem)
    shown.setVisible(bool(problem))
