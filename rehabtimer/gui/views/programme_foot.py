"""What is offered below the exercises: more of them, files, and the way back to the article."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import button, card, clear, fill, label, row
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.programme_frame import ListFrame

_HALF = 340  # pixels that half of it needs at text scale 1


class ProgrammeFoot(QWidget):
    """Tells which of the offers is taken up."""

    add_wanted = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    sheet_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self) -> None:
        """Start without exercises to add."""
        super().__init__()
        self.new = button(_("Add your own exercise"), self.new_wanted.emit)
        self.import_file = button(_("Import…"), self.import_wanted.emit)
        self.export = button(_("Export…"), self.export_wanted.emit)
        self.sheet = button(_("Exercise sheet…"), self.sheet_wanted.emit)
        self.sheet.setToolTip(_("Today's session to print, for days without a computer"))
        self.restore = button(_("Restore the article's programme"), self.restore_wanted.emit)
        self.restore_note = label("", "muted")
        self.own: dict[str, QPushButton] = {}
        self._shown: tuple[Option, ...] = ()
        self._own = QVBoxLayout()
        self._own.setSpacing(8)
        self._problems = QVBoxLayout()
        halves = Turning(self._more(), self._article(), least=_HALF, shares=(5, 4))
        fill(QVBoxLayout(self), (halves,), gap=0, margin=0)

    def show_frame(self, frame: ListFrame) -> None:
        """Show what is offered now."""
        self.restore_note.setText(frame.restore_note)
        if frame.own != self._shown:
            self._show_own(frame.own)
        clear(self._problems)
        for problem in frame.problems:
            self._problems.addWidget(label(problem, "hurts"))

    def _show_own(self, options: tuple[Option, ...]) -> None:
        clear(self._own)
        self._shown = options
        self.own = {}
        for option in options:
            add = button(_("Add"), partial(self.add_wanted.emit, option.key))
            add.setAccessibleName(option.note)
            line = row(label(option.text), add, gap=theme.GAP)
            line.setStretch(0, 1)
            self._own.addLayout(line)
            self.own[option.key] = add

    def _more(self) -> QFrame:
        files = Flow()
        for made in (self.new, self.import_file, self.export, self.sheet):
            files.add(made)
        note = label(
            _("An exercise of yours, or a programme from your therapist as one TOML file."), "muted"
        )
        return card(
            label(_("More exercises"), "strong"), note, self._own, files, self._problems, None
        )

    def _article(self) -> QFrame:
        name = label(_("The article's programme"), "strong")
        return card(name, self.restore_note, row(self.restore, None), None)
