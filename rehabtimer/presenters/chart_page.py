"""One chart of Trends with all the words around it, and the same as tables."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from rehabtimer.presenters.activity_chart import ActivityChart
from rehabtimer.presenters.dose_chart import DoseChart
from rehabtimer.presenters.pain_chart import PainChart
from rehabtimer.presenters.sessions_chart import SessionsChart
from rehabtimer.presenters.trends_table import Table

Chart = PainChart | SessionsChart | DoseChart | ActivityChart


class ChartKey(StrEnum):
    """Which question is looked at."""

    PAIN = "pain"
    SESSIONS = "sessions"
    EXERCISES = "exercises"
    ACTIVITY = "activity"


@dataclass(frozen=True)
class ChartPage:
    """A chart, its answer in words above it, and its figures as rows.

    Rows are put together when they are asked for, by `rows` and `figures`: a chart over years has
    thousands. `file_name` is a name for files of the page, without a suffix.
    """

    key: ChartKey
    name: str  # "Pain"
    headlines: tuple[str, ...]  # one at least; what matters most comes first
    summary: str
    legend: str  # small print: what the marks stand for
    chart: Chart
    file_name: str
    rows: Callable[[], Table] = field(compare=False, repr=False)
    figures: Callable[[], Table] = field(compare=False, repr=False)

    @cached_property
    def table(self) -> Table:
        """The same as the chart, for reading."""
        return self.rows()

    @property
    def data(self) -> Table:
        """The figures alone for a file: plain numbers, dates as 2026-03-02, "" where is nothing."""
        return self.figures()
