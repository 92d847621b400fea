"""The weeks of Trends as a table, for people who would rather read than look."""

from collections import defaultdict
from dataclasses import dataclass

from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Adherence, Done, Kind, PlanDay
from rehabtimer.insights.pain import KneePain, PainWeek
from rehabtimer.presenters.pain_chart import Weeks
from rehabtimer.presenters.wording import figure, knee_text

_NOTHING = "–"
_PLANNED = (Kind.FULL, Kind.PARTIAL, Kind.MISSED, Kind.TO_COME)


@dataclass(frozen=True)
class Table:
    """Column heads, and rows with as many cells each."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def trends_table(
    pain: tuple[KneePain, ...], sessions: Adherence, weeks: Weeks, today: int
) -> Table:
    """Return a row for each week that has begun; `sessions` holds each date of these weeks."""
    medians = [{week.week: week for week in knee.weeks} for knee in pain]
    names = [_("{knee}, median").format(knee=knee_text(knee.knee)) for knee in pain]
    logged = {entry.day for knee in pain for entry in knee.days}
    begun = range(weeks.first, min(weeks.last, (today - 1) // DAYS_A_WEEK + 1) + 1)
    by_week: defaultdict[int, list[PlanDay]] = defaultdict(list)
    for day in sessions.days:
        if day.day <= today:
            by_week[(day.day - 1) // DAYS_A_WEEK + 1].append(day)
    rows = []
    for week in begun:
        numbers = range((week - 1) * DAYS_A_WEEK + 1, min(week * DAYS_A_WEEK, today) + 1)
        cells = [_median_text(found.get(week)) for found in medians]
        answered = len(logged.intersection(numbers))
        of_days = _("{logged} of {days}").format(logged=answered, days=len(numbers))
        rows.append((figure(week), of_days, *cells, _sessions_text(by_week[week])))
    return Table((_("Week"), _("Days logged"), *names, _("Sessions")), tuple(rows))


def _median_text(week: PainWeek | None) -> str:
    if week is None:
        return _NOTHING
    if not week.is_thin:
        return figure(week.median)
    return ngettext("{median}, from {n} day", "{median}, from {n} days", week.days).format(
        median=figure(week.median)
    )


def _sessions_text(days: list[PlanDay]) -> str:
    planned = sum(day.kind in _PLANNED for day in days)
    extra = sum(day.kind is Kind.EXTRA for day in days)
    done = sum(day.done is not Done.NOTHING for day in days) - extra
    partial = sum(day.done is Done.PARTIAL for day in days)
    whole = _("{done} of {planned}").format(done=done, planned=planned)
    parts = [whole] if planned else [figure(extra)]
    if partial:
        parts.append(ngettext("{n} partial", "{n} partial", partial))
    if extra and planned:
        parts.append(ngettext("{n} extra", "{n} extra", extra))
    return ", ".join(parts)
