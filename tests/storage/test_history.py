import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.errors import UserError
from rehabtimer.core.events import (
    Attempt,
    Event,
    Outcome,
    Paused,
    PauseReason,
    RepEnded,
    Resumed,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepEnded,
    StepOutcome,
    StepStarted,
    Tally,
)
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionDay, SessionStatus, SetRecord, planned_sets
from rehabtimer.core.timeline import SetKey, compile_timeline
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from rehabtimer.storage.keeping import worth_keeping
from tests.support.builders import ten_exercises
from tests.support.histories import DAY, begun, done, session, small, stamp

STRETCH = SetKey("stretch", Side.LEFT, 1)
LIFT = SetKey("lift", Side.LEFT, 2)
LATER = stamp(hour=8)
FOREVER = date(9999, 12, 31)


def find(history: History, session: str, key: SetKey, attempt: int = 1) -> SetRecord:
    (row,) = (r for r in history.sets(session) if (r.key, r.attempt) == (key, attempt))
    return row


def test_a_session_comes_back_as_it_was_kept(history: History) -> None:
    record = session(stamp(offset=-210), chosen=ten_exercises())
    record = replace(record, position=3, speed=60.0, note="Knee is fine – ça va")
    rows = planned_sets(record.id, record.prescription)
    history.begin(record, rows)
    assert history.session(record.id) == record
    assert history.sets(record.id) == rows
    assert len(rows) == 33


def test_beginning_twice_changes_nothing(history: History) -> None:
    record = session()
    rows = planned_sets(record.id, record.prescription)
    history.begin(record, rows)
    history.begin(replace(record, note="again"), planned_sets(record.id, record.prescription))
    assert history.session(record.id) == record
    assert history.sets(record.id) == rows


def test_a_session_without_sets_can_be_kept(history: History) -> None:
    record = session()
    history.begin(record, [])
    assert history.sets(record.id) == []
    assert history.session_days(None, FOREVER) == [SessionDay(DAY, 0, 0)]


def test_what_was_never_kept_is_not_there(history: History) -> None:
    assert history.session("nobody") is None
    assert history.sets("nobody") == []
    assert history.resumable(DAY) is None
    assert history.sessions(None, FOREVER) == []
    assert history.session_days(None, FOREVER) == []


def test_a_rep_is_kept_with_where_to_go_on(history: History) -> None:
    record = begun(history)
    history.keep(record.id, [RepEnded(Attempt(LIFT), Tally(2, 3.5))], 7, LATER)
    row = find(history, record.id, LIFT)
    assert (row.reps, row.seconds, row.outcome) == (2, 3.5, None)
    kept = history.session(record.id)
    assert kept
    assert kept.position == 7


def test_an_older_rep_does_not_take_a_newer_one_back(history: History) -> None:
    record = begun(history)
    history.keep(record.id, [RepEnded(Attempt(LIFT), Tally(2, 3.5))], 7, LATER)
    history.keep(record.id, [RepEnded(Attempt(LIFT), Tally(1, 1.5))], 7, LATER)
    assert find(history, record.id, LIFT).reps == 2


def test_a_set_that_ended_stays_as_it_is(history: History) -> None:
    record = begun(history)
    ended = SetEnded(Attempt(LIFT), Tally(2, 4.0), Outcome.PARTIAL)
    history.keep(record.id, [ended], 7, LATER)
    before = find(history, record.id, LIFT)
    later: list[Event] = [
        RepEnded(Attempt(LIFT), Tally(3, 6.0)),
        SetEnded(Attempt(LIFT), Tally(3, 6.0), Outcome.DONE),
        SetEnded(Attempt(LIFT), Tally(), Outcome.SKIPPED),
    ]
    for event in later:
        history.keep(record.id, [event], 8, LATER)
        assert find(history, record.id, LIFT) == before


def test_a_set_that_is_done_over_gets_a_row_of_its_own(history: History) -> None:
    record = begun(history)
    first, second = Attempt(LIFT), Attempt(LIFT, 2)
    history.keep(record.id, [SetEnded(first, Tally(1, 2.0), Outcome.PARTIAL)], 7, LATER)
    history.keep(record.id, [SetStarted(second)], 5, LATER)
    planned = find(history, record.id, LIFT)
    fresh = find(history, record.id, LIFT, 2)
    assert fresh == replace(planned, id=fresh.id, attempt=2, reps=0, seconds=0.0, outcome=None)
    assert fresh.id != planned.id
    history.keep(record.id, [SetEnded(second, Tally(3, 6.0), Outcome.DONE)], 7, LATER)
    assert find(history, record.id, LIFT) == planned
    assert find(history, record.id, LIFT, 2).outcome is Outcome.DONE


@pytest.mark.parametrize(
    "event",
    [
        SetEnded(Attempt(LIFT, 3), Tally(2, 1.0), Outcome.SKIPPED),
        RepEnded(Attempt(LIFT, 3), Tally(2, 1.0)),
    ],
)
def test_an_attempt_whose_start_was_not_kept_is_kept(history: History, event: Event) -> None:
    record = begun(history)
    history.keep(record.id, [event], 7, LATER)
    assert find(history, record.id, LIFT, 3).reps == 2


def test_events_of_a_set_that_was_never_planned_are_a_mistake(history: History) -> None:
    record = begun(history)
    nobodys = Attempt(SetKey("headstand", Side.BOTH, 1))
    for attempt in (nobodys, Attempt(nobodys.key, 2)):
        with pytest.raises(LookupError):
            history.keep(record.id, [RepEnded(attempt, Tally(1, 1.0))], 7, LATER)
    assert history.session(record.id) == record  # the position too is as before


def test_events_of_a_session_that_was_never_begun_are_a_mistake(history: History) -> None:
    with pytest.raises(LookupError):
        history.keep("nobody", [RepEnded(Attempt(LIFT), Tally(1, 1.0))], 7, LATER)


def test_only_what_moves_on_is_worth_keeping() -> None:
    steps = compile_timeline(small())
    work = next(step for step in steps if step.phase.is_work)
    pause = next(step for step in steps if not step.phase.is_work)
    for event in (
        StepStarted(pause),
        SetStarted(Attempt(LIFT)),
        RepEnded(Attempt(LIFT), Tally(1)),
        SetEnded(Attempt(LIFT), Tally(), Outcome.SKIPPED),
        SessionEnded(completed=False),
    ):
        assert worth_keeping([Resumed(), event])
    assert not worth_keeping(
        [
            StepStarted(work),
            StepEnded(work, 1.0, StepOutcome.COMPLETED),
            Paused(PauseReason.USER),
            Resumed(),
        ]
    )
    assert not worth_keeping([])


def test_what_is_not_worth_keeping_touches_no_disk(history: History, database: Database) -> None:
    record = begun(history)
    before = database.path.read_bytes()
    history.keep(record.id, [Paused(PauseReason.USER), Resumed()], 9, LATER)
    assert database.path.read_bytes() == before


def test_the_start_of_a_pause_moves_the_place_to_go_on(history: History) -> None:
    record = begun(history)
    pause = compile_timeline(record.prescription)[0]
    history.keep(record.id, [StepStarted(pause)], 4, LATER)
    kept = history.session(record.id)
    assert kept == replace(record, position=4)


# How sessions end


def end(history: History, identity: str, *, completed: bool = False) -> SessionStatus:
    history.keep(identity, [SessionEnded(completed)], 5, LATER)
    kept = history.session(identity)
    assert kept
    assert kept.ended_at == LATER.at
    return kept.status


def settle(history: History, identity: str, outcome: Outcome, but: int = 0) -> None:
    rows = history.sets(identity)
    for row in rows[: len(rows) - but]:
        ended = SetEnded(Attempt(row.key), Tally(1, 1.0), outcome)
        history.keep(identity, [ended], 5, LATER)


def test_a_completed_session_has_ended(history: History) -> None:
    record = begun(history)
    settle(history, record.id, Outcome.DONE)
    assert end(history, record.id, completed=True) is SessionStatus.ENDED
    assert history.resumable(DAY) is None


def test_a_session_gone_through_with_skips_has_ended(history: History) -> None:
    record = begun(history)
    settle(history, record.id, Outcome.SKIPPED)
    assert end(history, record.id) is SessionStatus.ENDED
    assert history.resumable(DAY) is None


def test_a_session_that_was_stopped_was_left(history: History) -> None:
    record = begun(history)
    settle(history, record.id, Outcome.DONE, but=1)
    assert end(history, record.id) is SessionStatus.LEFT
    assert history.resumable(DAY) == history.session(record.id)


def test_a_session_ends_once(history: History) -> None:
    record = begun(history)
    end(history, record.id, completed=True)
    history.keep(record.id, [SessionEnded(completed=True)], 5, stamp(hour=9))
    kept = history.session(record.id)
    assert kept
    assert kept.ended_at == LATER.at


def test_leaving_in_the_last_set_can_be_taken_back(history: History) -> None:
    record = begun(history)
    settle(history, record.id, Outcome.DONE, but=1)
    last = Attempt(history.sets(record.id)[-1].key)
    stopped: list[Event] = [
        SetEnded(last, Tally(1), Outcome.PARTIAL),
        SessionEnded(completed=False),
    ]
    history.keep(record.id, stopped, 5, LATER)
    history.leave(record.id, LATER)
    waiting = history.resumable(DAY)
    assert waiting
    assert waiting.status is SessionStatus.LEFT


def test_a_complete_session_cannot_be_left(history: History) -> None:
    record = begun(history)
    settle(history, record.id, Outcome.DONE)
    end(history, record.id, completed=True)
    history.leave(record.id, stamp(hour=9))
    kept = history.session(record.id)
    assert kept
    assert (kept.status, kept.ended_at) == (SessionStatus.ENDED, LATER.at)


def test_a_left_session_is_taken_up_again(history: History) -> None:
    record = begun(history)
    history.leave(record.id, LATER)
    assert history.resumable(DAY) == replace(record, status=SessionStatus.LEFT, ended_at=LATER.at)
    history.reopen(record.id)
    assert history.session(record.id) == record


def test_only_the_last_session_of_today_waits(history: History) -> None:
    begun(history, stamp(DAY - timedelta(days=1)))
    assert history.resumable(DAY) is None
    early = begun(history, stamp(hour=7))
    assert history.resumable(DAY) == early
    late = begun(history, stamp(hour=8))
    assert history.resumable(DAY) == late
    settle(history, late.id, Outcome.DONE)
    end(history, late.id, completed=True)
    assert history.resumable(DAY) is None


def test_the_speed_of_a_tried_out_session_is_kept(history: History) -> None:
    record = replace(session(), speed=60.0)
    history.begin(record, [])
    assert history.resumable(DAY) == record


def test_sessions_of_earlier_days_are_closed_when_last_heard_of(history: History) -> None:
    yesterday = DAY - timedelta(days=1)
    never, heard, today = (
        begun(history, stamp(yesterday)),
        begun(history, stamp(yesterday)),
        begun(history),
    )
    last = stamp(yesterday, hour=7, minute=41)
    history.keep(heard.id, [RepEnded(Attempt(LIFT), Tally(1, 1.0))], 3, last)
    assert history.close_stale(DAY) == 2
    assert history.close_stale(DAY) == 0
    for record, moment in ((never, never.started.at), (heard, last.at)):
        kept = history.session(record.id)
        assert kept
        assert (kept.status, kept.ended_at) == (SessionStatus.LEFT, moment)
    assert history.session(today.id) == today


def test_a_note_takes_the_place_of_the_one_before(history: History) -> None:
    record = begun(history)
    history.note(record.id, "Hard today")
    history.note(record.id, "")
    history.note(record.id, "Knee clicked 🦵")
    assert history.session(record.id) == replace(record, note="Knee clicked 🦵")


# Days


def day_of(history: History, on: date, outcomes: Sequence[Outcome | None]) -> None:
    record = session(stamp(on))
    rows = planned_sets(record.id, record.prescription)
    assert len(outcomes) == len(rows)
    history.begin(
        record, [done(row, o) if o else row for row, o in zip(rows, outcomes, strict=True)]
    )


def test_a_day_is_its_fullest_session(history: History) -> None:
    for outcomes in (
        [Outcome.DONE, None, None, None],
        [Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.PARTIAL],
        [Outcome.SKIPPED] * 4,
    ):
        day_of(history, DAY, outcomes)
    day_of(history, DAY + timedelta(days=2), [Outcome.DONE] * 4)
    day_of(history, DAY + timedelta(days=1), [None] * 4)
    days = history.session_days(None, FOREVER)
    assert days == [
        SessionDay(DAY, 4, 3),
        SessionDay(DAY + timedelta(days=1), 4, 0),
        SessionDay(DAY + timedelta(days=2), 4, 4),
    ]
    assert [day.is_full for day in days] == [False, False, True]


def test_a_set_that_was_done_twice_counts_once(history: History) -> None:
    record = begun(history)
    for number, outcome in enumerate(
        [Outcome.PARTIAL, Outcome.DONE, Outcome.SKIPPED, Outcome.DONE], start=1
    ):
        attempt = Attempt(LIFT, number)
        history.keep(record.id, [SetEnded(attempt, Tally(3, 6.0), outcome)], 7, LATER)
    assert history.session_days(DAY, DAY) == [SessionDay(DAY, 4, 1)]


def test_days_and_sessions_of_a_span_include_its_ends(history: History) -> None:
    days = [DAY + timedelta(days=n) for n in range(4)]
    records = [begun(history, stamp(day)) for day in reversed(days)][::-1]
    for start, end, expected in ((days[1], days[2], slice(1, 3)), (None, days[1], slice(0, 2))):
        assert history.sessions(start, end) == records[expected]
        assert [found.day for found in history.session_days(start, end)] == days[expected]


def test_a_date_stays_what_it_was_wherever_one_flies(history: History) -> None:
    for offset in (-720, 840):
        begun(history, stamp(offset=offset))
    assert [day.day for day in history.session_days(DAY, DAY)] == [DAY]
    assert len(history.sessions(DAY, DAY)) == 2


# What no row of ours holds


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET prescription = '{\"programme\": 1}'",
        "UPDATE sessions SET prescription = 'no json'",
        "UPDATE sessions SET local_date = '2026-02-31'",
        "UPDATE sessions SET note = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_that_cannot_be_understood_is_damage(
    history: History, database: Database, change: str
) -> None:
    record = begun(history)
    other = sqlite3.connect(database.path)
    other.execute(change)
    other.commit()
    other.close()
    with pytest.raises(UserError, match="damaged") as caught:
        history.session(record.id)
    assert str(database.path) in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        {"side": "middle"},
        {"outcome": "so-so"},
        {"reps": -1},
        {"seconds": -0.5},
        {"seconds": float("inf")},
        {"attempt": 0},
        {"reps": "many"},
        {"session": "nobody"},
        {"id": ""},
    ],
)
def test_rules_keep_nonsense_out_of_sets(
    database: Database, history: History, change: dict[str, object]
) -> None:
    record = begun(history)
    ((column, value),) = change.items()
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.exec_driver_sql(
            f'UPDATE sets SET "{column}" = ? WHERE session = ?', (value, record.id)
        )


@pytest.mark.parametrize(
    "change",
    [
        {"local_date": "2.3.2026"},
        {"local_date": "0000-01-01"},
        {"at": "2026-03-02T07:30:00+01:00"},
        {"offset": 100_000},
        {"status": "left"},  # without an end
        {"ended_at": "2026-03-02T07:30:00.000000Z"},  # while open
        {"speed": 0.0},
        {"position": -1},
    ],
)
def test_rules_keep_nonsense_out_of_sessions(
    database: Database, history: History, change: dict[str, object]
) -> None:
    begun(history)
    ((column, value),) = change.items()
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.exec_driver_sql(f'UPDATE sessions SET "{column}" = ?', (value,))
