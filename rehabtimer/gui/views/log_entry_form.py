"""What all forms of the Log have in common: their buttons, and the way out of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.parts import button, row


class LogEntryForm(QWidget):
    """`saved` has what was filled in; beside each part it is said what is wrong with it."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, *, may_cancel: bool = False) -> None:
        """A form that may be cancelled goes away on Escape, too."""
        super().__init__()
        self._id = ""
        self._may_cancel = may_cancel
        self.save = button("", kind="primary")
        self.cancel = button(_("Cancel"), self.cancelled.emit, kind="quiet")
        if not may_cancel:
            self.cancel.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a form that may be cancelled."""
        if event.key() == Qt.Key.Key_Escape and self._may_cancel:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _is_new(self, identity: str) -> bool:
        """Whether a form is another one than the one before it; it is the one from now on."""
        is_new, self._id = identity != self._id, identity
        return is_new

    def _buttons(self) -> QHBoxLayout:
        return row(self.save, self.cancel, None)
