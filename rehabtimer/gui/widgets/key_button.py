"""A button that shows the key which presses it; its words may wrap."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.icons import paint_icon
from rehabtimer.gui.widgets.parts import fill, label

_HIGH = 24
_ROOM = 8  # at each side of a key's name
_LEAST = 44
_LEAST_WORDS = 48  # what is narrower would break within words
_CHECK = 16


class KeyCap(QWidget):
    """A key as it is written on the keyboard, or a check mark once its button is chosen."""

    def __init__(self, key: str) -> None:
        """`key` is its name."""
        super().__init__()
        self._key = key
        self._chosen = False
        self._on_accent = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(self.sizeHint())

    def set_chosen(self, chosen: bool) -> None:
        """Show the check mark, or the key."""
        self._chosen = chosen
        self.update()

    def set_on_accent(self, on_accent: bool) -> None:
        """Take the colours that can be read on a button in the accent."""
        self._on_accent = on_accent
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the name in its box."""
        metrics = QFontMetrics(self._font)
        high = max(_HIGH, metrics.height() + 4)
        return QSize(max(high, metrics.horizontalAdvance(self._key) + 2 * _ROOM), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and in it what is to be seen."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.look.colours
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = colours.on_accent if self._on_accent else colours.muted
        rim = ink if self._on_accent else colours.line
        painter.setPen(QPen(QColor(colours.accent if self._chosen else rim), 1.5))
        painter.setBrush(QColor(colours.accent) if self._chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 7, 7)
        if self._chosen:
            mark = QRectF(0, 0, _CHECK, _CHECK)
            mark.moveCenter(box.center())
            paint_icon(painter, "check", colours.on_accent, mark)
        else:
            painter.setPen(QColor(ink))
            painter.setFont(self._font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    @property
    def _font(self) -> QFont:
        return theme.font(theme.look.px(theme.SMALL), bold=True)


class KeyButton(QPushButton):
    """A button with words on the left and its key on the right."""

    def __init__(
        self,
        text: str,
        key: str,
        on_press: Callable[[], object] | None = None,
        *,
        checkable: bool = False,
    ) -> None:
        """`key` is a name to be read; whoever holds the button listens for it."""
        super().__init__()
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(_("Key {key}").format(key=key))
        self.words = label("", "press")
        self.words.setMinimumWidth(_LEAST_WORDS)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._enter = KeyCap("Enter")
        self._cap = KeyCap(key)
        self._inside = QHBoxLayout(self)
        fill(self._inside, (self.words, self._enter, self._cap), gap=6, margin=0)
        self._inside.setContentsMargins(16, 6, 12, 6)
        self._inside.setStretch(0, 1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._cap.set_chosen)
        if on_press:
            self.clicked.connect(lambda *_states: on_press())
        self.set_text(text)
        self.set_first(first=False)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.words.setText(text)
        self.setAccessibleName(text)

    def set_first(self, *, first: bool) -> None:
        """Be the button that Enter presses, too, or not."""
        theme.set_role(self, kind="primary" if first else "choice" if self.isCheckable() else "")
        theme.set_role(self.words)  # their colour goes by the kind of the button
        self._enter.setVisible(first)
        self._enter.set_on_accent(first)
        self._cap.set_on_accent(first)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        return max(_LEAST, self._inside.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the size of what is inside, not of the button's own (empty) text."""
        return self._inside.totalSizeHint().expandedTo(QSize(0, _LEAST))

    def minimumSizeHint(self) -> QSize:
        return self._inside.totalMinimumSize().expandedTo(QSize(0, _LEAST))
