"""The part of the Settings about one's own data: where it is, and how it goes out and comes in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import Part, button, column, fill, label, row
from rehabtimer.gui.widgets.question import Question
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.data_settings import DataFrame


class DataSettingsCard(QFrame):
    """Tells what is wanted; what was done last stands at its end."""

    folder_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    cancel_wanted = Signal()
    undo_wanted = Signal()
    undo_confirmed = Signal()
    undo_refused = Signal()

    def __init__(self) -> None:
        """Start empty; the first frame fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self.path = label("", "entry")
        self.path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.path.setAccessibleName(_("Where your data is"))
        self.demo = label("", "skipped")
        self.folder = button(_("Open the folder"), self.folder_wanted.emit, kind="link")
        self.copy = button(_("Copy the path"), self.copy_wanted.emit, kind="link")
        self.export = button(_("&Export…"), self.export_wanted.emit)
        self.import_ = button(_("&Import…"), self.import_wanted.emit)
        self.doing = label("", "muted")
        self.cancel = button(_("Cancel"), self.cancel_wanted.emit, kind="quiet")
        self.said = label("")
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        self.question = Question(_("Undo the import"), _("Leave it"))
        self.question.accepted.connect(self.undo_confirmed)
        self.question.refused.connect(self.undo_refused)
        self._lay_out()

    def show_frame(self, frame: DataFrame) -> None:
        """Show where the data is, and what was done last."""
        self.path.setText(frame.path)
        self.demo.setText(frame.demo)
        self.demo.setVisible(bool(frame.demo))
        self.said.setText(frame.said)
        self.said.setVisible(bool(frame.said))
        self.undo.show_text(frame.undo_text)
        self.question.ask(frame.question, self.undo.undo)

    def show_doing(self, text: str) -> None:
        """Say what is being written, with a way to cancel it; "" says nothing."""
        self.doing.setText(text)
        self._doing.setVisible(bool(text))
        for pressed in (self.export, self.import_):
            pressed.setEnabled(not text)

    def _lay_out(self) -> None:
        self._doing = QWidget()
        doing = row(self.doing, self.cancel)
        doing.setStretch(0, 1)
        self._doing.setLayout(doing)
        self._doing.hide()
        places = Flow(gap=20)
        for pressed in (self.folder, self.copy):
            places.add(pressed)
        parts: tuple[Part, ...] = (
            label(_("Your data"), "heading"),
            self.demo,
            label(_("Everything is kept in one file on this computer:"), "muted"),
            self.path,
            places,
            4,
            _action(self.export, _("Writes it into a file: whole (JSON), as tables, or as FHIR.")),
            4,
            _action(
                self.import_,
                _(
                    "Takes in an export (JSON) or exercises (TOML); what would change is shown"
                    " first. A file may be dropped here, too."
                ),
            ),
            self._doing,
            self.said,
            self.undo,
            self.question,
        )
        fill(QVBoxLayout(self), parts, gap=8, margin=theme.CARD_MARGIN)


def _action(pressed: QWidget, sentence: str) -> QVBoxLayout:
    return column(row(pressed, None), label(sentence, "muted"), gap=4)
