"""How pain has changed, in two lines for Today."""

from datetime import date

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.pain import KneePain, PainChange, logged_knees, told_change
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.change_words import is_long_ago
from rehabtimer.presenters.chart_axis import Span, axis_of
from rehabtimer.presenters.wording import figure


def trend_card(case: Case, today: date) -> tuple[str, str]:
    """Return a title and a line: the first knee with two weeks to compare, or how to get there."""
    pain = case.store.diary.daily_worst(case.plan.started_on, today)
    axis = axis_of(Span.PROGRAMME, case.plan, today)
    for knee in logged_knees(pain, axis.programme):
        change = told_change(knee, axis.now)
        if change:
            is_over = is_long_ago(knee, axis)
            return _title(knee, change, is_over=is_over), _text(change, is_over=is_over)
    text = _("Answer how your knee feels before and after; two weeks make a trend.")
    return _("Your pain chart"), text


def _title(knee: KneePain, change: PainChange, *, is_over: bool) -> str:
    texts = {
        (Side.LEFT, False): _("Left knee: {before} in week {first}, {after} now"),
        (Side.RIGHT, False): _("Right knee: {before} in week {first}, {after} now"),
        (Side.LEFT, True): _("Left knee: {before} in week {first}, {after} in week {last}"),
        (Side.RIGHT, True): _("Right knee: {before} in week {first}, {after} in week {last}"),
    }
    median = {week.week: figure(week.median) for week in knee.weeks}
    return texts[knee.knee, is_over].format(
        before=median[change.from_week],
        first=change.from_week,
        after=median[change.to_week],
        last=change.to_week,
    )


def _text(change: PainChange, *, is_over: bool) -> str:
    if is_over:
        return _("Week {week} is the last one with three days logged.").format(week=change.to_week)
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
