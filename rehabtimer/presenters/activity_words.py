"""What other exercise came to, in words."""

from collections.abc import Sequence

from rehabtimer.core.settings import Units
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import Sport
from rehabtimer.insights.activity import ActiveWeek
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_words import distance_text, joined, sport_text
from rehabtimer.presenters.wording import length_text

_LONG = 600  # minutes, from which on they are told in hours


def activity_headlines(weeks: Sequence[ActiveWeek], axis: Axis, units: Units) -> tuple[str, ...]:
    """Say how this week compares with the one before, and what pain there was in both.

    Where today is beside the chart, its weeks are summed up instead.
    """
    if not any(week.activities for week in weeks):
        return (_("No activity in these weeks yet"),)
    place = axis.week_now - axis.weeks.first
    if not 0 <= place < len(weeks):
        return (_in_all(weeks, units),)
    now = weeks[place]
    before = weeks[place - 1] if place else None
    if any(week.metres for week in weeks):
        lines = (_running(now, before, units), _pain(now, before))
    else:
        lines = (_minutes(now, before), "")
    return tuple(filter(None, lines))


def activity_summary(weeks: Sequence[ActiveWeek], units: Units) -> str:
    """Sum up all weeks of a chart."""
    worst = max((w.run_worst for w in weeks if w.run_worst is not None), default=None)
    told = _("Pain told about runs: up to {score} of 10.")
    if not any(week.activities for week in weeks):
        return ""  # the chart has a hint
    return joined((_total(weeks, units), told.format(score=worst) if worst is not None else ""))


def minutes_line(sport: Sport, minutes: int) -> str:
    """Return the minutes of a sport: "Cycling: 40 min"."""
    return _("{sport}: {minutes} min").format(sport=sport_text(sport), minutes=minutes)


def _total(weeks: Sequence[ActiveWeek], units: Units) -> str:
    activities = sum(week.activities for week in weeks)
    runs = sum(week.runs for week in weeks)
    metres = sum(week.metres for week in weeks)
    minutes = sum(sum(week.minutes.values()) for week in weeks)
    all_runs = ngettext("{n} run, {distance}.", "{n} runs, {distance}.", runs)
    return joined(
        (
            ngettext("{n} activity, {length}.", "{n} activities, {length}.", activities).format(
                length=length_text(minutes * 60)
            )
            if minutes
            else ngettext("{n} activity.", "{n} activities.", activities),
            all_runs.format(distance=distance_text(metres, units)) if metres else "",
        )
    )


def _in_all(weeks: Sequence[ActiveWeek], units: Units) -> str:
    runs, metres = sum(week.runs for week in weeks), sum(week.metres for week in weeks)
    if metres:
        text = ngettext("Running: {distance} in {n} run", "Running: {distance} in {n} runs", runs)
        return text.format(distance=distance_text(metres, units))
    minutes = sum(sum(week.minutes.values()) for week in weeks)
    if minutes < _LONG:
        return ngettext("{n} minute of activity", "{n} minutes of activity", minutes)
    return _("{length} of activity").format(length=length_text(minutes * 60))


def _running(now: ActiveWeek, before: ActiveWeek | None, units: Units) -> str:
    """Compare metres; what is the same to a tenth is called the same."""
    distance = distance_text(now.metres, units)
    if not now.metres:
        return _no_run(before, units)
    if before is None:
        return _("Running: {distance} this week so far").format(distance=distance)
    former = distance_text(before.metres, units)
    if not before.metres:
        return _("Running: {distance} this week so far, none last week").format(distance=distance)
    if distance == former:
        return _("Running: {distance} this week so far, as much as last week").format(
            distance=distance
        )
    more = abs(now.metres - before.metres)
    if now.metres > before.metres:
        return _("Running: {distance} this week so far, {more} more than last week").format(
            distance=distance, more=distance_text(more, units)
        )
    return _("Running: {distance} this week so far, {former} last week").format(
        distance=distance, former=former
    )


def _no_run(before: ActiveWeek | None, units: Units) -> str:
    if before is None or not before.metres:
        return _("Running: none this week so far")
    return _("Running: none this week so far, {former} last week").format(
        former=distance_text(before.metres, units)
    )


def _pain(now: ActiveWeek, before: ActiveWeek | None) -> str:
    if now.worst is None:
        return ""
    if before is None or before.worst is None:
        return _("Worst pain this week: {now} of 10").format(now=now.worst)
    if now.worst == before.worst:
        return _("Worst pain this week: {now} of 10, as last week").format(now=now.worst)
    return _("Worst pain this week: {now} of 10; last week {before} of 10").format(
        now=now.worst, before=before.worst
    )


def _minutes(now: ActiveWeek, before: ActiveWeek | None) -> str:
    minutes = sum(now.minutes.values())
    if before is None:
        return ngettext(
            "{n} minute of activity this week so far",
            "{n} minutes of activity this week so far",
            minutes,
        )
    return ngettext(
        "{n} minute of activity this week so far, {before} last week",
        "{n} minutes of activity this week so far, {before} last week",
        minutes,
    ).format(before=sum(before.minutes.values()))
