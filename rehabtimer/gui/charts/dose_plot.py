"""Draws the rows of the chart of exercises: bars of what was done, dots of pain, words on skips."""

from collections import defaultdict
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.core.pain import WORST_PAIN
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.dose_layout import DoseLayout
from rehabtimer.gui.charts.keys import Draw, Entry, write_key
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.lettering import Lettering
from rehabtimer.gui.charts.pens import draw_boxes, draw_lines
from rehabtimer.presenters.chart_words import percent
from rehabtimer.presenters.dose_chart import DoseBar, DoseChart, DoseRow, PainDot

_LINES, _TRACKS, _BARS, _DOTS = range(1, 5)
_PLANNED = 0.16  # of the colour
_SHAPES = {Side.LEFT: "o", Side.RIGHT: "s", Side.BOTH: "D"}
_LANES = {Side.LEFT: 0.0, Side.RIGHT: 1.0, Side.BOTH: 0.5}  # of the dots
_THICKEST, _BAR_SHARE = 13.0, 0.66
_LEAST_DOT, _MORE_A_DAY, _MOST_DAYS, _RIM = 7.0, 0.9, 8, 1.2
_SAMPLE = 22.0
_SMALLEST_WORD = 9.0  # pixels
_MOST_LINES = 2


class DosePlot:
    """One drawing of a chart, into axes whose data are pixels."""

    def __init__(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: DoseChart,
        colours: ChartColours,
        layout: DoseLayout,
    ) -> None:
        """Prepare to draw; the renderer is asked how wide words are."""
        self._axes, self._chart = axes, chart
        self._colours, self._layout = colours, layout
        self._letters = Lettering(axes, renderer, colours, layout)

    def draw(self) -> None:
        """Draw everything."""
        layout = self._layout
        if not self._chart.rows:
            self._letters.write(layout.width / 2, layout.height / 2, self._chart.hint)
            return
        self._grid()
        self._bars()
        self._dots()
        for row in self._chart.rows:
            self._name(row)
        self._heads()

    def _grid(self) -> None:
        """Lines between rows, and upright ones at the numbers of both axes."""
        layout = self._layout
        low, high = layout.bottom, layout.top
        heights = [layout.top - layout.row * place for place in range(layout.rows + 1)]
        across = [((0.0, y), (layout.width, y)) for y in heights]
        xs = [layout.dose_x(share) for share in (0, 0.5, 1)]
        xs += [layout.pain_x(score) for score in range(0, WORST_PAIN + 1, 2)]
        upright = [((x, low), (x, high)) for x in xs]
        colours = self._colours
        draw_lines(self._axes, across, "rows", _LINES, colors=colours.pale(colours.line, 0.6))
        draw_lines(self._axes, upright, "grid", _LINES, colors=colours.line)

    def _bars(self) -> None:
        """What was planned is a pale track, what was done fills it from the left."""
        layout = self._layout
        tracks: defaultdict[Side, list[Box]] = defaultdict(list)
        done: defaultdict[Side, list[Box]] = defaultdict(list)
        for row in self._chart.rows:
            for lane, bar in enumerate(row.bars):
                y = layout.lane_y(row.place, lane, len(row.bars))
                tracks[bar.side].append(self._box(y, 1.0))
                if bar.share:
                    done[bar.side].append(self._box(y, min(1.0, bar.share)))
                self._percent(bar, y)
        for side, boxes in tracks.items():
            pale = self._colours.pale(self._colour(side), _PLANNED)
            draw_boxes(self._axes, boxes, f"planned-{side}", _TRACKS, facecolors=pale)
            draw_side(self._axes, side, done[side], self._colour(side), self._colours.card)

    def _box(self, y: float, share: float) -> Box:
        layout = self._layout
        half = min(_THICKEST * layout.scale, layout.lane * _BAR_SHARE) / 2
        return Box(layout.dose[0], y - half, layout.dose_x(share), y + half)

    def _percent(self, bar: DoseBar, y: float) -> None:
        layout = self._layout
        size = min(layout.small, layout.lane * 0.98)
        if size >= _SMALLEST_WORD:
            text = _("{share} %").format(share=percent(bar.share))
            x = layout.dose[1] + layout.small * 0.6
            self._letters.write(x, y, text, ha="left", size=size)

    def _dots(self) -> None:
        """A dot is larger the more often it hurt so much."""
        found: defaultdict[Side, list[tuple[float, float, float]]] = defaultdict(list)
        for row in self._chart.rows:
            for dot in row.dots:
                y = self._layout.lane_y(row.place, _LANES[dot.knee], 2)
                found[dot.knee].append((self._layout.pain_x(dot.score), y, self._size(dot)))
        for knee, dots in found.items():
            self._scatter(knee, dots, f"pain-{knee}")

    def _size(self, dot: PainDot) -> float:
        size = (_LEAST_DOT + _MORE_A_DAY * min(dot.days, _MOST_DAYS)) * self._layout.scale
        return min(size, self._layout.lane * 1.1)

    def _scatter(self, knee: Side, dots: Sequence[tuple[float, float, float]], name: str) -> None:
        self._axes.scatter(
            [x for x, _y, _size in dots],
            [y for _x, y, _size in dots],
            s=[size**2 for _x, _y, size in dots],
            marker=_SHAPES[knee],
            c=self._colour(knee),
            edgecolors=self._colours.card,
            linewidths=_RIM,
            zorder=_DOTS,
            gid=name,
        )

    def _name(self, row: DoseRow) -> None:
        layout = self._layout
        size = min(layout.small * 1.1, layout.row * 0.7)
        room = layout.dose[0] - layout.small
        y = layout.y(row.place)
        self._letters.write_cut(0, y, row.name, room, size=size)
        if row.pain_text and not row.dots:  # it hurt, and nobody said how much
            room = layout.pain[1] - layout.pain[0]
            self._letters.write_cut(layout.pain[0], y, row.pain_text, room, size=layout.small)
        if row.skip_text:
            room = layout.width - layout.skip
            strong = row.is_skipped
            self._letters.write_cut(
                layout.skip, y, row.skip_text, room, size=layout.small, strong=strong
            )

    def _heads(self) -> None:
        """Name the columns above the rows, and number the axes below them."""
        chart, layout = self._chart, self._layout
        titles = [(layout.dose[0], chart.dose_title), (layout.pain[0], chart.pain_title)]
        if layout.skips:
            titles.append((layout.skip, chart.skip_title))
        ends = [x for x, _title in titles[1:]] + [layout.width + layout.small]
        for (x, title), end in zip(titles, ends, strict=True):
            self._title(title, x, end - x - layout.small)
        below = layout.bottom - layout.line * 0.45
        for share in (0, 50, 100):
            text = _("{share} %").format(share=share)
            self._letters.write(layout.dose_x(share / 100), below, text)
        for score in range(0, WORST_PAIN + 1, 2):
            self._letters.write(layout.pain_x(score), below, str(score))
        self._key(layout.height - layout.line * 0.5)

    def _title(self, title: str, x: float, room: float) -> None:
        """Write on one line or on two, right above the rows."""
        layout = self._layout
        lines = self._letters.lines(title, room)
        if len(lines) > _MOST_LINES:
            lines = [lines[0], " ".join(lines[1:])]
        for number, line in enumerate(reversed(lines)):
            y = layout.top + layout.small * (0.75 + 1.3 * number)
            self._letters.write_cut(x, y, line, room)

    def _key(self, y: float) -> None:
        chart, layout = self._chart, self._layout
        sides = [
            Entry(name, _SAMPLE, self._bar_sample(side), strong=True) for side, name in chart.sides
        ]
        size = _LEAST_DOT * 1.4 * layout.scale
        knees = [
            Entry(name, size, self._dot_sample(knee), strong=True) for knee, name in chart.knees
        ]
        write_key(self._letters, [*sides, *knees], layout.width - 2, y, layout.width - layout.small)

    def _bar_sample(self, side: Side) -> Draw:
        def draw(x: float, y: float) -> None:
            box = Box.around(x, y, _SAMPLE, _THICKEST * 0.7)
            draw_side(self._axes, side, [box], self._colour(side), self._colours.card)

        return draw

    def _dot_sample(self, knee: Side) -> Draw:
        size = _LEAST_DOT * 1.4 * self._layout.scale
        return lambda x, y: self._scatter(knee, [(x, y, size)], "key")

    def _colour(self, side: Side) -> str:
        return self._colours.ink if side is Side.BOTH else self._colours.knee(side)


def draw_side(axes: Axes, side: Side, boxes: Sequence[Box], colour: str, inside: str) -> None:
    """Draw bars: whole for the left side and for both, split along the middle for the right."""
    draw_boxes(axes, boxes, f"done-{side}", _BARS, facecolors=colour)
    if side is Side.RIGHT:
        split = [
            Box.around(*box.middle, max(0.0, box.width - box.height * 0.6), box.height * 0.2)
            for box in boxes
        ]
        draw_boxes(axes, split, "split", _BARS, facecolors=inside)
