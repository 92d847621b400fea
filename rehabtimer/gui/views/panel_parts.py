"""What the panels about files have in common: the words at their top, and a list that scrolls."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.gui.widgets.parts import Part, fill, label
from rehabtimer.gui.widgets.scroller import Scroller

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HIGHEST_LIST = 240  # pixels, whatever the type; longer ones scroll
_WIDTH = 584  # of what is in a panel
_BAR = 14  # of it, for the bar of a list that scrolls


class Said(Protocol):
    """What a frame of a panel says first."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def lead(self) -> str:
        """More about that, or ""."""

    @property
    def problem(self) -> str:
        """What went wrong, or ""."""


def head_parts(frame: Said) -> list[Part]:
    """Return the words at the top of a panel."""
    parts: list[Part] = [label(frame.title, "heading")]
    if frame.lead:
        parts.append(label(frame.lead, "muted"))
    if frame.problem:
        parts.append(label(frame.problem, "hurts"))
    return parts


def scrolled(parts: list[Part], gap: int) -> Scroller:
    """Return parts one below the other, as high as they are up to a height, where they scroll."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    fill(layout, parts, gap=gap, margin=0)
    made = Scroller(inside)
    high = max(layout.totalHeightForWidth(_WIDTH), layout.totalMinimumSize().height())
    if high > _HIGHEST_LIST:
        high = layout.totalHeightForWidth(_WIDTH - _BAR)
    made.setFixedHeight(min(_HIGHEST_LIST, high))
    return made
