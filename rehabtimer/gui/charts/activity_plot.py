"""Draws minutes a week by sport, and below them what was run with the pain over it."""

from collections import defaultdict
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN
from rehabtimer.core.workouts import Sport
from rehabtimer.gui.charts.activity_layout import ActivityLayout, Panel
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.keys import Draw, Entry, word_width, write_key, write_week_names
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.lettering import Lettering
from rehabtimer.gui.charts.pens import Point, draw_lines
from rehabtimer.gui.charts.sports import draw_sport
from rehabtimer.presenters.activity_chart import ActivityChart
from rehabtimer.presenters.wording import figure

_LINES, _BARS, _PAIN, _DOTS = range(1, 5)
_SAMPLE, _BOX = 24.0, 13.0
_DOT, _RIM = 8.0, 1.4
_NARROWEST_LINE = 6.0  # pixels of a week, below which only the dots of the worst pain are clear
_PAIN_TICKS = (NO_PAIN, WORST_PAIN // 2, WORST_PAIN)


class ActivityPlot:
    """One drawing of a chart, into axes whose data are pixels."""

    def __init__(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: ActivityChart,
        colours: ChartColours,
        layout: ActivityLayout,
    ) -> None:
        """Prepare to draw; the renderer is asked how wide words are."""
        self._axes, self._chart = axes, chart
        self._colours, self._layout = colours, layout
        self._letters = Lettering(axes, renderer, colours, layout)

    def draw(self) -> None:
        """Draw everything."""
        chart, layout = self._chart, self._layout
        above = layout.height - layout.row * 0.45
        self._letters.write(0, above, chart.minutes_title, ha="left")
        self._key(self._sport_key(), above, chart.minutes_title)
        self._grid(layout.minutes)
        self._minutes()
        if layout.running is not None:
            self._grid(layout.running)
            self._running(layout.running)
        middle = (layout.left + layout.right) / 2, (layout.bottom + layout.top) / 2
        self._letters.write(*middle, chart.hint)
        first, y = chart.weeks.first, layout.row * 0.45
        names, now = chart.week_names, chart.now - first
        write_week_names(self._letters, names, lambda n: layout.x(first + n), y, now)

    def _grid(self, panel: Panel) -> None:
        """Lines across, with numbers on the left; without any bar there is only the lowest."""
        layout = self._layout
        ticks = [0.0] if self._chart.hint else panel.ticks
        for value in ticks:
            x = layout.left - layout.small * 0.6
            self._letters.write(x, panel.y(value), figure(value), ha="right")
        ends = [((layout.left, panel.y(v)), (layout.right, panel.y(v))) for v in ticks]
        draw_lines(self._axes, ends, "grid", _LINES, colors=self._colours.line)

    def _minutes(self) -> None:
        """Sports stand on each other, and the sum of a week above them."""
        layout, panel = self._layout, self._layout.minutes
        boxes: defaultdict[Sport, list[Box]] = defaultdict(list)
        for column in self._chart.columns:
            below = 0
            for sport, minutes in column.minutes:
                bottom, top = panel.y(below), panel.y(below + minutes)
                boxes[sport].append(layout.bar(column.week, bottom, top))
                below += minutes
        for sport, found in boxes.items():
            draw_sport(self._axes, sport, found, self._colours)
        self._sums()

    def _sums(self) -> None:
        """Every bar has its number, or none has where there is no room for the widest."""
        layout = self._layout
        widest = word_width(figure(self._chart.most_minutes), layout.small)
        if widest > layout.week_width * 0.95:
            return
        for column in self._chart.columns:
            if column.all_minutes:
                y = layout.minutes.y(column.all_minutes) + layout.small * 0.7
                text = figure(column.all_minutes)
                self._letters.write(layout.x(column.week), y, text, strong=True)

    def _running(self, panel: Panel) -> None:
        chart, layout = self._chart, self._layout
        bars = [
            layout.bar(column.week, panel.bottom, panel.y(column.distance))
            for column in chart.columns
            if column.distance
        ]
        draw_sport(self._axes, Sport.RUNNING, bars, self._colours, "distance")
        self._pain()
        self._letters.write(0, layout.running_title, chart.distance_title, ha="left")
        self._key(self._pain_key(), layout.running_title, chart.distance_title)
        for score in _PAIN_TICKS:
            x = layout.right + layout.small * 0.5
            self._letters.write(x, layout.pain(score), str(score), ha="left")

    def _pain(self) -> None:
        """Weeks side by side are joined; a week without an answer is a gap."""
        layout, columns = self._layout, self._chart.columns
        points = {
            c.week: (layout.x(c.week), layout.pain(c.worst)) for c in columns if c.worst is not None
        }
        is_wide = layout.week_width >= _NARROWEST_LINE
        ends = [
            (at, points[week + 1]) for week, at in points.items() if is_wide and week + 1 in points
        ]
        size = min(_DOT * layout.scale, max(2.5, layout.week_width * 0.8))
        self._worst(list(points.values()), ends, size)
        runs = [
            (layout.x(c.week), layout.pain(c.run_worst)) for c in columns if c.run_worst is not None
        ]
        if is_wide:
            self._told(runs, size)

    def _worst(
        self, dots: Sequence[Point], ends: Sequence[tuple[Point, Point]], size: float
    ) -> None:
        """A line that is dark on bars and beside them, with a rim of the card's colour."""
        for colour, wide in ((self._colours.card, 4.5), (self._colours.ink, 1.8)):
            draw_lines(self._axes, ends, "worst", _PAIN, colors=colour, linewidths=wide)
        self._dots(dots, "o", self._colours.ink, size, "worst-dots")

    def _told(self, dots: Sequence[Point], size: float) -> None:
        """A hollow diamond around the dot where a run was told about."""
        self._dots(dots, "D", self._colours.card, size * 1.35, "run-dots", rim=self._colours.ink)

    def _dots(
        self,
        dots: Sequence[Point],
        shape: str,
        colour: str,
        size: float,
        name: str,
        rim: str = "",
    ) -> None:
        if dots:
            self._axes.scatter(
                [x for x, _y in dots],
                [y for _x, y in dots],
                s=size**2,
                marker=shape,
                c=colour,
                edgecolors=rim or self._colours.card,
                linewidths=min(_RIM, size / 3),
                zorder=_DOTS - bool(rim),
                gid=name,
            )

    def _key(self, entries: Sequence[Entry], y: float, beside: str) -> None:
        layout = self._layout
        room = layout.width - word_width(beside, layout.small) - layout.small
        write_key(self._letters, entries, layout.width - 2, y, room)

    def _sport_key(self) -> list[Entry]:
        size = _BOX * self._layout.scale

        def sample(sport: Sport) -> Draw:
            def draw(x: float, y: float) -> None:
                box = Box.around(x, y, size, size)
                draw_sport(self._axes, sport, [box], self._colours, "key")

            return draw

        return [Entry(name, size, sample(sport)) for sport, name in self._chart.sports]

    def _pain_key(self) -> list[Entry]:
        size, reach = _DOT * self._layout.scale, _SAMPLE / 2

        def worst(x: float, y: float) -> None:
            self._worst([(x, y)], [((x - reach, y), (x + reach, y))], size)

        def told(x: float, y: float) -> None:
            self._told([(x, y)], size)

        chart = self._chart
        entries = [Entry(chart.pain_title, _SAMPLE, worst)]
        is_wide = self._layout.week_width >= _NARROWEST_LINE
        if is_wide and any(column.run_worst is not None for column in chart.columns):
            entries.append(Entry(chart.run_pain_title, size * 1.4, told))
        return entries
