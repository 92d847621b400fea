"""What a row of the Programme opens to: doses, version, legs, how long off, and how it is done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.drop_down import DropDown
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import button, clear, column, fill, label, row
from rehabtimer.gui.widgets.question import Question
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.programme_frame import DoseStepper, Part, ProgrammeRow, RowDetails
from rehabtimer.presenters.programme_rows import OFF_DATE

_INDENT = 8  # so that what is inside stands in line with what is above
_LEVEL = 13  # from the top of a button to that of its words
_WIDEST_SWAP = 360
_HALF = 470  # pixels that half of it needs at text scale 1


class ExerciseDetails(QWidget):
    """Built for one exercise when its row is first opened."""

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

    def __init__(self, item: ProgrammeRow) -> None:
        """Build what the exercise can have; `show_row` fills it."""
        super().__init__()
        self._place = item.place
        self._stepped: QWidget | None = None
        self.steppers = {part.part: self._stepper(item, part) for part in item.details.steppers}
        self.articles = {part.part: label("", "muted") for part in item.details.steppers}
        self.question = Question(_("Go beyond the article"), _("Keep it"))
        self.question.accepted.connect(self._accept)
        self.question.refused.connect(self._refuse)
        self.reset = button("", self.reset_wanted.emit)
        self.variants = self._choices(item, _("version"), self.variant_chosen)
        self.legs = self._choices(item, _("legs"), self.legs_chosen)
        self.offs = self._choices(item, _("turned off"), None)
        self.offs.chosen.connect(self._choose_off)
        self.off_date = DateField(_("{exercise}: back on").format(exercise=item.name))
        self.off_until = button(_("Turn off until then"), self._choose_date)
        self._date_line = QWidget()
        self.swaps = DropDown(_("{exercise}: swap for").format(exercise=item.name))
        self.swaps.currentIndexChanged.connect(self._show_swap)
        self.swap = button(_("Swap"), self._swap)
        self.rise = button(_("Move up"), partial(self._move, -1), kind="link")
        self.sink = button(_("Move down"), partial(self._move, 1), kind="link")
        self.open = button(_("Open its page"), self.open_wanted.emit)
        self._steps = QVBoxLayout()
        self._build(item.details)

    def show_row(self, item: ProgrammeRow) -> None:
        """Show the exercise as it is."""
        self._place = item.place
        details = item.details
        for part in details.steppers:
            self.steppers[part.part].show_number(part.value, part.least, part.most, part.step)
            self.articles[part.part].setText(part.article)
            theme.set_role(self.articles[part.part], role="skipped" if part.beyond else "muted")
        self.question.ask(details.question, self._stepped)
        self.reset.setText(details.reset_text)
        self.reset.setVisible(details.can_reset)
        self.variants.show_options(details.variants)
        self.legs.show_options(details.legs)
        self.offs.show_options(details.offs)
        self.off_date.show_date(details.off_date, details.earliest, details.latest)
        self._date_line.setVisible(self.offs.buttons[OFF_DATE].isChecked())
        self._show_swaps(details.swaps)
        self.rise.setEnabled(item.place > item.lowest)
        self.sink.setEnabled(item.place < item.highest)
        self._show_steps(details)

    # Build

    def _build(self, details: RowDetails) -> None:
        line = QFrame()
        line.setProperty("card", "line")
        doses, how = QWidget(), QWidget()
        fill(QVBoxLayout(doses), (self._grid(details), None), gap=0, margin=0)
        fill(QVBoxLayout(how), (self._steps, None), gap=0, margin=0)
        self._steps.setSpacing(8)
        self._steps.setContentsMargins(0, 0, 0, 0)
        foot = row(self.rise, self.sink, None, self.open, gap=20)
        halves = Turning(doses, how, least=_HALF, gap=32, shares=(3, 2))
        layout = QVBoxLayout(self)
        fill(layout, (line, 4, halves, 4, foot), gap=8, margin=0)
        layout.setContentsMargins(_INDENT, 0, 0, 0)

    def _grid(self, details: RowDetails) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for part in details.steppers:
            stepper, article = self.steppers[part.part], self.articles[part.part]
            grid.addWidget(_name(part.text), grid.rowCount(), 0)
            grid.addWidget(stepper, grid.rowCount() - 1, 1)
            grid.addWidget(article, grid.rowCount() - 1, 2)
        grid.addWidget(self.question, grid.rowCount(), 0, 1, 3)
        grid.addWidget(self.reset, grid.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        dates = Flow()
        dates.add(self.off_date)
        dates.add(self.off_until)
        fill(QVBoxLayout(self._date_line), (dates,), gap=0, margin=0)
        self.swaps.setMaximumWidth(_WIDEST_SWAP)
        swap = row(self.swaps, self.swap, gap=8)
        swap.setStretch(0, 1)
        swap.addStretch(0)
        if details.variants:
            _add(grid, _("Version"), column(self.variants))
        if details.legs:
            _add(grid, _("Legs"), column(self.legs))
        _add(grid, _("Turn off"), column(self.offs, self._date_line))
        _add(grid, _("Swap for"), swap)
        return grid

    def _stepper(self, item: ProgrammeRow, part: DoseStepper) -> Stepper:
        name = _("{exercise}, {number}").format(exercise=item.name, number=part.text)
        made = Stepper(name, f" {part.suffix}" if part.suffix else "")
        made.changed.connect(partial(self._set_dose, part.part))
        return made

    def _choices(self, item: ProgrammeRow, what: str, signal: object) -> Choices:
        made = Choices(_("{exercise}: {what}").format(exercise=item.name, what=what))
        if signal is not None:
            made.chosen.connect(signal)
        return made

    # What is pressed

    def _set_dose(self, part: Part, value: float) -> None:
        self._stepped = self.steppers[part].field
        self.dose_set.emit(part, value)

    def _accept(self) -> None:
        self._return_focus()
        self.beyond_confirmed.emit()

    def _refuse(self) -> None:
        self._return_focus()
        self.refused.emit()

    def _return_focus(self) -> None:
        if self._stepped is not None:
            self._stepped.setFocus()

    def _choose_off(self, key: str) -> None:
        self._date_line.setVisible(key == OFF_DATE)
        if key == OFF_DATE:
            self.off_date.field.setFocus()
        else:
            self.off_chosen.emit(key)

    def _choose_date(self) -> None:
        self.off_date_chosen.emit(self.off_date.value)

    def _move(self, by: int) -> None:
        self.place_wanted.emit(self._place + by)

    def _swap(self) -> None:
        self.swap_chosen.emit(self.swaps.currentData())

    # What is shown

    def _show_swaps(self, options: tuple[Option, ...]) -> None:
        self.swaps.blockSignals(True)
        self.swaps.clear()
        self.swaps.addItem(_("Choose one that is off") if options else _("None is off"), "")
        for option in options:
            self.swaps.addItem(option.text, option.key)
        self.swaps.setEnabled(bool(options))
        self.swaps.blockSignals(False)
        self._show_swap()

    def _show_swap(self) -> None:
        self.swap.setEnabled(self.swaps.currentIndex() > 0)

    def _show_steps(self, details: RowDetails) -> None:
        clear(self._steps)
        for made in _how(details):
            self._steps.addWidget(made)


def _how(details: RowDetails) -> list[QLabel]:
    text = _("{number}. {step}")
    made = [label(text.format(number=n, step=step)) for n, step in enumerate(details.steps, 1)]
    if details.safety:
        made.append(label(details.safety, "hurts"))
    if details.equipment:
        made.append(label(_("You need: {things}").format(things=details.equipment), "muted"))
    if details.note:
        made.append(label(details.note, "muted"))
    return made


def _name(text: str) -> QLabel:
    return label(text, "muted", wrap=False)


def _add(grid: QGridLayout, name: str, part: QLayout) -> None:
    line = grid.rowCount()
    grid.addLayout(column(_LEVEL, _name(name), None, gap=0), line, 0)
    grid.addLayout(part, line, 1, 1, 2)
