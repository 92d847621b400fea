"""The first page of the panel "This hurts": which knee, how much, and what to do."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QVBoxLayout

from rehabtimer.core.pain import Decision
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui.views.hurts_pages import HurtsPage
from rehabtimer.gui.widgets.digits import typed
from rehabtimer.gui.widgets.key_button import KeyButton
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import button, column, fill, label, row
from rehabtimer.presenters.hurts_frame import HurtChoice, HurtsFrame
from rehabtimer.presenters.wording import knee_text

_KNEES = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "B"}
_GAP = 8
_COLUMNS = 2


class AskPage(HurtsPage):
    """Takes the answers, of which none is needed, and one choice."""

    told = Signal(object, object, bool, bool)
    alarmed = Signal()
    chosen = Signal(object)
    care_wanted = Signal()

    def __init__(self, frame: HurtsFrame) -> None:
        """Begin with the knee and the choices of a frame."""
        super().__init__()
        self._knee = frame.knee
        self.knees = {knee: self._knee_button(knee) for knee in _KNEES}
        self._group = QButtonGroup(self)
        self.scale = PainScale(_("How much does it hurt?"))
        self.sharp = self._flag(_("Sharp pain"), "S")
        self.locking = self._flag(_("Swelling, locking or giving way"), "W")
        self.choices: dict[Decision, KeyButton] = {}
        self._first = QVBoxLayout()
        self._others = QGridLayout()
        for made in self.knees.values():
            self._group.addButton(made)
        self.knees[frame.knee].setChecked(True)
        self.scale.answered.connect(self._tell)
        self._give_digits()
        self._place(frame)
        self.show_choices(frame.choices)

    @property
    def first(self) -> QPushButton:
        return self._in_order[0]

    def show_choices(self, choices: tuple[HurtChoice, ...]) -> None:
        """Show the choices in this order; what is not among them goes away."""
        wanted = {choice.decision for choice in choices}
        for decision in self.choices.keys() - wanted:
            self._drop(decision)
        self._in_order = [self._choice(choice) for choice in choices]
        for place, made in enumerate(self._in_order):
            made.set_first(first=place == 0)
            if place == 0:
                self._first.addWidget(made)
            else:
                self._others.addWidget(made, *divmod(place - 1, _COLUMNS))

    def _choice(self, choice: HurtChoice) -> KeyButton:
        """Return the button of a choice, out of the layouts but with the focus that it has."""
        made = self.choices.get(choice.decision)
        if made is None:
            on_press = partial(self.chosen.emit, choice.decision)
            made = self.key_button(choice.text, choice.key, on_press)
            self.choices[choice.decision] = made
        self._first.removeWidget(made)
        self._others.removeWidget(made)
        made.set_text(choice.text)
        return made

    def _drop(self, decision: Decision) -> None:
        made = self.choices.pop(decision)
        self.keys = {key: act for key, act in self.keys.items() if act != made.click}
        self._first.removeWidget(made)
        self._others.removeWidget(made)
        made.hide()
        made.deleteLater()

    def _knee_button(self, knee: Side) -> KeyButton:
        made = KeyButton(knee_text(knee), _KNEES[knee], partial(self._choose, knee), checkable=True)
        self.keys[_KNEES[knee]] = made.click
        return made

    def _flag(self, text: str, key: str) -> KeyButton:
        made = KeyButton(text, key, checkable=True)
        made.toggled.connect(self._take_flag)
        self.keys[key] = made.click
        return made

    def _give_digits(self) -> None:
        for digit in range(10):
            self.keys[str(digit)] = partial(self._type, digit)

    def _type(self, digit: int) -> None:
        self.scale.choose(typed(digit, self.scale.score))
        self._tell()

    def _choose(self, knee: Side) -> None:
        self._knee = knee
        self._tell()

    def _take_flag(self, ticked: bool) -> None:
        self._tell()
        if ticked:
            self.alarmed.emit()

    def _tell(self, *_score: int) -> None:
        flags = self.sharp.isChecked(), self.locking.isChecked()
        self.told.emit(self._knee, self.scale.score, *flags)

    def _place(self, frame: HurtsFrame) -> None:
        care = button(_("When to see someone"), self.care_wanted.emit, kind="link")
        back = button(_("Back  Esc"), self.back_wanted.emit, kind="link")
        flags = row(self.sharp, self.locking, gap=_GAP)
        flags.setStretch(0, 2)
        flags.setStretch(1, 4)
        fill(self._first, (), gap=0, margin=0)
        self._others.setSpacing(_GAP)
        for place in range(_COLUMNS):
            self._others.setColumnStretch(place, 1)
        self.lay_out(
            column(label(frame.title, "heading"), label(frame.what, "muted"), gap=2),
            row(*self.knees.values(), gap=_GAP),
            self.scale,
            flags,
            2,
            column(self._first, self._others, gap=_GAP),
            row(care, None, back),
        )
