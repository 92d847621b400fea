"""What the report for the therapist says of somebody's records; nothing is changed by asking."""

from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from rehabtimer.core.records import Course
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _
from rehabtimer.insights.dose import dose_share
from rehabtimer.presenters.pain_page import shown_knees
from rehabtimer.presenters.report_besides import besides, notes, scores, section, warnings
from rehabtimer.presenters.report_changes import (
    dose_changes,
    plan_changes,
    skip_changes,
    weekdays_text,
)
from rehabtimer.presenters.report_exercises import exercise_head, exercise_lines
from rehabtimer.presenters.report_figures import key_figures
from rehabtimer.presenters.report_frame import KeyFigure, ReportFrame, Section
from rehabtimer.presenters.report_records import Records
from rehabtimer.presenters.report_words import footer, limits, long_date, on_paper
from rehabtimer.presenters.wording import knee_text

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store

WEEKS = 6
LONGEST_NAME = 80


class ReportWish(Struct, frozen=True, kw_only=True):
    """What the report is about: so many weeks, all for None; for whom, None for the name kept."""

    weeks: int | None = WEEKS
    name: str | None = None


def read_report(store: "Store", course: Course, wish: ReportWish, now: datetime) -> ReportFrame:
    """Return the report of the course that is followed, at a moment."""
    records = Records(store, course, now, wish.weeks)
    settings, today = records.settings, records.today
    name = settings.report_name if wish.name is None else wish.name
    return ReportFrame(
        title=_("Exercise and pain report"),
        name=on_paper(name, LONGEST_NAME),
        name_label=_("Name"),
        about=_about(records),
        made_up=_("A made-up history, to look around in") if store.preferences.demo() else "",
        warnings=warnings(store.diary.entries(records.first, today), records.named, today),
        figures=_figures(records),
        pain=records.pain_page(),
        exercises_title=_("Each exercise"),
        exercise_head=exercise_head(),
        exercises=exercise_lines(records),
        changes=_changes(records),
        notes=_notes(records),
        scores=scores(store.total_scores.between(records.first, today), today),
        besides=_besides(records),
        limits=Section(_("What these figures can't say"), limits()),
        room_title=_("Room for notes"),
        footer=footer(today),
    )


def _about(records: Records) -> tuple[str, ...]:
    period, plan, today = records.period, records.course.plan, records.today
    dates = _("{first} to {last}").format(first=long_date(period.first), last=long_date(today))
    planned = _("{programme}: {day} · planned: {weekdays}").format(
        programme=_(records.programme.name),
        day=_day_text(plan, today),
        weekdays=weekdays_text(plan.weekdays(today)),
    )
    knee = knee_text(records.settings.affected)
    return _("{knee} · {dates}").format(knee=knee, dates=dates), planned


def _figures(records: Records) -> tuple[KeyFigure, ...]:
    """Return the first figures; the weeks of pain are those of the chart."""
    axis = records.period.axis
    pain, share = shown_knees(records.pain, axis), dose_share(records.doses.values())
    return key_figures(records.done, pain, axis, records.settings.affected, share)


def _day_text(plan: Plan, today: date) -> str:
    values = {"day": plan.day(today), "days": plan.days, "week": plan.week(today)}
    if today < plan.started_on:
        return _("begins on {date}").format(date=long_date(plan.started_on))
    if today > plan.last_day_on(today):
        return _("ended on {date}").format(date=long_date(plan.last_day_on(today)))
    if plan.is_paused(today):
        return _("day {day} of {days}, paused now").format(**values)
    return _("day {day} of {days}, week {week}").format(**values)


def _changes(records: Records) -> Section:
    found = chain(
        skip_changes(records.skips, records.named, records.period),
        dose_changes(records.sessions, records.named),
        plan_changes(records.courses, records.programme_name, records.period),
    )
    title, empty = _("Changes of the programme"), _("Nothing was changed in this time.")
    return section(title, list(found), records.today, empty)


def _notes(records: Records) -> Section:
    told = records.store.diary.notes(records.first, records.today)
    return notes(records.sessions, told, records.workouts, records.today)


def _besides(records: Records) -> Section:
    taken = records.store.diary.relievers(records.first, records.today)
    return besides(records.workouts, taken, len(records.period.dates), records.settings.units)
