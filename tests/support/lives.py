"""Made-up histories with everything that makes counting hard: gaps, ties, pauses, flights."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from random import Random
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.records import (
    Course,
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Stamp,
    planned_sets,
)
from rehabtimer.core.schedule import Pause, Plan, PlanChange
from rehabtimer.storage.store import Store
from tests.support.builders import LEGS, lift, prescription, stretch

TODAY = date(2026, 7, 15)
DAY_START = timedelta(hours=4)
OFFSETS = (-10, -3.5, 0, 1, 5.75, 13)
CHOSEN = prescription(stretch(hold=7, sets=2, sides=LEGS), lift(reps=4, sets=2, sides=LEGS))


class Answer(NamedTuple):
    """An answer as the person gave it: by the clock on the wall, hours ahead of UTC."""

    wall: datetime
    ahead: float
    knee: Side
    score: int

    @property
    def day(self) -> date:
        """The date it counts for, reckoned plainly."""
        return (self.wall - DAY_START).date()


class Life(Struct, frozen=True, kw_only=True):
    """What somebody did: courses as begun, answers, and sessions with their sets, by date."""

    courses: tuple[Course, ...]
    answers: tuple[Answer, ...]
    sessions: tuple[tuple[date, SessionRecord, tuple[SetRecord, ...]], ...]

    def keep(self, store: Store) -> None:
        """Keep all of it."""
        for course in self.courses:
            store.courses.begin(course)
        store.history.begin_all((record, rows) for _day, record, rows in self.sessions)
        store.diary.add_all(
            PainEntry(
                id=f"answer-{number}",
                when=_stamp(answer.wall, answer.ahead),
                knee=answer.knee,
                score=answer.score,
                moment=Moment.EXTRA,
            )
            for number, answer in enumerate(self.answers)
        )


def make_life(seed: int) -> Life:
    """Make up a life up to today, the same for the same seed."""
    dice = Random(seed)
    courses = tuple(_courses(dice))
    first = courses[0].plan.started_on - timedelta(days=dice.choice((0, 0, 3, 20)))
    days = [first + timedelta(days=n) for n in range((TODAY - first).days + 1)]
    return Life(
        courses=courses,
        answers=tuple(_answers(dice, days)),
        sessions=tuple(_sessions(dice, days, courses)),
    )


def _courses(dice: Random) -> list[Course]:
    ago = dice.choice((0, 1, 6, 13, 20, 41, 42, 60))
    starts = [TODAY - timedelta(days=ago)]
    if dice.random() < 0.5:
        starts.insert(0, starts[0] - timedelta(days=dice.choice((10, 42, 50))))
    return [
        Course(id=f"course-{number}", programme="runners-knee", plan=_plan(dice, start))
        for number, start in enumerate(starts)
    ]


def _plan(dice: Random, start: date) -> Plan:
    weekdays = dice.choice(((1, 2, 3, 4, 5, 6, 7), (1, 3, 5), (2,)))
    changes = [PlanChange(since=start, weekdays=weekdays)]
    if dice.random() < 0.3:
        changes.append(PlanChange(since=start + timedelta(days=9), weekdays=(6, 7)))
    return Plan(started_on=start, changes=tuple(changes), pauses=_pauses(dice, start))


def _pauses(dice: Random, start: date) -> tuple[Pause, ...]:
    if dice.random() < 0.5 or start + timedelta(days=6) > TODAY:
        return ()
    since = start + timedelta(days=3)
    first = Pause(since=since, until=since + timedelta(days=dice.choice((0, 6))))
    if dice.random() < 0.5 or start + timedelta(days=12) > TODAY:
        return (first,)
    return first, Pause(since=start + timedelta(days=12))


def _answers(dice: Random, days: list[date]) -> list[Answer]:
    """None, one, two, every day, now and then; all scores alike in some lives."""
    share, only = dice.choice((0.0, 0.3, 0.8, 1.0)), dice.choice((None, None, None, 4))
    asked = dice.sample(days, min(len(days), dice.choice((0, 1, 2)))) if share == 0 else days
    found = []
    for day in asked:
        if share and dice.random() > share:
            continue
        for _answer in range(dice.choice((1, 1, 2, 3))):
            hour = dice.choice((0, 3, 4, 8, 12, 23))  # the small hours belong to the day before
            wall = datetime.combine(day, time(hour, 30)) + timedelta(days=hour < 4)
            score = dice.randint(0, 10) if only is None else only
            knee = dice.choice((*LEGS, Side.LEFT, Side.LEFT, Side.BOTH))
            found.append(Answer(wall, dice.choice(OFFSETS), knee, score))
    return found


def _sessions(
    dice: Random, days: list[date], courses: Sequence[Course]
) -> list[tuple[date, SessionRecord, tuple[SetRecord, ...]]]:
    share, found = dice.choice((0.0, 0.5, 0.95)), []
    for day in days:
        for number in range((dice.random() < share) + (dice.random() < 0.05)):
            identity = f"{day}-{number}"
            begun = _stamp(datetime.combine(day, time(9 + number)), dice.choice(OFFSETS))
            started = [course for course in courses if course.plan.started_on <= day]
            record = _record(identity, (started or courses[:1])[-1].id, begun, CHOSEN)
            found.append((day, record, tuple(_rows(dice, identity))))
    return found


def _record(identity: str, course: str, begun: Stamp, chosen: Prescription) -> SessionRecord:
    return SessionRecord(
        id=identity,
        programme=course,
        started=begun,
        ended_at=begun.at + timedelta(minutes=20),
        status=SessionStatus.LEFT,
        prescription=chosen,
        position=0,
    )


def _rows(dice: Random, session: str) -> list[SetRecord]:
    """Whole, in part, or nothing at all; some sets were done again."""
    kind, found = dice.choice(("whole", "whole", "part", "nothing")), []
    for row in planned_sets(session, CHOSEN):
        named = replace(row, id=f"{session}-{row.order}")
        is_done = kind == "whole" or (kind == "part" and dice.random() < 0.5)
        first = _attempt(dice, named, is_done=is_done)
        found.append(first)
        if dice.random() < 0.1:
            again = replace(named, id=f"{named.id}-again", attempt=2)
            found.append(_attempt(dice, again, is_done=is_done or dice.random() < 0.5))
    return found


def _attempt(dice: Random, row: SetRecord, *, is_done: bool) -> SetRecord:
    if is_done:
        return replace(
            row, reps=row.planned_reps, seconds=row.planned_seconds, outcome=Outcome.DONE
        )
    reps = dice.randrange(row.planned_reps)
    held = row.planned_seconds / row.planned_reps * reps
    return replace(row, reps=reps, seconds=held, outcome=Outcome.PARTIAL)


def _stamp(wall: datetime, ahead: float) -> Stamp:
    return Stamp.of(wall.replace(tzinfo=timezone(timedelta(hours=ahead))), 4)
