"""One question of the first start, with its answers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.widgets.big_choice import BigChoice
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.parts import Part, button, card, column, fill, label, row
from rehabtimer.presenters.welcome_frame import WelcomeFrame

_MARGIN = 28
_PICTURE = (220, 300)  # at least
_IN_TWO_COLUMNS = 5  # from so many answers on


class WelcomePage(QWidget):
    """Built for one question; `show_frame` brings its answers up to date."""

    chosen = Signal(str)
    weekday_toggled = Signal(int)
    start_chosen = Signal(object)
    test_wanted = Signal()

    def __init__(self, frame: WelcomeFrame) -> None:
        """Build what the question needs."""
        super().__init__()
        self.answers = {
            option.key: BigChoice(number, option)
            for number, option in enumerate(frame.options, start=1)
        }
        for key, answer in self.answers.items():
            answer.clicked.connect(partial(self._tell, key))
        self.weekdays = Choices(_("Days of the week"), several=True)
        self.weekdays.chosen.connect(lambda key: self.weekday_toggled.emit(int(key)))
        self.start = DateField(_("Start of the programme"))
        self.start.picked.connect(self.start_chosen)
        self.sound_problem = label("", "muted")
        self.sound_problem.hide()
        self._picture = Picture(size=None)
        self._picture.setMinimumSize(*_PICTURE)
        fill(QVBoxLayout(self), (self._card(frame),), gap=0, margin=0)
        self.show_frame(frame)

    def show_frame(self, frame: WelcomeFrame) -> None:
        """Show the answers as they are."""
        for option in frame.options:
            self.answers[option.key].setChecked(option.chosen)
        self.weekdays.show_options(frame.weekdays)
        self._picture.show_exercise(frame.picture, frame.picture_side)
        if frame.start and frame.earliest and frame.latest:
            self.start.show_date(frame.start, frame.earliest, frame.latest)

    @property
    def first(self) -> BigChoice:
        """The answer that the keyboard starts from: the one chosen, else the first."""
        answers = list(self.answers.values())
        return next((answer for answer in answers if answer.isChecked()), answers[0])

    def press(self, number: int) -> None:
        """Press the answer of a number key, if there is one."""
        answers = list(self.answers.values())
        if 1 <= number <= len(answers):
            answers[number - 1].setFocus()
            answers[number - 1].click()

    def _card(self, frame: WelcomeFrame) -> QWidget:
        words = column(label(frame.title, "title"), label(frame.lead, "lead"), gap=8)
        fill(words, (4, *self._parts(frame), None), gap=8, margin=0)
        inside = QHBoxLayout()
        fill(inside, (words,), gap=_MARGIN, margin=0)
        inside.setStretch(0, 3)
        if frame.picture:
            inside.addWidget(self._picture, 2)
        return card(inside, margin=_MARGIN)

    def _parts(self, frame: WelcomeFrame) -> list[Part]:
        parts: list[Part] = [label(f"•  {point}", "large") for point in frame.points]
        if frame.points:
            parts.append(12)
        parts.append(self._grid())
        if frame.weekdays:
            parts += [4, label(_("Or pick your own days:"), "muted"), self.weekdays]
        if frame.start:
            start = label(_("Starting on"), "muted", wrap=False)
            parts.append(row(start, self.start, None, gap=12))
        if frame.sound_check:
            check = label(frame.sound_check, "muted", wrap=False)
            test = button(_("&Test the sound"), self.test_wanted.emit, icon_name="sound")
            parts += [row(check, test, None, gap=12), self.sound_problem]
        return parts

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        columns = 2 if len(self.answers) >= _IN_TWO_COLUMNS else 1
        lines = -(-len(self.answers) // columns)
        for n, answer in enumerate(self.answers.values()):
            grid.addWidget(answer, n % lines, n // lines)
        return grid

    def _tell(self, key: str) -> None:
        self.chosen.emit(key)
