"""One day of the diary: a card with a row for each entry."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.parts import Part, button, column, fill, label, row
from rehabtimer.presenters.log_frame import LogDay, LogRow

_TIME_WIDE = 48
_TOP = 11  # puts the first line at the height of the words on the buttons


@dataclass(frozen=True)
class RowActs:
    """What a row's buttons do with its id, and the form that stands in its place."""

    edit: Callable[[str], object]
    remove: Callable[[str], object]
    form: Callable[[str], QWidget]


class DayCard(QFrame):
    """Shows a day; `edits` has the button of each row by the id of its entry."""

    def __init__(self, day: LogDay, acts: RowActs) -> None:
        """Lay out the rows of a day."""
        super().__init__()
        self.setProperty("card", "true")
        self.edits: dict[str, QPushButton] = {}
        rows = (acts.form(item.id) if item.editing else self._row(item, acts) for item in day.rows)
        parts: tuple[Part, ...] = (label(day.title, "strong"), *rows)
        fill(QVBoxLayout(self), parts, gap=12, margin=theme.CARD_MARGIN)

    def _row(self, item: LogRow, acts: RowActs) -> QWidget:
        made = QWidget()
        at = label(item.time, "muted", wrap=False)
        at.setFixedWidth(theme.look.px(_TIME_WIDE))
        pressed = [_act(_("Delete"), item, acts.remove)]
        if item.has_form:
            self.edits[item.id] = _act(_("Edit"), item, acts.edit)
            pressed.insert(0, self.edits[item.id])
        lines = (
            (item.title, "entry"),
            (item.occasion, "muted"),
            (item.alarm, "hurts"),
            (item.note, "body"),
            (item.mark, "small"),
        )
        words = column(*(label(text, role) for text, role in lines if text), gap=2)
        acted = row(*pressed, gap=0)
        layout = QHBoxLayout(made)
        fill(layout, (column(_TOP, at, None, gap=0), column(_TOP, words, None, gap=0), acted), 8, 0)
        layout.setStretch(1, 1)
        layout.setAlignment(acted, Qt.AlignmentFlag.AlignTop)
        return made


def _act(text: str, item: LogRow, on_press: Callable[[str], object]) -> QPushButton:
    made = button(text, partial(on_press, item.id), kind="quiet")
    made.setAccessibleName(f"{text}: {item.name}")
    return made
