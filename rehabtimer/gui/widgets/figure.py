"""The figure on a screen: a widget that shows one moment of an exercise, and its still picture."""

import logging

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rehabtimer.core.figure import Figure, Moment
from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui.widgets.figure_colours import DARK, LIGHT, FigureColours
from rehabtimer.gui.widgets.figure_frames import frame_of, picture_at
from rehabtimer.gui.widgets.figure_painter import changed, paint_figure, paint_picture
from rehabtimer.gui.widgets.figure_picture import Picture
from rehabtimer.gui.widgets.figure_stills import Stills

__all__ = ["DARK", "LIGHT", "FigureColours", "FigureView", "figure_pixmap", "paint_figure"]

log = logging.getLogger(__name__)

_REPEATED = (Phase.GO, Phase.HOLD, Phase.RETURN)  # all else comes but once or twice
_AT_REST = 4  # of them make rest; one or two come at the begin of a move, or between two frames
_FAILED = "A figure could not be painted"


class FigureView(QWidget):
    """Shows a figure, at one moment of one phase, on the colour of its paper.

    The caller names it for screen readers. What looks the same is not painted again.
    """

    def __init__(self, parent: QWidget | None = None, colours: FigureColours = LIGHT) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._moment = frame_of(Moment())
        self._picture: Picture | None = None
        self._colours = colours
        self._dimmed = False
        self._stills = Stills()
        self._unmoved = _AT_REST  # moments in a row that look the same
        self._failed: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_figure(self, figure: Figure | None) -> None:
        """Show another exercise; None leaves the place empty."""
        if figure is not self._figure:
            self._figure = figure
            self._redraw()

    def show_moment(self, moment: Moment) -> None:
        """Show a moment of an exercise."""
        before, frame = self._picture, frame_of(moment)
        if frame != self._moment:
            self._moment = frame
            self._redraw()
        self._unmoved = self._unmoved + 1 if self._picture is before else 0

    @property
    def is_moving(self) -> bool:
        """Whether the body was moving just now; the breath in a hold is too slow to count."""
        return self._unmoved < _AT_REST and self._moment.phase is not Phase.HOLD

    def set_colours(self, colours: FigureColours) -> None:
        """Paint in other colours."""
        if colours != self._colours:
            self._colours = colours
            self._repaint_all()

    def set_dimmed(self, dimmed: bool) -> None:
        """Paint paler, for an exercise that is skipped."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self._repaint_all()

    def sizeHint(self) -> QSize:
        """Return the size of the stage at 1366 x 768."""
        return QSize(680, 450)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the figure could not be told."""
        return QSize(104, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for; a figure that cannot be painted leaves the place empty."""
        painter = QPainter(self)
        try:
            self._show(painter, event.rect())
        except Exception:  # an exception would leave Qt's paint loop half done
            log.exception(_FAILED)
            self._give_up()
            painter.fillRect(event.rect(), QColor(self._colours.paper))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget what was painted at another size."""
        super().resizeEvent(event)
        self._stills.clear()

    def _show(self, painter: QPainter, area: QRect) -> None:
        """Paint an area, from what was painted before where that is at hand."""
        picture, still = self._picture, None
        if picture is not None and self._moment.phase in _REPEATED:
            still = self._stills.still(picture, area, self.devicePixelRatioF(), self._paint)
        if still is None:
            self._paint(painter, QRectF(area))
        else:
            painter.drawPixmap(still.area.topLeft(), still.pixmap)

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        colours = self._colours.dimmed() if self._dimmed else self._colours
        painter.fillRect(area, QColor(self._colours.paper))
        if self._picture is not None:
            paint_picture(painter, QRectF(self.rect()), self._picture, colours, area)

    def _repaint_all(self) -> None:
        self._stills.clear()
        self.update()

    def _redraw(self) -> None:
        """Ask for as much painting as the moment at hand differs from what is seen."""
        before, self._picture = self._picture, self._picture_now()
        if before is None or self._picture is None:
            self.update()
        elif self._picture is not before:
            area = changed(before, self._picture, QRectF(self.rect()))
            self.update(area.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _picture_now(self) -> Picture | None:
        if self._figure is None or self._figure is self._failed:
            return None
        try:
            return picture_at(self._figure, self._moment)
        except Exception:  # a figure never stops a session
            log.exception(_FAILED)
            self._give_up()
            return None

    def _give_up(self) -> None:
        """Leave the place of this figure empty from now on."""
        self._failed, self._picture = self._figure, None


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
