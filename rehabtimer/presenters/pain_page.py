"""Pain in Trends: whether it is getting better, in words, as a chart and as tables."""

from collections.abc import Iterable, Sequence

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _
from rehabtimer.insights.pain import KneePain, logged_knees
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_data import pain_data
from rehabtimer.presenters.chart_days import chart_days
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_words import file_name
from rehabtimer.presenters.pain_chart import pain_chart
from rehabtimer.presenters.pain_log import PainLog, days_left_out, log_marks
from rehabtimer.presenters.pain_summary import headlines, legend, summary
from rehabtimer.presenters.trends_table import trends_table
from rehabtimer.presenters.wording import knees


def pain_page(log: PainLog, plans: Sequence[Plan], axis: Axis, affected: Side) -> ChartPage:
    """Say what the log shows in the days of an axis; weeks are compared with each other there.

    `plans` are those of all courses, as begun. Weeks of the programme have no paused days: the
    small print says on how many of those something was logged.
    """
    days = chart_days(log.sessions, plans, axis)
    in_order = shown_knees(log.pain, axis)
    pain = sorted(in_order, key=lambda knee: _rank(knee, affected))
    words = headlines(pain, days, log.last_answer)
    marks = log_marks(log, axis)
    chart = pain_chart(
        in_order,
        days.shown,
        axis,
        affected=affected,
        marks=marks,
        description="\n".join(words),
    )
    return ChartPage(
        key=ChartKey.PAIN,
        name=_("Pain"),
        headlines=words,
        summary=summary(pain, days),
        legend=legend(chart, pain, axis, days_left_out(log, axis)),
        chart=chart,
        rows=lambda: trends_table(in_order, days, marks),
        figures=lambda: pain_data(pain, days, log),
        file_name=file_name(ChartKey.PAIN, axis),
    )


def shown_knees(pain: Iterable[DailyPain], axis: Axis) -> list[KneePain]:
    """Sum up the knees with an answer in the weeks of an axis: the left one, then the right one."""
    weeks, kept = axis.weeks, [entry for entry in pain if entry.day <= axis.last]
    found = (knee.within(weeks.first, weeks.last) for knee in logged_knees(kept, axis.days))
    return [knee for knee in found if knee.days]


def _rank(pain: KneePain, affected: Side) -> tuple[bool, float]:
    """Put the affected knee first, and of two the one that hurt more in the beginning."""
    return pain.knee not in knees(affected), -pain.baseline.median if pain.baseline else 0.0
