"""A quiet bar that says what was changed last, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.parts import button, fill, label


class UndoBar(QFrame):
    """Stays until the next change; away while there is nothing to undo."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start away."""
        super().__init__(parent)
        self.setProperty("card", "notice")
        self.text = label("")
        self.undo = button(_("&Undo"), self.undo_wanted.emit, kind="quiet")
        layout = QHBoxLayout(self)
        fill(layout, (self.text, self.undo), gap=16, margin=4)
        layout.setContentsMargins(20, 4, 4, 4)
        layout.setStretch(0, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Say what would be undone; an empty text hides the bar."""
        self.text.setText(text)
        self.setVisible(bool(text))
