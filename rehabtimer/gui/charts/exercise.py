"""The chart of one exercise as a widget: pain during it, and what was done, day by day."""

from matplotlib import font_manager
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QFontInfo, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.exercise_plot import ExerciseLayout, ExercisePlot
from rehabtimer.gui.charts.hover import DayNote
from rehabtimer.presenters.exercise_chart import ExerciseChart

_POINTS = 72  # a point is then a pixel
_BODY = 15  # pixels of the program's type at text scale 1
_FALLBACK = "DejaVu Sans"  # comes with matplotlib
_LEAST = (320, 220)


class ExerciseCanvas(FigureCanvasQTAgg):
    """One figure, whose axes are emptied and filled again."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(Figure(dpi=_POINTS))  # type: ignore[no-untyped-call]
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._shown: tuple[ExerciseChart, ChartColours] | None = None
        self._is_stale = False

    def show_chart(self, chart: ExerciseChart, colours: ChartColours) -> None:
        """Draw a chart as soon as the window has time; the same one again costs nothing."""
        if (chart, colours) != self._shown:
            self._shown = chart, colours
            self._is_stale = True
            self.draw_idle()  # type: ignore[no-untyped-call]

    @property
    def layout_of_chart(self) -> ExerciseLayout | None:
        """Where things stand at the present size, or None before there is a chart."""
        if self._shown is None:
            return None
        type_ = QFontInfo(self.font())
        family = type_.family()
        known = family in font_manager.fontManager.get_font_names()
        return ExerciseLayout(
            length=self._shown[0].length,
            width=self.width(),
            height=self.height(),
            scale=type_.pixelSize() / _BODY,
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

    def _compose(self, chart: ExerciseChart, colours: ChartColours, layout: ExerciseLayout) -> None:
        axes = self._axes
        for artist in (*axes.collections, *axes.texts):
            artist.remove()
        self.figure.set_facecolor(colours.card)
        axes.set(xlim=(0, layout.width), ylim=(0, layout.height))
        renderer = self.get_renderer()  # type: ignore[no-untyped-call]
        ExercisePlot(axes, renderer, colours, layout).draw(chart)


class ExerciseChartView(QWidget):
    """Draws a chart, and says what was logged on the day below the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._chart: ExerciseChart | None = None
        self._colours: ChartColours | None = None
        self.canvas = ExerciseCanvas()
        self.note = DayNote(self.canvas)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)
        self.setMinimumSize(*_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas.installEventFilter(self)

    def show_chart(self, chart: ExerciseChart, colours: ChartColours) -> None:
        """Draw a chart in these colours; people who hear the screen get it in two sentences."""
        self._chart, self._colours = chart, colours
        self.setAccessibleName(chart.pain_title)
        self.setAccessibleDescription(chart.description)
        self.canvas.show_chart(chart, colours)
        self._point_at(None)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Follow the mouse over the canvas, and its size."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point_at(event.position().x())
        elif event.type() is QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() is QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self.note.resize(event.size())
        # A canvas keeps the wheel to itself, and the page below it is to scroll.
        return event.type() is QEvent.Type.Wheel and self._ignore(event)

    def _ignore(self, event: QEvent) -> bool:
        event.ignore()
        return True

    def _point_at(self, x: float | None) -> None:
        places = self.canvas.layout_of_chart
        if self._chart is None or self._colours is None or places is None:
            return
        place = None if x is None else places.place_at(x)
        text = "" if place is None else self._chart.note(place)
        left, top = places.x((place or 0) - 0.5), places.height - places.pain[1]
        column = QRectF(left, top, places.day_width, places.pain[1] - places.dose[0])
        self.note.set_type(places.small)
        self.note.point_at(column, text, self._colours)
