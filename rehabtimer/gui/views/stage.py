"""The left half of a session: name, side, figure, and the words of this moment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.programme import Phase
from rehabtimer.gui import theme
from rehabtimer.gui.figures import figure_colours, figure_of
from rehabtimer.gui.widgets.figure import FigureView
from rehabtimer.gui.widgets.parts import column, fill, label, row
from rehabtimer.presenters.session_frame import SessionFrame


class Stage(QFrame):
    """Shows who does what; in *get ready* all steps, then the one line that counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing on stage."""
        super().__init__(parent)
        self.setProperty("card", "true")
        self._spare = False
        self.title = label("", "stage")
        self.side = label("", "pill", wrap=False)
        self.side.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.side_note = label("", "stage-muted", wrap=False)
        self.side_note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.figure = FigureView()
        self.figure.setMinimumHeight(96)
        self.caption = label("", "stage")
        self.after = label("", "stage-muted")
        self.dose = label("", "stage")
        self.steps = label("", "stage")
        self.safety = label("", "stage-muted")
        self.notice = label("", "notice")
        top = row(column(self.title, None), column(self.side, self.side_note, None, gap=2), gap=16)
        top.setStretch(0, 1)
        self._taught = (self.dose, self.steps, self.safety)
        words = column(self.notice, *self._taught, self.caption, self.after, gap=4)
        layout = QVBoxLayout(self)
        fill(layout, (top, self.figure, words), gap=10, margin=24)
        layout.setStretch(1, 1)

    def show_frame(self, frame: SessionFrame, notice: str) -> None:
        """Show one moment."""
        teaching = frame.phase is Phase.PREPARE
        self.title.setText(frame.title)
        self.side.setText(frame.side_text)
        self.side_note.setText(frame.side_note)
        self.side_note.setVisible(bool(frame.side_note))
        self.figure.set_figure(figure_of(frame.exercise))
        self.figure.set_colours(figure_colours())
        self.figure.show_pose(frame.phase, _still(frame.phase), frame.side)
        self.figure.setAccessibleName(f"{frame.title}, {frame.side_text}")
        self.dose.setText(frame.dose)
        self.steps.setText("\n".join(f"{n}.  {step}" for n, step in enumerate(frame.steps, 1)))
        self.safety.setText(frame.safety)
        self.caption.setText(frame.caption)
        self.after.setText(frame.after)
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        for words in self._taught:
            words.setVisible(teaching and not self._spare)
        for words in (self.caption, self.after):
            words.setVisible(not teaching and not self._spare)

    def scale(self, size: float) -> None:
        """Let type grow with the window; `size` is 1 at 1366x768."""
        px = size * theme.look.scale
        self.title.setFont(theme.font(theme.TITLE * px, bold=True))
        self.side.setFont(theme.font(22 * px, bold=True))
        self.side_note.setFont(theme.font(theme.BODY * px))
        self.caption.setFont(theme.font(24 * px))
        self.after.setFont(theme.font(theme.HEADING * px))
        self.dose.setFont(theme.font(theme.HEADING * px, bold=True))
        self.steps.setFont(theme.font(19 * px))
        self.safety.setFont(theme.font(theme.LARGE * px))

    def set_spare(self, spare: bool) -> None:
        """Floor mode: nothing but figure, name and side, from the next frame on."""
        self._spare = spare


def _still(phase: Phase) -> float:
    """Return the moment of a phase at which a still figure says most."""
    return {Phase.GO: 0.5, Phase.RETURN: 0.5, Phase.HOLD: 1.0}.get(phase, 0.0)
