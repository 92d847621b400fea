"""What Trends says: whether it is getting better, in words, as a chart and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Adherence, adherence, calendar_dates
from rehabtimer.insights.pain import ENOUGH_DAYS, KneePain, PainChange, logged_knees
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.pain_chart import PainChart, Span, Weeks, pain_chart, weeks_of
from rehabtimer.presenters.trends_table import Table, trends_table
from rehabtimer.presenters.wording import date_text, knee_text, knees


@dataclass(frozen=True)
class TrendsFrame:
    """Everything that Trends says; `spans` is empty while all of them are the same weeks."""

    headlines: tuple[str, ...]  # the knee that matters most comes first
    summary: str
    legend: str
    spans: tuple[Option, ...]
    chart: PainChart
    table: Table


class TrendsPresenter:
    """Says what Trends shows of a case, and remembers which weeks are looked at."""

    def __init__(self, case: Case) -> None:
        """Begin with the weeks of the programme."""
        self._case = case
        self._span = Span.PROGRAMME

    def frame(self) -> TrendsFrame:
        """Return the screen as it is now."""
        case, start = self._case, self._case.plan.started_on
        return trends_frame(
            case.plan,
            case.store.diary.daily_worst(start, case.today),
            case.store.history.session_days(start, case.today),
            today=case.today,
            affected=case.settings.affected,
            span=self._span,
        )

    def choose(self, span: str) -> None:
        """Look at other weeks."""
        self._span = Span(span)


def trends_frame(
    plan: Plan,
    pain: Sequence[DailyPain],
    sessions: Sequence[SessionDay],
    *,
    today: date,
    affected: Side,
    span: Span = Span.PROGRAMME,
) -> TrendsFrame:
    """Say what the log shows up to today, in the weeks of a span.

    The axis is the programme's own days: paused ones are not on it. What was done on those counts
    in the words and in the table, as extra sessions.
    """
    plan = plan.settled(today)
    weeks = weeks_of(span, plan, today)
    kept = [entry for entry in pain if plan.day(entry.day) <= weeks.last_day]
    logged = logged_knees(kept, plan)
    found = sorted(logged, key=lambda knee: _rank(knee, affected))
    dates = calendar_dates(plan.date_of(weeks.first_day), plan.date_of(weeks.last_day))
    done = adherence(sessions, plan, today, dates)
    headlines = _headlines(found, bool(done.sessions))
    return TrendsFrame(
        headlines=headlines,
        summary=_summary(plan, found, done, weeks, today),
        legend=_legend(found, weeks, affected),
        spans=_spans(span, plan, today),
        chart=pain_chart(
            logged,
            replace(done, days=tuple(d for d in done.days if not plan.is_paused(d.on))),
            weeks,
            days=plan.days,
            today=plan.day(today),
            affected=affected,
            description="\n".join(headlines),
        ),
        table=trends_table(logged, done, weeks, plan.day(today)),
    )


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


def _rank(pain: KneePain, affected: Side) -> tuple[bool, float]:
    """Put the affected knee first, and of two the one that hurt more in the beginning."""
    return pain.knee not in knees(affected), -pain.baseline.median if pain.baseline else 0.0


def _headlines(found: Sequence[KneePain], any_session: bool) -> tuple[str, ...]:
    """Nothing is said about a change until two weeks are there that can be compared."""
    changes = [knee.change for knee in found if knee.change]
    if changes:
        return tuple(change_text(change) for change in changes)
    if found:
        return (_("Not enough logged yet to see a trend"),)
    if any_session:
        return (_("No pain logged yet"),)
    return (_("Your first answers appear here after a session"),)


def _summary(
    plan: Plan, found: Sequence[KneePain], done: Adherence, weeks: Weeks, today: date
) -> str:
    sentences = [_about_weeks(found), _days_logged(found, weeks, plan.day(today))]
    return " ".join(filter(None, [*sentences, _sessions_text(done), _day_text(plan, today)]))


def _about_weeks(found: Sequence[KneePain]) -> str:
    if any(knee.change for knee in found):
        return _("Weekly median of your worst daily pain.")
    return ngettext(
        "A trend takes two weeks with at least {n} day logged in each.",
        "A trend takes two weeks with at least {n} days logged in each.",
        ENOUGH_DAYS,
    )


def _days_logged(found: Sequence[KneePain], weeks: Weeks, today: int) -> str:
    logged = {day.day for knee in found for day in knee.days if weeks.hold(day.day)}
    days = min(today, weeks.last_day) - weeks.first_day + 1
    if not logged:
        return ""
    return ngettext("{logged} of {n} day logged.", "{logged} of {n} days logged.", days).format(
        logged=len(logged)
    )


def _sessions_text(done: Adherence) -> str:
    if not done.sessions:
        return ""
    if not done.partial:
        return ngettext("{n} session.", "{n} sessions.", done.sessions)
    return ngettext(
        "{n} session, {partial} of them partial.",
        "{n} sessions, {partial} of them partial.",
        done.sessions,
    ).format(partial=done.partial)


def _day_text(plan: Plan, today: date) -> str:
    if today < plan.started_on:
        return _("The programme starts on {date}.").format(date=date_text(plan.started_on))
    if today > plan.last_day:
        return _("The programme ended on {date}.").format(date=date_text(plan.last_day))
    values = {"day": plan.day(today), "days": plan.days}
    if plan.is_paused(today):
        return _("The programme is paused on day {day} of {days}.").format(**values)
    return _("Day {day} of {days}.").format(**values)


def _legend(found: Sequence[KneePain], weeks: Weeks, affected: Side) -> str:
    """Explain the dashed line and the pale weeks, where there are any.

    What the line stands for is from Crossley et al. 2004, Arch Phys Med Rehabil 85:815.
    """
    lines = [
        knee for knee in found if knee.knee in knees(affected) and knee.important_below is not None
    ]
    thin = any(
        week.is_thin and weeks.first <= week.week <= weeks.last
        for knee in found
        for week in knee.weeks
    )
    texts = [_line_text(lines)] if lines else []
    return " ".join([*texts, _("Pale: fewer than three days logged.")] if thin else texts)


def _line_text(lines: Sequence[KneePain]) -> str:
    if all(knee.baseline and knee.baseline.week == 1 for knee in lines):
        return _(
            "Dashed line: 2 points below your first week,"
            " about the smallest change that people call important."
        )
    return _(
        "Dashed line: 2 points below your first week with three days logged,"
        " about the smallest change that people call important."
    )


def _spans(chosen: Span, plan: Plan, today: date) -> tuple[Option, ...]:
    names = {
        Span.PROGRAMME: _("This programme"),
        Span.LAST_SIX: _("Last six weeks"),
        Span.EVERYTHING: _("Everything"),
    }
    if len({weeks_of(span, plan, today) for span in names}) == 1:
        return ()
    return tuple(Option(span.value, name, span is chosen) for span, name in names.items())
