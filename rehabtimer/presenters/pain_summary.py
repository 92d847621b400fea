"""What the pain chart comes to, in words: its headlines, a summary, and the small print."""

from collections.abc import Sequence
from datetime import date

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Adherence
from rehabtimer.insights.pain import ENOUGH_DAYS, KneePain, PainChange, told_change
from rehabtimer.presenters.change_words import change_text, is_long_ago, week_words
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_days import ChartDays
from rehabtimer.presenters.chart_words import calendar_text, day_text, joined, paused_text
from rehabtimer.presenters.pain_chart import PainChart
from rehabtimer.presenters.slope_words import slope_text
from rehabtimer.presenters.wording import date_text


def headlines(
    pain: Sequence[KneePain], days: ChartDays, last_answer: date | None = None
) -> tuple[str, ...]:
    """Say how each knee changed; nothing before two weeks are there that can be compared.

    `pain` has the knees as the chart shows them, the more important one first. Where it has none,
    `last_answer` is the date of the latest answer, if there is any.
    """
    axis = days.axis
    changes = _changes(pain, axis)
    if changes:
        return tuple(
            change_text(change, axis, is_over=is_long_ago(knee, axis)) for knee, change in changes
        )
    if pain and (axis.is_calendar or axis.weeks.first > 1):
        return (_("Not enough logged in these weeks to see a trend"),)
    if pain:
        return (_("Not enough logged yet to see a trend"),)
    return (_no_answer(days, last_answer),)


def _no_answer(days: ChartDays, last: date | None) -> str:
    if last is not None and last < days.axis.first:
        text = _("No answer about pain since {date}")
        return text.format(date=date_text(last, days.axis.today))
    if last is not None:
        return _("No pain logged in these weeks")
    if days.done.sessions:
        return _("No pain logged yet")
    return _("Your first answers appear here after a session")


def summary(pain: Sequence[KneePain], days: ChartDays) -> str:
    """Count what there is, and tell the slope of each knee where there is enough for it."""
    axis = days.axis
    return joined(
        (
            _about_weeks(pain, axis),
            _days_logged(pain, axis),
            *(slope_text(knee, axis) for knee in pain),
            sessions_text(days.done),
            day_text(axis),
        )
    )


def sessions_text(done: Adherence) -> str:
    """Count the sessions of some days."""
    if not done.sessions:
        return ""
    if not done.partial:
        return ngettext("{n} session.", "{n} sessions.", done.sessions)
    if not done.full:
        return ngettext("{n} session, in part.", "{n} sessions, all in part.", done.sessions)
    return ngettext(
        "{n} session, {partial} of them in part.",
        "{n} sessions, {partial} of them in part.",
        done.sessions,
    ).format(partial=done.partial)


def legend(chart: PainChart, pain: Sequence[KneePain], axis: Axis, days_left_out: int = 0) -> str:
    """Explain the dashed lines, the pale weeks and day 21, and what is not there.

    What the line stands for is from Crossley et al. 2004, Arch Phys Med Rehabil 85:815.
    """
    lined = [marks.knee for marks in chart.knees if marks.line is not None]
    lines = [knee for knee in pain if knee.knee in lined]
    thin = any(week.is_thin for marks in chart.knees for week in marks.weeks)
    day_21 = _("Day 21: the article advises to see a doctor if pain has not gone by then.")
    return joined(
        (
            _line_text(lines, axis, of_several=len(chart.knees) > 1) if lines else "",
            _("Pale: fewer than three days logged.") if thin else "",
            day_21 if chart.day_21 is not None else "",
            calendar_text(axis),
            paused_text(days_left_out),
        )
    )


def _changes(pain: Sequence[KneePain], axis: Axis) -> list[tuple[KneePain, PainChange]]:
    found = ((knee, told_change(knee, axis.now)) for knee in pain)
    return [(knee, change) for knee, change in found if change]


def _about_weeks(ours: Sequence[KneePain], axis: Axis) -> str:
    if _changes(ours, axis):
        return _("Weekly median of your worst daily pain.")
    return ngettext(
        "A trend takes two weeks with at least {n} day logged in each.",
        "A trend takes two weeks with at least {n} days logged in each.",
        ENOUGH_DAYS,
    )


def _days_logged(placed: Sequence[KneePain], axis: Axis) -> str:
    weeks, places = axis.weeks, axis.weeks.places
    logged = {day.day for knee in placed for day in knee.days if day.day in places}
    days = min(axis.now, weeks.last_day) - weeks.first_day + 1
    if not logged:
        return ""
    return ngettext("{logged} of {n} day logged.", "{logged} of {n} days logged.", days).format(
        logged=len(logged)
    )


def _line_text(lines: Sequence[KneePain], axis: Axis, *, of_several: bool) -> str:
    if len(lines) > 1:
        return _(
            "Dashed lines: 2 points below the first week of each knee with three days logged,"
            " about the smallest change that people call important."
        )
    knee, baseline = lines[0].knee, lines[0].baseline
    texts = _lines_by_date() if axis.is_calendar else _lines_by_number()
    text = texts[knee if of_several else Side.BOTH]
    return text.format(week=week_words(baseline.week, axis) if baseline else "")


def _lines_by_number() -> dict[Side, str]:
    """By knee; the one for both names none, for where there is a single knee."""
    return {
        Side.LEFT: _(
            "Dashed line, left knee: 2 points below week {week},"
            " about the smallest change that people call important."
        ),
        Side.RIGHT: _(
            "Dashed line, right knee: 2 points below week {week},"
            " about the smallest change that people call important."
        ),
        Side.BOTH: _(
            "Dashed line: 2 points below week {week},"
            " about the smallest change that people call important."
        ),
    }


def _lines_by_date() -> dict[Side, str]:
    return {
        Side.LEFT: _(
            "Dashed line, left knee: 2 points below the week of {week},"
            " about the smallest change that people call important."
        ),
        Side.RIGHT: _(
            "Dashed line, right knee: 2 points below the week of {week},"
            " about the smallest change that people call important."
        ),
        Side.BOTH: _(
            "Dashed line: 2 points below the week of {week},"
            " about the smallest change that people call important."
        ),
    }
