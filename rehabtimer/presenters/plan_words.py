"""What `rehabtimer plan` says about a date, its doses and what they come to."""

from datetime import date

from rehabtimer.core.programme import Level
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.timeline import Totals
from rehabtimer.presenters.wording import minutes_text


def planned_text(plan: Plan, on: date) -> str:
    """Say whether a session is planned on a date, and why not."""
    if plan.is_planned(on):
        return _("A session is planned on this date.")
    if on < plan.started_on:
        start = full_date(plan.started_on)
        return _("No session is planned: the programme begins on {date}.").format(date=start)
    if plan.is_paused(on):
        return _("No session is planned: the programme is paused.")
    if on > plan.last_day_on(on):
        end = full_date(plan.last_day_on(on))
        return _("No session is planned: the programme ended on {date}.").format(date=end)
    return _("No session is planned: this is a rest day.")


def level_text(level: Level) -> str:
    """Say whose doses these are."""
    return {
        Level.LOW: _("These are the article's lowest doses, with every exercise on."),
        Level.TARGET: _("These are the article's targets, with every exercise on."),
        Level.HIGH: _("These are the article's highest doses, with every exercise on."),
    }[level]


def totals_text(whole: Totals) -> str:
    """Return what a session comes to."""
    return _("{sets}, {reps}, {holding} of holding; {minutes} in all, with the rests.").format(
        sets=ngettext("{n} set", "{n} sets", whole.sets),
        reps=ngettext("{n} rep", "{n} reps", whole.reps),
        holding=minutes_text(whole.hold_seconds),
        minutes=minutes_text(whole.seconds),
    )


def full_date(day: date) -> str:
    """Return a date with its weekday and its year: "Monday 2 March 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=f"{day:%A}", day=day.day, month=f"{day:%B}", year=day.year
    )
