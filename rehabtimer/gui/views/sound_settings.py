"""The sound part of the Settings, with a button to hear it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.drop_down import DropDown
from rehabtimer.gui.widgets.parts import Part, button, fill, label, row
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.presenters.sound_settings import VOLUME_STEP, SoundFrame

_FULL = 100


class SoundSection(QFrame):
    """Tells every change at once, and `test_wanted` when somebody wants to hear it."""

    tones_set = Signal(float)
    voice_set = Signal(bool)
    voice_volume_set = Signal(float)
    voice_named = Signal(str)
    rate_chosen = Signal(str)
    count_chosen = Signal(str)
    test_wanted = Signal()

    def __init__(self) -> None:
        """Start empty; the first frame fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self.tones = _volume(_("Volume of the tones"), self.tones_set)
        self.voice = Switch()
        self.voice.setAccessibleName(_("A voice says what comes next"))
        self.voice.clicked.connect(self.voice_set)
        self.voice_volume = _volume(_("Volume of the voice"), self.voice_volume_set)
        self.names = DropDown(_("Which voice"))
        self.names.activated.connect(self._name)
        self.rates = Choices(_("Speed of the voice"))
        self.rates.chosen.connect(self.rate_chosen)
        self.counts = Choices(_("The voice counts"))
        self.counts.chosen.connect(self.count_chosen)
        self.test = button(_("&Test the sound"), self.test_wanted.emit, icon_name="sound")
        self.problem = label("", "muted")
        self._chosen = ""
        self.show_voices(())
        self._lay_out()

    def show_frame(self, frame: SoundFrame) -> None:
        """Show what is chosen."""
        self.tones.show_number(frame.tones, 0, _FULL, VOLUME_STEP)
        self.voice.setChecked(frame.voice)
        self.voice_volume.show_number(frame.voice_volume, 0, _FULL, VOLUME_STEP)
        self.rates.show_options(frame.rates)
        self.counts.show_options(frame.counts)
        self._chosen = frame.voice_name
        self._show_chosen()
        for part in (self.voice_volume, self.names, self.rates, self.counts):
            part.setEnabled(frame.voice)

    def show_voices(self, voices: tuple[tuple[str, str], ...]) -> None:
        """Offer the system's voices: the name that is kept, and the text that is read."""
        self.names.clear()
        self.names.addItem(_("The system's choice"), "")
        for name, text in voices:
            self.names.addItem(text, name)
        self._show_chosen()

    def show_problems(self, *sentences: str) -> None:
        """Say why tones or the voice cannot be heard, if so."""
        self.problem.setText("\n".join(sentence for sentence in sentences if sentence))
        self.problem.setVisible(bool(self.problem.text()))

    def _name(self, place: int) -> None:
        self.voice_named.emit(self.names.itemData(place))

    def _show_chosen(self) -> None:
        """A voice that the system has not named (yet) stays chosen under its own name."""
        place = self.names.findData(self._chosen)
        if place < 0:
            self.names.addItem(self._chosen, self._chosen)
            place = self.names.count() - 1
        self.names.setCurrentIndex(place)

    def _lay_out(self) -> None:
        rows = [
            row(label(text), part, gap=12)
            for text, part in (
                (_("Volume of the tones"), self.tones),
                (_("A voice says what comes next"), self.voice),
                (_("Volume of the voice"), self.voice_volume),
            )
        ]
        for line in rows:
            line.setStretch(0, 1)
        parts: tuple[Part, ...] = (
            label(_("Sound and voice"), "heading"),
            *rows,
            4,
            label(_("Which voice"), "muted"),
            self.names,
            4,
            label(_("Speed of the voice"), "muted"),
            self.rates,
            4,
            label(_("The voice counts"), "muted"),
            self.counts,
            4,
            row(self.test, None),
            self.problem,
        )
        fill(QVBoxLayout(self), parts, gap=8, margin=theme.CARD_MARGIN)


def _volume(name: str, signal: object) -> Stepper:
    made = Stepper(name, " %")
    made.changed.connect(signal)
    return made
