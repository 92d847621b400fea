"""One exercise of the programme: a calm row that opens to its doses and instructions."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.widgets.parts import Part, button, column, fill, label, row
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.gui.widgets.switch import Switch
from rehabtimer.presenters.programme_frame import DoseStepper, ProgrammeRow


class ExerciseRow(QFrame):
    """Built once for an exercise; `show_row` brings it up to date without losing the focus."""

    switched = Signal(bool)
    dose_set = Signal(object, float)
    reset_wanted = Signal()

    def __init__(self, item: ProgrammeRow) -> None:
        """Build the row, closed."""
        super().__init__()
        self.setProperty("card", "true")
        self.picture = Picture()
        self.name = label(item.name, "strong")
        self.areas = label("", "small")
        self.dose = label("")
        self.minutes = label("", "muted", wrap=False)
        self.details = button(_("Details"), self._toggle, kind="quiet", checkable=True)
        self.details.setAccessibleName(_("Details: {exercise}").format(exercise=item.name))
        self.switch = Switch()
        self.switch.setAccessibleName(_("{exercise}: on").format(exercise=item.name))
        self.switch.clicked.connect(self.switched)
        self.steppers = {
            part.part: Stepper(_name(item, part), _suffix(part)) for part in item.steppers
        }
        self._articles = {part.part: label("", "muted") for part in item.steppers}
        self.reset = button(_("Back to the article's doses"), self.reset_wanted.emit)
        self._inside = self._build_inside(item)
        self._inside.hide()
        for part, stepper in self.steppers.items():
            stepper.changed.connect(partial(self.dose_set.emit, part))
        fill(QVBoxLayout(self), (self._build_head(), self._inside), gap=16, margin=16)
        self.show_row(item)

    def show_row(self, item: ProgrammeRow) -> None:
        """Show the exercise as it is."""
        self.picture.show_exercise(item.exercise, item.side, dimmed=not item.on)
        self.areas.setText(item.areas)
        self.dose.setText(item.dose if item.on else item.off_text)
        theme.set_role(self.dose, role="body" if item.on else "skipped")
        self.minutes.setText(item.minutes if item.on else "")
        self.switch.setChecked(item.on)
        self.reset.setVisible(item.can_reset)
        for part in item.steppers:
            number = (part.value, part.least, part.most, part.step)
            self.steppers[part.part].show_number(*number)
            self._articles[part.part].setText(part.article)

    def _toggle(self) -> None:
        self._inside.setVisible(self.details.isChecked())

    def _build_head(self) -> Part:
        words = column(None, self.name, self.dose, self.areas, None, gap=2)
        head = row(self.picture, words, self.minutes, self.details, self.switch, gap=theme.GAP)
        head.setStretch(1, 1)
        return head

    def _build_inside(self, item: ProgrammeRow) -> QWidget:
        made = QWidget()
        line = QFrame()
        line.setProperty("card", "line")
        parts: list[Part] = [line]
        if item.steppers:
            parts += [self._doses(item), row(self.reset, None), 4]
        parts += [*_numbered(item.steps), label(item.safety, "hurts")]
        if item.equipment:
            parts.append(label(_("You need: {things}").format(things=item.equipment), "muted"))
        if item.note:
            parts.append(label(item.note, "muted"))
        fill(QVBoxLayout(made), parts, gap=8, margin=0)
        return made

    def _doses(self, item: ProgrammeRow) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(8)
        for line, part in enumerate(item.steppers):
            stepper = self.steppers[part.part]
            grid.addWidget(label(part.text, wrap=False), line, 0)
            grid.addWidget(stepper, line, 1)
            grid.addWidget(self._articles[part.part], line, 2)
        grid.setColumnStretch(2, 1)
        return grid


def _numbered(lines: tuple[str, ...]) -> list[QLabel]:
    texts = (_("{number}. {step}").format(number=n, step=step) for n, step in enumerate(lines, 1))
    return [label(text) for text in texts]


def _name(item: ProgrammeRow, part: DoseStepper) -> str:
    return _("{exercise}, {number}").format(exercise=item.name, number=part.text)


def _suffix(part: DoseStepper) -> str:
    return f" {part.suffix}" if part.suffix else ""
