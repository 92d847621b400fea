"""Sessions that are changed under way, and put back; and what they come to by exercise."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.events import Attempt, Outcome, SetEnded, SetStarted, Tally
from rehabtimer.core.programme import Side
from rehabtimer.core.records import ExerciseDay, SessionRecord, SetRecord, new_id, planned_sets
from rehabtimer.core.timeline import SetKey
from rehabtimer.storage.history import History
from tests.support.builders import LEGS, lift, prescription, stretch
from tests.support.histories import DAY, begun, done, session, stamp

LIFT = SetKey("lift", Side.LEFT, 1)
SHORTER = prescription(stretch(hold=4, sets=2), lift(reps=1, sets=1))


def kept(history: History, record: SessionRecord) -> SessionRecord:
    found = history.session(record.id)
    assert found
    return found


def test_a_change_under_way_is_kept_with_what_happened(history: History) -> None:
    record = begun(history)
    planned = history.sets(record.id)
    ended = SetEnded(Attempt(LIFT), Tally(1, 2.0), Outcome.SKIPPED)
    history.keep(record.id, [ended], 5, stamp(hour=8), SHORTER)
    found = kept(history, record)
    assert (found.prescription, found.position) == (SHORTER, 5)
    after = {row.key: row for row in history.sets(record.id)}
    assert after[LIFT].outcome is Outcome.SKIPPED
    assert [after[row.key].planned_reps for row in planned] == [row.planned_reps for row in planned]


def test_a_change_alone_is_kept_too(history: History) -> None:
    record = begun(history)
    history.keep(record.id, [], 3, stamp(hour=8), SHORTER)
    found = kept(history, record)
    assert (found.prescription, found.position) == (SHORTER, 3)


def test_a_change_with_an_event_of_nobody_is_not_kept(history: History) -> None:
    record = begun(history)
    stranger = SetEnded(Attempt(SetKey("clam", Side.LEFT, 1)), Tally(1, 2.0), Outcome.DONE)
    with pytest.raises(LookupError):
        history.keep(record.id, [stranger], 3, stamp(hour=8), SHORTER)
    assert kept(history, record) == record


def changed(history: History) -> tuple[SessionRecord, list[SetRecord]]:
    """A session with a set that was done twice, and its record and rows from before."""
    record = begun(history)
    rows = history.sets(record.id)
    first, again = Attempt(LIFT), Attempt(LIFT, 2)
    history.keep(record.id, [SetEnded(first, Tally(1, 2.0), Outcome.PARTIAL)], 4, stamp(hour=8))
    history.keep(record.id, [SetStarted(again)], 2, stamp(hour=8), SHORTER)
    history.leave(record.id, stamp(hour=9))
    return record, rows


def test_a_session_can_be_put_back_as_it_was(history: History) -> None:
    other = begun(history)
    record, rows = changed(history)
    assert len(history.sets(record.id)) == len(rows) + 1
    history.change(record, rows)
    assert kept(history, record) == record
    assert history.sets(record.id) == rows
    assert kept(history, other) == other
    assert history.sets(other.id)


def test_putting_back_a_session_is_all_or_nothing(history: History) -> None:
    record, rows = changed(history)
    before, attempts = kept(history, record), history.sets(record.id)
    broken = [*rows[:-1], replace(rows[-1], reps=-1)]
    with pytest.raises(IntegrityError):
        history.change(record, broken)
    assert kept(history, record) == before
    assert history.sets(record.id) == attempts


# ------------------------------------------------------------------ by exercise and by course


def on(days: int, *rows: SetRecord, history: History) -> None:
    """Keep a session of two legs, with these rows in the place of the planned ones."""
    chosen = prescription(lift(reps=4, sets=1, sides=LEGS), stretch(hold=10))
    record = session(stamp(DAY + timedelta(days=days)), chosen=chosen)
    known = {(row.key, row.attempt): row for row in planned_sets(record.id, chosen)}
    known |= {(row.key, row.attempt): row for row in rows}
    history.begin(record, [replace(r, id=new_id(), session=record.id) for r in known.values()])


def planned(side: Side = Side.LEFT) -> SetRecord:
    chosen = prescription(lift(reps=4, sets=1, sides=LEGS))
    return next(row for row in planned_sets("", chosen) if row.side is side)


def day(days: int, reps: int, seconds: float, sets: int = 2) -> ExerciseDay:
    return ExerciseDay(
        day=DAY + timedelta(days=days),
        planned_reps=4 * sets,
        reps=reps,
        planned_seconds=8.0 * sets,
        seconds=seconds,
    )


def test_an_exercise_that_was_never_planned_has_no_days(history: History) -> None:
    on(0, history=history)
    assert history.exercise_days("clam") == []


def test_each_day_counts_what_was_planned_and_done(history: History) -> None:
    on(3, done(planned()), done(planned(Side.RIGHT)), history=history)
    on(0, done(planned()), history=history)
    on(1, history=history)
    assert history.exercise_days("lift") == [day(0, 4, 8.0), day(1, 0, 0.0), day(3, 8, 16.0)]


def test_the_best_attempt_at_a_set_counts_once(history: History) -> None:
    short = replace(planned(), reps=1, seconds=2.0, outcome=Outcome.PARTIAL)
    again = replace(planned(), attempt=2, reps=3, seconds=6.0, outcome=Outcome.PARTIAL)
    on(0, short, again, history=history)
    assert history.exercise_days("lift") == [day(0, 3, 6.0)]


def test_two_sessions_of_a_day_add_up(history: History) -> None:
    for _ in range(2):
        on(0, done(planned()), history=history)
    assert history.exercise_days("lift") == [day(0, 8, 16.0, sets=4)]


def test_the_first_day_of_a_programme_is_that_of_its_first_session(history: History) -> None:
    assert history.first_day("runners-knee") is None
    on(3, history=history)
    on(1, history=history)
    assert history.first_day("runners-knee") == DAY + timedelta(days=1)
    assert history.first_day("own") is None


def test_amounts_by_exercise_and_side(history: History) -> None:
    record = begun(history)
    sides = history.amounts(None, DAY)
    assert {(found.day, found.reps, found.seconds) for found in sides} == {(DAY, 0, 0.0)}
    planned: dict[tuple[str, Side], tuple[int, float]] = {}
    for row in history.sets(record.id):
        reps, seconds = planned.get((row.exercise, row.side), (0, 0.0))
        both = reps + row.planned_reps, seconds + row.planned_seconds
        planned[row.exercise, row.side] = both
    assert {
        (found.exercise, found.side): (found.planned_reps, found.planned_seconds) for found in sides
    } == planned
    assert {found.exercise: found.moving for found in sides} == {"stretch": False, "lift": True}
    assert history.amounts(DAY + timedelta(days=1), DAY + timedelta(days=9)) == []


def test_the_best_attempt_at_a_set_counts_as_an_amount(history: History) -> None:
    record, _rows = changed(history)
    history.keep(record.id, [SetEnded(Attempt(LIFT, 2), Tally(3, 6.0), Outcome.DONE)], 3, stamp())
    found = history.amounts(DAY, DAY)
    lifts = [each for each in found if (each.exercise, each.side) == (LIFT.exercise, LIFT.side)]
    assert [(each.reps, each.seconds) for each in lifts] == [(3, 6.0)]
