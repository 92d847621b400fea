"""What is kept of what happened."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Attempt, Outcome, Tally
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.records import (
    Course,
    PainEntry,
    SessionDay,
    SetRecord,
    Stamp,
    best_attempts,
    new_id,
    planned_sets,
)
from rehabtimer.core.schedule import Plan
from rehabtimer.core.timeline import SetKey
from tests.support.builders import LEGS, lift, prescription, stretch, ten_exercises

PLANNED = planned_sets("session", prescription(lift(reps=4, hold=3, sets=2), stretch(sides=LEGS)))
FIRST = PLANNED[0]


def tried(row: SetRecord, attempt: int, reps: int, outcome: Outcome | None) -> SetRecord:
    return replace(
        row, id=new_id(), attempt=attempt, reps=reps, seconds=2.0 * reps, outcome=outcome
    )


def test_a_stamp_knows_what_the_clock_on_the_wall_said() -> None:
    moment = datetime(2026, 3, 2, 1, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    stamp = Stamp.of(moment, 4)
    assert stamp.local == moment
    assert (stamp.local.hour, stamp.local.minute) == (1, 30)
    assert stamp.day == date(2026, 3, 1)


def test_every_key_is_a_new_uuid() -> None:
    one, other = new_id(), new_id()

    assert one != other
    assert str(UUID(one)) == one


# ------------------------------------------------------------------ stamps


@pytest.mark.parametrize(
    "hours, minutes, offset, day",
    [(2, 0, 120, 10), (-3, -30, -210, 9), (5, 45, 345, 10), (0, 0, 0, 9), (14, 0, 840, 10)],
)
def test_a_stamp_keeps_utc_offset_and_the_date_it_counts_for(
    hours: int, minutes: int, offset: int, day: int
) -> None:
    zone = timezone(timedelta(hours=hours, minutes=minutes))
    moment = datetime(2026, 3, 10, 2, 30, tzinfo=UTC).astimezone(zone)

    stamp = Stamp.of(moment, day_start=4)

    assert stamp == Stamp(at=moment, offset=offset, day=date(2026, 3, day))
    assert stamp.at.tzinfo is UTC


def test_a_stamp_knows_its_hour_of_beginning() -> None:
    moment = datetime(2026, 3, 10, 2, 30, tzinfo=UTC)

    days = [Stamp.of(moment, day_start).day for day_start in (0, 2, 3)]

    assert days == [date(2026, 3, 10), date(2026, 3, 10), date(2026, 3, 9)]


# ------------------------------------------------------------------ sets


def test_every_set_is_planned_in_order() -> None:
    assert [(row.order, row.key) for row in PLANNED] == [
        (0, SetKey("lift", Side.LEFT, 1)),
        (1, SetKey("lift", Side.LEFT, 2)),
        (2, SetKey("stretch", Side.LEFT, 1)),
        (3, SetKey("stretch", Side.RIGHT, 1)),
    ]
    assert len({row.id for row in PLANNED}) == 4
    assert {(row.session, row.attempt, row.outcome) for row in PLANNED} == {("session", 1, None)}


def test_a_planned_set_knows_its_dose() -> None:
    moving, still = PLANNED[0], PLANNED[-1]

    assert (moving.moving, moving.planned_reps, moving.planned_seconds) == (True, 4, 12)
    assert (still.moving, still.planned_reps, still.planned_seconds) == (False, 1, 15)
    assert (moving.reps, moving.seconds) == (0, 0)


def test_a_session_of_real_size_has_33_rows() -> None:
    rows = planned_sets("session", ten_exercises())

    assert len(rows) == 33
    assert sum(row.planned_seconds for row in rows) == 705
    assert sum(row.planned_reps for row in rows if row.moving) == 200


def test_a_row_is_taken_up_again_as_an_attempt() -> None:
    row = tried(FIRST, 2, 3, Outcome.PARTIAL)

    assert row.attempted == Attempted(Attempt(FIRST.key, 2), Tally(3, 6.0), Outcome.PARTIAL)


# ------------------------------------------------------------------ the best of several attempts


@pytest.mark.parametrize(
    "one, other, best",
    [
        ((4, Outcome.DONE), (0, Outcome.SKIPPED), 1),
        ((1, Outcome.PARTIAL), (3, Outcome.PARTIAL), 2),
        ((3, Outcome.PARTIAL), (2, Outcome.DONE), 2),
        ((0, Outcome.SKIPPED), (0, None), 1),
        ((2, Outcome.PARTIAL), (1, None), 1),
    ],
)
def test_the_attempt_that_came_furthest_counts(
    one: tuple[int, Outcome | None], other: tuple[int, Outcome | None], best: int
) -> None:
    rows = [tried(FIRST, 1, *one), tried(FIRST, 2, *other)]

    assert [row.attempt for row in best_attempts(rows)] == [best]
    # ... whatever the order in which they come, unless they are equally good.
    if one[0] != other[0]:
        assert [row.attempt for row in best_attempts(rows[::-1])] == [best]


def test_a_stretch_that_was_held_longer_counts() -> None:
    row = PLANNED[2]
    short, long = (
        replace(row, attempt=n, seconds=float(4 * n), outcome=Outcome.PARTIAL) for n in (1, 2)
    )

    assert best_attempts([short, long]) == [long]


def test_one_row_a_set_in_the_order_of_the_session() -> None:
    """A set that was done over at the end stands where it was planned."""
    over = replace(tried(FIRST, 2, 4, Outcome.DONE), order=99)

    rows = best_attempts([*PLANNED[::-1], over])

    assert rows == [over, *PLANNED[1:]]


def test_nothing_has_no_best() -> None:
    assert best_attempts([]) == []


# ------------------------------------------------------------------ the rest


@pytest.mark.parametrize(
    "planned, done, full", [(33, 33, True), (33, 34, True), (33, 32, False), (0, 0, False)]
)
def test_a_full_day(planned: int, done: int, full: bool) -> None:
    assert SessionDay(date(2026, 3, 10), planned, done).is_full is full


def test_choices_by_exercise() -> None:
    clam = Choice(exercise="clam", on=False)
    course = Course(
        id="course", programme="test", plan=Plan(started_on=date(2026, 1, 1)), choices=(clam,)
    )

    assert course.by_exercise == {"clam": clam}


@pytest.mark.parametrize("score", [-1, 11])
def test_pain_goes_from_0_to_10(score: int) -> None:
    stamp = Stamp.of(datetime(2026, 3, 10, 8, tzinfo=UTC), 4)
    entry = PainEntry(id="id", when=stamp, knee=Side.LEFT, score=score, moment=Moment.BEFORE)

    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(msgspec.to_builtins(entry), PainEntry)
