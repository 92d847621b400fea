"""Widgets side by side that go on in the next line where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from rehabtimer.gui.widgets.parts import clear


class FlowLayout(QLayout):
    """Lays out like words of a text; each widget gets the size it asks for."""

    def __init__(self, gap: int) -> None:
        """`gap` lies between widgets and between lines, in pixels."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """Return the size of one single line."""
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest widget."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.sizeHint())
        return least

    def _place(self, rect: QRect, *, moving: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            if moving:
                self._place_line(line, rect.left(), top, high)
            top += high + self._gap
        return max(0, top - self._gap - rect.top())

    def _place_line(self, line: list[QLayoutItem], left: int, top: int, high: int) -> None:
        """Stand widgets side by side, the lower ones in the middle of the line's height."""
        for item in line:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
            left += size.width() + self._gap

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self._gap
        return lines


class Flow(QWidget):
    """A widget around a flow, so that it can stand in any other layout."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        """`gap` lies between widgets and between lines, in pixels."""
        super().__init__(parent)
        self._layout = FlowLayout(gap)
        self.setLayout(self._layout)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._layout.addWidget(widget)

    def clear(self) -> None:
        """Take everything out of it, and away."""
        clear(self._layout)
