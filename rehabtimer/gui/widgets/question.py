"""A question on the page itself, with a yes and a no; it blocks nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import button, fill, label


class Question(QFrame):
    """Away while nothing is asked."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, yes: str, no: str) -> None:
        """`yes` and `no` are what its buttons say."""
        super().__init__()
        self.setProperty("card", "notice")
        self.text = label("")
        self.yes = button(yes, self.accepted.emit)
        self.no = button(no, self.refused.emit, kind="link")
        answers = Flow(gap=16)
        answers.add(self.yes)
        answers.add(self.no)
        fill(QVBoxLayout(self), (self.text, answers), gap=8, margin=12)
        self.hide()

    def ask(self, text: str, asked_from: QWidget | None = None) -> None:
        """Ask; an empty text asks nothing.

        The keyboard comes here from where the question arose, to the answer that changes nothing.
        """
        arises = bool(text) and self.isHidden()
        self.text.setText(text)
        self.yes.setAccessibleDescription(text)
        self.no.setAccessibleDescription(text)
        self.setVisible(bool(text))
        if arises and asked_from is not None and asked_from.hasFocus():
            self.no.setFocus()
