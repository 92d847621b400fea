"""Pain in Trends: whether it is getting better, in words, as a chart and as tables."""

from collections.abc import Sequence

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _
from rehabtimer.insights.pain import KneePain, logged_knees
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_data import pain_data
from rehabtimer.presenters.chart_days import chart_days
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_words import file_name
from rehabtimer.presenters.pain_chart import pain_chart
from rehabtimer.presenters.pain_log import PainLog, log_marks
from rehabtimer.presenters.pain_summary import headlines, legend, summary
from rehabtimer.presenters.trends_table import trends_table
from rehabtimer.presenters.wording import knees


def pain_page(log: PainLog, plans: Sequence[Plan], axis: Axis, affected: Side) -> ChartPage:
    """Say what the log shows in the days of an axis.

    `plans` are those of all courses, as begun. Programme weeks have no paused days: what was done
    on those counts in the words and in the table, as extra sessions.
    """
    days = chart_days(log.sessions, plans, axis)
    last = axis.last
    placed = logged_knees([entry for entry in log.pain if entry.day <= last], axis.days)
    ours = logged_knees(log.pain, axis.programme) if axis.is_calendar else placed
    ours = tuple(sorted(ours, key=lambda knee: _rank(knee, affected)))
    lines = {each.knee: each.important_below for each in ours if each.important_below is not None}
    words = headlines(ours, placed, days)
    marks = log_marks(log, axis)
    chart = pain_chart(
        placed,
        days.shown,
        axis,
        lines=lines,
        affected=affected,
        marks=marks,
        description="\n".join(words),
    )
    return ChartPage(
        key=ChartKey.PAIN,
        name=_("Pain"),
        headlines=words,
        summary=summary(ours, placed, days),
        legend=legend(chart, ours, axis),
        chart=chart,
        rows=lambda: trends_table(placed, days, marks),
        figures=lambda: pain_data(placed, days, log),
        file_name=file_name(ChartKey.PAIN, axis),
    )


def _rank(pain: KneePain, affected: Side) -> tuple[bool, float]:
    """Put the affected knee first, and of two the one that hurt more in the beginning."""
    return pain.knee not in knees(affected), -pain.baseline.median if pain.baseline else 0.0
