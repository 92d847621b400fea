"""A history in a real database, written day by day, for tests of charts."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Course, PainEntry, SetRecord, new_id, planned_sets
from rehabtimer.core.schedule import EVERY_DAY, Plan, PlanChange
from rehabtimer.core.settings import Settings
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.trends import read_chart
from rehabtimer.storage.store import Store
from tests.support.histories import DAY, session, small, stamp

Doing = Callable[[SetRecord], SetRecord]


def on(day: int) -> date:
    """The date of a programme day, from 1, without pauses."""
    return DAY + timedelta(days=day - 1)


def whole(row: SetRecord) -> SetRecord:
    """A set as it was planned."""
    return replace(row, reps=row.planned_reps, seconds=row.planned_seconds, outcome=Outcome.DONE)


def nothing(row: SetRecord) -> SetRecord:
    """A set that was passed over."""
    return replace(row, outcome=Outcome.SKIPPED)


class Kept:
    """A store with a course, and short words for what is kept in it."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing at all."""
        self.store = Store.open(folder / "rehabtimer.db")

    def course(self, plan: Plan | None = None, *, weekdays: tuple[int, ...] = EVERY_DAY) -> Course:
        """Begin a course, by default on the first day."""
        changes = (PlanChange(since=DAY, weekdays=weekdays),)
        made = plan or Plan(started_on=DAY, changes=changes)
        course = Course(id=new_id(), programme="runners-knee", plan=made)
        self.store.courses.begin(course)
        return course

    def done(
        self, *days: int, doing: Doing = whole, chosen: Prescription | None = None, note: str = ""
    ) -> None:
        """Keep a session on each of some days."""
        prescription = chosen or small()
        for day in days:
            followed = self._followed(on(day))
            record = replace(session(stamp(on(day)), chosen=prescription), note=note)
            record = replace(record, programme=followed)
            rows = planned_sets(record.id, prescription)
            self.store.history.begin(record, [doing(row) for row in rows])

    def _followed(self, day: date) -> str:
        """The course of a day: the latest that had started by then, or the first."""
        known = self.store.courses.all()
        started = [course.id for course in known if course.plan.started_on <= day]
        return (started or [course.id for course in known[:1]] or [""])[-1]

    def pain(self, scores: dict[int, int], knee: Side = Side.LEFT) -> None:
        """Keep answers, by day."""
        self.store.diary.add_all(
            PainEntry(
                id=new_id(), when=stamp(on(day)), knee=knee, score=score, moment=Moment.MORNING
            )
            for day, score in scores.items()
        )

    def hurt(self, exercise: str, day: int, score: int | None, knee: Side = Side.LEFT) -> PainEntry:
        """Keep that an exercise hurt."""
        entry = PainEntry(
            id=new_id(),
            when=stamp(on(day)),
            knee=knee,
            score=score,
            moment=Moment.DURING,
            exercise=exercise,
        )
        self.store.diary.add(entry)
        return entry

    def moved(
        self,
        day: int,
        sport: Sport = Sport.RUNNING,
        minutes: int | None = None,
        metres: int | None = None,
        told: Sequence[int] = (),
    ) -> None:
        """Keep an activity, with what was told about it."""
        workout = Workout(
            id=new_id(), when=stamp(on(day)), sport=sport, minutes=minutes, metres=metres
        )
        answers = [
            PainEntry(
                id=new_id(),
                when=stamp(on(day)),
                knee=Side.LEFT,
                score=score,
                moment=Moment.EXTRA,
                workout=workout.id,
            )
            for score in told
        ]
        self.store.workouts.add(workout, answers)

    def affected(self, knee: Side) -> Settings:
        """The settings, with another knee that is affected."""
        return replace(self.store.preferences.settings(), affected=knee)

    def page(self, key: ChartKey, today: int, span: Span = Span.PROGRAMME) -> ChartPage:
        """A chart as it is on a day."""
        return read_chart(self.store, key, span, on(today))
