"""An area that scrolls up and down, with a slim bar beside its content."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

_WIDE = 10
_ROOM = _WIDE + 4  # that the bar takes from the content, with a gap between them


class Scroller(QScrollArea):
    """Content has all of the width while nothing has to be scrolled; the bar never lies on it."""

    def __init__(self, content: QWidget) -> None:
        """Scroll `content`, which is made as wide as the area."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.hide()
        self._is_making_room = False
        inner = self.verticalScrollBar()
        inner.rangeChanged.connect(self._take_range)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar at the right edge."""
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - _WIDE, 0, _WIDE, self.height())
        self._bar.raise_()

    def _take_range(self, least: int, most: int) -> None:
        self._bar.setPageStep(self.verticalScrollBar().pageStep())
        self._bar.setSingleStep(self.verticalScrollBar().singleStep())
        self._bar.setRange(least, most)
        self._bar.setVisible(most > least)
        self._make_room()

    def _make_room(self) -> None:
        """Give the bar its room, or the content all of it.

        Content that is higher where it is wider might ask for this back at once, without an end.
        """
        room = 0 if self._bar.isHidden() else _ROOM
        if not self._is_making_room and self.viewportMargins().right() != room:
            self._is_making_room = True
            self.setViewportMargins(0, 0, room, 0)
            self._is_making_room = False
