"""A time of day, typed or a quarter of an hour at a time."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.parts import fill
from rehabtimer.gui.widgets.stepper import bare_field, step_button

_WIDE_ENOUGH = "00:00"
_FRAME = 40
_QUARTER = 15 * 60


class _Field(QTimeEdit):
    """A time, which a turning wheel leaves alone while one scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeField(QWidget):
    """Asks for a time from 00:00 to 23:59; `picked` tells each one that a person chose."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        """`name` is what the time is, for those who hear the screen."""
        super().__init__()
        self.field = _Field()
        bare_field(self.field, name)
        self.field.setDisplayFormat("HH:mm")
        self.field.setMinimumWidth(self.fontMetrics().horizontalAdvance(_WIDE_ENOUGH) + _FRAME)
        self.minus = step_button("−", _("A quarter of an hour earlier"), lambda: self._go(-1))
        self.plus = step_button("+", _("A quarter of an hour later"), lambda: self._go(1))
        self.field.userTimeChanged.connect(
            lambda at: self.picked.emit(time(at.hour(), at.minute()))
        )
        fill(QHBoxLayout(self), (self.minus, self.field, self.plus), gap=4, margin=0)

    def show_time(self, at: time) -> None:
        """Show a time, without telling anybody."""
        blocked = self.field.blockSignals(True)
        self.field.setTime(QTime(at.hour, at.minute))
        self.field.blockSignals(blocked)

    def _go(self, quarters: int) -> None:
        """Go on to the next full quarter, round the clock."""
        at = self.field.time()
        seconds = QTime(0, 0).secsTo(at)
        whole = seconds - seconds % _QUARTER
        back = quarters < 0 and whole < seconds
        self.field.setTime(QTime(0, 0).addSecs(whole if back else whole + quarters * _QUARTER))
