"""What can be done about the programme that is followed, as a whole."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Programme
from rehabtimer.core.records import Course, Skip, new_id
from rehabtimer.core.schedule import EVERY_DAY, Pause, Plan, PlanChange
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.storage.store import Store

if TYPE_CHECKING:
    from rehabtimer.presenters.library import Library


class CourseVerbs(ABC):
    """Changes the days of a course, pauses it, begins another. Each change is kept at once."""

    store: Store
    programme: Programme
    course: Course

    @property
    @abstractmethod
    def today(self) -> date:
        """The date that the present moment counts for."""

    @property
    @abstractmethod
    def plan(self) -> Plan:
        """The plan of the course."""

    @property
    @abstractmethod
    def library(self) -> "Library":
        """The programmes and exercises there are."""

    @abstractmethod
    def come_back(self) -> None:
        """Turn on what was skipped until a date that has come."""

    def change_weekdays(self, weekdays: tuple[int, ...]) -> None:
        """Plan sessions on these ISO weekdays from today on; the past stays as it was."""
        change = PlanChange(since=max(self.today, self.plan.started_on), weekdays=weekdays)
        self.store.courses.change_plan(self.course.id, change)
        self._reread()

    def start_on(self, day: date) -> None:
        """Let the programme begin on another date."""
        self.store.courses.start_on(self.course.id, day)
        self._reread()

    def pause_from(self, day: date) -> None:
        """Pause the programme from a date on; its end moves. One that began later is part of it."""
        before = [pause for pause in self.plan.pauses if pause.since < day]
        if all(pause.until for pause in before):
            self._pause((*before, Pause(since=day)))

    def end_pause(self, day: date) -> None:
        """Go on with the programme on a date, the first that counts again."""
        last = day - timedelta(days=1)
        kept = [_cut(pause, last) for pause in self.plan.pauses]
        self._pause(pause for pause in kept if pause is not None)

    def begin_again(self, start: date) -> None:
        """Begin another round of the same programme, with the same choices and weekdays.

        What is skipped stays so; the sessions in which it was belong to the former round.
        """
        self.come_back()
        former = self.course
        weekdays = former.plan.weekdays(self.today)
        self.course = self._begin(
            self.programme,
            former.choices,
            weekdays,
            start,
            former.order,
            tuple(self.store.skips.standing(former.id).values()),
        )

    def follow(self, programme: str) -> None:
        """Begin another programme today, on the same weekdays; what was recorded stays.

        Raises UserError if there is none of that id, or its file is wrong.
        """
        known = {listed.id for listed in self.library.programmes}
        found = self.library.programme(programme) if programme in known else None
        if found is None or found.id != programme:
            text = _("There is no programme {id} that can be followed.")
            raise UserError(text.format(id=quoted(programme)))
        self.course = self._begin(found, (), self.plan.weekdays(self.today))
        self.programme = found

    def _begin(
        self,
        programme: Programme,
        choices: tuple[Choice, ...] = (),
        weekdays: tuple[int, ...] = EVERY_DAY,
        start: date | None = None,
        order: tuple[str, ...] = (),
        skips: tuple[Skip, ...] = (),
    ) -> Course:
        begun = start or self.today
        # The first change is always written: without it, a later one would reach back to day 1.
        changes = (PlanChange(since=begun, weekdays=weekdays),)
        plan = Plan(started_on=begun, days=programme.days, changes=changes)
        course = Course(
            id=new_id(), programme=programme.id, plan=plan, choices=choices, order=order
        )
        taken = {"course": course.id, "session": None}
        self.store.courses.begin(course, [replace(s, id=new_id(), **taken) for s in skips])
        return course

    def _pause(self, pauses: Iterable[Pause]) -> None:
        self.store.courses.replace_pauses(self.course.id, pauses)
        self._reread()

    def _reread(self) -> None:
        self.course = self.store.courses.current() or self.course


def _cut(pause: Pause, last: date) -> Pause | None:
    """Return a pause that lasts until `last` at most; None where nothing of it is left."""
    if pause.until is not None and pause.until <= last:
        return pause
    return replace(pause, until=last) if pause.since <= last else None
