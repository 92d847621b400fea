"""The plan's card on the Programme screen: which programme, and on which days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.programme_course import CourseCard
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.drop_down import DropDown
from rehabtimer.gui.widgets.parts import button, fill, label, row
from rehabtimer.presenters.programme_frame import PlanFrame


class PlanCard(QFrame):
    """Shows how the plan stands, and tells each change that is wanted.

    `course` is a card of its own, shown where the screen has room for it.
    """

    plan_chosen = Signal(str)
    weekday_toggled = Signal(int)
    follow_wanted = Signal(str)
    unfolded = Signal()

    def __init__(self) -> None:
        """Start empty; the first frame fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self.course = CourseCard()
        self.name = label("", "muted")
        self.programmes = DropDown(_("Programme"))
        self.programmes.currentIndexChanged.connect(self._show_follow)
        self.follow = button(_("Follow from today"), self._follow)
        self.plans = Choices(_("Days of the plan"))
        self.plans.chosen.connect(self.plan_chosen)
        self.weekdays = Choices(_("Days of the week"), several=True)
        self.weekdays.chosen.connect(lambda key: self.weekday_toggled.emit(int(key)))
        self.note = label("", "muted")
        self.more = button(_("Start, pause, another round"), self._fold, kind="link")
        self.more.setCheckable(True)
        self._followed = ""
        self._matters = False
        head = row(label(_("Plan"), "strong", wrap=False), self.name, gap=12)
        head.setStretch(1, 1)
        which = row(self.programmes, self.follow)
        which.setStretch(0, 1)
        parts = (head, which, self.plans, self.weekdays, self.note, row(self.more, None), None)
        fill(QVBoxLayout(self), parts, gap=8, margin=theme.CARD_MARGIN)

    def show_frame(self, frame: PlanFrame) -> None:
        """Show the plan as it is."""
        self.name.setText(frame.name)
        self.plans.show_options(frame.plans)
        self.weekdays.show_options(frame.weekdays)
        self.note.setText(frame.note)
        self._show_programmes(frame)
        self.course.show_frame(frame)
        self._matters = frame.matters
        self.more.setVisible(not frame.matters)
        self._show_course()

    def _show_programmes(self, frame: PlanFrame) -> None:
        self.programmes.blockSignals(True)
        self.programmes.clear()
        for place, option in enumerate(frame.programmes):
            self.programmes.addItem(option.text, option.key)
            if option.chosen:
                self._followed = option.key
                self.programmes.setCurrentIndex(place)
        self.programmes.blockSignals(False)
        self.name.setVisible(not frame.programmes)
        for part in (self.programmes, self.follow):
            part.setVisible(bool(frame.programmes))
        self._show_follow()

    def _show_follow(self) -> None:
        self.follow.setEnabled(self.programmes.currentData() != self._followed)

    def _follow(self) -> None:
        self.follow_wanted.emit(self.programmes.currentData())

    def _fold(self) -> None:
        self._show_course()
        self.unfolded.emit()

    def _show_course(self) -> None:
        self.course.setVisible(self._matters or self.more.isChecked())
