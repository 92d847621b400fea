"""A page that was opened from another one, to which Escape leads back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rehabtimer.gui.widgets.reading_order import set_reading_order


class OpenedPage(QWidget):
    """Asks on Escape for the page that it was opened from."""

    back_wanted = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the page in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)
