"""The session screen: stage, ring, what comes next, and the controls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.keys import SessionKeys, Verb
from rehabtimer.gui.ticker import CALM_MS, FRAME_MS
from rehabtimer.gui.views.session_controls import SessionControls
from rehabtimer.gui.views.stage import Stage
from rehabtimer.gui.widgets.overlay import Overlay, Panel
from rehabtimer.gui.widgets.parts import button, column, fill, label, row
from rehabtimer.gui.widgets.ring import Ring
from rehabtimer.gui.widgets.segments import Segments
from rehabtimer.gui.widgets.set_dots import SetDots
from rehabtimer.presenters.session_frame import SessionFrame

_MARGIN = 28
_TOP_HEIGHT = 36  # of the line on top, with a button in it or without
_APART = 24
_ROOMY, _TIGHT = 1180, 960  # widths at text scale 1 at which more, or fewer, words fit below
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)
_FROM_AFAR = 1.25  # type on the floor, three metres away
_SLOW_RING = 6.0  # seconds of a phase from which on the ring creeps rather than moves
_RING_SHARE, _MOST_RING = 0.46, 0.58  # of the width
_RING_OF_HEIGHT = 0.86  # what is left of the height beside the lines below it


class SessionView(QWidget):
    """Shows frames; tells verbs, and the exercise that is pressed on the bar."""

    verb_wanted = Signal(object)
    exercise_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.setProperty("ground", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place = label("", "stage-muted", wrap=False)
        self.left = label("", "stage-muted", wrap=False)
        self.sound = label("", "stage-muted", wrap=False)
        self.awake = label("", "stage-muted", wrap=False)
        self.segments = Segments()
        self.stage = Stage()
        self.ring = Ring()
        self.rep = label("", "stage", wrap=False)
        self.sets = SetDots()
        self.next = label("", "stage-muted")
        self.next.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.undo = button("", lambda: self._verb(Verb.UNDO), kind="link", icon_name="undo")
        self.undo.setProperty("tall", "true")
        self.undo.setMinimumHeight(_TOP_HEIGHT)
        self.undo.hide()
        self.place.setMinimumHeight(_TOP_HEIGHT)  # or the ring would jump when *undo* appears
        self._floor = False
        self._frame: SessionFrame | None = None
        self._notice = ""
        self.controls = SessionControls()
        self.controls.verb_wanted.connect(self._verb)
        self._lay_out()
        self.overlay = Overlay(self)
        self.keys = SessionKeys(self, self._verb)
        self.segments.chosen.connect(self.exercise_wanted)

    def show_sound(self, *, muted: bool, problem: str = "", voice_problem: str = "") -> None:
        """Show whether tones and the voice can be heard; each problem is a sentence that says why.

        The voice's is told only where nothing worse is.
        """
        self.controls.show_sound(muted=muted, problem=problem)
        text = _("sound off") if muted else _("no sound") if problem else ""
        self.sound.setText(text or (_("no voice") if voice_problem else ""))
        self.sound.setToolTip("" if muted else problem or voice_problem)

    def show_awake(self, text: str, reason: str = "") -> None:
        """Show whether the screen is kept awake, in a few words; `reason` says why not."""
        self.awake.setText(text)
        self.awake.setToolTip(reason)

    def set_still(self, *, still: bool) -> None:
        """Show two still poses, or a figure that moves."""
        self.stage.figure.set_still(still=still)

    def show_frame(self, frame: SessionFrame, notice: str = "") -> None:
        """Show one moment of the session; words only where they are others than before."""
        self.segments.show_segments(frame.segments)
        self.stage.figure.show_frame(frame)
        self.ring.show_frame(frame)
        if not frame.has_words_of(self._frame) or notice != self._notice:
            self._show_words(frame, notice)
        self._frame, self._notice = frame, notice

    @property
    def pace(self) -> int:
        """Milliseconds to the next change that can be seen."""
        is_calm = self._frame is not None and self._frame.moment.duration >= _SLOW_RING
        return CALM_MS if is_calm and not self.stage.figure.is_moving else FRAME_MS

    def _show_words(self, frame: SessionFrame, notice: str) -> None:
        self.place.setText(frame.place_text)
        self.left.setText(frame.left_text)
        self.stage.show_words(frame, notice)
        self.rep.setText(frame.rep_text)
        self.sets.show_sets(frame.set_text, frame.sets_done, frame.sets)
        self.next.setText(frame.next_text)
        self.controls.show_frame(frame)
        if not frame.undo_text and self.undo.hasFocus():
            self.setFocus()  # or Qt would put the keyboard on the next control
        self.undo.setVisible(bool(frame.undo_text))
        self.undo.setText(_("{done}.  Undo  U").format(done=frame.undo_text))
        self._make_room()

    def _make_room(self) -> None:
        """Where *undo* would be cut, other words on top stay away as long as it is offered."""
        could_go = (self.awake, self.place, self.left)
        for part in could_go:
            part.setVisible(not self._floor)
        if self.undo.isHidden():
            return
        for part in could_go:
            line = [each for each in (self.undo, *self._top) if not each.isHidden()]
            wide = sum(each.sizeHint().width() + _APART for each in line) + 2 * _MARGIN
            if wide <= self.width():
                break
            part.hide()

    def open(self, panel: Panel) -> None:
        """Put a panel over the session; the session's keys rest meanwhile."""
        self.keys.set_enabled(False)
        self.overlay.open(panel)
        panel.closed.connect(lambda: self.keys.set_enabled(True))

    def set_floor(self, floor: bool) -> None:
        """Show nothing but figure, digits, side, phase and next; or everything again."""
        self._floor = floor
        for part in (*self._top, self.segments, self.controls):
            part.setVisible(not floor)
        self.stage.set_spare(floor)
        self._rescale()

    @property
    def is_floor(self) -> bool:
        """Whether floor mode is on."""
        return self._floor

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the window."""
        super().resizeEvent(event)
        self._rescale()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """In floor mode a click anywhere pauses, or goes on."""
        super().mousePressEvent(event)
        if self._floor and self.overlay.panel is None:
            self.verb_wanted.emit(Verb.TOGGLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In floor mode any key that has no meaning of its own pauses, or goes on."""
        if self._floor and event.key() not in _MODIFIERS and not event.isAutoRepeat():
            self.verb_wanted.emit(Verb.TOGGLE)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        facts = row(None, self.rep, 28, self.sets, None, gap=0)
        beside = column(self.ring, facts, self.next, row(None, self.controls.enough, None), gap=8)
        beside.setStretch(0, 1)
        self._middle = row(self.stage, beside, gap=theme.GAP)
        self._share_out()
        self._top = (self.place, self.sound, self.awake, self.left)
        top = row(self.place, None, self.undo, None, *self._top[1:], gap=_APART)
        layout = QVBoxLayout(self)
        fill(layout, (top, self.segments, self._middle, self.controls), gap=10, margin=_MARGIN)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 20)
        layout.setStretch(2, 1)

    def _share_out(self) -> None:
        """Give the ring half of the width; on the floor as much as it can fill, so that the digits
        are a third of the height, and the figure all the rest.
        """
        ring = _RING_SHARE
        if self._floor:
            ring = min(_MOST_RING, _RING_OF_HEIGHT * self.height() / max(1, self.width()))
        for place, share in enumerate((1 - ring, ring)):
            self._middle.setStretch(place, round(100 * share))

    def _rescale(self) -> None:
        self._share_out()
        self.controls.set_room(
            roomy=self.width() >= _ROOMY * theme.look.scale,
            tight=self.width() < _TIGHT * theme.look.scale,
        )
        size = max(0.84, min(self.width() / 1366, self.height() / 768))
        px = size * theme.look.scale
        far = _FROM_AFAR if self._floor else 1
        self.stage.scale(size * far)
        for words, type_size, bold in (
            *((words, 18, False) for words in self._top),
            (self.rep, 24 * far, True),
            (self.next, theme.HEADING * far, False),
        ):
            words.setFont(theme.font(type_size * px, bold=bold))
        self.sets.scale(px * far)
        self.undo.setStyleSheet(f"font-size: {round(18 * px * far)}px;")  # also for its size
        if self._frame is not None:  # in a narrow window, or on the floor, there are fewer words
            self._show_words(self._frame, self._notice)

    def _verb(self, verb: Verb) -> None:
        focused = QApplication.focusWidget()
        if verb is Verb.PRESS:
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            self.verb_wanted.emit(verb)
