"""The pain part of the Settings: the rule, its cut points, and when to try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.parts import Part, column, fill, label, row
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.pain_settings import Bounded, PainSettingsFrame


class PainSettingsCard(QFrame):
    """Tells every change at once."""

    rule_chosen = Signal(str)
    ease_set = Signal(float)
    stop_set = Signal(float)
    calm_days_set = Signal(float)
    calm_most_set = Signal(float)
    undo_wanted = Signal()

    def __init__(self) -> None:
        """Start empty; the first frame fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self.rules = Choices(_("Pain rule"))
        self.rules.chosen.connect(self.rule_chosen)
        self._notes = QVBoxLayout()
        self.ease = _stepper(_("Ease off from"), self.ease_set)
        self.stop = _stepper(_("Stop from"), self.stop_set)
        self.in_words = label("", "muted")
        self.calm_days = _stepper(_("Calm days in your log"), self.calm_days_set)
        self.calm_most = _stepper(_("With no pain above"), self.calm_most_set)
        self.again_in_words = label("", "muted")
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        self._cuts = QWidget()
        self._lay_out()

    def show_frame(self, frame: PainSettingsFrame) -> None:
        """Show what is chosen; cut points only where the rule has them."""
        self.rules.show_options(
            tuple(Option(option.key, option.text, option.chosen) for option in frame.rules)
        )
        self._show_notes(frame.rules)
        self._cuts.setVisible(frame.monitoring)
        for stepper, number in (
            (self.ease, frame.ease),
            (self.stop, frame.stop),
            (self.calm_days, frame.calm_days),
            (self.calm_most, frame.calm_most),
        ):
            _show_number(stepper, number)
        self.in_words.setText(frame.in_words)
        self.again_in_words.setText(frame.again_in_words)
        self.undo.show_text(frame.undo_text)

    def _show_notes(self, rules: tuple[Option, ...]) -> None:
        """Each rule explains itself, chosen or not."""
        if self._notes.count():
            return
        for option in rules:
            note = column(label(option.text, "entry"), label(option.note, "muted"), gap=2)
            self._notes.addLayout(note)

    def _lay_out(self) -> None:
        cuts = (_field(self.ease), _field(self.stop), self.in_words)
        fill(QVBoxLayout(self._cuts), cuts, gap=8, margin=0)
        self._notes.setSpacing(8)
        parts: tuple[Part, ...] = (
            label(_("When it hurts"), "heading"),
            self.rules,
            4,
            self._notes,
            4,
            self._cuts,
            12,
            label(_("Try a skipped exercise again"), "entry"),
            _field(self.calm_days),
            _field(self.calm_most),
            self.again_in_words,
            self.undo,
        )
        fill(QVBoxLayout(self), parts, gap=8, margin=theme.CARD_MARGIN)


def _stepper(name: str, signal: object) -> Stepper:
    made = Stepper(name)
    made.changed.connect(signal)
    return made


def _field(stepper: Stepper) -> QHBoxLayout:
    made = row(label(stepper.field.accessibleName()), stepper, gap=12)
    made.setStretch(0, 1)
    return made


def _show_number(stepper: Stepper, number: Bounded) -> None:
    stepper.show_number(number.value, number.least, number.most, 1)
