"""The figure on a screen: a widget that shows one moment of an exercise, and its still picture."""

import logging

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.core.figure import Figure, Moment
from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui.widgets.figure_colours import DARK, LIGHT, FigureColours
from rehabtimer.gui.widgets.figure_painter import paint_figure

__all__ = ["DARK", "LIGHT", "FigureColours", "FigureView", "figure_pixmap", "paint_figure"]

log = logging.getLogger(__name__)


class FigureView(QWidget):
    """Shows a figure, at one moment of one phase; the caller names it for screen readers."""

    def __init__(self, parent: QWidget | None = None, colours: FigureColours = LIGHT) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._moment = Moment()
        self._colours = colours
        self._dimmed = False
        self._failed: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_figure(self, figure: Figure | None) -> None:
        """Show another exercise; None leaves the place empty."""
        if figure is not self._figure:
            self._figure = figure
            self.update()

    def show_pose(self, phase: Phase, fraction: float = 0.0, side: Side = Side.LEFT) -> None:
        """Show a moment: `fraction` runs from 0 to 1 within the phase."""
        moment = Moment(phase, fraction, side)
        if moment != self._moment:
            self._moment = moment
            self.update()

    def set_colours(self, colours: FigureColours) -> None:
        """Paint in other colours."""
        if colours != self._colours:
            self._colours = colours
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Paint paler, for an exercise that is skipped."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the stage at 1366 x 768."""
        return QSize(680, 450)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the figure could not be told."""
        return QSize(104, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; a figure that cannot be painted is logged once and leaves the place empty."""
        del event
        if self._figure is None or self._figure is self._failed:
            return
        colours = self._colours.dimmed() if self._dimmed else self._colours
        painter = QPainter(self)
        try:
            paint_figure(painter, QRectF(self.rect()), self._figure, colours, self._moment)
        except Exception:  # an exception would leave Qt's paint loop half done
            self._failed = self._figure
            log.exception("A figure could not be painted")
        finally:
            painter.end()


def figure_pixmap(  # noqa: PLR0913 - a picture has this many properties
    figure: Figure,
    size: QSize,
    dpr: float = 1.0,
    colours: FigureColours = LIGHT,
    *,
    phase: Phase = Phase.HOLD,
    side: Side = Side.LEFT,
    dimmed: bool = False,
) -> QPixmap:
    """Return a still picture with a clear background.

    `size` is in device-independent pixels, `dpr` the pixels of the screen for each of them.
    """
    pixmap = QPixmap((QSizeF(size) * dpr).toSize())
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    try:
        room = QRectF(0, 0, size.width(), size.height())
        shades = colours.dimmed() if dimmed else colours
        paint_figure(painter, room, figure, shades, Moment(phase, 1.0, side))
    finally:
        painter.end()
    return pixmap
