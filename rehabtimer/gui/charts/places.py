"""Where bars, dots and numbers stand, in pixels: side by side, and none on top of another."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.gui.charts.labels import Box, beside_bar, best, text_size
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.insights.pain import LoggedDay, PainWeek
from rehabtimer.presenters.pain_chart import KneeMarks, PainChart
from rehabtimer.presenters.wording import figure

Numbers = NDArray[np.float64]

TICKS = range(NO_PAIN, WORST_PAIN + 1, 2)
BAR = 6.0
_THIN_BAR = 3.0
_GAP = 4.0
_LEAST_DOT, _LEAST_CROWDED_DOT = 5.0, 2.5
_RIM = 1.2  # at the most; it must leave something of a small dot
_BESIDE = {Side.LEFT: -0.17, Side.RIGHT: 0.17}  # of a day
_ABOVE, _BELOW = 1, -1
_SIDES: tuple[int, ...] = (_ABOVE, _BELOW)
_NARROWEST_WIDE_WEEK = 46.0


class Bar(NamedTuple):
    """The median of one knee in one week; its number stands on one of `sides` of it."""

    knee: Side
    week: PainWeek
    box: Box
    sides: tuple[int, ...]


class Number(NamedTuple):
    """The figure that belongs to a bar."""

    bar: Bar
    text: str
    box: Box


class Places:
    """The places of one chart at one size."""

    def __init__(self, chart: PainChart, layout: Layout) -> None:
        """Work out the places."""
        self._chart, self._layout = chart, layout
        self.has_room = layout.day_width * DAYS_A_WEEK >= _NARROWEST_WIDE_WEEK * layout.scale
        least, share = (_LEAST_DOT, 0.45) if self.has_room else (_LEAST_CROWDED_DOT, 0.36)
        self.dot = min(8.0 * layout.scale, max(least, layout.day_width * share))
        self.rim = min(_RIM, self.dot * 0.14) if self.has_room else 0.0
        self.bar = BAR * layout.scale if self.has_room else _THIN_BAR
        self._heights: defaultdict[int, dict[Side, float]] = defaultdict(dict)
        for marks in chart.knees:
            for week in marks.weeks:
                self._heights[week.week][marks.knee] = layout.y(week.median)
        self.bars = [self._bar(marks.knee, week) for marks in chart.knees for week in marks.weeks]
        self.numbers = list(self._find_numbers()) if self.has_room else []

    def at(self, knee: Side, day: LoggedDay) -> tuple[float, float]:
        """Where the dot of a day stands; the knees have half a day each."""
        return self._layout.x(day.day + _BESIDE[knee]), self._layout.y(day.score)

    def dots(self, marks: KneeMarks) -> tuple[Numbers, Numbers]:
        """Where the dots of all days of a knee stand: the same as `at`, for thousands of days."""
        layout = self._layout
        days = np.array([day.day for day in marks.days], dtype=float)
        scores = np.array([day.score for day in marks.days], dtype=float)
        left, bottom = layout.x(_BESIDE[marks.knee]), layout.y(0)
        return left + days * layout.day_width, bottom + scores * (layout.y(1) - bottom)

    def _bar(self, knee: Side, week: PainWeek) -> Bar:
        """A bar takes its week, but for a little room at both ends."""
        first = (week.week - 1) * DAYS_A_WEEK + 0.5
        left, right = self._layout.x(first), self._layout.x(first + DAYS_A_WEEK)
        room = min(self.bar, (right - left) / 4) if self.has_room else 0.0
        neighbour = self._neighbour(knee, week)
        y, sides = self._layout.y(week.median), _SIDES
        if neighbour is not None:
            side = _ABOVE if knee is Side.LEFT else _BELOW
            y, sides = (y + neighbour + side * (self.bar + 1)) / 2, (side,)
        return Bar(
            knee, week, Box(left + room, y - self.bar / 2, right - room, y + self.bar / 2), sides
        )

    def _neighbour(self, knee: Side, week: PainWeek) -> float | None:
        """Where the other knee's bar of the same week stands, if the two would touch."""
        here = self._layout.y(week.median)
        heights = self._heights[week.week].items()
        others = (there for other, there in heights if other is not knee)
        return next((there for there in others if abs(here - there) < self.bar + 1), None)

    def _find_numbers(self) -> Iterator[Number]:
        taken = list(self._obstacles())
        for bar in self.bars:
            text = figure(bar.week.median)
            size = text_size(text, self._layout.number)
            reach = 2 * (size[1] + _GAP + self.bar)
            x, y = bar.box.middle
            about = Box.around(x, y, bar.box.right - bar.box.left, 2 * reach)
            near = [box for box in taken if box is not bar.box and about.covered(box)]
            box = best(beside_bar(bar.box, size, _GAP, bar.sides), near)
            taken.append(box)
            yield Number(bar, text, box)

    def _obstacles(self) -> Iterator[Box]:
        """All that a number should not cover: dots and bars, and (they are thin) lines."""
        for marks in self._chart.knees:
            for day in marks.days:
                yield Box.around(*self.at(marks.knee, day), self.dot + 2, self.dot + 2)
        yield from (bar.box for bar in self.bars)
        lines = [marks.line for marks in self._chart.knees if marks.line is not None]
        for value in (*TICKS, *lines):
            y = self._layout.y(value)
            yield Box(self._layout.left, y - 1, self._layout.right, y + 1)
