"""Options that drop down, of which one is chosen."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from rehabtimer.gui.widgets.drop_down import DropDown
from rehabtimer.presenters.options import Option


class OptionList(DropDown):
    """Shows options; `chosen` tells the key of one that the person chooses."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what is chosen, for those who hear the screen."""
        super().__init__(name, parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _place: self.chosen.emit(str(self.currentData())))

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Show these options, without telling anybody."""
        known = [(self.itemData(n), self.itemText(n)) for n in range(self.count())]
        with QSignalBlocker(self):
            if known != [(option.key, option.text) for option in options]:
                self.clear()
                for option in options:
                    self.addItem(option.text, option.key)
            self.setCurrentIndex(next((n for n, o in enumerate(options) if o.chosen), -1))
