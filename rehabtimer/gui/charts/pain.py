"""Draws the pain of each day, the weekly medians and the line of an important change."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.path import Path

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.gui.charts.colours import DOT, THIN, ChartColours
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.places import BAR, TICKS, Number, Places
from rehabtimer.presenters.pain_chart import KneeMarks, PainChart

_SHAPES = {Side.LEFT: "o", Side.RIGHT: "s"}
_DASHES = (0, (4, 3))
_DOTTED = (0, (1, 2.5))
_LINES, _CLEARED, _BARS, _DOTS, _NUMBERS = range(1, 6)  # from the back to the front


class PainPlot:
    """One drawing of a chart, into axes whose data are pixels."""

    def __init__(self, axes: Axes, chart: PainChart, colours: ChartColours, layout: Layout) -> None:
        """Prepare to draw; nothing is seen before `draw`."""
        self._axes, self._chart, self._colours, self._layout = axes, chart, colours, layout
        self._places = Places(chart, layout)

    def draw(self) -> None:
        """Draw everything."""
        self._grid()
        self._day_21()
        for marks in self._chart.knees:
            self._line(marks)
            self._bars(marks)
            self._days(marks)
        self._clear([number.box for number in self._places.numbers])
        for number in self._places.numbers:
            self._number(number)

    def _grid(self) -> None:
        layout, weeks = self._layout, self._chart.weeks
        across = [((layout.left, layout.y(t)), (layout.right, layout.y(t))) for t in TICKS]
        edges = range(weeks.first_day + DAYS_A_WEEK, weeks.last_day, DAYS_A_WEEK)
        upright = [
            ((layout.x(day - 0.5), layout.bottom), (layout.x(day - 0.5), layout.top))
            for day in edges
            if self._places.has_room
        ]
        grid = LineCollection([*across, *upright], colors=self._colours.line, linewidths=1)
        self._add(grid, "grid", _LINES)

    def _day_21(self) -> None:
        """A thin line where the article's three weeks end; its word is written with the others."""
        if self._chart.day_21 is None:
            return
        layout, x = self._layout, self._layout.x(self._chart.day_21 + 0.5)
        ends = [((x, layout.bottom), (x, layout.top))]
        line = LineCollection(
            ends, colors=self._colours.muted, linewidths=1.2, linestyles=[_DOTTED]
        )
        self._add(line, "day-21", _LINES)

    def _line(self, marks: KneeMarks) -> None:
        if marks.line is None:
            return
        layout, (first, last) = self._layout, marks.line_days
        y = layout.y(marks.line)
        begin = max(layout.left, layout.x(first - 0.5))
        end = min(layout.right, layout.x(last + 0.5))
        line = LineCollection(
            [((begin, y), (end, y))],
            colors=self._colours.knee(marks.knee),
            linewidths=1.4,
            linestyles=[_DASHES],
        )
        self._add(line, f"line-{marks.knee}", _LINES)

    def _bars(self, marks: KneeMarks) -> None:
        bars = [bar for bar in self._places.bars if bar.knee is marks.knee]
        full = self._colours.knee(marks.knee)
        pale = self._colours.pale(full, THIN)
        for colour, is_thin in ((pale, True), (full, False)):
            boxes = [bar.box for bar in bars if bar.week.is_thin is is_thin]
            if self._places.has_room:
                draw_bars(self._axes, marks.knee, boxes, colour, self._colours.card)
            else:
                _draw_many_bars(self._axes, marks.knee, boxes, colour)

    def _days(self, marks: KneeMarks) -> None:
        """A rim of the card's colour keeps dots apart from each other and from the bars."""
        if not marks.days:
            return
        self._axes.scatter(
            *self._places.dots(marks),
            s=self._places.dot**2,
            marker=_SHAPES[marks.knee],
            c=self._colours.pale(
                self._colours.knee(marks.knee), DOT if self._places.has_room else THIN
            ),
            edgecolors=self._colours.card,
            linewidths=self._places.rim,
            zorder=_DOTS,
            gid=f"days-{marks.knee}",
        )

    def _clear(self, boxes: Sequence[Box]) -> None:
        """Lines end in front of a number instead of running through it."""
        corners = [
            [(b.left, b.bottom), (b.right, b.bottom), (b.right, b.top), (b.left, b.top)]
            for b in boxes
        ]
        cleared = PolyCollection(corners, facecolors=self._colours.card, edgecolors="none")
        self._add(cleared, "cleared", _CLEARED)

    def _number(self, number: Number) -> None:
        x, y = number.box.middle
        self._axes.text(
            x,
            y,
            number.text,
            fontfamily=self._layout.family,
            fontsize=self._layout.number,
            fontweight="normal" if number.bar.week.is_thin else "bold",
            color=self._colours.knee(number.bar.knee),
            ha="center",
            va="center_baseline",
            zorder=_NUMBERS,
            gid="median",
        )

    def _add(self, drawn: LineCollection | PolyCollection, name: str, level: int) -> None:
        drawn.set(gid=name, zorder=level)
        self._axes.add_collection(drawn, autolim=False)


def draw_bars(axes: Axes, knee: Side, boxes: Sequence[Box], colour: str, inside: str) -> None:
    """Draw bars in boxes: whole for the left knee, split by the colour `inside` for the right."""
    if not boxes:
        return
    ends = [((b.left, b.middle[1]), (b.right, b.middle[1])) for b in boxes]
    width = boxes[0].top - boxes[0].bottom
    bars = LineCollection(ends, colors=colour, linewidths=width, capstyle="round")
    bars.set(gid=f"weeks-{knee}", zorder=_BARS)
    axes.add_collection(bars, autolim=False)
    if knee is Side.RIGHT and width >= BAR:
        split = LineCollection(ends, colors=inside, linewidths=width / 3, capstyle="butt")
        split.set(zorder=_BARS)
        axes.add_collection(split, autolim=False)


def _draw_many_bars(axes: Axes, knee: Side, boxes: Sequence[Box], colour: str) -> None:
    """Draw bars of many weeks with a single pen, and on top of the dots, which would hide them."""
    if not boxes:
        return
    ends = [end for box in boxes for end in ((box.left, box.middle[1]), (box.right, box.middle[1]))]
    path = Path(ends, [Path.MOVETO, Path.LINETO] * len(boxes))
    bars = PathCollection([path], edgecolors=colour, linewidths=boxes[0].height)
    bars.set(gid=f"weeks-{knee}", zorder=_NUMBERS)
    axes.add_collection(bars, autolim=False)
