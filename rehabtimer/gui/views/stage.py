"""The left half of a session: name, side, figure, and the words of this moment."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.exercise_figure import ExerciseFigure
from rehabtimer.gui.widgets.parts import column, fill, label, row
from rehabtimer.presenters.session_frame import SessionFrame

_CAPTION = 28  # pixels of type at 1366x768
_STEP = 19
_TITLE_SHARES = (
    (1.0, 2),
    (0.85, 2),
    (0.75, 2),
    (0.85, 3),
    (0.7, 3),
    (0.6, 4),
)  # of its size; lines
_STEP_SHARES = (1.0, 0.9, 0.8, 0.7)
_MARGIN, _GAP, _BETWEEN = 24, 16, 10


class Stage(QFrame):
    """Shows who does what; in *get ready* all steps, then the one line that counts.

    What the voice says stands below it, as long as it takes to read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing on stage."""
        super().__init__(parent)
        self.setProperty("card", "true")
        self._spare = False
        self._px = 1.0
        self.title = label("", "stage")
        self.side = label("", "pill", wrap=False)
        self.side.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.side_note = label("", "stage-muted", wrap=False)
        self.side_note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.figure = ExerciseFigure()
        self.figure.setMinimumHeight(96)
        self.caption = label("", "stage")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.dose = label("", "stage")
        self.steps = label("", "stage")
        self.steps.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.safety = label("", "stage-muted")
        self.said = label("", "stage-muted")
        self.notice = label("", "notice")
        side = column(self.side, self.side_note, None, gap=2)
        top = row(column(self.title, None), side, gap=_GAP)
        top.setStretch(0, 1)
        taught = (self.dose, self.steps, self.safety)
        words = column(self.notice, *taught, self.caption, self.said, gap=4)
        layout = QVBoxLayout(self)
        fill(layout, (top, self.figure, words), gap=_BETWEEN, margin=_MARGIN)
        layout.setStretch(1, 1)

    def show_words(self, frame: SessionFrame, notice: str) -> None:
        """Show what is to be read of one moment; the figure is shown by itself."""
        teaching = frame.is_teaching
        self.title.setText(frame.title)
        self.side.setText(frame.side_text)
        self.side_note.setText(frame.side_note)
        self.side_note.setVisible(bool(frame.side_note))
        self.dose.setText(frame.dose)
        self.steps.setText(frame.steps_text)
        self.safety.setText(frame.safety)
        self.caption.setText(frame.caption)
        self.said.setText(_("“{line}”").format(line=frame.said) if frame.said else "")
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        for words in (self.dose, self.safety):
            words.setVisible(teaching and not self._spare)
        is_told = self._spare or self.figure.is_in_words  # there, and not once more below
        self.steps.setVisible(teaching and not is_told)
        self.caption.setVisible(not teaching and not is_told)
        self._fit_words()

    def scale(self, size: float) -> None:
        """Let type grow with the window; `size` is 1 at 1366x768.

        The line of instruction has the room of two, so that the figure stays as large as it is.
        """
        px = size * theme.look.scale
        self._px = px
        self.side.setFont(theme.font(22 * px, bold=True))
        self.side_note.setFont(theme.font(theme.BODY * px))
        self.caption.setFont(theme.font(_CAPTION * px))
        self.caption.setFixedHeight(2 * QFontMetrics(self.caption.font()).lineSpacing())
        self.dose.setFont(theme.font(theme.HEADING * px, bold=True))
        self.safety.setFont(theme.font(theme.LARGE * px))
        self.said.setFont(theme.font(theme.LARGE * px))
        self.said.setMinimumHeight(QFontMetrics(self.said.font()).lineSpacing())
        self.figure.scale(px)
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name grow and shrink with its room."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Keep a long name, as that of an easier version, to few lines; then fit the steps."""
        beside = max(self.side.sizeHint().width(), self.side_note.sizeHint().width())
        wide = self.width() - 2 * _MARGIN
        for share, lines in _TITLE_SHARES:
            font = theme.font(self._px * theme.TITLE * share, bold=True)
            high = _high(self.title, font, wide - _GAP - beside)
            if high <= lines * QFontMetrics(font).lineSpacing():
                break
        self.title.setFont(font)
        taken = max(high, self.side.sizeHint().height() + self.side_note.sizeHint().height())
        taken += self.figure.minimumHeight() + 2 * _MARGIN + 4 * _BETWEEN
        taken += sum(_high(each, each.font(), wide) for each in (self.dose, self.safety, self.said))
        for share in _STEP_SHARES:
            font = theme.font(self._px * _STEP * share)
            if taken + _high(self.steps, font, wide) <= self.height():
                break
        self.steps.setFont(font)

    def set_spare(self, spare: bool) -> None:
        """Floor mode: nothing but figure, name and side, from the next words on."""
        self._spare = spare


def _high(words: QLabel, font: QFont, wide: int) -> int:
    """Return the height that words need in a font."""
    room = QRect(0, 0, max(1, wide), 1)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words.text()).height()
