"""Words in the largest type that their room has a place for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rehabtimer.gui import theme

_LEAST, _LEGIBLE = 10, 13  # pixels of type; `_LEGIBLE` at text scale 1
_AIR = 0.94  # how much of the height words may fill
_HINT, _SMALLEST = QSize(680, 450), QSize(104, 72)  # those of a figure, in whose place they stand


class FittedWords(QLabel):
    """Never asks for more room than it is given; `most` is the largest type, in pixels."""

    def __init__(self, most: float, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "stage")
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_words(self, *texts: str) -> None:
        """Show the first text that can be read in the room there is, or else the last."""
        if texts != self._texts:
            self._texts = texts
            self._fit()

    def set_most(self, most: float) -> None:
        """Let type grow up to another size, in pixels."""
        self._most = most
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the same size whatever the words are."""
        return _HINT

    def minimumSizeHint(self) -> QSize:
        """Return the same size whatever the words are."""
        return _SMALLEST

    def hasHeightForWidth(self) -> bool:
        """Words follow the room, and not the room the words."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let type follow the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        legible = theme.look.px(_LEGIBLE)
        found = ((text, self._size_of(text)) for text in self._texts)
        text, size = next(
            ((text, size) for text, size in found if size >= legible),
            (self._texts[-1], self._size_of(self._texts[-1])),
        )
        self.setFont(theme.font(size))
        self.setText(text)

    def _size_of(self, text: str) -> int:
        """Return the largest size at which a text fits, or the least there is."""
        low, high = _LEAST, max(_LEAST, int(self._most))
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(text, middle):
                low = middle
            else:
                high = middle - 1
        return low

    def _fits(self, text: str, size: int) -> bool:
        room = self.contentsRect()
        metrics = QFontMetrics(theme.font(size))
        wide = QRect(0, 0, max(1, room.width()), 1)
        needed = metrics.boundingRect(wide, Qt.TextFlag.TextWordWrap, text)
        return needed.width() <= room.width() and needed.height() <= _AIR * room.height()
