"""Where weeks stand side by side on a chart, in pixels from its lower left corner."""

from dataclasses import dataclass
from functools import cached_property

from rehabtimer.gui.charts.drawing import FALLBACK
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import NUMBER, SMALL
from rehabtimer.presenters.chart_axis import Weeks

_WIDEST_BAR, _SHARE_OF_WEEK = 88.0, 0.62


@dataclass(frozen=True)
class WeekLayout:
    """The places of a chart with a bar a week; `beside` has the room for numbers on both sides.

    That room is in letters of the small type.
    """

    weeks: Weeks
    beside: tuple[float, float]
    width: float
    height: float
    scale: float = 1.0
    family: tuple[str, ...] = (FALLBACK,)

    @property
    def small(self) -> float:
        """Pixels of the small type."""
        return SMALL * self.scale

    @property
    def number(self) -> float:
        """Pixels of the numbers' type."""
        return NUMBER * self.scale

    @property
    def row(self) -> float:
        """The height of a row of small type."""
        return self.small * 2

    @cached_property
    def left(self) -> float:
        """Where the weeks begin."""
        return self.small * self.beside[0]

    @cached_property
    def right(self) -> float:
        """Where the weeks end."""
        return max(self.left + 1, self.width - 2 - self.small * self.beside[1])

    @property
    def bottom(self) -> float:
        """The lower edge of the bars; below are the weeks' names."""
        return self.row

    @property
    def top(self) -> float:
        """The upper edge of all; above are a title and a key."""
        return max(self.bottom + 1, self.height - self.row * 1.2)

    @cached_property
    def week_width(self) -> float:
        """The width of a week."""
        return (self.right - self.left) / len(self.weeks.numbers)

    @cached_property
    def bar_width(self) -> float:
        """The width of a bar; where weeks are narrow, bars touch each other."""
        wide = min(_WIDEST_BAR * self.scale, self.week_width * _SHARE_OF_WEEK)
        return wide if self.week_width > 6 else self.week_width

    def x(self, week: float) -> float:
        """Where a week has its middle."""
        return self.left + (week - self.weeks.first + 0.5) * self.week_width

    def week_at(self, x: float) -> int | None:
        """Return the week at a place, or None beside the chart."""
        if not self.left <= x < self.right:
            return None
        return self.weeks.first + int((x - self.left) / self.week_width)

    def column(self, week: int) -> Box:
        """Return what belongs to a week."""
        return Box(self.x(week - 0.5), 0.0, self.x(week + 0.5), self.top)

    def bar(self, week: int, bottom: float, top: float) -> Box:
        """Return a bar, or a part of one, between two heights."""
        half = self.bar_width / 2
        return Box(self.x(week) - half, bottom, self.x(week) + half, top)
