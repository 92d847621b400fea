"""One person's programme, choices and history: what every screen asks about."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rehabtimer import paths
from rehabtimer.core.clock import Clock
from rehabtimer.core.prescription import Choice, OffReason, Prescription, prescribe
from rehabtimer.core.programme import Exercise, Programme, Side, lost
from rehabtimer.core.records import Course, Skip, Stamp
from rehabtimer.core.schedule import Plan
from rehabtimer.core.settings import Settings
from rehabtimer.presenters.course_verbs import CourseVerbs
from rehabtimer.presenters.skipping import (
    WhatHurt,
    lasting_skip,
    skipped_in_sessions,
    still_off,
    switched_off,
    switched_on,
)
from rehabtimer.storage.store import Store

if TYPE_CHECKING:
    from rehabtimer.presenters.library import Library

# Settings that belong to the programme, and go back with it.
_WITH_IT = ("affected", "first", "group_floor", "doctor_seen", "doctor_not_before")

THE_ARTICLES = "runners-knee"


class Case(CourseVerbs):
    """Holds settings and course as they are kept, and changes both at once.

    Take `way_back` before a change to be able to undo it.
    """

    def __init__(self, store: Store, clock: Clock, programme: Programme) -> None:
        """Read the settings, and begin the programme today if it was never begun."""
        self.store = store
        self.clock = clock
        self.programme = programme
        self.settings: Settings = store.preferences.settings()
        self.demo: bool = store.preferences.demo()
        self.course: Course = store.courses.current() or self._begin(programme)
        self._library: Library | None = None
        if self.course.programme != programme.id or self._has_own_files():
            self.reload()
        store.history.close_stale(self.today)
        self.come_back()

    @property
    def stamp(self) -> Stamp:
        """The present moment, as records keep it."""
        return Stamp.of(self.clock.now(), self.settings.day_start)

    @property
    def today(self) -> date:
        """The date that the present moment counts for."""
        return self.stamp.day

    @property
    def plan(self) -> Plan:
        """The plan of the course."""
        return self.course.plan

    @property
    def library(self) -> "Library":
        """The programmes and exercises there are; loaded when it is first wanted."""
        if self._library is None:
            from rehabtimer.presenters.library import Library

            self._library = Library(paths.resources(), paths.own_folder(self.store.database.path))
        return self._library

    def exercise(self, identity: str) -> Exercise:
        """Return an exercise of the programme, or one that was in it once, if only its name."""
        found = (each for each in self.programme.exercises if each.id == identity)
        return next(found, None) or self.library.exercise(identity) or lost(identity)

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with files of the user's own that were left out."""
        is_loaded = self._library is not None
        return self.library.problems if is_loaded or self._has_own_files() else ()

    def prescription(self, *, everything: bool = False) -> Prescription:
        """Return what a session started now consists of; `everything` counts all as on."""
        settings = self.settings
        choices = {each.exercise: each.on_day(self.today) for each in self.course.choices}
        if everything:
            choices = {key: replace(choice, on=True) for key, choice in choices.items()}
        return prescribe(
            self.programme,
            choices,
            affected=settings.affected,
            first=settings.first,
            timing=settings.timing,
            group_floor=settings.group_floor,
            order=self.course.order,
        )

    # Exercises

    def choice(self, exercise: str) -> Choice:
        """Return the choice that holds for an exercise today."""
        found = self.course.by_exercise.get(exercise)
        return found.on_day(self.today) if found else Choice(exercise=exercise)

    def skips(self) -> dict[str, Skip]:
        """Return, by exercise, why those that are off were skipped."""
        return self.store.skips.standing(self.course.id)

    def choose(self, choice: Choice) -> None:
        """Keep a choice for one exercise, in place of the one that held before."""
        self.store.courses.choose(self.course.id, (choice,))
        self._reread()

    def switch(
        self,
        exercise: str,
        *,
        on: bool,
        reason: OffReason = OffReason.OWN_CHOICE,
        until: date | None = None,
        hurt: WhatHurt | None = None,
    ) -> None:
        """Turn an exercise on or off from now on; `until` is the date on which it is back.

        Off is kept as a skip, with what `hurt`; on again, that skip is marked as tried.
        """
        if on:
            self._try_again((exercise,), self.today)
        else:
            self.skip_all((exercise,), reason, until=until, hurt=hurt)

    def skip_all(
        self,
        exercises: Iterable[str],
        reason: OffReason,
        *,
        until: date | None = None,
        hurt: WhatHurt | None = None,
    ) -> None:
        """Turn several exercises off for the same reason, all at once."""
        self.come_back()  # what is back by now is skipped anew
        standing = self.skips()
        off = [switched_off(self.choice(one), reason, self.today, until) for one in exercises]
        stamp, course = self.stamp, self.course.id
        made = [
            lasting_skip(stamp, course, choice, hurt, standing.get(choice.exercise))
            for choice in off
        ]
        self.store.courses.choose(course, off, skips=made)
        self._reread()

    def come_back(self) -> None:
        """Turn on what was skipped until a date that has come."""
        due = [choice for choice in self.course.choices if choice != choice.on_day(self.today)]
        for choice in due:
            self._try_again((choice.exercise,), date.fromisoformat(choice.until))

    def arrange(self, order: Iterable[str]) -> None:
        """Keep the order of the exercises, by id."""
        self.store.courses.arrange(self.course.id, order)
        self._reread()

    def restore_article(self) -> None:
        """Forget every choice about the exercises: the article's ten, as they stand in it.

        What was skipped counts as tried again. The days of the plan stay as they are.
        """
        self.save(replace(self.settings, first=None, group_floor=False))
        if self.course.programme != THE_ARTICLES:
            self.follow(THE_ARTICLES)
        off = [choice.exercise for choice in self.course.choices if not choice.on]
        self._try_again(off, self.today)
        plain = replace(self.course, choices=(), order=())
        self.store.courses.put_back(plain, self.store.skips.of_course(self.course.id))
        self.reload()

    def welcome(
        self,
        *,
        affected: Side,
        stairs_hurt: bool,
        weekdays: tuple[int, ...],
        start: date,
    ) -> None:
        """Take up the answers of the first start, and begin the programme with them."""
        self.course = self._begin(self.programme, (), weekdays, start)
        if stairs_hurt:
            reason = OffReason.STAIRS_HURT
            off = [e.id for e in self.programme.exercises if e.starts_skipped_if == reason]
            self.skip_all(off, reason)
        self.save(replace(self.settings, affected=affected, welcomed=True))

    # Settings, and the way back

    def save(self, settings: Settings) -> None:
        """Keep changed settings; sessions already begun stay as they were."""
        self.store.preferences.save(settings)
        self.settings = settings

    def way_back(self) -> Callable[[], None]:
        """Return what puts the programme back to how it is now, with its choices and skips.

        What a session has skipped since then stays skipped.
        """
        course, before = self.course, self.settings
        skips = self.store.skips.of_course(course.id)

        def back() -> None:
            told = skipped_in_sessions(self.store.skips.of_course(self.course.id), skips)
            standing = [skip for skip in self.skips().values() if skip in told]
            kept = (*skips, *(replace(skip, course=course.id) for skip in told))
            self.store.courses.put_back(still_off(course, self.course, standing), kept)
            self.save(replace(self.settings, **{name: getattr(before, name) for name in _WITH_IT}))
            self.reload()

        return back

    def reload(self) -> None:
        """Read course and programme again: own exercises may have come, changed or gone."""
        self._reread()
        self.programme = self.library.programme(self.course.programme, self.course.by_exercise)

    def read_anew(self) -> None:
        """Read everything again, after an import or its undo, as at the next start."""
        self.settings = self.store.preferences.settings()
        self.demo = self.store.preferences.demo()
        self._library = None
        self.course = self.store.courses.current() or self._begin(self.programme)
        self.reload()
        self.store.history.close_stale(self.today)
        self.come_back()

    def _has_own_files(self) -> bool:
        return paths.own_folder(self.store.database.path).exists()

    def _try_again(self, exercises: Iterable[str], day: date) -> None:
        standing, known = self.skips(), self.course.by_exercise
        on = [switched_on(known[each]) for each in exercises if each in known]
        tried = [
            replace(standing[choice.exercise], tried_on=day)
            for choice in on
            if choice.exercise in standing
        ]
        self.store.courses.choose(self.course.id, on, skips=tried)
        self._reread()
