"""A row of eleven buttons for one answer about one knee."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN
from rehabtimer.core.text import _
from rehabtimer.gui.widgets.parts import button, fill, label, row


class PainScale(QWidget):
    """Asks for a whole number from 0 to 10; `answered` tells it. No answer is fine too."""

    answered = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what is asked, for those who hear the screen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        scores = row(gap=3)
        for score in range(NO_PAIN, WORST_PAIN + 1):
            made = button(str(score), kind="score", checkable=True)
            made.setAccessibleName(_("{question} {score} of 10").format(question=name, score=score))
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setFixedHeight(40)
            self._group.addButton(made, score)
            scores.addWidget(made)
        self._group.idClicked.connect(self.answered)
        least = label(_("no pain"), "small", wrap=False)
        worst = label(_("worst imaginable"), "small", wrap=False)
        least.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        worst.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        ends = row(least, None, worst)
        fill(QVBoxLayout(self), (scores, ends), gap=6, margin=0)

    @property
    def score(self) -> int | None:
        """The answer, or None while there is none."""
        chosen = self._group.checkedId()
        return chosen if chosen >= 0 else None

    def take_focus(self) -> None:
        """Put the keyboard on the answer, or on the first one there could be."""
        (self._group.checkedButton() or self._group.buttons()[0]).setFocus()

    def choose(self, score: int | None) -> None:
        """Show an answer without telling anybody, or none."""
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(self._group.id(made) == score)
        self._group.setExclusive(True)
