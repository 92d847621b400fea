"""A number between a minus and a plus: by mouse on the buttons, by keyboard in the field."""

import math
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.parts import button, fill

# The arrows are replaced by buttons beside the field; the text inside is a line edit of its own,
# and must not be framed a second time.
_BARE = """
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
"""


_WIDEST = "0000 %"
_FRAME = 2 * (12 + 2)  # padding and border, as in the style sheet


def bare_field(field: QAbstractSpinBox, name: str) -> None:
    """Make a spin box a plain field; `name` is for those who hear the screen."""
    field.setStyleSheet(_BARE)
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    field.setAccessibleName(name)
    field.setKeyboardTracking(False)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def step_button(sign: str, name: str, on_press: Callable[[], object]) -> QPushButton:
    """Return a button that goes on as long as it is held; the keyboard has the field for that."""
    made = button(sign, on_press)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setAutoRepeat(True)
    made.setAutoRepeatDelay(500)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


class _Field(QDoubleSpinBox):
    """A number without a useless point, which a turning wheel leaves alone while one scrolls."""

    def sizeHint(self) -> QSize:
        """Return one width for all, so that fields below each other are in line."""
        wide = self.fontMetrics().horizontalAdvance(_WIDEST) + _FRAME
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def textFromValue(self, value: float) -> str:
        return f"{value:g}"

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Stepper(QWidget):
    """Asks for a number within limits; `changed` tells each new one that a person made."""

    changed = Signal(float)

    def __init__(self, name: str, suffix: str = "", parent: QWidget | None = None) -> None:
        """`name` is what the number is, for those who hear the screen."""
        super().__init__(parent)
        self.field = _Field()
        bare_field(self.field, name)
        self.field.setSuffix(suffix)
        self.field.setDecimals(1)
        self.minus = step_button("−", _("{name}: less").format(name=name), self.field.stepDown)
        self.plus = step_button("+", _("{name}: more").format(name=name), self.field.stepUp)
        self.field.valueChanged.connect(self._tell)
        fill(QHBoxLayout(self), (self.minus, self.field, self.plus), gap=4, margin=0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show_ends()

    @property
    def value(self) -> float:
        """The number in the field."""
        return self.field.value()

    def show_number(self, value: float, least: float, most: float, step: float) -> None:
        """Show a number and its limits without telling anybody."""
        blocked = self.field.blockSignals(True)
        self.field.setDecimals(0 if float(step).is_integer() else 1)
        self.field.setRange(least, most)
        self.field.setSingleStep(step)
        if not math.isclose(self.field.value(), value):
            self.field.setValue(value)
        self.field.blockSignals(blocked)
        self._show_ends()

    def _tell(self, value: float) -> None:
        self._show_ends()
        self.changed.emit(value)

    def _show_ends(self) -> None:
        self.minus.setEnabled(self.field.value() > self.field.minimum())
        self.plus.setEnabled(self.field.value() < self.field.maximum())
