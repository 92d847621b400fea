"""The panels of a session: pain before it, and the keys."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui.widgets.digits import digit_of, typed
from rehabtimer.gui.widgets.overlay import Panel
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import Part, button, label, row

_GO_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_KNEE_KEYS: dict[int, Side] = {Qt.Key.Key_L: Side.LEFT, Qt.Key.Key_R: Side.RIGHT}


class PainBeforePanel(Panel):
    """Asks how each knee feels; Enter starts, with or without an answer."""

    started = Signal()
    left = Signal()
    answered = Signal(object, int)

    def __init__(self, knees: tuple[Side, ...], texts: tuple[str, ...]) -> None:
        """`texts` has the question about each of `knees`."""
        super().__init__()
        self._knee: Side | None = None
        self._scales = {knee: PainScale(text) for knee, text in zip(knees, texts, strict=True)}
        parts: list[Part] = [label(_("Before you start"), "heading")]
        for text, scale in zip(texts, self._scales.values(), strict=True):
            parts += [4, label(text, "strong"), scale]
        begin = button(_("Start  Enter"), self._begin, kind="primary", icon_name="play")
        later = button(_("Not now"), self._leave, kind="quiet")
        hint = label(
            _("You may leave this open. 0 is no pain, 10 the worst you can imagine."), "muted"
        )
        if len(knees) > 1:
            parts.append(label(_("Digits answer; L and R choose the knee."), "muted"))
        self.fill(*parts, hint, 4, row(begin, None, later))
        for knee, scale in self._scales.items():
            scale.answered.connect(partial(self.answered.emit, knee))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, digits answer for the knee that L or R chose, else for the next one."""
        key = event.key()
        if key in _GO_ON:
            self._begin() if self.focused is None else self.focused.click()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key in _KNEE_KEYS and _KNEE_KEYS[key] in self._scales:
            self._knee = _KNEE_KEYS[key]
        elif (digit := digit_of(event)) is not None:
            self._answer(digit)
        else:
            super().keyPressEvent(event)

    def _answer(self, digit: int) -> None:
        open_ones = [knee for knee, scale in self._scales.items() if scale.score is None]
        knee = self._knee or (open_ones or list(self._scales))[0 if open_ones else -1]
        score = typed(digit, self._scales[knee].score)
        self._scales[knee].choose(score)
        self.answered.emit(knee, score)

    def _begin(self) -> None:
        self.started.emit()
        self.closed.emit()

    def _leave(self) -> None:
        self.left.emit()
        self.closed.emit()


class KeysPanel(Panel):
    """Says what every key does."""

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        """`keys` has each key's name and what it does."""
        super().__init__()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for line, (key, meaning) in enumerate(keys):
            grid.addWidget(label(key, "strong", wrap=False), line, 0)
            grid.addWidget(label(meaning, "large"), line, 1)
        grid.setColumnStretch(1, 1)
        close = button(_("Close  Esc"), self.closed.emit, kind="primary")
        self.fill(label(_("Keys"), "heading"), grid, 4, row(close, None))
