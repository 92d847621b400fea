"""The panel that shows a file before it is imported, in the window and not in a dialog."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.panel_parts import ENTER, head_parts, scrolled
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.overlay import Panel
from rehabtimer.gui.widgets.parts import button, clear, column, fill, label, row
from rehabtimer.presenters.import_panel import ImportFrame, ImportRow, Way


class ImportPanel(Panel):
    """Says what is in a file and what would change; Enter takes the first way, Escape none."""

    wanted = Signal(object)
    done = Signal(str)

    def __init__(self, frame: ImportFrame) -> None:
        """Show what was found in the file."""
        super().__init__()
        self.ways: dict[Way, QPushButton] = {}
        self.cancel = QPushButton()
        self._inside = QVBoxLayout()
        fill(self._inside, (), gap=12, margin=0)
        self.fill(self._inside)
        self.show_frame(frame)

    def show_frame(self, frame: ImportFrame) -> None:
        """Show the panel anew, as after something that went wrong."""
        clear(self._inside)
        parts = head_parts(frame)
        if frame.rows:
            parts.append(scrolled([_row(item) for item in frame.rows], gap=12))
        if frame.question:
            parts.append(label(frame.question, "strong"))
        fill(self._inside, (*parts, 4, self._buttons(frame)), gap=12, margin=0)

    def finish(self, sentence: str) -> None:
        """Be done with the file, and tell what became of it."""
        self.closed.emit()
        self.done.emit(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else the first one."""
        if event.key() in ENTER:
            first = next(iter(self.ways.values()), self.cancel)
            (self.focused or first).click()
        else:
            super().keyPressEvent(event)

    def _buttons(self, frame: ImportFrame) -> Flow:
        self.ways = {
            way: button(text, partial(self.wanted.emit, way), kind="" if place else "primary")
            for place, (way, text) in enumerate(frame.ways)
        }
        self.cancel = button(
            _("Cancel") if frame.ways else _("Close"),
            self.closed.emit,
            kind="quiet" if frame.ways else "primary",
        )
        made = Flow(gap=8)
        for each in (*self.ways.values(), self.cancel):
            made.add(each)
        return made


def _row(item: ImportRow) -> QHBoxLayout:
    standing = label(item.standing, "skipped" if item.conflicts else "muted", wrap=False)
    words = column(label(item.name, "strong"), label(item.dose), gap=2)
    made = row(words, standing, gap=theme.GAP, margin=0)
    made.setStretch(0, 1)
    return made
