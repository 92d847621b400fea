"""Scores by digit keys: one key each, and a nought after a one makes ten."""

from PySide6.QtGui import QKeyEvent

_TEN = 10


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that a key stands for, if it is one."""
    text = event.text()
    return int(text) if text.isascii() and text.isdigit() else None


def typed(digit: int, before: int | None) -> int:
    """Return the score after one more digit; `before` is the one that stands there."""
    return _TEN if digit == 0 and before == 1 else digit
