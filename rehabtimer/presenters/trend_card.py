"""How pain has changed, in two lines for Today."""

from datetime import date

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.pain import KneePain, PainChange, PainWeek, logged_knees, told_change
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.wording import figure


def trend_card(case: Case, today: date) -> tuple[str, str]:
    """Return a title and a line: the first knee with two weeks to compare, or how to get there."""
    pain = case.store.diary.daily_worst(case.plan.started_on, today)
    for knee in logged_knees(pain, case.plan):
        change = told_change(knee, case.plan.day(today))
        if change and knee.baseline and knee.latest:
            return _title(knee, knee.baseline, knee.latest), _change_text(change)
    text = _("Answer how your knee feels before and after; two weeks make a trend.")
    return _("Your pain chart"), text


def _title(knee: KneePain, first: PainWeek, now: PainWeek) -> str:
    left = _("Left knee: {before} in week {week}, {now} now")
    right = _("Right knee: {before} in week {week}, {now} now")
    return (left if knee.knee is Side.LEFT else right).format(
        before=figure(first.median), week=first.week, now=figure(now.median)
    )


def _change_text(change: PainChange) -> str:
    if not change.points:
        return _("Your log shows no change.")
    if change.points < 0:
        return ngettext(
            "Your log shows a drop of {n} point.",
            "Your log shows a drop of {n} points.",
            -change.points,
        )
    return ngettext(
        "Your log shows a rise of {n} point.",
        "Your log shows a rise of {n} points.",
        change.points,
    )
