"""A few buttons of which one is chosen, or any number of them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import fill
from rehabtimer.presenters.options import Option

_FEW, _MANY = 14, 11  # pixels beside the words; a week has to fit on one line


class _Choice(QPushButton):
    """Has room for its words in bold, as they are once it is chosen."""

    def __init__(self, option: Option, padding: int) -> None:
        super().__init__(option.text)
        self.setCheckable(True)
        self.setProperty("kind", "choice")
        self.setStyleSheet(f"text-align: center; padding: 10px {padding}px;")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(heavy).horizontalAdvance(self.text())
        more = max(0, wide - self.fontMetrics().horizontalAdvance(self.text()))
        return super().sizeHint() + QSize(more + 2, 0)


class Choices(QWidget):
    """Shows options side by side, as many a line as fit; `chosen` tells the key of one pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, *, several: bool = False, parent: QWidget | None = None) -> None:
        """`name` is what is chosen, for those who hear the screen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._several = several
        self._group = QButtonGroup(self)
        self._flow = Flow(gap=4 if several else 8)
        self.buttons: dict[str, QPushButton] = {}
        fill(QVBoxLayout(self), (self._flow,), gap=0, margin=0)

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Show these options, without telling anybody."""
        for option in options:
            if option.key not in self.buttons:
                self._add(option)
        self._group.setExclusive(False)
        for option in options:
            self.buttons[option.key].setChecked(option.chosen)
        self._group.setExclusive(True)
        self._set_grouped(not self._several and any(option.chosen for option in options))

    def _add(self, option: Option) -> None:
        made = _Choice(option, _MANY if self._several else _FEW)
        made.clicked.connect(lambda: self.chosen.emit(option.key))
        if option.note:
            made.setToolTip(option.note)
            made.setAccessibleName(option.note if self._several else option.text)
        self.buttons[option.key] = made
        self._flow.add(made)

    def _set_grouped(self, grouped: bool) -> None:
        """Let Tab come to the chosen one and arrows go on from there, or else Tab to each.

        In a group of which none is chosen, Qt lets the keyboard come to the first one only.
        """
        for made in self.buttons.values():
            if not grouped:
                self._group.removeButton(made)
                made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            elif made.group() is None:
                self._group.addButton(made)
