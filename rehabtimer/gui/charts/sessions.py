"""How the chart of sessions is drawn: a box for each day of the plan, piled up week by week."""

from collections import defaultdict

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.core.text import _
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import Drawing, Room
from rehabtimer.gui.charts.keys import Draw, Entry, word_width, write_key, write_week_names
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.lettering import Lettering
from rehabtimer.gui.charts.pens import draw_boxes, draw_lines
from rehabtimer.gui.charts.shapes import DONE, Shape, add_shapes, kind_samples, shapes_of
from rehabtimer.gui.charts.week_layout import WeekLayout
from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.sessions_chart import SessionsChart, SessionsWeek

_WIDTH = 560.0  # pixels that title and key need at scale 1
_FEWEST = 5  # days that the axis has room for
_NARROWEST_BOX = 9.0  # pixels; bars of narrower weeks are plain
_APART, _TONE_BOX = 4.0, 12.0
_LINES, _BARS = 1, 2


class SessionsDrawing(Drawing[SessionsChart, WeekLayout]):
    """A stop is a week."""

    def title(self, chart: SessionsChart) -> str:
        """Return what is piled up."""
        return chart.sessions_title

    def place(self, chart: SessionsChart, room: Room) -> WeekLayout:
        """Work out where the weeks stand."""
        return WeekLayout(weeks=chart.weeks, beside=(2.0, 0.0), **room.grown_for(_WIDTH)._asdict())

    def paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: SessionsChart,
        colours: ChartColours,
        places: WeekLayout,
    ) -> None:
        """Draw grid, piles and words."""
        _SessionsPlot(axes, renderer, chart, colours, places).draw()

    def stop_at(self, places: WeekLayout, x: float, y: float) -> int | None:
        """Return the week at a place."""
        return places.week_at(x)

    def box_of(self, places: WeekLayout, stop: int) -> Box:
        """Return the column of a week."""
        return places.column(stop)

    def note_size(self, places: WeekLayout) -> float:
        """Return the pixels of the numbers' type."""
        return places.number


class _SessionsPlot:
    """One drawing of a chart."""

    def __init__(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: SessionsChart,
        colours: ChartColours,
        layout: WeekLayout,
    ) -> None:
        self._axes, self._chart = axes, chart
        self._colours, self._layout = colours, layout
        self._letters = Lettering(axes, renderer, colours, layout)
        self._most = max(_FEWEST, chart.most)

    def draw(self) -> None:
        """Draw everything."""
        self._grid()
        if self._layout.bar_width >= _NARROWEST_BOX:
            self._piles()
            self._totals()
        else:
            self._plain_bars()
        self._words()

    def _y(self, days: float) -> float:
        """Where a number of days ends; a number has room above the highest pile."""
        layout = self._layout
        return layout.bottom + days * (layout.top - layout.row - layout.bottom) / self._most

    def _grid(self) -> None:
        layout = self._layout
        for days in range(0, self._most + 1, 1 if self._most <= _FEWEST else 2):
            x = layout.left - layout.small * 0.6
            self._letters.write(x, self._y(days), str(days), ha="right")
        heights = [self._y(days) for days in range(0, self._most + 1, 2)]
        ends = [((layout.left, y), (layout.right, y)) for y in heights]
        draw_lines(self._axes, ends, "grid", _LINES, colors=self._colours.line)

    def _piles(self) -> None:
        """A box has the shape that its day has below the chart of pain."""
        places: defaultdict[Shape, list[tuple[float, float]]] = defaultdict(list)
        for column in self._chart.columns:
            number = 0
            for kind, days in column.parts:
                for _day in range(days):
                    place = self._layout.x(column.week), self._y(number + 0.5)
                    for shape in shapes_of(kind, DONE.get(kind, Done.NOTHING)):
                        places[shape].append(place)
                    number += 1
        size = self._layout.bar_width, self._y(1) - self._y(0) - _APART
        for shape in Shape:
            if places[shape]:
                add_shapes(self._axes, shape, places[shape], size, self._colours)

    def _totals(self) -> None:
        """Write above each pile what of it was done."""
        layout = self._layout
        for column in self._chart.columns:
            text = self._total(column)
            if text and word_width(text, layout.number) <= layout.week_width:
                y = self._y(sum(days for _kind, days in column.parts)) + layout.number * 0.75
                self._letters.write(layout.x(column.week), y, text, strong=True)

    def _total(self, column: SessionsWeek) -> str:
        if column.week > self._chart.now or not column.planned:
            return ""
        done = column.done + column.partial
        return _("{done} of {planned}").format(done=done, planned=column.planned)

    def _plain_bars(self) -> None:
        """Where a week is too narrow for boxes it is a bar in tones, the darkest of them done."""
        boxes: defaultdict[Kind, list[Box]] = defaultdict(list)
        for column in self._chart.columns:
            number = 0
            for kind, days in column.parts:
                bottom, top = self._y(number), self._y(number + days)
                boxes[kind].append(self._layout.bar(column.week, bottom, top))
                number += days
        for kind, found in boxes.items():
            tone = tone_of(kind, self._colours)
            draw_boxes(self._axes, found, f"bars-{kind}", _BARS, facecolors=tone)

    def _words(self) -> None:
        chart, layout = self._chart, self._layout
        above = layout.height - layout.row * 0.45
        self._letters.write(0, above, chart.sessions_title, ha="left")
        self._letters.write((layout.left + layout.right) / 2, self._y(self._most / 2), chart.hint)
        names, first = chart.week_names, chart.weeks.first
        write_week_names(
            self._letters,
            names,
            lambda n: layout.x(first + n),
            layout.row * 0.45,
            chart.now - first,
        )
        room = layout.width - word_width(chart.sessions_title, layout.small) - layout.small
        write_key(self._letters, self._key(), layout.width - 2, above, room)

    def _key(self) -> list[Entry]:
        if self._layout.bar_width >= _NARROWEST_BOX:
            return kind_samples(self._axes, self._chart.key, self._colours, self._layout.scale)
        return [
            Entry(word, _TONE_BOX * self._layout.scale, self._tone_sample(kind))
            for kind, word in self._chart.key
        ]

    def _tone_sample(self, kind: Kind) -> Draw:
        size = _TONE_BOX * self._layout.scale
        tone = tone_of(kind, self._colours)

        def draw(x: float, y: float) -> None:
            box = Box.around(x, y, size, size)
            edge = self._colours.muted
            draw_boxes(self._axes, [box], "key", _BARS, facecolors=tone, edgecolors=edge)

        return draw


def tone_of(kind: Kind, colours: ChartColours) -> str:
    """Return the colour of a plain bar; each is lighter or darker than those beside it."""
    return {
        Kind.FULL: colours.session,
        Kind.PARTIAL: colours.pale(colours.session, 0.5),
        Kind.EXTRA: colours.ink,
        Kind.MISSED: colours.pale(colours.session, 0.14),
    }.get(kind, colours.ground)
