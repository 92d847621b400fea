"""The panel "This hurts": what and how much, then what to do about it. The clock stands still."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.core.pain import Decision
from rehabtimer.gui import theme
from rehabtimer.gui.views.hurts_ask import AskPage
from rehabtimer.gui.views.hurts_pages import DoctorPage, HurtsPage, UntilPage
from rehabtimer.gui.widgets.fitting_scroller import FittingScroller
from rehabtimer.gui.widgets.overlay import Panel
from rehabtimer.gui.widgets.parts import fill
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.presenters.hurts_frame import HurtChoice, HurtsFrame

_MARGIN = 24
_WIDTH, _WIDEST = 688, 960  # for two choices side by side, most of them on one line
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HurtsPanel(Panel):
    """Asks on one page; sharp pain or locking shows the doctor's page first.

    `told` has the knee, the score or None, and whether it is sharp, and swollen, locking or giving
    way; it comes with each change. `chosen` has what to do, and the date until which to skip.
    """

    told = Signal(object, object, bool, bool)
    chosen = Signal(object, object)
    care_wanted = Signal()

    def __init__(self, frame: HurtsFrame) -> None:
        """Ask about what hurts at the place that the frame names."""
        super().__init__()
        self.setFixedWidth(min(theme.look.px(_WIDTH), _WIDEST))
        self.ask = AskPage(frame)
        self.doctor = DoctorPage()
        self.until = UntilPage(frame)
        self._pages: tuple[HurtsPage, ...] = (self.ask, self.doctor, self.until)
        self._page: HurtsPage = self.ask
        inside = QWidget()
        fill(QVBoxLayout(inside), self._pages, gap=0, margin=_MARGIN)
        fill(QVBoxLayout(self), (FittingScroller(inside),), gap=0, margin=1)
        self._listen()
        self._turn_to(self.ask)

    def show_choices(self, choices: tuple[HurtChoice, ...]) -> None:
        """Show other choices, or the same in another order; the focus stays where it is."""
        self.ask.show_choices(choices)
        set_reading_order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, else the first button; Escape goes a page back."""
        if event.isAutoRepeat():
            return
        if event.key() in _ENTER:
            (self.focused or self._page.first).click()
        elif event.key() == Qt.Key.Key_Escape:
            self._page.back_wanted.emit()
        elif (act := self._page.keys.get(event.text().upper())) is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        self.ask.told.connect(self.told)
        self.ask.alarmed.connect(lambda: self._turn_to(self.doctor))
        self.ask.chosen.connect(self._choose)
        self.ask.back_wanted.connect(self.closed)
        self.doctor.end_wanted.connect(lambda: self._finish(Decision.END))
        self.until.picked.connect(lambda day: self._finish(Decision.SKIP_UNTIL, day))
        self.ask.care_wanted.connect(self.care_wanted)
        self.doctor.care_wanted.connect(self.care_wanted)
        self.doctor.back_wanted.connect(lambda: self._turn_to(self.ask))
        self.until.back_wanted.connect(lambda: self._turn_to(self.ask))

    def _choose(self, decision: Decision) -> None:
        if decision is Decision.SKIP_UNTIL:
            self._turn_to(self.until)
        else:
            self._finish(decision)

    def _finish(self, decision: Decision, until: date | None = None) -> None:
        self.chosen.emit(decision, until)
        self.closed.emit()

    def _turn_to(self, page: HurtsPage) -> None:
        self._page = page
        self.setFocus()  # not on a button of the page that goes away
        for each in self._pages:
            each.setVisible(each is page)
        set_reading_order(self)
