"""A still picture of an exercise on the ground colour, in whatever look is at hand."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui import theme
from rehabtimer.gui.figures import figure_colours, figure_of
from rehabtimer.gui.widgets.figure import figure_pixmap

_MARGIN = 4


class Picture(QWidget):
    """Paints one exercise at its furthest point; `size` None takes all the room there is."""

    def __init__(self, size: tuple[int, int] | None = theme.THUMBNAIL) -> None:
        """Start without an exercise."""
        super().__init__()
        self._what: tuple[str, Side, bool] = ("", Side.LEFT, False)
        self._made: tuple[object, QPixmap] | None = None
        if size:
            self.setFixedSize(*size)
        else:
            policy = QSizePolicy.Policy.Expanding
            self.setSizePolicy(policy, policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_exercise(self, exercise: str, side: Side, *, dimmed: bool = False) -> None:
        """Show an exercise done with a leg; `both` is drawn like the left."""
        what = (exercise, Side.LEFT if side is Side.BOTH else side, dimmed)
        if what != self._what:
            self._what = what
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the figure on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.look.colours.ground))
        radius = theme.CONTROL_RADIUS
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        pixmap = self._pixmap()
        if pixmap is not None:
            painter.drawPixmap(_MARGIN, _MARGIN, pixmap)
        painter.end()

    def _pixmap(self) -> QPixmap | None:
        exercise, side, dimmed = self._what
        figure = figure_of(exercise) if exercise else None
        size = self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        if figure is None or size.isEmpty():
            return None
        ratio, colours = self.devicePixelRatioF(), figure_colours()
        key = (self._what, size, ratio, colours)
        if self._made is None or self._made[0] != key:
            picture = figure_pixmap(
                figure, size, ratio, colours, phase=Phase.HOLD, side=side, dimmed=dimmed
            )
            self._made = (key, picture)
        return self._made[1]
