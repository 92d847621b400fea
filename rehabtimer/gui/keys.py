"""Keys of the session, presenter remotes and media keys included."""

import time
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from rehabtimer.core.text import _

_BOUNCE_SECONDS = 0.15


class Verb(StrEnum):
    """What a key or a control of the session asks for."""

    TOGGLE = "toggle"
    SKIP = "skip"
    BACK = "back"
    SKIP_EXERCISE = "skip-exercise"
    BACK_EXERCISE = "back-exercise"
    REDO = "redo"
    LONGER = "longer"
    SHORTER = "shorter"
    ENOUGH = "enough"
    HURTS = "hurts"
    UNDO = "undo"
    FLOOR = "floor"
    MINI = "mini"
    MUTE = "mute"
    LEAVE = "leave"
    KEYS = "keys"
    PRESS = "press"


KEYS: dict[Verb, tuple[str, ...]] = {
    # B and the full stop are what presenter remotes send to blank a screen.
    Verb.TOGGLE: (
        "Space",
        "B",
        ".",
        "Media Play",
        "Media Pause",
        "Media Stop",
        "Toggle Media Play/Pause",
    ),
    Verb.SKIP: ("Right", "PgDown", "Media Next"),
    Verb.BACK: ("Left", "PgUp", "Media Previous"),
    Verb.SKIP_EXERCISE: ("Shift+Right",),
    Verb.BACK_EXERCISE: ("Shift+Left",),
    Verb.REDO: ("R",),
    Verb.LONGER: ("+", "="),
    Verb.SHORTER: ("-",),
    Verb.ENOUGH: ("E",),
    Verb.HURTS: ("H",),
    Verb.UNDO: ("U", "Ctrl+Z"),
    Verb.FLOOR: ("F11",),
    Verb.MINI: ("T",),
    Verb.MUTE: ("M",),
    Verb.LEAVE: ("Esc",),
    Verb.KEYS: ("?", "F1"),
    Verb.PRESS: ("Return", "Enter"),
}


def keys_in_words() -> tuple[tuple[str, str], ...]:
    """Return what each key does, for people."""
    return (
        (_("Space"), _("pause, go on")),
        (_("Right, Left"), _("next set or pause, back")),
        (_("Shift + Right, Left"), _("next exercise, back")),
        (_("R"), _("do the set again")),
        (_("+  -"), _("ten seconds more, or less")),
        (_("E"), _("that is enough (“up to” doses)")),
        (_("H"), _("this hurts")),
        (_("U"), _("undo what was chosen about it")),
        (_("M"), _("tones and voice off, or on again")),
        (_("F11"), _("floor mode: large, and nothing else")),
        (_("T"), _("small timer, to stay on top of a video")),
        (_("Esc"), _("leave; what you did is kept")),
        (_("Page Down, Up, B"), _("a presenter remote: next, back, pause")),
    )


class SessionKeys:
    """Turns key presses within a widget into verbs; one that bounces counts once."""

    def __init__(
        self,
        parent: QWidget,
        on_verb: Callable[[Verb], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Listen for as long as `parent` lives; `now` is in seconds."""
        self._on_verb = on_verb
        self._now = now
        self._last: dict[Verb, float] = {}
        self._shortcuts = [
            self._listen(parent, verb, key) for verb, keys in KEYS.items() for key in keys
        ]

    def set_enabled(self, enabled: bool) -> None:
        """Stop listening while something else, like a panel, wants the keys."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(enabled)

    def _listen(self, parent: QWidget, verb: Verb, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), parent)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._press(verb))
        return shortcut

    def _press(self, verb: Verb) -> None:
        now = self._now()
        bounced = now - self._last.get(verb, now - 1) < _BOUNCE_SECONDS
        self._last[verb] = now
        if not bounced:
            self._on_verb(verb)
