"""The figure on the stage: one that moves, or two still poses for those who prefer it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.figures import figure_colours, figure_of
from rehabtimer.gui.widgets.figure import FigureView
from rehabtimer.gui.widgets.parts import column, fill, label, row
from rehabtimer.presenters.session_frame import SessionFrame

_TOWARDS_HOLD = (Phase.GO, Phase.HOLD)


class ExerciseFigure(QWidget):
    """Shows a frame's exercise at its moment; `set_still` shows its start and its hold instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the moving one."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
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
        fill(QVBoxLayout(self), (self.moving, self._both), gap=0, margin=0)
        self.set_still(still=False)

    def set_still(self, *, still: bool) -> None:
        """Show two still poses, or the moving figure."""
        self._both.setVisible(still)
        self.moving.setVisible(not still)

    @property
    def is_moving(self) -> bool:
        """Whether the body was moving just now."""
        return self._both.isHidden() and self.moving.is_moving

    def show_frame(self, frame: SessionFrame) -> None:
        """Show one moment of a session."""
        figure, colours = figure_of(frame.figure), figure_colours()
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

    def _moments(self, now: Moment) -> tuple[tuple[FigureView, Moment], ...]:
        """Return the figures in sight, and where each of them stands."""
        if self._both.isHidden():
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
