"""The small timer, which stays on top of a video: figure, side, digits, phase, and pause."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.keys import SessionKeys, Verb
from rehabtimer.gui.views.exercise_figure import ExerciseFigure
from rehabtimer.gui.widgets.mini_time import MiniTime
from rehabtimer.gui.widgets.parts import button, card, column, fill, paint_button_icon
from rehabtimer.presenters.session_frame import SessionFrame

_SIZE = (380, 160)
_SMALLEST = (300, 124)
_MARGIN = 12
_FROM_THE_CORNER = 24
_ON_TOP = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint
_CLOSING = (Verb.MINI, Verb.LEAVE)


class MiniTimer(QWidget):
    """Shows frames, and tells verbs; it knows its place again for as long as it lives.

    What the voice says is written in its title, but for counts, which the digits show.

    Escape closes it, and leaves the session alone. It does not keep the program from ending.
    """

    verb_wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        """Start empty and out of sight; the first frame fills it."""
        super().__init__(None, _ON_TOP)
        self._place = QByteArray()
        self.setWindowTitle(_("RehabTimer"))
        self.setProperty("ground", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.figure = ExerciseFigure(small=True)
        self.time = MiniTime()
        self.toggle = button("", self._toggle, kind="primary", icon_name="pause")
        self.toggle.setProperty("slim", "icon")
        self._name_toggle(_("Pause"))
        self.keys = SessionKeys(self, self._verb)
        self._lay_out()

    def set_still(self, *, still: bool) -> None:
        """Show two still poses, or a figure that moves."""
        self.figure.set_still(still=still)

    def show_frame(self, frame: SessionFrame) -> None:
        """Show one moment of the session."""
        title = _("RehabTimer") if not frame.said or frame.said.isdigit() else frame.said
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        self.figure.show_frame(frame)
        self.time.show_frame(frame)
        if self.toggle.accessibleName() != frame.primary:
            self._name_toggle(frame.primary)
            self.toggle.setProperty("iconName", "play" if frame.standing_still else "pause")
            paint_button_icon(self.toggle)

    def showEvent(self, event: QShowEvent) -> None:
        """Come back to the same place; at first to the lower right corner of the screen."""
        super().showEvent(event)
        if self._place.isEmpty():
            self._go_to_corner()
        else:
            self.restoreGeometry(self._place)
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place, and tell."""
        self._place = self.saveGeometry()
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        scale = theme.look.scale
        self.setMinimumSize(*_SMALLEST)
        self.resize(round(_SIZE[0] * scale), round(_SIZE[1] * scale))
        layout = QHBoxLayout(self)
        paper = card(self.figure, margin=8)
        fill(layout, (paper, self.time, column(None, self.toggle)), gap=12, margin=_MARGIN)
        layout.setStretch(0, 10)
        layout.setStretch(1, 9)

    def _go_to_corner(self) -> None:
        corner = self.screen().availableGeometry().bottomRight()
        size = self.frameGeometry()
        self.move(
            corner.x() - size.width() - _FROM_THE_CORNER,
            corner.y() - size.height() - _FROM_THE_CORNER,
        )

    def _name_toggle(self, name: str) -> None:
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(f"{name}  {_('Space')}")

    def _toggle(self) -> None:
        self.verb_wanted.emit(Verb.TOGGLE)

    def _verb(self, verb: Verb) -> None:
        if verb in _CLOSING:
            self.close()
        elif verb is not Verb.PRESS:
            self.verb_wanted.emit(verb)
        elif isinstance(self.focusWidget(), QPushButton):
            self.toggle.click()
