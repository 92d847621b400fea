"""The session screen: stage, ring, what comes next, and the controls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.keys import SessionKeys, Verb
from rehabtimer.gui.views.stage import Stage
from rehabtimer.gui.widgets.overlay import Overlay, Panel
from rehabtimer.gui.widgets.parts import button, column, fill, label, paint_button_icon, row
from rehabtimer.gui.widgets.ring import Ring
from rehabtimer.gui.widgets.segments import Segments
from rehabtimer.gui.widgets.set_dots import SetDots
from rehabtimer.presenters.session_frame import SessionFrame

_MARGIN = 28
_ROOMY = 1180
_SHARES, _FLOOR_SHARES = (54, 46), (44, 56)  # of stage and ring


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
        self.segments = Segments()
        self.stage = Stage()
        self.ring = Ring()
        self.rep = label("", "stage", wrap=False)
        self.sets = SetDots()
        self.next = label("", "stage-muted")
        self.next.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._floor = False
        self._make_controls()
        self._lay_out()
        self.overlay = Overlay(self)
        self.keys = SessionKeys(self, self._verb)
        self.segments.chosen.connect(self.exercise_wanted)

    def show_sound(self, *, muted: bool, problem: str) -> None:
        """Show whether tones can be heard; `problem` says in a sentence why not."""
        name = _("Tones on  M") if muted else _("Tones off  M")
        self.mute.setToolTip(problem or name)
        self.mute.setAccessibleName(problem or name)
        self.mute.setProperty("iconName", "muted" if muted or problem else "sound")
        paint_button_icon(self.mute)
        self.sound.setText(_("no sound") if problem else _("tones off") if muted else "")
        self.sound.setToolTip(problem)

    def show_frame(self, frame: SessionFrame, notice: str = "") -> None:
        """Show one moment of the session."""
        self.place.setText(frame.place_text)
        self.left.setText(frame.left_text)
        self.segments.show_segments(frame.segments)
        self.stage.show_frame(frame, notice)
        self.ring.show_frame(frame)
        self.rep.setText(frame.rep_text)
        self.sets.show_sets(frame.set_text, frame.sets_done, frame.sets)
        self.next.setText(frame.next_text)
        self._set_toggle(frame)
        self.enough.setVisible(frame.can_finish)
        self.enough.setText(f"{frame.finish_text}  E")

    def open(self, panel: Panel) -> None:
        """Put a panel over the session; the session's keys rest meanwhile."""
        self.keys.set_enabled(False)
        self.overlay.open(panel)
        panel.closed.connect(lambda: self.keys.set_enabled(True))

    def set_floor(self, floor: bool) -> None:
        """Show nothing but figure, digits, side, phase and next; or everything again."""
        self._floor = floor
        for part in (self.place, self.left, self.sound, self.segments, self._controls):
            part.setVisible(not floor)
        self.stage.set_spare(floor)
        self._share_out()
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

    def _make_controls(self) -> None:
        self.toggle = self._control(_("Pause"), Verb.TOGGLE, kind="primary", icon="pause")
        self.enough = self._control("", Verb.ENOUGH, kind="link", icon="check")
        again = self._control(_("Again"), Verb.REDO, icon="redo", name=_("Do the set again  R"))
        leave = self._control(_("Leave"), Verb.LEAVE, icon="leave", name=_("Leave  Esc"))
        self._spelled = {made: made.text() for made in (again, leave)}
        self._buttons = [
            self._control(_("Back"), Verb.BACK, icon="back"),
            self.toggle,
            self._control(_("Skip"), Verb.SKIP, icon="skip"),
            again,
            self._control(_("−10 s"), Verb.SHORTER),
            self._control(_("+10 s"), Verb.LONGER),
        ]
        self.mute = self._control("", Verb.MUTE, icon="sound", name=_("Tones off  M"))
        self._end_buttons = [
            self.mute,
            self._control("", Verb.KEYS, icon="keys", name=_("Keys  ?")),
            self._control("", Verb.FLOOR, icon="floor", name=_("Floor mode  F11")),
            leave,
            self._control(_("This hurts  H"), Verb.HURTS, kind="hurts"),
        ]

    def _control(
        self, text: str, verb: Verb, *, kind: str = "control", icon: str = "", name: str = ""
    ) -> QPushButton:
        made = button(text, lambda: self._verb(verb), kind=kind, icon_name=icon)
        made.setMinimumHeight(theme.CONTROL_HEIGHT)
        made.setProperty("slim", "true")
        if name:
            made.setAccessibleName(name)
            made.setToolTip(name)
        return made

    def _lay_out(self) -> None:
        self._controls = QWidget()
        self._controls.setLayout(row(*self._buttons, None, *self._end_buttons, gap=10))
        facts = row(None, self.rep, 28, self.sets, None, gap=0)
        beside = column(self.ring, facts, self.next, row(None, self.enough, None), gap=8)
        beside.setStretch(0, 1)
        self._middle = row(self.stage, beside, gap=theme.GAP)
        self._share_out()
        top = row(self.place, None, self.sound, self.left, gap=24)
        layout = QVBoxLayout(self)
        fill(layout, (top, self.segments, self._middle, self._controls), gap=10, margin=_MARGIN)
        layout.setContentsMargins(_MARGIN, 18, _MARGIN, 20)
        layout.setStretch(2, 1)

    def _share_out(self) -> None:
        """On the floor the digits have more of the width, to be a third of the height."""
        for place, share in enumerate(_FLOOR_SHARES if self._floor else _SHARES):
            self._middle.setStretch(place, share)

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= _ROOMY * theme.look.scale

    def _set_toggle(self, frame: SessionFrame) -> None:
        text = f"{frame.primary}  {_('Space')}" if self._is_roomy else frame.primary
        if self.toggle.text() != text:
            self.toggle.setText(text)
            self.toggle.setProperty("iconName", "play" if frame.standing_still else "pause")
            paint_button_icon(self.toggle)

    def _name_controls(self) -> None:
        """Spell out all controls where there is room; in a narrow window some icons do alone."""
        for made, text in self._spelled.items():
            made.setText(text if self._is_roomy else "")

    def _rescale(self) -> None:
        self._name_controls()
        size = max(0.84, min(self.width() / 1366, self.height() / 768))
        px = size * theme.look.scale
        self.stage.scale(size * (1.25 if self._floor else 1))
        for words, type_size, bold in (
            (self.place, 18, False),
            (self.left, 18, False),
            (self.sound, 18, False),
            (self.rep, 24, True),
            (self.next, theme.HEADING, False),
        ):
            words.setFont(theme.font(type_size * px, bold=bold))
        self.sets.scale(px)

    def _verb(self, verb: Verb) -> None:
        focused = QApplication.focusWidget()
        if verb is Verb.PRESS:
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            self.verb_wanted.emit(verb)
