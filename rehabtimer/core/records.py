"""What is kept of what happened; frozen, and free of how it is stored."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from uuid import uuid4

from msgspec import Struct

from rehabtimer.core.events import Attempt, Outcome, Tally
from rehabtimer.core.pain import Activity, Decision, Moment, Score
from rehabtimer.core.prescription import Choice, OffReason, Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.schedule import Plan, training_day
from rehabtimer.core.timeline import SetKey, compile_timeline


def new_id() -> str:
    """Return a fresh key; made here and not by the database, so that inserts can be repeated."""
    return str(uuid4())


class Stamp(Struct, frozen=True, kw_only=True):
    """A moment as it is kept: UTC, the offset in minutes, and the date it counts for, for good."""

    at: datetime
    offset: int
    day: date

    @classmethod
    def of(cls, moment: datetime, day_start: int) -> "Stamp":
        """Freeze a moment that carries its local offset."""
        minutes = (moment.utcoffset() or timedelta()) // timedelta(minutes=1)
        return cls(at=moment.astimezone(UTC), offset=minutes, day=training_day(moment, day_start))

    @property
    def local(self) -> datetime:
        """The moment as the clock on the wall had it."""
        return self.at.astimezone(timezone(timedelta(minutes=self.offset)))


class SessionStatus(StrEnum):
    """Where a session stands: cut off, left by the person, or gone through to its end."""

    OPEN = "open"
    LEFT = "left"
    ENDED = "ended"


class Source(StrEnum):
    """How a session came to be kept: timed as it was done, or added by hand afterwards."""

    TIMED = "timed"
    ADDED = "added"


class SessionRecord(Struct, frozen=True, kw_only=True):
    """One session; `position` is the index of the step at which it would be taken up again.

    `edited_at` is when it was last changed by hand, None if it never was.
    """

    id: str
    programme: str
    started: Stamp
    ended_at: datetime | None
    status: SessionStatus
    prescription: Prescription
    position: int
    speed: float = 1.0
    note: str = ""
    source: Source = Source.TIMED
    edited_at: datetime | None = None


class SetRecord(Struct, frozen=True, kw_only=True):
    """One attempt at one set: reps and seconds of holding, planned and real."""

    id: str
    session: str
    order: int
    exercise: str
    side: Side
    set: int
    attempt: int
    moving: bool
    planned_reps: int
    reps: int
    planned_seconds: float
    seconds: float
    outcome: Outcome | None  # None: planned, or under way

    @property
    def key(self) -> SetKey:
        """The set that this is an attempt at."""
        return SetKey(self.exercise, self.side, self.set)

    @property
    def attempted(self) -> Attempted:
        """The row as a session machine takes it up again."""
        attempt = Attempt(self.key, self.attempt)
        return Attempted(attempt, Tally(self.reps, self.seconds), self.outcome)


class PainEntry(Struct, frozen=True, kw_only=True):
    """One answer about one knee, 0 to 10.

    What hurt during a session has its place there, and what was chosen; it may be without a score.
    `locking` stands for swelling, locking or giving way. An answer about another activity names its
    `workout`. `edited_at` is when it was last changed by hand, None if it never was.
    """

    id: str
    when: Stamp
    knee: Side
    score: Score | None
    moment: Moment
    session: str | None = None
    exercise: str | None = None
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    note: str = ""
    sharp: bool = False
    locking: bool = False
    decision: Decision | None = None
    activity: Activity | None = None
    workout: str | None = None
    edited_at: datetime | None = None


class Reach(StrEnum):
    """How far a skip goes."""

    SIDE = "side"  # one side, today
    TODAY = "today"
    UNTIL = "until"  # a date, on which the exercise comes back by itself
    OPEN = "open"  # until the person turns it on


class Skip(Struct, frozen=True, kw_only=True):
    """An exercise, or one side of it, that was skipped from a moment on.

    `side` is the one that hurt. `until` is the date on which it comes back, for that reach only;
    `tried_on` the one on which it was tried again. How that went is in the records from then on.
    """

    id: str
    when: Stamp
    course: str
    exercise: str
    side: Side | None = None
    score: Score | None = None
    reason: OffReason
    reach: Reach
    session: str | None = None
    until: date | None = None
    tried_on: date | None = None

    @property
    def lasts(self) -> bool:
        """Whether it goes beyond its day."""
        return self.reach in (Reach.UNTIL, Reach.OPEN)


class ExerciseDay(Struct, frozen=True, kw_only=True):
    """What was planned and done of one exercise on one day, over all its sets."""

    day: date
    planned_reps: int
    reps: int
    planned_seconds: float
    seconds: float


class Amount(Struct, frozen=True, kw_only=True):
    """What was planned and done of one exercise with one side on one day; seconds of holding."""

    day: date
    exercise: str
    side: Side
    moving: bool
    planned_reps: int
    reps: int
    planned_seconds: float
    seconds: float


class DailyPain(Struct, frozen=True):
    """The worst pain of one knee on one day."""

    day: date
    knee: Side
    score: Score


class SessionDay(Struct, frozen=True):
    """How much of its planned sets a day's fullest session came to."""

    day: date
    planned: int
    done: int

    @property
    def is_full(self) -> bool:
        """Whether every planned set was done."""
        return self.done >= self.planned > 0


class Course(Struct, frozen=True, kw_only=True):
    """A programme that the user follows, with its plan and the choices that hold now.

    `order` has exercise ids in the person's own order; what it does not name follows in the
    programme's.
    """

    id: str
    programme: str
    plan: Plan
    choices: tuple[Choice, ...] = ()
    order: tuple[str, ...] = ()

    @property
    def by_exercise(self) -> dict[str, Choice]:
        """The choices by exercise id."""
        return {choice.exercise: choice for choice in self.choices}


def planned_sets(session: str, prescription: Prescription) -> list[SetRecord]:
    """Return one row a set, in order, with nothing done yet."""
    timeline = compile_timeline(prescription)
    moving = {item.exercise: item.moving for item in prescription.exercises}
    holds = {item.exercise: item.hold for item in prescription.exercises}
    return [
        SetRecord(
            id=new_id(),
            session=session,
            order=order,
            exercise=step.exercise,
            side=step.side,
            set=step.set,
            attempt=1,
            moving=moving[step.exercise],
            planned_reps=step.reps,
            reps=0,
            planned_seconds=step.reps * holds[step.exercise],
            seconds=0.0,
            outcome=None,
        )
        for order, step in enumerate(step for step in timeline if step.ends_set)
    ]


def best_attempts(rows: list[SetRecord]) -> list[SetRecord]:
    """Return one row a set, the attempt that came furthest, in the order of the session."""
    best: dict[SetKey, SetRecord] = {}
    for row in sorted(rows, key=lambda row: row.order):
        known = best.get(row.key)
        if known is None or _worth(row) > _worth(known):
            best[row.key] = row
    return list(best.values())


def _worth(row: SetRecord) -> tuple[bool, int, float]:
    return row.outcome is Outcome.DONE, row.reps, row.seconds
