"""The tick for a pain reliever: today, or on another day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.parts import button, fill, label, row
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.presenters.log_forms import RelieverTick


class RelieverCard(QFrame):
    """One line with a switch; the day is in sight for whoever wants another one."""

    taken = Signal(bool)
    day_picked = Signal(object)

    def __init__(self) -> None:
        """Start with today."""
        super().__init__()
        self.setProperty("card", "true")
        self.text, self.note = label("", "strong"), label("", "muted")
        self.switch = Switch()
        self.switch.clicked.connect(self.taken)
        self.other = button(_("Another day"), self._ask_day, kind="link")
        self.day = DateField(_("Day of the pain reliever"))
        self.day.picked.connect(self.day_picked)
        self.day.hide()
        line = row(self.text, self.switch, gap=12)
        line.setStretch(0, 1)
        parts = (line, self.note, row(self.other, None), self.day)
        fill(QVBoxLayout(self), parts, gap=6, margin=theme.CARD_MARGIN)

    def show_tick(self, tick: RelieverTick) -> None:
        """Show what is kept of the day."""
        self.text.setText(tick.text)
        self.note.setText(tick.note)
        self.switch.setAccessibleName(tick.text)
        self.switch.setChecked(tick.taken)
        self.day.show_date(tick.day, tick.earliest, tick.latest)

    def _ask_day(self) -> None:
        self.other.hide()
        self.day.show()
        self.day.field.setFocus()
