"""A column whose one part stays in sight while a long list beside it is scrolled."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.gui.widgets.scroller import Scroller


class _Following(QVBoxLayout):
    """Puts its part where it belongs, and then as far below as was scrolled."""

    def __init__(self, parent: QWidget, part: QWidget) -> None:
        super().__init__(parent)
        self._part = part
        self.below = 0
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(part)
        self.addStretch(1)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._part.move(rect.left(), rect.top() + self.below)


class StayingColumn(QWidget):
    """Holds a part; `follow` ties it to the area that it is scrolled in."""

    def __init__(self, part: QWidget) -> None:
        """Stand at the top until something is scrolled."""
        super().__init__()
        self._part = part
        self._layout = _Following(self, part)

    def follow(self, area: Scroller) -> None:
        """Stay in sight of this area: as far as there is room, and never with the lower end cut."""
        bar = area.verticalScrollBar()

        def move() -> None:
            above = max(0, self._part.height() - area.viewport().height())
            room = max(0, self.height() - self._part.height())
            self._layout.below = min(max(0, bar.value() - above), room)
            self._part.move(self._part.x(), self._layout.below)

        bar.valueChanged.connect(move)
        bar.rangeChanged.connect(move)
