"""The panel about an export that is taken in, in the window and not in a dialog."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from rehabtimer.gui.views.panel_parts import ENTER, head_parts, scrolled
from rehabtimer.gui.widgets.bar import Bar
from rehabtimer.gui.widgets.overlay import Panel
from rehabtimer.gui.widgets.parts import Part, button, clear, fill, label, row
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.presenters.merge_panel import MergeFrame


class MergePanel(Panel):
    """Enter imports, or closes what is over; Escape cancels."""

    take_wanted = Signal()

    def __init__(self, frame: MergeFrame) -> None:
        """Show what is being done."""
        super().__init__()
        self._shown: MergeFrame | None = None
        self.bar, self.doing = Bar(), label("", "muted")
        self.take, self.close_button = QPushButton(), QPushButton()
        self._inside = QVBoxLayout()
        fill(self._inside, (), gap=12, margin=0)
        self.fill(self._inside)
        self.show_frame(frame)

    def show_frame(self, frame: MergeFrame) -> None:
        """Show how far it is; what is still the same stays in place."""
        if self._shown is None or _without_progress(frame) != _without_progress(self._shown):
            self._rebuild(frame)
        self._shown = frame
        if frame.is_working:
            self.bar.show_fraction(frame.progress, frame.progress_text)
            self.doing.setText(frame.progress_text)

    @property
    def is_working(self) -> bool:
        """Whether something is still being done."""
        return self._shown is not None and self._shown.is_working

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else the first one."""
        if event.key() in ENTER:
            first = self.take if self._shown and self._shown.take else self.close_button
            (self.focused or first).click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard in the panel: what lies below has to wait."""
        stops = [self.take, self.close_button] if self.take.text() else [self.close_button]
        focused = self.focused
        here = stops.index(focused) if focused in stops else -1 if forward else 0
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus()
        return True

    def _rebuild(self, frame: MergeFrame) -> None:
        clear(self._inside)
        parts = head_parts(frame)
        if frame.is_working:
            self.bar, self.doing = Bar(), label("", "muted")
            parts += [4, self.bar, self.doing]
        if frame.lines or frame.conflicts:
            parts.append(_list(frame))
        fill(self._inside, (*parts, 4, self._buttons(frame)), gap=12, margin=0)
        self.setFocus()

    def _buttons(self, frame: MergeFrame) -> QHBoxLayout:
        self.take = button(frame.take, self.take_wanted.emit, kind="primary")
        kind = "quiet" if frame.take else "" if frame.is_working else "primary"
        self.close_button = button(frame.close, self.closed.emit, kind=kind)
        shown = (self.take, self.close_button) if frame.take else (self.close_button,)
        return row(*shown, None)


def _without_progress(frame: MergeFrame) -> tuple[object, ...]:
    return frame.phase, frame.is_working, frame.title, frame.problem


def _list(frame: MergeFrame) -> Scroller:
    """What is new, the same and in conflict, a line each; a long list scrolls."""
    parts: list[Part] = [label(line) for line in frame.lines]
    if frame.conflicts:
        parts += [4, label(frame.conflicts_title, "skipped")]
        parts += [label(line, "muted") for line in frame.conflicts]
    return scrolled(parts, gap=6)
