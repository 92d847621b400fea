"""A panel inside the window, over a dimmed screen. There are no dialogs."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from rehabtimer.gui.widgets.parts import Part, fill

_WIDTH = 640
_MARGIN = 28
_SHADE = 120


class Panel(QFrame):
    """A card that takes keys of its own; `closed` says that it is done with."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel, to be filled once."""
        super().__init__(parent)
        self.setProperty("card", "panel")
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, *parts: Part) -> None:
        """Put parts one below the other."""
        fill(QVBoxLayout(self), parts, gap=12, margin=_MARGIN)

    @property
    def focused(self) -> QPushButton | None:
        """The button that Enter is meant for: one with the focus, unless it is an answer."""
        focused = QApplication.focusWidget()
        if not isinstance(focused, QPushButton) or focused.isCheckable():
            return None
        return focused if self.isAncestorOf(focused) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; a panel with keys of its own adds to this."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Overlay(QWidget):
    """Covers its parent and shows one panel in the middle, or nothing at all."""

    def __init__(self, parent: QWidget, screen: QWidget | None = None) -> None:
        """Cover `parent`, hidden until there is a panel.

        The keyboard goes back to `screen`, where that is only a part of what is covered.
        """
        super().__init__(parent)
        self._covered, self._below = parent, screen or parent
        self._layout = QVBoxLayout(self)
        fill(self._layout, (), gap=0, margin=0)
        self._panel: Panel | None = None
        parent.installEventFilter(self)
        self.hide()

    @property
    def panel(self) -> Panel | None:
        """The panel in sight, if any."""
        return self._panel

    def open(self, panel: Panel) -> None:
        """Show a panel instead of whatever was there; it closes on its own word."""
        self.close_panel()
        self._panel = panel
        self._layout.addWidget(panel, alignment=Qt.AlignmentFlag.AlignCenter)
        panel.closed.connect(self.close_panel)
        self._cover()
        self.show()
        self.raise_()
        panel.setFocus()

    def close_panel(self) -> None:
        """Take the panel away."""
        if self._panel is not None:
            self._layout.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        self.hide()
        self._below.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the screen below."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.end()

    def _cover(self) -> None:
        self.setGeometry(self._covered.rect())
