"""Widgets side by side that turn to stand one below the other where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehabtimer.gui import theme


class Turning(QWidget):
    """A row, or a column, whichever its width allows."""

    def __init__(
        self, *parts: QWidget, least: int, gap: int = theme.GAP, shares: tuple[int, ...] = ()
    ) -> None:
        """`least` is what each part needs to read well, in pixels at text scale 1.

        In a row the parts have equal `shares` of the width, or those given.
        """
        super().__init__()
        self._parts = parts
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for place, part in enumerate(parts):
            self._box.addWidget(part, shares[place] if shares else 1)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: the others can go below it."""
        least = self._box.minimumSize()
        return QSize(max(part.minimumSizeHint().width() for part in self._parts), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the parts would be cut otherwise."""
        super().resizeEvent(event)
        gaps = self._box.spacing() * (len(self._parts) - 1)
        fits = theme.look.px(self._least) * len(self._parts) + gaps <= event.size().width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
