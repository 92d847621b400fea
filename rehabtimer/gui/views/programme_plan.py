"""The plan's card on the Programme screen: days at once, the rest behind one press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.drop_down import DropDown
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import button, column, fill, label, row
from rehabtimer.gui.widgets.question import Question
from rehabtimer.presenters.programme_frame import PlanFrame


class PlanCard(QFrame):
    """Shows how the plan stands, and tells each change that is wanted."""

    plan_chosen = Signal(str)
    weekday_toggled = Signal(int)
    start_picked = Signal(object)
    pause_toggled = Signal()
    begin_wanted = Signal()
    begin_confirmed = Signal()
    follow_wanted = Signal(str)
    refused = Signal()
    unfolded = Signal()

    def __init__(self) -> None:
        """Start empty; the first frame fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self.name = label("", "muted")
        self.plans = Choices(_("Days of the plan"))
        self.plans.chosen.connect(self.plan_chosen)
        self.weekdays = Choices(_("Days of the week"), several=True)
        self.weekdays.chosen.connect(lambda key: self.weekday_toggled.emit(int(key)))
        self.note = label("", "muted")
        self.more = button(_("Start, pause, begin again"), self._fold, kind="link", checkable=True)
        self.programmes = DropDown(_("Programme"))
        self.programmes.currentIndexChanged.connect(self._show_follow)
        self.follow = button(_("Follow it from today"), self._follow)
        self.start = DateField(_("Start of the programme"))
        self.start.picked.connect(self.start_picked)
        self.start_note = label("", "muted")
        self.pause_text = label("", "muted")
        self.pause = button("", self.pause_toggled.emit)
        self.begin = button("", self.begin_wanted.emit)
        self.question = Question(_("Begin today"), _("Go on with this round"))
        self.question.accepted.connect(self.begin_confirmed)
        self.question.refused.connect(self.refused)
        self._inside = self._build_inside()
        head = row(label(_("Plan"), "strong", wrap=False), self.name, gap=12)
        head.setStretch(1, 1)
        parts = (head, self.plans, self.weekdays, self.note, self.more, self._inside, None)
        fill(QVBoxLayout(self), parts, gap=8, margin=theme.CARD_MARGIN)

    def show_frame(self, frame: PlanFrame) -> None:
        """Show the plan as it is."""
        self.name.setText(frame.name)
        self.plans.show_options(frame.plans)
        self.weekdays.show_options(frame.weekdays)
        self.note.setText(frame.note)
        self.start.show_date(frame.start, frame.earliest, frame.latest)
        _show_text(self.start_note, frame.start_note)
        _show_text(self.pause_text, frame.pause_text)
        self.pause.setText(frame.pause_action)
        self.pause.setVisible(bool(frame.pause_action))
        self.begin.setText(frame.begin_action)
        self.begin.setVisible(bool(frame.begin_action) and not frame.begin_question)
        self.question.ask(frame.begin_question, self.begin)
        self._show_programmes(frame)
        self.more.setVisible(not frame.matters)
        self._inside.setVisible(frame.matters or self.more.isChecked())

    def _show_programmes(self, frame: PlanFrame) -> None:
        self.programmes.blockSignals(True)
        self.programmes.clear()
        for option in frame.programmes:
            self.programmes.addItem(option.text, option.key)
            if option.chosen:
                self.programmes.setCurrentIndex(self.programmes.count() - 1)
        self._followed = self.programmes.currentData()
        self.programmes.blockSignals(False)
        self.programmes.setVisible(bool(frame.programmes))
        self.follow.setVisible(bool(frame.programmes))
        self._show_follow()

    def _show_follow(self) -> None:
        self.follow.setEnabled(self.programmes.currentData() != self._followed)

    def _follow(self) -> None:
        self.follow_wanted.emit(self.programmes.currentData())

    def _fold(self) -> None:
        self._inside.setVisible(self.more.isChecked())
        self.unfolded.emit()

    def _build_inside(self) -> QWidget:
        made = QWidget()
        choice = row(self.programmes, self.follow, gap=8)
        choice.setStretch(0, 1)
        start = row(label(_("Starts on"), wrap=False), self.start, None, gap=12)
        others = Flow()
        others.add(self.pause)
        others.add(self.begin)
        parts = (choice, start, self.start_note, 4, self.pause_text, others, self.question)
        fill(QVBoxLayout(made), (column(*parts, gap=8),), gap=0, margin=0)
        made.hide()
        return made


def _show_text(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))
