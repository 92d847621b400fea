"""What `rehabtimer status` says: where the programme stands, without changing anything."""

from datetime import date, datetime

from msgspec import Struct

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.records import (
    Course,
    SessionRecord,
    SessionStatus,
    SetRecord,
    best_attempts,
)
from rehabtimer.core.schedule import DAYS_A_WEEK, training_day
from rehabtimer.core.text import _
from rehabtimer.presenters.resumable import ResumePoint, resume_point
from rehabtimer.presenters.skipped import Skipped, skipped_exercises, skipped_text
from rehabtimer.presenters.wording import date_text, knee_text, side_text
from rehabtimer.storage.store import Store


class LastSession(Struct, frozen=True, kw_only=True):
    """The latest session; `seconds` is time of work without any pauses, as the records add up."""

    id: str
    date: date
    status: SessionStatus
    sets_done: int
    sets_planned: int
    reps: int
    hold_seconds: float
    seconds: float
    speed: float


class Resumable(Struct, frozen=True, kw_only=True):
    """Where today's unfinished session would go on, and how many of all its sets are done."""

    session: str
    exercise: str
    side: Side
    set: int
    rep: int
    sets_done: int
    sets: int


class Status(Struct, frozen=True, kw_only=True):
    """Everything that `status --json` prints; nothing is known where there is no history yet."""

    programme: str | None = None
    day: int | None = None
    days: int | None = None
    week: int | None = None
    affected: Side | None = None
    planned_today: bool | None = None
    last_session: LastSession | None = None
    resumable: Resumable | None = None
    skipped: tuple[Skipped, ...] = ()
    demo: bool = False


def read_status(store: Store, course: Course, programme: Programme, now: datetime) -> Status:
    """Return how a person's programme stands at a moment; only reads."""
    settings = store.preferences.settings()
    today = training_day(now, settings.day_start)
    point = _resumable(store, today)
    return Status(
        programme=programme.id,
        day=course.plan.day(today),
        days=course.plan.days,
        week=course.plan.week(today),
        affected=settings.affected,
        planned_today=course.plan.is_planned(today),
        last_session=_last_session(store),
        resumable=point,
        skipped=skipped_exercises(programme, course),
        demo=store.preferences.demo(),
    )
