"""Two pages of the panel "This hurts": see a doctor, and until when to skip."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.date_field import DateField
from rehabtimer.gui.widgets.key_button import KeyButton
from rehabtimer.gui.widgets.parts import Part, button, column, fill, label, row
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.hurts_frame import HurtsFrame

_GAP = 10
_HALF = 260


class HurtsPage(QWidget):
    """What the panel shows at one time; `keys` are letters and digits, and what they do."""

    back_wanted = Signal()

    def __init__(self) -> None:
        """Start without keys of its own."""
        super().__init__()
        self.keys: dict[str, Callable[[], object]] = {}

    def lay_out(self, *parts: Part) -> None:
        """Put parts one below the other."""
        fill(QVBoxLayout(self), parts, gap=_GAP, margin=0)

    @property
    def first(self) -> QPushButton:
        """The button that Enter presses while none has the focus."""
        raise NotImplementedError

    def key_button(self, text: str, key: str, on_press: Callable[[], object]) -> KeyButton:
        """Return a button that its key presses, too."""
        made = KeyButton(text, key, on_press)
        self.keys[key] = made.click
        return made


class DoctorPage(HurtsPage):
    """Says to stop for today; the person may do otherwise."""

    end_wanted = Signal()
    care_wanted = Signal()

    def __init__(self) -> None:
        """Lay out the card."""
        super().__init__()
        self.end = self.key_button(_("End the session"), "E", self.end_wanted.emit)
        self.end.set_first(first=True)
        self.other = self.key_button(_("Other choices"), "C", self.back_wanted.emit)
        care = button(_("When to see someone"), self.care_wanted.emit, kind="link")
        self.lay_out(
            label(_("Please stop for today"), "heading"),
            label(
                _(
                    "Sharp pain, swelling, locking or giving way: stop here, and have a doctor"
                    " look at your knee before you go on."
                ),
                "large",
            ),
            label(_("What you have done so far is kept."), "muted"),
            6,
            self.end,
            self.other,
            row(care, None),
        )

    @property
    def first(self) -> QPushButton:
        return self.end


class UntilPage(HurtsPage):
    """Asks for the date on which the exercise comes back."""

    picked = Signal(object)

    def __init__(self, frame: HurtsFrame) -> None:
        """Offer the dates of a frame, and one of the person's own."""
        super().__init__()
        days = {date.fromisoformat(option.key): option.text for option in frame.date_options}
        self.options = [
            self.key_button(text, str(number), partial(self.picked.emit, day))
            for number, (day, text) in enumerate(days.items(), start=1)
        ]
        self.options[0].set_first(first=True)
        self._day = next(iter(days)) + timedelta(days=1)
        self._span = frame.earliest, frame.latest
        self.field = DateField(_("Another date"))
        self.field.show_date(self._day, *self._span)
        self.field.picked.connect(self._take_day)
        self.own = button(_("Skip until this date"), lambda: self.picked.emit(self._day))
        self.lay_out(
            column(
                label(_("Skip until a date"), "heading"),
                label(_("The exercise comes back by itself on that day."), "muted"),
                gap=2,
            ),
            2,
            *self.options,
            4,
            label(_("Another date"), "strong"),
            Turning(self.field, self.own, least=_HALF, gap=12),
            2,
            row(button(_("Back  Esc"), self.back_wanted.emit, kind="link"), None),
        )

    @property
    def first(self) -> QPushButton:
        """The own date while the keyboard is in its field, else the first one."""
        return self.own if self.field.field.hasFocus() else self.options[0]

    def _take_day(self, day: date) -> None:
        self._day = day
        self.field.show_date(day, *self._span)
