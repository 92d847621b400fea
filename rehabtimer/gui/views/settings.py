"""The Settings: every change is told at once, there is nothing to confirm."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.core.settings import Theme
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.data_settings import DataSettingsCard
from rehabtimer.gui.views.pain_settings import PainSettingsCard
from rehabtimer.gui.views.sound_settings import SoundSection
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.dropped import dropped_file
from rehabtimer.gui.widgets.parts import Part, button, card, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.settings import (
    LATEST_DAY_START,
    LEAST_TEXT,
    MOST_TEXT,
    TEXT_STEP,
    SettingsFrame,
)

FILES = (".json", ".toml")  # what may be dropped on the page

_HALF = 360  # pixels that half of the screen needs at text scale 1


class SettingsView(QWidget):
    """Shows the settings; `look_changed` (theme, text scale) follows a frame with another look."""

    time_set = Signal(str, float)
    wait_chosen = Signal(str)
    first_chosen = Signal(str)
    group_floor_set = Signal(bool)
    theme_chosen = Signal(str)
    text_size_set = Signal(float)
    still_set = Signal(bool)
    day_start_set = Signal(float)
    defaults_wanted = Signal()
    undo_wanted = Signal()
    care_wanted = Signal()
    units_chosen = Signal(str)
    file_dropped = Signal(object)
    look_changed = Signal(object, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._look: tuple[Theme, float] | None = None
        self.title = label("", "title")
        self.defaults = button(_("&Restore defaults"), self.defaults_wanted.emit)
        self.steppers: dict[str, Stepper] = {}
        self._times = QVBoxLayout()
        self.waits = self._choices(_("Waiting"), self.wait_chosen)
        self.first_sides = self._choices(_("First side"), self.first_chosen)
        self.themes = self._choices(_("Colours"), self.theme_chosen)
        self.group_floor = Switch()
        self.group_floor.setAccessibleName(_("Group the floor exercises"))
        self.group_floor.clicked.connect(self.group_floor_set)
        self.still = Switch()
        self.still.setAccessibleName(_("Still pictures instead of a moving figure"))
        self.still.clicked.connect(self.still_set)
        self.sound = SoundSection()
        self.pain = PainSettingsCard()
        self.text_size = _stepper(_("Text size"), " %", self.text_size_set)
        self.day_start = _stepper(_("A new day begins at"), ":00", self.day_start_set)
        self.data = DataSettingsCard()
        self.units = self._choices(_("Distances"), self.units_chosen)
        self.about = label("", "strong")
        self.disclaimer = label("", "muted")
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        top = row(self.title, self.defaults, gap=theme.GAP)
        top.setStretch(0, 1)
        parts = (top, Scroller(self._body()), self.undo)
        fill(QVBoxLayout(self), parts, gap=theme.GAP, margin=0)

    def show_frame(self, frame: SettingsFrame) -> None:
        """Show the settings as they are."""
        self.title.setText(frame.title)
        for time in frame.times:
            stepper = self.steppers.get(time.key) or self._add_time(time.key, time.text)
            stepper.show_number(time.seconds, time.least, time.most, time.step)
        self.waits.show_options(frame.waits)
        self.first_sides.show_options(frame.first_sides)
        self.themes.show_options(frame.themes)
        self.group_floor.setChecked(frame.group_floor)
        self.text_size.show_number(frame.text_size, LEAST_TEXT, MOST_TEXT, TEXT_STEP)
        self.still.setChecked(frame.still)
        self.day_start.show_number(frame.day_start, 0, LATEST_DAY_START, 1)
        self.units.show_options(frame.units)
        self.about.setText(frame.about)
        self.disclaimer.setText(frame.disclaimer)
        self.defaults.setEnabled(frame.can_restore)
        self.undo.show_text(frame.undo_text)
        self._tell_look((frame.theme, frame.text_scale))

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the screen in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that can be imported, and nothing else."""
        if any(dropped_file(event.mimeData(), ending) for ending in FILES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file it is."""
        found = (dropped_file(event.mimeData(), ending) for ending in FILES)
        path = next((each for each in found if each), None)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(Path(path))

    def _tell_look(self, look: tuple[Theme, float]) -> None:
        before, self._look = self._look, look
        if before is not None and before != look:
            self.look_changed.emit(*look)

    def _choices(self, name: str, signal: object) -> Choices:
        made = Choices(name)
        made.chosen.connect(signal)
        return made

    def _add_time(self, key: str, text: str) -> Stepper:
        stepper = _stepper(text, " s", None)
        stepper.changed.connect(partial(self.time_set.emit, key))
        self.steppers[key] = stepper
        self._times.addLayout(_field(text, stepper))
        return stepper

    def _body(self) -> QWidget:
        self._times.setSpacing(8)
        left = column(self._timing(), self._session(), self.sound, None, gap=theme.GAP)
        right = column(self.pain, self._appearance(), self.data, self._about(), None, gap=theme.GAP)
        halves = []
        for half in (left, right):
            made = QWidget()
            made.setLayout(half)
            halves.append(made)
        return Turning(*halves, least=_HALF, gap=20)

    def _timing(self) -> QFrame:
        return _section(
            _("Timing"),
            label(_("Not from the article, which gives no tempo and no rests."), "muted"),
            4,
            self._times,
        )

    def _session(self) -> QFrame:
        return _section(
            _("During a session"),
            label(_("The clock waits for me"), "muted"),
            self.waits,
            4,
            label(_("First side"), "muted"),
            self.first_sides,
            4,
            _field(_("Group the floor exercises"), self.group_floor),
        )

    def _appearance(self) -> QFrame:
        return _section(
            _("Look and day"),
            label(_("Colours"), "muted"),
            self.themes,
            4,
            _field(_("Text size"), self.text_size),
            _field(_("Still pictures instead of a moving figure"), self.still),
            _field(_("A new day begins at"), self.day_start),
            4,
            label(_("Distances in"), "muted"),
            self.units,
        )

    def _about(self) -> QFrame:
        care = button(_("&When to see someone"), self.care_wanted.emit)
        return card(self.about, self.disclaimer, row(care, None))


def _section(title: str, *parts: Part) -> QFrame:
    return card(label(title, "heading"), *parts)


def _field(text: str, part: QWidget) -> QHBoxLayout:
    made = row(label(text), part, gap=12)
    made.setStretch(0, 1)
    return made


def _stepper(name: str, suffix: str, signal: object) -> Stepper:
    made = Stepper(name, suffix)
    if signal is not None:
        made.changed.connect(signal)
    return made
