"""What stands beside the pages of the report, and of the exercise sheet: what can be chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.fitting_scroller import FittingScroller
from rehabtimer.gui.widgets.form_field import TextInput
from rehabtimer.gui.widgets.parts import fill, label
from rehabtimer.presenters.report_options import PaperOptions


class ReportOptions(QWidget):
    """Tells what is chosen; `name_written` follows once the person leaves the field."""

    weeks_chosen = Signal(str)
    paper_chosen = Signal(str)
    name_written = Signal(str)

    def __init__(self, options: PaperOptions) -> None:
        """Ask for those things that there are to choose."""
        super().__init__()
        self.about = label("", "muted")
        self.weeks = Choices(options.weeks_title)
        self.weeks.chosen.connect(self.weeks_chosen)
        self.name = TextInput(options.name_label)
        theme.set_role(self.name.name, role="strong")
        if isinstance(self.name.field, QLineEdit):
            self.name.field.editingFinished.connect(self._tell_name)
        self.paper = Choices(options.paper_title)
        self.paper.chosen.connect(self.paper_chosen)
        self.note = label("", "small")
        weeks_title = label(options.weeks_title, "strong")
        inside = QWidget()
        fill(
            QVBoxLayout(inside),
            (
                self.about,
                weeks_title,
                self.weeks,
                self.name,
                self.note,
                label(options.paper_title, "strong"),
                self.paper,
            ),
            gap=theme.GAP - theme.STEP,
            margin=0,
        )
        fill(QVBoxLayout(self), (FittingScroller(inside),), gap=0, margin=0)
        for part, is_asked in (
            (weeks_title, options.weeks),
            (self.weeks, options.weeks),
            (self.name, options.name_label),
        ):
            part.setVisible(bool(is_asked))
        self._told = options.name
        self.show_options(options)

    def show_options(self, options: PaperOptions) -> None:
        """Show what is chosen now."""
        self.about.setText(options.about)
        self.weeks.show_options(options.weeks)
        self.name.show_text(options.name, options.name_hint, "")
        self.paper.show_options(options.papers)
        self.note.setText(options.note)

    def _tell_name(self) -> None:
        """Tell once: Enter, and leaving the field after it, are the same."""
        if self.name.text != self._told:
            self._told = self.name.text
            self.name_written.emit(self._told)
