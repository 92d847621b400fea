"""Digits answer one of several questions: one key each, wherever the keyboard is."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QApplication

from rehabtimer.gui.widgets.digits import typed
from rehabtimer.gui.widgets.pain_scale import PainScale

Asked = TypeVar("Asked")


class TypedScores(Generic[Asked]):
    """Finds the question that a digit is meant for, and remembers which one was answered last."""

    def __init__(self) -> None:
        """Nothing was typed yet."""
        self._last: Asked | None = None

    def take(self, digit: int, scales: Mapping[Asked, PainScale]) -> tuple[Asked, int]:
        """Show a digit as an answer, and return to which question and which score it makes.

        It belongs to the question that has the focus, else to the first open one.
        """
        asked = self._asked(digit, scales)
        score = typed(digit, scales[asked].score if asked == self._last else None)
        scales[asked].choose(score)
        self._last = asked
        return asked, score

    def forget(self) -> None:
        """Begin anew, as after an answer by mouse: a nought makes no ten of that."""
        self._last = None

    def _asked(self, digit: int, scales: Mapping[Asked, PainScale]) -> Asked:
        """Return the question; a nought right after a one belongs to it."""
        last = self._last if self._last in scales else None
        if last is not None and typed(digit, scales[last].score) != digit:
            return last
        focused = QApplication.focusWidget()
        for asked, scale in scales.items():
            if focused and scale.isAncestorOf(focused):
                return asked
        unanswered = (asked for asked, scale in scales.items() if scale.score is None)
        return next(unanswered, last or list(scales)[-1])
