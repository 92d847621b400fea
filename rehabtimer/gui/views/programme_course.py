"""The course as a whole: its start, a pause, another round. Behind one press on the plan's card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.parts import Part, button, fill, label, row
from rehabtimer.gui.widgets.question import Question
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.programme_frame import PlanFrame

_PART = 300  # pixels that each part needs at text scale 1


class CourseCard(QFrame):
    """Tells what is wanted of the course."""

    start_picked = Signal(object)
    pause_toggled = Signal()
    begin_wanted = Signal()
    begin_confirmed = Signal()
    refused = Signal()

    def __init__(self) -> None:
        """Start away, and empty."""
        super().__init__()
        self.setProperty("card", "true")
        self.start = DateField(_("Start of the programme"))
        self.start.picked.connect(self.start_picked)
        self.start_note = label("", "muted")
        self.pause_text = label("", "muted")
        self.pause = button("", self.pause_toggled.emit)
        self.begin_text = label("", "muted")
        self.begin = button("", self.begin_wanted.emit)
        self.question = Question(_("Begin today"), _("Go on with this round"))
        self.question.accepted.connect(self.begin_confirmed)
        self.question.refused.connect(self._refuse)
        start = _part(_("Starts on"), row(self.start, None), self.start_note)
        self._pause = _part(_("Pause"), row(self.pause, None), self.pause_text)
        self._round = _part(
            _("Another round"), row(self.begin, None), self.begin_text, self.question
        )
        parts = Turning(start, self._pause, self._round, least=_PART, gap=24)
        fill(QVBoxLayout(self), (parts,), gap=0, margin=theme.CARD_MARGIN)
        self.hide()

    def show_frame(self, frame: PlanFrame) -> None:
        """Show the course as it is."""
        self.start.show_date(frame.start, frame.earliest, frame.latest)
        _show_text(self.start_note, frame.start_note)
        self.pause_text.setText(frame.pause_text)
        self.pause.setText(frame.pause_action)
        self._pause.setVisible(bool(frame.pause_action))
        self.begin.setText(frame.begin_action)
        self.begin_text.setText(frame.begin_text)
        self.begin_text.setVisible(not frame.begin_question)
        self.question.ask(frame.begin_question, self.begin)
        self.begin.setEnabled(not frame.begin_question)
        self._round.setVisible(bool(frame.begin_action))

    def _refuse(self) -> None:
        self.refused.emit()
        self.begin.setFocus()


def _part(name: str, *parts: Part) -> QWidget:
    made = QWidget()
    fill(QVBoxLayout(made), (label(name, "strong"), *parts, None), gap=8, margin=0)
    return made


def _show_text(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))
