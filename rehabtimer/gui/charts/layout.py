"""Where things stand on the chart, in pixels of the screen from its lower left corner."""

from dataclasses import dataclass
from functools import cached_property

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN
from rehabtimer.presenters.chart_axis import Weeks

SMALL, NUMBER = 13, 15  # pixels of type at text scale 1
_ROOM = 1.6  # of a number's height, kept free above 10 and below 0


@dataclass(frozen=True)
class Layout:
    """The places of a chart of some weeks, `width` by `height` pixels, in a type.

    `lanes` is how many marks may stand below each other on a day, `key_rows` how many rows of
    small type stand above the chart.
    """

    weeks: Weeks
    width: float
    height: float
    scale: float = 1.0
    family: tuple[str, ...] = ("DejaVu Sans",)
    lanes: int = 0
    key_rows: int = 1

    @property
    def small(self) -> float:
        """Pixels of the small type."""
        return SMALL * self.scale

    @property
    def number(self) -> float:
        """Pixels of the medians' type."""
        return NUMBER * self.scale

    @property
    def row(self) -> float:
        """The height of a row of small type."""
        return self.small * 2

    @cached_property
    def left(self) -> float:
        """Where the days begin; left of it stand the numbers of the pain axis."""
        return self.small * 2

    @cached_property
    def right(self) -> float:
        """Where the days end."""
        return max(self.left + 1, self.width - 2)

    @cached_property
    def strip_top(self) -> float:
        """The upper edge of the sessions, which stand on the lower edge of the chart."""
        return min(40.0, max(20.0, self.height * 0.09))

    @cached_property
    def lane(self) -> float:
        """The height of a lane of marks."""
        return self.small * 0.92

    @cached_property
    def marks_bottom(self) -> float:
        """The lower edge of the lanes; below are the weeks' names and the sessions' title."""
        return self.strip_top + self.row * 2.4

    @cached_property
    def bottom(self) -> float:
        """The lower edge of the pain axis; below are the marks, if there are any."""
        space = self.small * 0.5 if self.lanes else 0.0
        return self.marks_bottom + self.lanes * self.lane + space

    @cached_property
    def top(self) -> float:
        """The upper edge of the pain axis; above is its title."""
        return max(self.bottom + 1, self.height - self.row * (self.key_rows + 0.2))

    @cached_property
    def day_width(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / (self.weeks.last_day - self.weeks.first_day + 1)

    def x(self, day: float) -> float:
        """Where a programme day has its middle."""
        return self.left + (day - self.weeks.first_day + 0.5) * self.day_width

    def y(self, pain: float) -> float:
        """Where a score stands."""
        room = self.number * _ROOM
        share = (pain - NO_PAIN) / (WORST_PAIN - NO_PAIN)
        return self.bottom + room + share * (self.top - self.bottom - 2 * room)

    def day_at(self, x: float) -> int | None:
        """Return the programme day at a place, or None beside the chart."""
        if not self.left <= x < self.right:
            return None
        return self.weeks.first_day + int((x - self.left) / self.day_width)
