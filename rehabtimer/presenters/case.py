"""One person's programme, choices and history: what every screen asks about."""

from datetime import date

from msgspec.structs import replace

from rehabtimer.core.clock import Clock
from rehabtimer.core.prescription import Choice, OffReason, Prescription, prescribe
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.records import Course, Stamp, new_id
from rehabtimer.core.schedule import EVERY_DAY, Plan, PlanChange
from rehabtimer.core.settings import Settings
from rehabtimer.storage.store import Store


class Case:
    """Holds settings and course as they are kept, and changes both at once."""

    def __init__(self, store: Store, clock: Clock, programme: Programme) -> None:
        """Read the settings, and begin the programme today if it was never begun."""
        self.store = store
        self.clock = clock
        self.programme = programme
        self.settings: Settings = store.preferences.settings()
        self.demo: bool = store.preferences.demo()
        self.course: Course = store.courses.current() or self._begin(())
        store.history.close_stale(self.today)

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

    def prescription(self, *, everything: bool = False) -> Prescription:
        """Return what a session started now consists of; `everything` counts all as on."""
        settings = self.settings
        choices = self.course.by_exercise
        if everything:
            choices = {key: replace(choice, on=True) for key, choice in choices.items()}
        return prescribe(
            self.programme,
            choices,
            affected=settings.affected,
            first=settings.first,
            timing=settings.timing,
            group_floor=settings.group_floor,
        )

    def save(self, settings: Settings) -> None:
        """Keep changed settings; sessions already begun stay as they were."""
        self.settings = settings
        self.store.preferences.save(settings)

    def choose(self, choice: Choice) -> Choice:
        """Keep a choice for one exercise, and return the one that held before."""
        before = self.choice(choice.exercise)
        self.store.courses.choose(self.course.id, choice)
        self._reload()
        return before

    def choice(self, exercise: str) -> Choice:
        """Return the choice that holds for an exercise."""
        return self.course.by_exercise.get(exercise, Choice(exercise=exercise))

    def switch(self, exercise: str, *, on: bool, reason: str = OffReason.OWN_CHOICE) -> Choice:
        """Turn an exercise on or off from now on, and return the choice before."""
        since = "" if on else self.today.isoformat()
        choice = replace(self.choice(exercise), on=on, reason="" if on else reason, since=since)
        return self.choose(choice)

    def change_weekdays(self, weekdays: tuple[int, ...]) -> None:
        """Plan sessions on these ISO weekdays from today on; the past stays as it was."""
        change = PlanChange(since=max(self.today, self.plan.started_on), weekdays=weekdays)
        self.store.courses.change_plan(self.course.id, change)
        self._reload()

    def welcome(
        self,
        *,
        affected: Side,
        stairs_hurt: bool,
        weekdays: tuple[int, ...],
        start: date,
    ) -> None:
        """Take up the answers of the first start, and begin the programme with them."""
        self.course = self._begin(self._first_choices(stairs_hurt=stairs_hurt), weekdays, start)
        self.save(replace(self.settings, affected=affected, welcomed=True))

    def _first_choices(self, *, stairs_hurt: bool) -> tuple[Choice, ...]:
        off = [e for e in self.programme.exercises if e.starts_skipped_if == OffReason.STAIRS_HURT]
        if not stairs_hurt:
            return ()
        since, reason = self.today.isoformat(), OffReason.STAIRS_HURT
        return tuple(Choice(exercise=e.id, on=False, reason=reason, since=since) for e in off)

    def _begin(
        self,
        choices: tuple[Choice, ...],
        weekdays: tuple[int, ...] = EVERY_DAY,
        start: date | None = None,
    ) -> Course:
        begun = start or self.today
        # The first change is always written: without it, a later one would reach back to day 1.
        changes = (PlanChange(since=begun, weekdays=weekdays),)
        plan = Plan(started_on=begun, days=self.programme.days, changes=changes)
        course = Course(id=new_id(), programme=self.programme.id, plan=plan, choices=choices)
        self.store.courses.begin(course)
        return course

    def _reload(self) -> None:
        self.course = self.store.courses.current() or self.course
