"""A date between an earlier and a later one: typed, or a day at a time."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.parts import fill
from rehabtimer.gui.widgets.stepper import bare_field, step_button

_WIDE_ENOUGH = "30 September 2026"


class _Field(QDateEdit):
    """A date, which a turning wheel leaves alone while one scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateField(QWidget):
    """Asks for a date within a span; `picked` tells each one that a person chose."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        """`name` is what the date is, for those who hear the screen."""
        super().__init__()
        self.field = _Field()
        bare_field(self.field, name)
        self.field.setDisplayFormat("d MMMM yyyy")
        self.field.setMinimumWidth(self.fontMetrics().horizontalAdvance(_WIDE_ENOUGH) + 40)
        self.minus = step_button("−", _("A day earlier"), lambda: self._go(-1))
        self.plus = step_button("+", _("A day later"), lambda: self._go(1))
        self.field.userDateChanged.connect(lambda day: self.picked.emit(_date(day)))
        fill(QHBoxLayout(self), (self.minus, self.field, self.plus), gap=4, margin=0)

    @property
    def value(self) -> date:
        """The date in the field."""
        return _date(self.field.date())

    def show_date(self, day: date, earliest: date, latest: date) -> None:
        """Show a date and the span it must lie in, without telling anybody."""
        blocked = self.field.blockSignals(True)
        self.field.setDateRange(_qdate(earliest), _qdate(latest))
        self.field.setDate(_qdate(day))
        self.field.blockSignals(blocked)
        self.minus.setEnabled(day > earliest)
        self.plus.setEnabled(day < latest)

    def _go(self, days: int) -> None:
        self.field.setDate(self.field.date().addDays(days))


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
