"""A field of a form: its name above, its input, and beside it what is wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from rehabtimer.gui import theme
from rehabtimer.gui.widgets.parts import fill, label

_LONGEST = 4000  # characters, so that a whole book that is pasted by mistake does no harm
_PADDING = 22  # above and below the lines of a text, with its border


class TextInput(QWidget):
    """Asks for a text of one line, or of `lines`; `written` tells each change that is typed.

    `entered` follows Enter in a single line.
    """

    written = Signal(str)
    entered = Signal()

    def __init__(self, name: str, lines: int = 1) -> None:
        """`name` is what is asked for, read by everybody."""
        super().__init__()
        self._lines = lines
        self.name, self.problem = label(name, "muted"), label("", "hurts")
        self.field: QLineEdit | QPlainTextEdit = QLineEdit() if lines == 1 else QPlainTextEdit()
        self.field.setAccessibleName(name)
        if isinstance(self.field, QLineEdit):
            self.field.setMaxLength(_LONGEST)
            self.field.textEdited.connect(self.written)
            self.field.returnPressed.connect(self.entered)
        else:
            self.field.setTabChangesFocus(True)
            self.field.textChanged.connect(self._tell)
        self.problem.hide()
        fill(QVBoxLayout(self), (self.name, self.field, self.problem, None), gap=4, margin=0)

    @property
    def text(self) -> str:
        """What stands in the field."""
        field = self.field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def show_name(self, name: str) -> None:
        """Ask for something else."""
        self.name.setText(name)
        self.field.setAccessibleName(name)

    def show_text(self, text: str, hint: str, problem: str) -> None:
        """Show a text without telling anybody; one that is there already keeps its cursor."""
        if text != self.text:
            blocked = self.field.blockSignals(True)
            if isinstance(self.field, QLineEdit):
                self.field.setText(text)
            else:
                self.field.setPlainText(text)
            self.field.blockSignals(blocked)
        self.field.setPlaceholderText(hint)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.field.setAccessibleDescription(problem)
        if self._lines > 1:
            self.field.setFixedHeight(
                self._lines * self.field.fontMetrics().lineSpacing() + theme.look.px(_PADDING)
            )

    def _tell(self) -> None:
        self.written.emit(self.text[:_LONGEST])
