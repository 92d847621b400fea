"""The form for an exercise of one's own: words on the left, numbers and picture on the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.drop_down import DropDown
from rehabtimer.gui.widgets.form_field import TextInput
from rehabtimer.gui.widgets.parts import button, card, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.stepper import Stepper
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.exercise_draft import Field
from rehabtimer.presenters.exercise_form_frame import FormFrame, labels
from rehabtimer.presenters.options import Option

_HALF = 330  # pixels that half of the form needs at text scale 1
_PICTURE = (208, 144)
_STEPS = 5


class ExerciseFormView(QWidget):
    """Tells every change at once; nothing is kept before `save_wanted`."""

    written = Signal(object, str)
    number_set = Signal(object, float)
    chosen = Signal(object, str)
    save_wanted = Signal()
    leave_wanted = Signal()
    keep_wanted = Signal()
    throw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title")
        self.texts: dict[Field, TextInput] = {}
        self.numbers: dict[Field, Stepper] = {}
        self.choices: dict[Field, Choices] = {}
        self._lines: dict[Field, QWidget] = {}
        self.figures = DropDown(labels()[Field.FIGURE])
        self.figures.activated.connect(self._choose_figure)
        self.picture = Picture(_PICTURE)
        self.preview, self.message = label("", "strong"), label("", "hurts")
        self.save = button(_("&Save"), self.save_wanted.emit, kind="primary")
        self.cancel = button(_("&Cancel"), self.leave_wanted.emit)
        self.question = label("")
        self.keep = button(_("&Keep editing"), self.keep_wanted.emit, kind="primary")
        self.throw = button(_("&Throw away"), self.throw_wanted.emit)
        self._foot, self._asking = self._build_foot(), self._build_question()
        self._scroller = Scroller(self._build_body())
        self.setFocusProxy(self.texts[Field.NAME].field)
        parts = (self.title, self._scroller, self._foot, self._asking)
        fill(QVBoxLayout(self), parts, gap=theme.GAP, margin=0)

    def show_frame(self, frame: FormFrame) -> None:
        """Show the form as it is; the cursor stays where it is."""
        self.title.setText(frame.title)
        for field, text in frame.texts.items():
            self.texts[field].show_text(text.text, text.hint, text.problem)
        for field, number in frame.numbers.items():
            self.numbers[field].show_number(number.value, number.least, number.most, number.step)
        for field, options in frame.choices.items():
            self.choices[field].show_options(options)
        asked = {*frame.texts, *frame.numbers, *frame.choices}
        for field, line in self._lines.items():
            line.setVisible(field in asked)
        self._show_figures(frame.figures)
        self.picture.show_exercise(frame.picture, frame.side)
        self.picture.setVisible(bool(frame.picture))
        self.preview.setText(frame.preview)
        self._show_foot(frame)
        if frame.focus is not None:
            self.texts[frame.focus].field.setFocus()
            self._scroller.ensureWidgetVisible(self.texts[frame.focus])

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the form in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, or goes on where leaving was asked about; Control and Enter save."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            (self.leave_wanted if self._asking.isHidden() else self.keep_wanted).emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_foot(self, frame: FormFrame) -> None:
        was_asking = not self._asking.isHidden()
        self.message.setText(frame.message)
        self.message.setVisible(bool(frame.message))
        self.question.setText(frame.asking)
        self._asking.setVisible(bool(frame.asking))
        self._foot.setVisible(not frame.asking)
        if frame.asking and not was_asking:
            self.keep.setFocus()
        elif was_asking and not frame.asking:
            self.cancel.setFocus()

    def _show_figures(self, figures: tuple[Option, ...]) -> None:
        if self.figures.count() != len(figures):
            self.figures.clear()
            for option in figures:
                self.figures.addItem(option.text, option.key)
        chosen = next((option.key for option in figures if option.chosen), "")
        self.figures.setCurrentIndex(self.figures.findData(chosen))

    def _choose_figure(self, place: int) -> None:
        self.chosen.emit(Field.FIGURE, self.figures.itemData(place))

    def _build_body(self) -> QWidget:
        what = _fields(
            self._text(Field.NAME),
            self._text(Field.AREAS),
            self._text(Field.EQUIPMENT),
            self._choice(Field.POSITION),
        )
        how = _fields(
            self._text(Field.STEPS, _STEPS),
            self._text(Field.GO),
            self._text(Field.HOLD_LINE),
            self._text(Field.BACK),
            self._text(Field.SAFETY),
        )
        left, right = QWidget(), QWidget()
        left.setLayout(column(what, how, None, gap=theme.GAP))
        right.setLayout(column(self._dose(), self._figure(), None, gap=theme.GAP))
        return Turning(left, right, least=_HALF, gap=theme.GAP)

    def _dose(self) -> QFrame:
        return _fields(
            self._choice(Field.KIND),
            self._number(Field.HOLD, " s"),
            self._number(Field.REPS),
            self._number(Field.SETS),
            self._choice(Field.LEGS),
            self._choice(Field.CHANGE),
            self._choice(Field.REST),
            self._number(Field.REST_SECONDS, " s"),
        )

    def _figure(self) -> QFrame:
        return card(label(labels()[Field.FIGURE], "muted"), self.figures, row(self.picture, None))

    def _text(self, field: Field, lines: int = 1) -> QWidget:
        made = TextInput(labels()[field], lines)
        made.written.connect(partial(self.written.emit, field))
        self.texts[field] = self._lines[field] = made
        return made

    def _choice(self, field: Field) -> QWidget:
        name = labels()[field]
        choices = Choices(name)
        choices.chosen.connect(partial(self.chosen.emit, field))
        self.choices[field] = choices
        return self._line(field, QVBoxLayout(), label(name, "muted"), choices)

    def _number(self, field: Field, suffix: str = "") -> QWidget:
        name = labels()[field]
        stepper = Stepper(name, suffix)
        stepper.changed.connect(partial(self.number_set.emit, field))
        self.numbers[field] = stepper
        return self._line(field, QHBoxLayout(), label(name), stepper)

    def _line(self, field: Field, layout: QVBoxLayout | QHBoxLayout, *parts: QWidget) -> QWidget:
        made = QWidget()
        fill(layout, parts, gap=4, margin=0)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        self._lines[field] = made
        return made

    def _build_foot(self) -> QFrame:
        words = column(self.preview, self.message, gap=2)
        inside = row(words, self.cancel, self.save, gap=8)
        inside.setStretch(0, 1)
        return _bar(inside, "true")

    def _build_question(self) -> QFrame:
        inside = row(self.question, self.throw, self.keep, gap=8)
        inside.setStretch(0, 1)
        made = _bar(inside, "notice")
        made.hide()
        return made


def _fields(*fields: QWidget) -> QFrame:
    """Return a card whose fields stand further apart than a field and what is said of it."""
    made = QFrame()
    made.setProperty("card", "true")
    fill(QVBoxLayout(made), fields, gap=12, margin=theme.CARD_MARGIN)
    return made


def _bar(inside: QHBoxLayout, kind: str) -> QFrame:
    """Return a bar whose words stand in line with those of the cards."""
    made = card(inside, kind=kind, margin=12)
    made.setContentsMargins(theme.CARD_MARGIN - 12, 0, 0, 0)
    return made
