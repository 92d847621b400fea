"""Pictures of a motion as they were painted, kept while they are small enough to be worth it."""

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from rehabtimer.gui.widgets.figure_picture import Picture

MOST_BYTES = 32 * 2**20
LARGEST = MOST_BYTES // 64  # so that a second or two of motion fit, or else nothing is kept of it
PIXEL = 4
AROUND = 16  # pixels; the next rep comes to a picture from one that is a little nearer, or further


class Still(NamedTuple):
    """What a picture looks like in a rectangle of its widget."""

    area: QRect
    pixmap: QPixmap

    @property
    def weight(self) -> int:
        """Its bytes."""
        return PIXEL * self.pixmap.width() * self.pixmap.height()


class Stills:
    """Keeps the stills used last, up to MOST_BYTES."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Picture, Still] = OrderedDict()
        self._weight = 0

    def clear(self) -> None:
        """Forget all: size or colours have changed."""
        self._kept.clear()
        self._weight = 0

    def still(
        self,
        picture: Picture,
        area: QRect,
        dpr: float,
        paint: Callable[[QPainter, QRectF], None],
    ) -> Still | None:
        """Return what a picture looks like in `area` (and around), painted now if it has to be.

        None if that is too large to be kept, or on a screen whose pixels (`dpr` of them for one of
        the area's) do not meet its edges. `paint` fills a rectangle of the widget.
        """
        known = self._kept.get(picture)
        if known is not None and known.area.contains(area):
            self._kept.move_to_end(picture)
            return known
        whole = area.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        if known is not None:
            whole = whole.united(known.area)
        if not fits(whole, dpr):
            return None
        still = Still(whole, _painted(whole, dpr, paint))
        self._keep(picture, still)
        return still

    @property
    def weight(self) -> int:
        """Bytes of all that is kept."""
        return self._weight

    def _keep(self, picture: Picture, still: Still) -> None:
        if picture in self._kept:
            self._weight -= self._kept.pop(picture).weight
        self._kept[picture] = still
        self._weight += still.weight
        while self._weight > MOST_BYTES:
            self._weight -= self._kept.popitem(last=False)[1].weight


def fits(area: QRect, dpr: float) -> bool:
    """Say whether an area is small enough to be kept, and ends between pixels of the screen."""
    return PIXEL * area.width() * area.height() * dpr * dpr <= LARGEST and dpr == int(dpr)


def _painted(area: QRect, dpr: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    pixmap = QPixmap(area.size() * dpr)
    pixmap.setDevicePixelRatio(dpr)
    painter = QPainter(pixmap)
    try:
        painter.translate(-area.x(), -area.y())
        paint(painter, QRectF(area))
    finally:
        painter.end()
    return pixmap
