"""The figure on the stage: one that moves, or two still poses for those who prefer it.

An exercise without a figure has its words there, in large type.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.figures import figure_colours, figure_of
from rehabtimer.gui.widgets.figure import FigureView
from rehabtimer.gui.widgets.fitted_words import FittedWords
from rehabtimer.gui.widgets.parts import column, fill, label, row
from rehabtimer.presenters.session_frame import SessionFrame

_TOWARDS_HOLD = (Phase.GO, Phase.HOLD)
_MOST = 60  # pixels of type at 1366x768


class ExerciseFigure(QWidget):
    """Shows a frame's exercise at its moment; `set_still` shows its start and its hold instead."""

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        """Start with the moving one; a small one has no room for steps that could not be read."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._small = small
        self._is_still = self._is_in_words = False
        self.words = FittedWords(_MOST)
        self.moving = FigureView()
        self.start, self.hold = FigureView(), FigureView()
        self._names = [label(text, "stage-muted", wrap=False) for text in (_("Start"), _("Hold"))]
        for name in self._names:
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pairs = zip((self.start, self.hold), self._names, strict=True)
        poses = [column(view, name, gap=4) for view, name in pairs]
        self._both = QWidget()
        self._both.setLayout(row(*poses, gap=theme.GAP))
        for pose in poses:
            pose.setStretch(0, 1)
        fill(QVBoxLayout(self), (self.moving, self._both, self.words), gap=0, margin=0)
        self._show_parts()

    def set_still(self, *, still: bool) -> None:
        """Show two still poses, or the moving figure."""
        self._is_still = still
        self._show_parts()

    @property
    def is_in_words(self) -> bool:
        """Whether there is no figure, so that words stand in its place."""
        return self._is_in_words

    @property
    def is_moving(self) -> bool:
        """Whether the body was moving just now."""
        return not self.moving.isHidden() and self.moving.is_moving

    def show_frame(self, frame: SessionFrame) -> None:
        """Show one moment of a session."""
        figure, colours = figure_of(frame.figure), figure_colours()
        if (figure is None) != self._is_in_words:
            self._is_in_words = figure is None
            self._show_parts()
        if figure is None:
            self.words.show_words(*self._texts(frame))
            return
        name = f"{frame.title}, {frame.side_text}"
        for view, moment in self._moments(frame.moment):
            view.set_figure(figure)
            view.set_colours(colours)
            view.show_moment(moment)
            view.setAccessibleName(name)
        self._show_which(frame.phase)

    def scale(self, px: float) -> None:
        """Let the words below the still poses grow; `px` is the size of a pixel at 1366x768."""
        for name in self._names:
            name.setFont(theme.font(theme.BODY * px))
        self.words.set_most(_MOST * px)

    def _texts(self, frame: SessionFrame) -> tuple[str, ...]:
        """Return what may stand in place of a figure, the first that fits."""
        if not frame.is_teaching:
            return (frame.caption,)
        return (frame.steps_text, frame.caption) if self._small else (frame.steps_text,)

    def _show_parts(self) -> None:
        self.words.setVisible(self._is_in_words)
        self._both.setVisible(self._is_still and not self._is_in_words)
        self.moving.setVisible(not self._is_still and not self._is_in_words)

    def _moments(self, now: Moment) -> tuple[tuple[FigureView, Moment], ...]:
        """Return the figures in sight, and where each of them stands."""
        if not self._is_still:
            return ((self.moving, now),)
        first = Phase.GO if now.moving else Phase.PREPARE
        still = now._replace(fraction=0.0, seconds=0.0)
        return (
            (self.start, still._replace(phase=first)),
            (self.hold, still._replace(phase=Phase.HOLD)),
        )

    def _show_which(self, phase: Phase) -> None:
        """Pale is the pose that is not wanted just now."""
        self.start.set_dimmed(phase in _TOWARDS_HOLD)
        self.hold.set_dimmed(phase is Phase.RETURN)
