"""A canvas that puts a chart together anew whenever its size or what it shows changes."""

from typing import Any

from matplotlib import font_manager
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QFontInfo, QResizeEvent

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import FALLBACK, Drawing, Room, compose

POINTS = 72  # a point is then a pixel
_BODY = 15  # pixels of the program's type at text scale 1


class ChartCanvas(FigureCanvasQTAgg):
    """One figure, whose axes are emptied and filled again; nothing else holds on to it.

    The axes cover it and count pixels from the lower left corner.
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(Figure(dpi=POINTS))  # type: ignore[no-untyped-call]
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._shown: tuple[Any, ChartColours] | None = None
        self._drawing: Drawing[Any, Any] | None = None
        self._is_stale = False

    def show_chart(self, drawing: Drawing[Any, Any], chart: Any, colours: ChartColours) -> None:
        """Draw a chart as soon as the window has time; the same one again costs nothing."""
        if (chart, colours) != self._shown:
            self._drawing, self._shown = drawing, (chart, colours)
            self._is_stale = True
            self.draw_idle()  # type: ignore[no-untyped-call]

    @property
    def type_scale(self) -> float:
        """How large the program's type is against that at text scale 1."""
        return QFontInfo(self.font()).pixelSize() / _BODY

    @property
    def layout_of_chart(self) -> Any:
        """Where things stand at the present size, or None before there is a chart."""
        if self._shown is None or self._drawing is None:
            return None
        family = QFontInfo(self.font()).family()
        known = family in font_manager.fontManager.get_font_names()
        families = (family, FALLBACK) if known and family != FALLBACK else (FALLBACK,)
        room = Room(self.width(), self.height(), self.type_scale, families)
        return self._drawing.place(self._shown[0], room)

    def draw(self) -> None:
        """Put the parts together if they changed, and paint them."""
        if self._is_stale and self._shown and self._drawing:
            self.figure.set_facecolor(self._shown[1].card)
            renderer = self.get_renderer()  # type: ignore[no-untyped-call]
            compose(self._axes, renderer, self._drawing, *self._shown, self.layout_of_chart)
            self._is_stale = False
        super().draw()  # type: ignore[no-untyped-call]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size; places are given in pixels, so everything moves."""
        self._is_stale = True
        super().resizeEvent(event)  # type: ignore[no-untyped-call]
