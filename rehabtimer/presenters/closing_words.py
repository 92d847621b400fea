"""What a programme came to, in a few sentences."""

from datetime import date

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.closing import Closing, closing
from rehabtimer.insights.pain import PainWeek
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.wording import figure, knee_text

_SIX_WEEKS = 6 * DAYS_A_WEEK


def closing_text(case: Case, daily: list[DailyPain], today: date) -> str:
    """Return the closing summary of a course; figures only, nothing is concluded from them."""
    plan = case.plan
    sessions = case.store.history.session_days(plan.started_on, min(today, plan.last_day_on(today)))
    skips = case.store.skips.of_course(case.course.id)
    found = closing(plan, sessions, daily, skips, today)
    return " ".join((_sessions_text(found), *_knees(found), *_skipped(case, found)))


def begin_again_text(days: int) -> str:
    """Return the offer of another round of so many days."""
    if days == _SIX_WEEKS:
        return _("Begin another six weeks")
    return _("Begin another {days} days").format(days=days)


def _sessions_text(found: Closing) -> str:
    text = ngettext(
        "{full} of {n} planned session done whole, {partial} in part.",
        "{full} of {n} planned sessions done whole, {partial} in part.",
        found.planned,
    )
    return text.format(full=found.full, partial=found.partial)


def _knees(found: Closing) -> list[str]:
    return [
        _knee_text(knee.knee, knee.first, knee.last)
        for knee in found.knees
        if knee.first and knee.last
    ]


def _knee_text(knee: Side, first: PainWeek, last: PainWeek) -> str:
    """Say the medians as the middle of the days that were logged, and of how many."""
    text = _(
        "{knee}: {first} of 10 in week 1 and {last} in week {week},"
        " each the middle of its logged days ({first_days} and {last_days})."
    )
    return text.format(
        knee=knee_text(knee),
        first=figure(first.median),
        first_days=first.days,
        last=figure(last.median),
        last_days=last.days,
        week=last.week,
    )


def _skipped(case: Case, found: Closing) -> list[str]:
    sentences = []
    if found.skipped:
        names = ", ".join(_(case.exercise(each).name) for each in found.skipped)
        sentences.append(_("Skipped now: {names}.").format(names=names))
    if found.tried:
        names = ", ".join(_(case.exercise(each).name) for each in found.tried)
        sentences.append(_("Skipped once, and back: {names}.").format(names=names))
    return sentences
