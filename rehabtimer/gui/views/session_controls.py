"""The row of controls below a session: each tells a verb, and bears its key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.widgets.parts import button, paint_button_icon, row
from rehabtimer.presenters.session_frame import SessionFrame

_GAP, _NARROW_GAP = 10, 6


class SessionControls(QWidget):
    """Pause, steps and time on the left; what is about the whole session on the right."""

    verb_wanted = Signal(object)

    def __init__(self) -> None:
        """Make every control; `enough` has its place elsewhere on the screen."""
        super().__init__()
        self._is_roomy, self._is_tight = True, False
        self.toggle = self._control(_("Pause"), Verb.TOGGLE, kind="primary", icon="pause")
        self.enough = self._control(_("That is enough"), Verb.ENOUGH, kind="link", icon="check")
        again = self._control(_("Again"), Verb.REDO, icon="redo", name=_("Do the set again  R"))
        leave = self._control(_("Leave"), Verb.LEAVE, icon="leave", name=_("Leave  Esc"))
        back = self._control(_("Back"), Verb.BACK, icon="back", name=_("Back"))
        skip = self._control(_("Skip"), Verb.SKIP, icon="skip", name=_("Skip"))
        self._spelled = {made: made.text() for made in (again, leave, back, skip)}
        self._last = back, skip  # that go without their words
        self.mute = self._control("", Verb.MUTE, icon="sound", name=_("Sound off  M"))
        steps = (
            back,
            self.toggle,
            skip,
            again,
            self._control(_("−10 s"), Verb.SHORTER),
            self._control(_("+10 s"), Verb.LONGER),
        )
        whole = (
            self.mute,
            self._control("", Verb.KEYS, icon="keys", name=_("Keys  ?")),
            self._control("", Verb.MINI, icon="mini", name=_("Small timer  T")),
            self._control("", Verb.FLOOR, icon="floor", name=_("Floor mode  F11")),
            leave,
            self._control(_("This hurts  H"), Verb.HURTS, kind="hurts"),
        )
        self._row = row(*steps, None, *whole, gap=_GAP)
        self.setLayout(self._row)

    def show_frame(self, frame: SessionFrame) -> None:
        """Show what can be done at this moment."""
        text = f"{frame.primary}  {_('Space')}" if self._is_roomy else frame.primary
        if self.toggle.text() != text:
            self.toggle.setText(text)
            self.toggle.setProperty("iconName", "play" if frame.standing_still else "pause")
            paint_button_icon(self.toggle)
        room = self.enough.sizePolicy()
        room.setRetainSizeWhenHidden(frame.may_finish)  # or the ring would jump when it appears
        self.enough.setSizePolicy(room)
        self.enough.setVisible(frame.can_finish)
        self.enough.setText(f"{frame.finish_text}  E")

    def show_sound(self, *, muted: bool, problem: str) -> None:
        """Show whether there is sound, and what a press would do about it."""
        name = _("Sound on  M") if muted else problem or _("Sound off  M")
        self.mute.setToolTip(name)
        self.mute.setAccessibleName(name)
        self.mute.setProperty("iconName", "muted" if muted or problem else "sound")
        paint_button_icon(self.mute)

    def set_room(self, *, roomy: bool, tight: bool) -> None:
        """Spell out all controls where there is room; in a narrow window some icons do alone.

        In a tight one still more of them do.
        """
        if (roomy, tight) == (self._is_roomy, self._is_tight):
            return
        self._is_roomy, self._is_tight = roomy, tight
        self._row.setSpacing(_GAP if roomy else _NARROW_GAP)
        for made, text in self._spelled.items():
            is_spelled = roomy or (made in self._last and not tight)
            made.setText(text if is_spelled else "")
            theme.set_role(made, slim="true" if is_spelled else "icon")

    def _control(
        self, text: str, verb: Verb, *, kind: str = "control", icon: str = "", name: str = ""
    ) -> QPushButton:
        made = button(text, lambda: self.verb_wanted.emit(verb), kind=kind, icon_name=icon)
        made.setMinimumHeight(theme.CONTROL_HEIGHT)
        made.setProperty("slim", "true" if text or not icon else "icon")
        if name:
            made.setAccessibleName(name)
            made.setToolTip(name)
        return made
