"""Reads what a chart is made of: its own records and no others, of its own days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rehabtimer.core.programme import Exercise, Programme
from rehabtimer.core.records import Course
from rehabtimer.core.schedule import Plan
from rehabtimer.core.settings import Settings
from rehabtimer.presenters.activity_page import ActivityLog, activity_page
from rehabtimer.presenters.chart_axis import Axis, Span, axis_of, with_paused_days
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.dose_page import DoseLog, dose_page, in_span
from rehabtimer.presenters.pain_log import PainLog
from rehabtimer.presenters.pain_page import pain_page
from rehabtimer.presenters.reading import exercise_of, followed_by
from rehabtimer.presenters.sessions_page import sessions_page
from rehabtimer.storage.first_day import first_day, last_answer, last_session
from rehabtimer.storage.store import Store


@dataclass(frozen=True)
class Reading:
    """A history that is to be read: `courses` are in the order in which they were begun."""

    store: Store
    courses: tuple[Course, ...]
    programme: Programme
    exercise: Callable[[str], Exercise]
    settings: Settings
    today: date

    @classmethod
    def of(cls, store: Store, today: date) -> "Reading":
        """Take courses, programme and settings from the history itself."""
        courses = tuple(store.courses.taken_up())
        database = store.database.path
        programme = followed_by(courses[-1] if courses else None, database).programme
        return cls(
            store=store,
            courses=courses,
            programme=programme,
            exercise=lambda identity: exercise_of(programme, identity, database),
            settings=store.preferences.settings(),
            today=today,
        )

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of the courses; without any, one that begins today."""
        plans = tuple(course.plan for course in self.courses)
        return plans or (Plan(started_on=self.today, days=self.programme.days),)

    @property
    def plan(self) -> Plan:
        """The plan of the course that is followed now."""
        return self.plans[-1]

    @cached_property
    def earliest(self) -> date | None:
        """The first date of which anything is kept."""
        return first_day(self.store.database)

    @property
    def exercises(self) -> tuple[str, ...]:
        """The ids of the programme's exercises, in the person's own order."""
        ids = [exercise.id for exercise in self.programme.exercises]
        order = self.courses[-1].order if self.courses else ()
        return tuple(sorted(ids, key=lambda each: (each not in order, *_place(each, order))))


def read_page(reading: Reading, key: ChartKey, span: Span) -> ChartPage:
    """Return one chart of the days that a span stands for."""
    axis = axis_of(span, reading.plan, reading.today, reading.earliest)
    pages = {
        ChartKey.PAIN: _pain,
        ChartKey.SESSIONS: _sessions,
        ChartKey.EXERCISES: _exercises,
        ChartKey.ACTIVITY: _activity,
    }
    return pages[key](reading, axis)


def _pain(reading: Reading, axis: Axis) -> ChartPage:
    store, end = reading.store, min(axis.last, reading.today)
    log = PainLog(
        pain=store.diary.daily_worst(axis.first, end),
        sessions=store.history.session_days(axis.first, end),
        relievers=store.diary.relievers(axis.first, end),
        notes=sorted((*store.diary.notes(axis.first, end), *store.history.notes(axis.first, end))),
        totals=store.total_scores.between(axis.first, axis.last),
        last_answer=last_answer(store.database, reading.today),
    )
    return pain_page(log, reading.plans, axis, reading.settings.affected)


def _sessions(reading: Reading, axis: Axis) -> ChartPage:
    end = min(axis.last, reading.today)
    sessions = reading.store.history.session_days(axis.first, end)
    last = last_session(reading.store.database, reading.today)
    return sessions_page(sessions, reading.plans, axis, last)


def _exercises(reading: Reading, axis: Axis) -> ChartPage:
    store, end = reading.store, min(axis.last, reading.today)
    skips = store.skips.all()
    course = reading.courses[-1].id if reading.courses else ""
    log = DoseLog(
        amounts=store.history.doses(axis.first, end),
        told=store.diary.hurts(axis.first, end),
        skips=in_span(skips, axis.first, end),
        standing=[skip for skip in skips if skip.course == course],
        last_session=last_session(store.database, reading.today),
    )
    return dose_page(log, reading.exercises, reading.exercise, axis)


def _activity(reading: Reading, shown: Axis) -> ChartPage:
    """A week is one of seven days that follow each other: exercise knows no paused days."""
    axis = with_paused_days(shown)
    store, end = reading.store, min(axis.last, reading.today)
    log = ActivityLog(
        workouts=store.workouts.between(axis.first, end),
        pain=store.diary.daily_worst(axis.first, end),
        told=store.diary.about_activities(axis.first, end),
    )
    return activity_page(log, axis, reading.settings.units)


def _place(exercise: str, order: tuple[str, ...]) -> tuple[int, ...]:
    return (order.index(exercise),) if exercise in order else ()
