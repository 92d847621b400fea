"""Draws one exercise's pain above what was done of it; places are pixels from the lower left."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import LineCollection, PolyCollection

from rehabtimer.core.pain import WORST_PAIN
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.layout import SMALL
from rehabtimer.gui.charts.lettering import Lettering
from rehabtimer.presenters.exercise_chart import ExerciseChart

_SHAPES = {Side.LEFT: "o", Side.RIGHT: "s"}
_BESIDE = {Side.LEFT: -0.2, Side.RIGHT: 0.2}  # of a day
_LARGEST_DOT, _SMALLEST_DOT, _RIM = 10.0, 3.0, 1.2
_WIDEST_BAR, _SHARE_OF_DAY = 18.0, 0.56
_DOSE_SHARE = 0.22  # of the height
_NEAR, _SPACE = 9.0, 18.0
_LETTER = 0.62  # of the height of the type, about
_LINES, _BARS, _DOTS = 1, 2, 3  # from the back to the front

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True)
class ExerciseLayout:
    """Where things stand on a chart of so many days, in a type of some size."""

    length: int
    width: float
    height: float
    scale: float
    family: tuple[str, ...]

    @property
    def small(self) -> float:
        """Pixels of the type."""
        return SMALL * self.scale

    @property
    def left(self) -> float:
        """Where the days begin; left of it stand the numbers of both axes."""
        return self.small * 4.2

    @property
    def day_width(self) -> float:
        """The width of a day."""
        return max(1.0, self.width - 2 - self.left) / self.length

    @property
    def dose(self) -> tuple[float, float]:
        """The lower and the upper edge of the amounts; below are the dates."""
        bottom = self.small * 2
        return bottom, bottom + self.height * _DOSE_SHARE

    @property
    def pain(self) -> tuple[float, float]:
        """Where the scores 0 and 10 stand; above is the title, below that of the amounts."""
        return self.dose[1] + self.small * 3.4, self.height - self.small * 3

    def x(self, place: float) -> float:
        """Where a day has its middle."""
        return self.left + (place + 0.5) * self.day_width

    def y(self, score: float) -> float:
        """Where a score stands."""
        bottom, top = self.pain
        return bottom + (top - bottom) * score / WORST_PAIN

    def place_at(self, x: float) -> int | None:
        """Return the day at a place, or None beside the chart."""
        place = math.floor((x - self.left) / self.day_width)
        return place if 0 <= place < self.length else None


class ExercisePlot:
    """One drawing of a chart, into axes whose data are pixels."""

    def __init__(
        self, axes: Axes, renderer: RendererBase, colours: ChartColours, layout: ExerciseLayout
    ) -> None:
        """Prepare to draw; the renderer is asked how wide words are."""
        self._axes, self._colours, self._layout = axes, colours, layout
        self._letters = Lettering(axes, renderer, colours, layout)

    def draw(self, chart: ExerciseChart) -> None:
        """Draw everything."""
        self._grid()
        self._amounts(chart)
        for knee, _name in chart.knees:
            self._scores(chart, knee)
        self._words(chart)
        self._dates(chart.ticks)

    def _grid(self) -> None:
        layout = self._layout
        heights = [layout.y(score) for score in range(0, WORST_PAIN + 1, 2)]
        ends = [((layout.left, y), (layout.width - 2, y)) for y in [*heights, layout.dose[0]]]
        grid = LineCollection(ends, colors=self._colours.line, linewidths=1)
        grid.set(gid="grid", zorder=_LINES)
        self._axes.add_collection(grid, autolim=False)

    def _amounts(self, chart: ExerciseChart) -> None:
        """What was planned is a pale bar, what was done fills it from below."""
        bottom, top = self._layout.dose
        reach = min(_WIDEST_BAR, self._layout.day_width * _SHARE_OF_DAY) / 2
        planned, done = [], []
        for day in chart.days:
            x = self._layout.x(day.place)
            if day.share is not None:
                planned.append((x - reach, bottom, x + reach, top))
                done.append((x - reach, bottom, x + reach, bottom + day.share * (top - bottom)))
        pale = self._colours.pale(self._colours.session, 0.2)
        self._boxes(planned, pale, "planned")
        self._boxes([box for box in done if box[3] > bottom], self._colours.session, "done")

    def _boxes(self, boxes: Sequence[Box], colour: str, name: str) -> None:
        corners = [
            [(left, bottom), (right, bottom), (right, top), (left, top)]
            for left, bottom, right, top in boxes
        ]
        drawn = PolyCollection(corners, facecolors=colour, edgecolors="none")
        drawn.set(gid=name, zorder=_BARS)
        self._axes.add_collection(drawn, autolim=False)

    def _scores(self, chart: ExerciseChart, knee: Side) -> None:
        places = [
            (self._layout.x(day.place + _BESIDE[knee]), self._layout.y(score))
            for day in chart.days
            for told, score in day.scores
            if told is knee
        ]
        size = min(_LARGEST_DOT * self._layout.scale, self._layout.day_width * 0.5)
        self._dots(knee, places, max(_SMALLEST_DOT, size), f"pain-{knee}")

    def _dots(
        self, knee: Side, places: Sequence[tuple[float, float]], size: float, name: str
    ) -> None:
        """A rim of the card's colour keeps dots apart."""
        self._axes.scatter(
            [x for x, _y in places],
            [y for _x, y in places],
            s=size**2,
            marker=_SHAPES[knee],
            c=self._colours.knee(knee),
            edgecolors=self._colours.card,
            linewidths=_RIM,
            zorder=_DOTS,
            gid=name,
        )

    def _words(self, chart: ExerciseChart) -> None:
        layout = self._layout
        (bottom, top), above = layout.dose, layout.height - layout.small
        self._letters.write(0, above, chart.pain_title, ha="left")
        self._letters.write(0, top + layout.small * 1.1, chart.dose_title, ha="left")
        beside = layout.left - layout.small * 0.6
        for score in range(0, WORST_PAIN + 1, 2):
            self._letters.write(beside, layout.y(score), str(score), ha="right")
        for share, y in ((0, bottom), (50, (bottom + top) / 2), (100, top - layout.small * 0.4)):
            self._letters.write(beside, y, _("{share} %").format(share=share), ha="right")
        self._letters.write((layout.left + layout.width) / 2, layout.y(5), chart.hint)
        self._key(chart, above)

    def _key(self, chart: ExerciseChart, y: float) -> None:
        """Name the knees by shape and colour, from the right to the left."""
        x = self._layout.width - 2
        for knee, name in reversed(chart.knees):
            x = self._letters.write(x, y, name, ha="right", strong=True) - _NEAR
            size = 9.0 * self._layout.scale
            self._dots(knee, [(x - size / 2, y)], size, "key")
            x -= size + _SPACE

    def _dates(self, ticks: Sequence[tuple[int, str]]) -> None:
        """Leave out as many dates as it takes for the others to have room."""
        layout = self._layout
        widest = (max(len(text) for _place, text in ticks) * _LETTER + 1) * layout.small
        apart = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else layout.length
        every = max(1, math.ceil(widest / (apart * layout.day_width)))
        for place, text in ticks[::every]:
            x = max(layout.x(place), layout.left + widest / 2 - layout.small)
            if x + widest / 2 <= layout.width + layout.small:
                self._letters.write(x, layout.small * 0.9, text)
