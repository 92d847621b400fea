"""What the parts of the report read from somebody's records, each thing once."""

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from rehabtimer import paths
from rehabtimer.core.prescription import Prescription, prescribe
from rehabtimer.core.programme import Exercise, Programme, lost
from rehabtimer.core.records import Course, DailyPain, PainEntry, SessionRecord, Skip
from rehabtimer.core.schedule import training_day
from rehabtimer.core.settings import Settings
from rehabtimer.core.workouts import Workout
from rehabtimer.insights.adherence import Adherence, adherence_over
from rehabtimer.insights.dose import ExerciseDose, exercise_doses
from rehabtimer.presenters.chart_page import ChartPage
from rehabtimer.presenters.library import Library
from rehabtimer.presenters.pain_log import PainLog
from rehabtimer.presenters.pain_page import pain_page
from rehabtimer.presenters.report_period import Period, period_of
from rehabtimer.presenters.skip_log import SkipLog
from rehabtimer.storage.first_day import first_day, last_answer

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store


class Records:
    """The records of a period of a course, as they are at a moment."""

    def __init__(self, store: "Store", course: Course, now: datetime, weeks: int | None) -> None:
        """Look at so many weeks, or at everything for None."""
        self.store = store
        self.course = course
        self.settings: Settings = store.preferences.settings()
        self.today: date = training_day(now, self.settings.day_start)
        self._library = Library(paths.resources(), paths.own_folder(store.database.path))
        self.programme: Programme = self._library.programme(course.programme, course.by_exercise)
        earliest = first_day(store.database)
        self.period: Period = period_of(weeks, course.plan, self.today, earliest)

    @property
    def first(self) -> date:
        """The first date of the period."""
        return self.period.first

    @cached_property
    def courses(self) -> list[Course]:
        """Every course that was taken up, oldest first, and the one that is followed."""
        return self.store.courses.taken_up()

    @cached_property
    def sessions(self) -> list[SessionRecord]:
        """The sessions of the period, oldest first."""
        return self.store.history.sessions(self.first, self.today)

    @cached_property
    def workouts(self) -> list[Workout]:
        """Other exercise of the period, oldest first."""
        return self.store.workouts.between(self.first, self.today)

    @cached_property
    def hurts(self) -> list[PainEntry]:
        """What hurt during exercises of the period, oldest first."""
        return self.store.diary.hurts(self.first, self.today)

    @cached_property
    def skips(self) -> list[Skip]:
        """Every skip there is, oldest first; one that went along with a new round comes once."""
        found = {(skip.exercise, skip.side, skip.when.at): skip for skip in self.store.skips.all()}
        return list(found.values())

    @cached_property
    def doses(self) -> dict[str, ExerciseDose]:
        """What was planned, done, told and skipped of each exercise in the period."""
        amounts = self.store.history.amounts(self.first, self.today)
        skips = [skip for skip in self.skips if self.first <= skip.when.day <= self.today]
        return exercise_doses(amounts, self.hurts, skips)

    @cached_property
    def done(self) -> Adherence:
        """What became of each day of the period."""
        days = self.store.history.session_days(self.first, self.today)
        plans = [course.plan for course in self.courses]
        return adherence_over(days, plans, self.today, self.period.dates)

    @cached_property
    def pain(self) -> list[DailyPain]:
        """The worst of each day and knee of the period, oldest first."""
        return self.store.diary.daily_worst(self.first, self.today)

    def pain_page(self) -> ChartPage:
        """Return the chart of pain in the weeks of the period."""
        store, first, today = self.store, self.first, self.today
        log = PainLog(
            pain=self.pain,
            sessions=store.history.session_days(first, today),
            relievers=store.diary.relievers(first, today),
            notes=store.diary.notes(first, today),
            totals=store.total_scores.between(first, today),
            last_answer=last_answer(store.database, today),
        )
        plans = [course.plan for course in self.courses]
        return pain_page(log, plans, self.period.axis, self.settings.affected)

    @cached_property
    def prescription(self) -> Prescription:
        """What a session started now consists of."""
        return prescribe(
            self.programme,
            {each.exercise: each.on_day(self.today) for each in self.course.choices},
            affected=self.settings.affected,
            first=self.settings.first,
            timing=self.settings.timing,
            group_floor=self.settings.group_floor,
            order=self.course.order,
        )

    @cached_property
    def log(self) -> SkipLog:
        """What the records say about exercises that are off."""
        return SkipLog(self.store, self.course.id, self.today, self.settings.pain)

    def named(self, identity: str) -> Exercise:
        """Return an exercise, also one that is in no programme any more."""
        inside = (each for each in self.programme.exercises if each.id == identity)
        return next(inside, None) or self._library.exercise(identity) or lost(identity)

    def programme_name(self, identity: str) -> str:
        """Return the name of a programme, also one that is gone."""
        names = {each.id: each.name for each in self._library.programmes}
        return names.get(identity, identity)
