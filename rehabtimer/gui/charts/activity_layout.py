"""Where minutes, distances and pain stand on the chart of activity, in pixels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rehabtimer.core.pain import WORST_PAIN
from rehabtimer.gui.charts.week_layout import WeekLayout

# Steps between the numbers of an axis; the smallest that leaves few enough is taken.
_MINUTES = (10, 20, 30, 60, 120, 180, 300, 600, 1200, 2400)
_DISTANCES = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_STEPS = 4


@dataclass(frozen=True)
class Panel:
    """A part of the chart with an axis of its own, from 0 at `bottom` to `most` at `top`."""

    bottom: float
    top: float
    most: float
    step: float

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom + (self.top - self.bottom) * value / self.most

    @property
    def ticks(self) -> list[float]:
        """The values that have a number beside them."""
        return [n * self.step for n in range(round(self.most / self.step) + 1)]


@dataclass(frozen=True)
class ActivityLayout(WeekLayout):
    """The places of weeks, and of one panel or two above each other."""

    most_minutes: float = 0
    most_distance: float = 0

    @cached_property
    def running(self) -> Panel | None:
        """The lower panel; None where nothing was run."""
        if not self.most_distance:
            return None
        top = self.bottom + (self.top - self.bottom - self.row * 1.7) * 0.5
        return _panel(self.bottom, top - self.small, self.most_distance, _DISTANCES)

    @cached_property
    def minutes(self) -> Panel:
        """The upper panel, or the only one."""
        lower = self.running
        bottom = lower.top + self.row * 1.7 + self.small if lower else self.bottom
        return _panel(bottom, self.top - self.small, self.most_minutes, _MINUTES)

    @property
    def running_title(self) -> float:
        """Where the title of the lower panel stands."""
        return (self.running.top if self.running else 0.0) + self.row * 0.95

    def pain(self, score: float) -> float:
        """Where a score stands on the lower panel."""
        panel = self.running or self.minutes
        return panel.bottom + (panel.top - panel.bottom) * score / WORST_PAIN


def _panel(bottom: float, top: float, most: float, steps: Sequence[float]) -> Panel:
    fitting = (step for step in steps if math.ceil(most / step) <= _MOST_STEPS)
    step = next(fitting, steps[-1])
    return Panel(bottom, max(bottom + 1, top), step * max(1, math.ceil(most / step)), step)
