"""A large answer to press: its number key, its words, and a line that explains them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.icons import paint_icon
from rehabtimer.gui.widgets.parts import column, fill, label
from rehabtimer.presenters.options import Option

_MARK = 28


class Mark(QWidget):
    """The number key of an answer, or a check mark once it is chosen."""

    def __init__(self, number: int) -> None:
        """`number` is the key to press, 1 to 9."""
        super().__init__()
        self._text = str(number)
        self._chosen = False
        self.setFixedSize(_MARK, _MARK)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_chosen(self, chosen: bool) -> None:
        """Show the check mark, or the number."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small box with what is to be seen in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.look.colours
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.accent if self._chosen else colours.line), 2))
        painter.setBrush(QColor(colours.accent if self._chosen else colours.card))
        painter.drawRoundedRect(box, 8, 8)
        if self._chosen:
            paint_icon(painter, "check", colours.on_accent, box.adjusted(4, 4, -4, -4))
        else:
            painter.setPen(QColor(colours.muted))
            painter.setFont(theme.font(theme.look.px(theme.SMALL), bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class BigChoice(QPushButton):
    """A button as wide as there is room; what is in it may wrap."""

    def __init__(self, number: int, option: Option) -> None:
        """`number` is the key that presses it, too."""
        super().__init__()
        self.setCheckable(True)
        self.setProperty("kind", "choice")
        self.setAccessibleName(option.text)
        self.setAccessibleDescription(option.note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._mark = Mark(number)
        parts = [label(option.text, "large")]
        if option.note:
            parts.append(label(option.note, "muted"))
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = column(*parts, gap=2)
        self._inside = QHBoxLayout(self)
        fill(self._inside, (self._mark, words), gap=14, margin=12)
        self._inside.setStretch(1, 1)
        self.toggled.connect(self._mark.set_chosen)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        return max(52, self._inside.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the size of the words, not of the button's own (empty) text."""
        return self._inside.totalSizeHint().expandedTo(QSize(0, 52))

    def minimumSizeHint(self) -> QSize:
        return self._inside.totalMinimumSize().expandedTo(QSize(0, 52))
