"""A still picture of an exercise on the ground colour, in whatever look is at hand.

What draws figures is loaded with the first picture, which is after the page is there.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui import theme
from rehabtimer.gui.icons import paint_icon

_MARGIN = 4
_MARK = 28


class Picture(QWidget):
    """Paints one exercise at its furthest point; `size` None takes all the room there is."""

    def __init__(self, size: tuple[int, int] | None = theme.THUMBNAIL) -> None:
        """Start without an exercise."""
        super().__init__()
        self._what: tuple[str, Side, bool, str] = ("", Side.LEFT, False, "")
        if size:
            self.setFixedSize(*size)
        else:
            policy = QSizePolicy.Policy.Expanding
            self.setSizePolicy(policy, policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_exercise(
        self, figure: str, side: Side, *, dimmed: bool = False, variant: str = ""
    ) -> None:
        """Show a figure, or its easier version, with a leg or with both; "" shows a mark."""
        what = (figure, side, dimmed, variant)
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
        if not self._what[0]:
            self._paint_mark(painter)
        elif pixmap is not None:
            painter.drawPixmap(_MARGIN, _MARGIN, pixmap)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        """Paint what stands for an exercise that has no picture."""
        box = QRectF(0, 0, _MARK, _MARK)
        box.moveCenter(QRectF(self.rect()).center())
        colours = theme.look.colours
        paint_icon(painter, "exercise", colours.line if self._what[2] else colours.muted, box)

    def _pixmap(self) -> QPixmap | None:
        """Return the picture; one that is not made yet comes with the next turn of the loop."""
        figure, side, dimmed, variant = self._what
        wide, high = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        if not figure or wide <= 0 or high <= 0:
            return None
        dark = theme.look.colours.dark
        ratio = self.devicePixelRatioF()
        still = Still(figure, side, dimmed, variant, (wide, high), ratio, dark)
        if still not in _MADE:
            QTimer.singleShot(0, self, lambda: self._make(still))
            return None
        return _MADE[still]

    def _make(self, still: "Still") -> None:
        if still not in _MADE:
            _MADE[still] = _painted(still)
        self.update()


class Still(NamedTuple):
    """All that a still picture depends on."""

    figure: str
    side: Side
    dimmed: bool
    variant: str
    size: tuple[int, int]
    ratio: float
    dark: bool


# A list is filled anew far more often than a picture changes.
_MADE: dict[Still, QPixmap | None] = {}


def _painted(still: Still) -> QPixmap | None:
    from rehabtimer.gui.figures import figure_of
    from rehabtimer.gui.widgets.figure import DARK, LIGHT, figure_pixmap

    figure = figure_of(still.figure)
    if figure is None:
        return None
    return figure_pixmap(
        figure.version(still.variant),
        QSize(*still.size),
        still.ratio,
        DARK if still.dark else LIGHT,
        phase=Phase.HOLD,
        side=still.side,
        dimmed=still.dimmed,
    )
