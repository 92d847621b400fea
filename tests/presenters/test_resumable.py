"""Where an unfinished session goes on."""

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionRecord, SessionStatus, SetRecord, planned_sets
from rehabtimer.core.timeline import compile_timeline
from rehabtimer.presenters.resumable import resume_point
from tests.support.builders import ten_exercises
from tests.support.histories import session

TEN = ten_exercises()


@pytest.fixture
def record() -> SessionRecord:
    return session(chosen=TEN)


def rows_of(record: SessionRecord, done: int = 0) -> list[SetRecord]:
    rows = planned_sets(record.id, record.prescription)
    return [replace(row, outcome=Outcome.DONE) for row in rows[:done]] + rows[done:]


def test_it_goes_on_at_the_very_rep(record: SessionRecord) -> None:
    timeline = compile_timeline(TEN)
    index = next(
        s.index
        for s in timeline
        if (s.exercise, s.side, s.set, s.rep) == ("straight-leg-lift", Side.RIGHT, 2, 7)
    )
    point = resume_point(replace(record, position=index), rows_of(record, done=9))
    assert point
    assert (point.session, point.exercise, point.side) == (
        record.id, "straight-leg-lift", Side.RIGHT,
    )  # fmt: skip
    assert (point.set, point.rep, point.reps) == (2, 7, 20)
    assert (point.sets_done, point.sets) == (9, 33)


def test_a_rest_leads_to_the_set_after_it(record: SessionRecord) -> None:
    timeline = compile_timeline(TEN)
    rest = next(s for s in timeline if s.exercise == "clam" and s.rep == 1 and not s.phase.is_work)
    point = resume_point(replace(record, position=rest.index), rows_of(record))
    assert point
    assert (point.exercise, point.set, point.rep, point.sets_done) == ("clam", 1, 1, 0)


@pytest.mark.parametrize("status", [SessionStatus.OPEN, SessionStatus.LEFT])
def test_cut_off_or_left_it_can_be_taken_up(record: SessionRecord, status: SessionStatus) -> None:
    assert resume_point(replace(record, status=status), rows_of(record, done=32))


def test_what_has_ended_is_over(record: SessionRecord) -> None:
    ended = replace(record, status=SessionStatus.ENDED)
    assert resume_point(ended, rows_of(record)) is None


def test_nothing_is_left_when_every_set_is_done(record: SessionRecord) -> None:
    assert resume_point(record, rows_of(record, done=33)) is None


def test_a_set_done_in_any_attempt_counts_once(record: SessionRecord) -> None:
    rows = rows_of(record, done=1)
    again = replace(rows[0], id="again", attempt=2, outcome=Outcome.PARTIAL)
    point = resume_point(record, [*rows, again])
    assert point
    assert point.sets_done == 1


def test_what_was_skipped_or_cut_short_is_not_done(record: SessionRecord) -> None:
    rows = rows_of(record)
    rows[0] = replace(rows[0], outcome=Outcome.SKIPPED)
    rows[1] = replace(rows[1], outcome=Outcome.PARTIAL)
    point = resume_point(record, rows)
    assert point
    assert point.sets_done == 0


def test_a_place_beyond_the_end_cannot_be_taken_up(record: SessionRecord) -> None:
    beyond = replace(record, position=len(compile_timeline(TEN)))
    assert resume_point(beyond, rows_of(record)) is None


def test_an_empty_session_cannot_be_taken_up(record: SessionRecord) -> None:
    empty = replace(record, prescription=replace(TEN, exercises=()))
    assert resume_point(empty, []) is None
