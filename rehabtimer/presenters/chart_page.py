"""One chart of Trends with all the words around it, and the same as tables."""

from dataclasses import dataclass
from enum import StrEnum

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

    `table` is for reading. `data` has the figures alone, with dates as 2026-03-02 and empty cells
    where there is nothing, for a file; `file_name` is the name of such a file, without a suffix.
    """

    key: ChartKey
    name: str  # "Pain"
    headlines: tuple[str, ...]  # one at least; what matters most comes first
    summary: str
    legend: str  # small print: what the marks stand for
    chart: Chart
    table: Table
    data: Table
    file_name: str
