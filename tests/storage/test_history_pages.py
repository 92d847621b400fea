"""Sessions as the History lists them, and as they are put right, added and taken away by hand."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.records import (
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Source,
    new_id,
    planned_sets,
)
from rehabtimer.storage.store import Store
from tests.support.histories import DAY, done, pain, session, stamp

WHEN = datetime(2026, 3, 4, 9, tzinfo=UTC)
ALWAYS = (None, date.max)


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store


def kept(store: Store, day: date, *outcomes: Outcome | None, hour: int = 7) -> SessionRecord:
    """A session of which so many sets ended so."""
    record = session(stamp(day, hour), status=SessionStatus.LEFT)
    rows = planned_sets(record.id, record.prescription)
    ends = (*outcomes, *[None] * len(rows))
    made = [
        done(row) if end is Outcome.DONE else replace(row, outcome=end)
        for row, end in zip(rows, ends, strict=False)
    ]
    store.history.begin(record, made)
    return record


def told(record: SessionRecord, score: int, note: str = "") -> PainEntry:
    return replace(pain(score, moment=Moment.AFTER), session=record.id, note=note)


def state(
    store: Store, identity: str
) -> tuple[SessionRecord | None, list[SetRecord], list[PainEntry]]:
    history = store.history
    return history.session(identity), history.sets(identity), store.diary.of_session(identity)


def test_a_line_counts_what_was_planned_and_done(store: Store) -> None:
    record = kept(store, DAY, Outcome.DONE, Outcome.DONE, Outcome.SKIPPED)
    (line,) = store.past.latest(5)
    assert (line.id, line.started, line.status) == (record.id, record.started, record.status)
    assert (line.planned, line.done, line.begun, line.is_full) == (4, 2, True, False)


def test_a_set_that_was_done_twice_counts_once(store: Store) -> None:
    record = kept(store, DAY, *[Outcome.DONE] * 4)
    rows = store.history.sets(record.id)
    store.history.change(record, [*rows, replace(rows[0], id=new_id(), attempt=2)])
    (line,) = store.past.between(DAY, DAY)
    assert (line.planned, line.done, line.is_full) == (4, 4, True)


def test_nothing_done_is_not_begun(store: Store) -> None:
    kept(store, DAY)
    assert not store.past.latest(1)[0].begun


def test_a_session_without_sets_is_no_full_one(store: Store) -> None:
    store.history.begin(session(status=SessionStatus.LEFT), [])
    (line,) = store.past.latest()
    assert (line.planned, line.done, line.is_full) == (0, 0, False)


def test_the_latest_come_first_and_are_as_many_as_asked_for(store: Store) -> None:
    days = [DAY + timedelta(days=n) for n in (2, 0, 1)]
    for day in days:
        kept(store, day)
    kept(store, DAY, hour=19)
    assert [line.started.day for line in store.past.latest(3)] == [*sorted(days)[:0:-1], DAY]
    assert [line.started.local.hour for line in store.past.latest()][2:] == [19, 7]
    assert [line.started.local.hour for line in store.past.between(DAY, DAY)] == [7, 19]


def test_words_are_exercises_and_notes_of_answers(store: Store) -> None:
    record, other = kept(store, DAY), kept(store, DAY)
    store.diary.add_all((told(record, 3, "Stairs after"), told(record, 2), pain(1)))
    words = store.past.words()
    assert words[record.id].exercises == {"stretch", "lift"}
    assert words[record.id].notes == ("Stairs after",)
    assert words[other.id].notes == ()


def test_a_session_is_put_in_place_with_its_answers(store: Store) -> None:
    record = kept(store, DAY, Outcome.DONE)
    first, second = told(record, 3), told(record, 4)
    store.diary.add_all((first, second))
    changed = replace(record, note="Late", edited_at=WHEN)
    rows = [done(row) for row in store.history.sets(record.id)]
    answers = [replace(first, score=5, edited_at=WHEN), told(record, 1)]
    store.past.put(changed, rows, answers)
    found, sets, kept_answers = state(store, record.id)
    assert (found, sets) == (changed, rows)
    assert {entry.score for entry in kept_answers} == {5, 1}
    assert store.diary.entry(second.id) is None


def test_a_session_that_was_never_kept_is_added(store: Store) -> None:
    record = replace(session(status=SessionStatus.ENDED), source=Source.ADDED, edited_at=WHEN)
    rows = [done(row) for row in planned_sets(record.id, record.prescription)]
    answer = told(record, 2)
    store.past.put(record, rows, [answer])
    assert state(store, record.id) == (record, rows, [answer])
    store.past.take_back(record.id)
    assert state(store, record.id) == (None, [], [])
    assert store.diary.entries(*ALWAYS) == []
    store.past.take_back(record.id)


def test_nothing_is_half_put(store: Store) -> None:
    record = kept(store, DAY, Outcome.DONE)
    before, rows = state(store, record.id), store.history.sets(record.id)
    broken = replace(told(record, 2), score=None)
    with pytest.raises(IntegrityError):
        store.past.put(replace(record, note="New"), rows, [broken])
    assert state(store, record.id) == before
