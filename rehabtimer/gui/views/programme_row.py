"""One exercise of the programme: a calm row that opens to everything that can be chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.views.programme_details import ExerciseDetails
from rehabtimer.gui.widgets.drag_handle import DragHandle
from rehabtimer.gui.widgets.parts import button, column, fill, label
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.presenters.programme_frame import ProgrammeRow

_APART = 6  # pixels more between the picture and the words

FORWARDED = (
    "dose_set",
    "beyond_confirmed",
    "refused",
    "reset_wanted",
    "variant_chosen",
    "legs_chosen",
    "swap_chosen",
    "off_chosen",
    "off_date_chosen",
    "place_wanted",
    "open_wanted",
)


class ExerciseRow(QFrame):
    """Built once for an exercise; `show_row` brings it up to date without losing the focus."""

    switched = Signal(bool)
    dose_set = Signal(object, float)
    beyond_confirmed = Signal()
    refused = Signal()
    reset_wanted = Signal()
    variant_chosen = Signal(str)
    legs_chosen = Signal(str)
    swap_chosen = Signal(str)
    off_chosen = Signal(str)
    off_date_chosen = Signal(object)
    place_wanted = Signal(int)
    open_wanted = Signal()
    unfolded = Signal()

    def __init__(self, item: ProgrammeRow) -> None:
        """Build the row, closed."""
        super().__init__()
        self.setProperty("card", "true")
        self.item = item
        self.handle = DragHandle(_("Move: {exercise}").format(exercise=item.name))
        self.picture = Picture()
        self.name = label(item.name, "strong")
        self.areas = label("", "small")
        self.dose = label("")
        self.past = label("", "muted")
        self.offer = label("", "accent")
        self.minutes = label("", "muted", wrap=False)
        self.try_again = button(_("Try again"), lambda: self.switched.emit(True), kind="quiet")
        self.try_again.setAccessibleName(_("Try again: {exercise}").format(exercise=item.name))
        self.more = button(_("Details"), self._fold, kind="quiet", checkable=True)
        self.more.setAccessibleName(_("Details: {exercise}").format(exercise=item.name))
        self.switch = Switch()
        self.switch.setAccessibleName(_("{exercise}: on").format(exercise=item.name))
        self.switch.clicked.connect(self.switched)
        self.details: ExerciseDetails | None = None
        self._layout = QVBoxLayout(self)
        fill(self._layout, (self._build_head(),), gap=16, margin=16)
        self._layout.setContentsMargins(8, 16, 16, 16)
        self.show_row(item)

    def show_row(self, item: ProgrammeRow) -> None:
        """Show the exercise as it is."""
        self.item = item
        self.handle.setEnabled(item.lowest < item.highest)
        self.handle.setAccessibleDescription(item.place_text)
        self.handle.setToolTip(item.place_text)
        self.picture.show_exercise(item.figure, item.side, dimmed=not item.on, variant=item.variant)
        self.areas.setText(item.areas)
        self.areas.setVisible(bool(item.areas))
        self.dose.setText(item.dose if item.on else item.off_text)
        theme.set_role(self.dose, role="body" if item.on else "skipped")
        for part, text in ((self.past, item.past), (self.offer, item.offer)):
            part.setText(text)
            part.setVisible(bool(text))
        self.minutes.setText(item.minutes)
        self.minutes.setVisible(item.on)
        self.try_again.setVisible(item.can_try_again)
        self.switch.setChecked(item.on)
        if self.details is not None:
            self.details.show_row(item)

    def suits(self, item: ProgrammeRow) -> bool:
        """Whether the row was built for just such an exercise; own ones may be changed."""
        return _shape(item) == _shape(self.item)

    def open(self) -> None:
        """Show the details, as if they had been asked for."""
        self.more.setChecked(True)
        self._fold()

    def _fold(self) -> None:
        if self.details is None:
            self.details = ExerciseDetails(self.item)
            for name in FORWARDED:
                getattr(self.details, name).connect(getattr(self, name))
            self.details.show_row(self.item)
            self._layout.addWidget(self.details)
        self.details.setVisible(self.more.isChecked())
        self.unfolded.emit()

    def _build_head(self) -> QWidget:
        words = column(None, self.name, self.dose, self.past, self.offer, self.areas, None, gap=2)
        words.setContentsMargins(_APART, 0, 0, 0)
        ends = (self.minutes, self.try_again, self.more, self.switch)
        head = QWidget()
        layout = QHBoxLayout(head)
        fill(layout, (self.handle, self.picture, words, *ends), gap=8, margin=0)
        layout.setStretch(2, 1)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), head)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
        return head

    def _move(self, by: int) -> None:
        self.place_wanted.emit(self.item.place + by)


def _shape(item: ProgrammeRow) -> tuple[object, ...]:
    """Return all that a row and its details are built from."""
    details = item.details
    parts = [part.part for part in details.steppers]
    variants = [(option.key, option.text) for option in details.variants]
    return item.name, parts, variants, bool(details.legs)
