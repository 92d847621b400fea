"""Puts the parts of the chart together, anew whenever its size or what it shows changes."""

from matplotlib import font_manager
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QFontInfo, QResizeEvent

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.pain import PainPlot
from rehabtimer.gui.charts.strip import draw_strip
from rehabtimer.gui.charts.words import Words
from rehabtimer.presenters.pain_chart import PainChart

_POINTS = 72  # a point is then a pixel
_BODY = 15  # pixels of the program's type at text scale 1
_COMFORTABLE, _LARGEST = (1160, 540), 1.6
_FALLBACK = "DejaVu Sans"  # comes with matplotlib


class PainCanvas(FigureCanvasQTAgg):
    """One figure, whose axes are emptied and filled again; nothing else holds on to it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(Figure(dpi=_POINTS))  # type: ignore[no-untyped-call]
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._shown: tuple[PainChart, ChartColours] | None = None
        self._is_stale = False

    def show_chart(self, chart: PainChart, colours: ChartColours) -> None:
        """Draw a chart as soon as the window has time."""
        self._shown = chart, colours
        self._refresh()

    @property
    def layout_of_chart(self) -> Layout | None:
        """Where things stand at the present size, or None before there is a chart."""
        if self._shown is None:
            return None
        type_ = QFontInfo(self.font())
        family = type_.family()
        known = family in font_manager.fontManager.get_font_names()
        return Layout(
            weeks=self._shown[0].weeks,
            width=self.width(),
            height=self.height(),
            scale=type_.pixelSize() / _BODY * _growth(self.width(), self.height()),
            family=(family, _FALLBACK) if known and family != _FALLBACK else (_FALLBACK,),
        )

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

    def _refresh(self) -> None:
        self._is_stale = True
        self.draw_idle()  # type: ignore[no-untyped-call]

    def _compose(self, chart: PainChart, colours: ChartColours, layout: Layout) -> None:
        """Fill the one pair of axes, which counts pixels from the lower left corner, anew."""
        axes = self._axes
        for artist in (*axes.collections, *axes.texts):
            artist.remove()
        self.figure.set_facecolor(colours.card)
        axes.set(xlim=(0, layout.width), ylim=(0, layout.height))
        PainPlot(axes, chart, colours, layout).draw()
        draw_strip(axes, chart.sessions, chart.today, colours, layout)
        renderer = self.get_renderer()  # type: ignore[no-untyped-call]
        Words(axes, renderer, chart, colours, layout).write()


def _growth(width: int, height: int) -> float:
    """Type and marks grow with a large window, and never shrink below the program's type."""
    return min(_LARGEST, max(1.0, min(width / _COMFORTABLE[0], height / _COMFORTABLE[1])))
