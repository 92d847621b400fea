"""A canvas that puts a chart together anew whenever its size or what it shows changes."""

from typing import Generic, NamedTuple, TypeVar

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QFontInfo, QResizeEvent

from rehabtimer.gui.charts.colours import ChartColours

_POINTS = 72  # a point is then a pixel
_BODY = 15  # pixels of the program's type at text scale 1
_FALLBACK = "DejaVu Sans"  # comes with matplotlib

Chart = TypeVar("Chart")
Places = TypeVar("Places")


class Room(NamedTuple):
    """The size of a canvas in pixels, and the type of the program on it."""

    width: float
    height: float
    scale: float
    family: tuple[str, ...]


class ChartCanvas(FigureCanvasQTAgg, Generic[Chart, Places]):
    """One figure, whose axes are emptied and filled again; nothing else holds on to it.

    The axes cover it and count pixels from the lower left corner. A chart says where things stand
    (`_place`), and draws them there (`_paint`).
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(Figure(dpi=_POINTS))  # type: ignore[no-untyped-call]
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._shown: tuple[Chart, ChartColours] | None = None
        self._is_stale = False

    def show_chart(self, chart: Chart, colours: ChartColours) -> None:
        """Draw a chart as soon as the window has time; the same one again costs nothing."""
        if (chart, colours) != self._shown:
            self._shown = chart, colours
            self._is_stale = True
            self.draw_idle()  # type: ignore[no-untyped-call]

    @property
    def layout_of_chart(self) -> Places | None:
        """Where things stand at the present size, or None before there is a chart."""
        if self._shown is None:
            return None
        type_ = QFontInfo(self.font())
        family = type_.family()
        known = family in font_manager.fontManager.get_font_names()
        families = (family, _FALLBACK) if known and family != _FALLBACK else (_FALLBACK,)
        scale = type_.pixelSize() / _BODY
        return self._place(self._shown[0], Room(self.width(), self.height(), scale, families))

    def draw(self) -> None:
        """Put the parts together if they changed, and paint them."""
        layout = self.layout_of_chart
        if self._is_stale and self._shown and layout:
            self._compose(*self._shown, layout)
            self._is_stale = False
        super().draw()  # type: ignore[no-untyped-call]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size; places are given in pixels, so everything moves."""
        self._is_stale = True
        super().resizeEvent(event)  # type: ignore[no-untyped-call]

    def _place(self, chart: Chart, room: Room) -> Places:
        raise NotImplementedError

    def _paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: Chart,
        colours: ChartColours,
        places: Places,
    ) -> None:
        raise NotImplementedError

    def _compose(self, chart: Chart, colours: ChartColours, places: Places) -> None:
        axes = self._axes
        for artist in (*axes.collections, *axes.texts):
            artist.remove()
        self.figure.set_facecolor(colours.card)
        axes.set(xlim=(0, self.width()), ylim=(0, self.height()))
        renderer = self.get_renderer()  # type: ignore[no-untyped-call]
        self._paint(axes, renderer, chart, colours, places)
