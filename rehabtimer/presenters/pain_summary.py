"""What the pain chart comes to, in words: its headlines, a summary, and the small print."""

from collections.abc import Sequence

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Adherence
from rehabtimer.insights.pain import ENOUGH_DAYS, KneePain, PainChange, told_change
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_days import ChartDays
from rehabtimer.presenters.chart_words import calendar_text, day_text, joined
from rehabtimer.presenters.pain_chart import PainChart
from rehabtimer.presenters.slope_words import slope_text
from rehabtimer.presenters.wording import knee_text


def headlines(
    ours: Sequence[KneePain], placed: Sequence[KneePain], days: ChartDays
) -> tuple[str, ...]:
    """Say how each knee changed; nothing before two weeks are there that can be compared.

    `ours` are the knees over this programme, the more important one first; `placed` those of the
    chart.
    """
    changes = _changes(ours, days.axis)
    if changes:
        return tuple(change_text(change) for change in changes)
    if placed and days.axis.is_calendar:
        return (_("Not enough logged yet in this programme to see a trend"),)
    if placed:
        return (_("Not enough logged yet to see a trend"),)
    if days.done.sessions:
        return (_("No pain logged yet"),)
    return (_("Your first answers appear here after a session"),)


def change_text(change: PainChange) -> str:
    """Return a change in words: "Left knee: down 2 points since week 1"."""
    values = {"knee": knee_text(change.knee), "week": change.from_week}
    if not change.points:
        return _("{knee}: no change since week {week}").format(**values)
    if change.points < 0:
        text = ngettext(
            "{knee}: down {n} point since week {week}",
            "{knee}: down {n} points since week {week}",
            -change.points,
        )
    else:
        text = ngettext(
            "{knee}: up {n} point since week {week}",
            "{knee}: up {n} points since week {week}",
            change.points,
        )
    return text.format(**values)


def summary(ours: Sequence[KneePain], placed: Sequence[KneePain], days: ChartDays) -> str:
    """Count what there is, and tell the slope of each knee where there is enough for it."""
    axis = days.axis
    shown = {knee.knee: knee for knee in placed}
    order = [knee.knee for knee in ours] + [side for side in shown if side not in _sides(ours)]
    slopes = [slope_text(shown[side], axis) for side in order if side in shown]
    return joined(
        (
            _about_weeks(ours, axis),
            _days_logged(placed, axis),
            *slopes,
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
    return ngettext(
        "{n} session, {partial} of them partial.",
        "{n} sessions, {partial} of them partial.",
        done.sessions,
    ).format(partial=done.partial)


def legend(chart: PainChart, ours: Sequence[KneePain], axis: Axis) -> str:
    """Explain the dashed lines, the pale weeks and day 21, where there are any.

    What the line stands for is from Crossley et al. 2004, Arch Phys Med Rehabil 85:815.
    """
    lined = [marks.knee for marks in chart.knees if marks.line is not None]
    lines = [knee for knee in ours if knee.knee in lined]
    thin = any(week.is_thin for marks in chart.knees for week in marks.weeks)
    day_21 = _("Day 21: the article advises to see a doctor if pain has not gone by then.")
    return joined(
        (
            _line_text(lines, of_several=len(chart.knees) > 1) if lines else "",
            _("Pale: fewer than three days logged.") if thin else "",
            day_21 if chart.day_21 is not None else "",
            calendar_text(axis),
        )
    )


def _sides(found: Sequence[KneePain]) -> list[Side]:
    return [knee.knee for knee in found]


def _changes(ours: Sequence[KneePain], axis: Axis) -> list[PainChange]:
    today = axis.programme.day(axis.today)
    return [change for change in (told_change(knee, today) for knee in ours) if change]


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


def _line_text(lines: Sequence[KneePain], *, of_several: bool) -> str:
    if len(lines) > 1:
        return _(
            "Dashed lines: 2 points below the first week of each knee with three days logged,"
            " about the smallest change that people call important."
        )
    baseline = lines[0].baseline
    texts = {
        Side.LEFT: _(
            "Dashed line, left knee: 2 points below week {week},"
            " about the smallest change that people call important."
        ),
        Side.RIGHT: _(
            "Dashed line, right knee: 2 points below week {week},"
            " about the smallest change that people call important."
        ),
    }
    one = _(
        "Dashed line: 2 points below week {week},"
        " about the smallest change that people call important."
    )
    text = texts[lines[0].knee] if of_several else one
    return text.format(week=baseline.week if baseline else 1)
