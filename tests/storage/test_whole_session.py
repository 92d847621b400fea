"""The machine and the rows together: whole sessions, cut-off ones, and any order of verbs."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabtimer.core.events import Event, Outcome, RepEnded, SetEnded
from rehabtimer.core.records import SessionRecord, SessionStatus, SetRecord, best_attempts
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey, compile_timeline
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from rehabtimer.storage.keeping import worth_keeping
from tests.support.builders import NO_PAUSES, ten_exercises
from tests.support.histories import DAY, begun, small, stamp
from tests.support.player import Player, only


class Kept:
    """A player whose events are kept as the program keeps them: at once, one verb at a time."""

    def __init__(self, history: History, record: SessionRecord) -> None:
        self.history = history
        self.record = history.session(record.id) or record
        self.timeline = compile_timeline(self.record.prescription)
        before = [row.attempted for row in history.sets(record.id)]
        self.player = Player(self.timeline, before=before, position=self.record.position)
        self.batches: list[tuple[list[Event], int]] = []

    def keep(self, events: list[Event]) -> None:
        position = self.player.session.position
        self.batches.append((events, position))
        self.history.keep(self.record.id, events, position, stamp())

    def play(self, ticks: int = 100_000, every: float = 1.0) -> None:
        """Tick at most so often, up to the end."""
        if self.player.state is State.READY:
            self.keep(self.player.start())
        for _ in range(ticks):
            if self.player.state is State.FINISHED:
                return
            self.keep(self.player.tick_after(every))


def by_key(rows: list[SetRecord]) -> dict[SetKey, SetRecord]:
    return {row.key: row for row in best_attempts(rows)}


def test_a_whole_session_is_kept_as_it_was_planned(history: History) -> None:
    record = begun(history, chosen=ten_exercises())
    Kept(history, record).play()
    rows = history.sets(record.id)
    assert len(rows) == 33
    for row in rows:
        assert (row.reps, row.outcome) == (row.planned_reps, Outcome.DONE)
        assert row.seconds == pytest.approx(row.planned_seconds)
    kept = history.session(record.id)
    assert kept
    assert kept.status is SessionStatus.ENDED
    assert history.session_days(DAY, DAY)[0].is_full


def test_what_is_on_disk_is_always_what_was_told(history: History) -> None:
    record = begun(history, chosen=small())
    kept = Kept(history, record)
    kept.play(ticks=0)
    while kept.player.state is not State.FINISHED:
        kept.keep(kept.player.tick_after(0.5))
        told: dict[SetKey, int] = {}
        for event in kept.player.events:
            if isinstance(event, RepEnded | SetEnded):
                told[event.attempt.key] = event.tally.reps
        rows = history.sets(record.id)
        assert {row.key: row.reps for row in rows if row.reps} == told


def test_a_session_cut_off_again_and_again_loses_no_rep(history: History) -> None:
    record = begun(history, chosen=ten_exercises(NO_PAUSES))
    told: list[Event] = []
    for _ in range(100):
        kept = Kept(history, record)
        kept.play(ticks=31)  # then the power goes
        told += kept.player.events
        if kept.player.state is State.FINISHED:
            break
    rows = history.sets(record.id)
    assert {row.attempt for row in rows} == {1}
    assert all((row.reps, row.outcome) == (row.planned_reps, Outcome.DONE) for row in rows)
    # Nothing was done over: every rep was told once.
    assert len(only(told, RepEnded)) == sum(row.planned_reps for row in rows)


def test_a_left_session_goes_on_with_the_sets_that_are_missing(history: History) -> None:
    record = begun(history, chosen=ten_exercises())
    kept = Kept(history, record)
    kept.play(ticks=400)
    position = kept.player.session.position
    history.keep(record.id, kept.player.do("stop"), position, stamp())
    history.leave(record.id, stamp())
    done = [row for row in history.sets(record.id) if row.outcome is Outcome.DONE]
    assert 5 < len(done) < 30
    waiting = history.resumable(DAY)
    assert waiting
    history.reopen(waiting.id)
    Kept(history, waiting).play()
    rows = history.sets(record.id)
    assert all(row in rows for row in done)
    assert {row.outcome for row in by_key(rows).values()} == {Outcome.DONE}


VERBS = st.sampled_from(
    [
        "tick", "tick", "tick", "pause", "resume", "skip", "skip_exercise", "back",
        "back_exercise", "redo", "finish_set", "go_to", "stop", "kill",
    ]
)  # fmt: skip
MOVES = st.lists(st.tuples(VERBS, st.integers(0, 5)), max_size=30)


@settings(max_examples=30)
@given(MOVES, st.data())
def test_any_session_is_kept_once_however_often_it_is_told(
    moves: list[tuple[str, int]], data: st.DataObject
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Database.open(Path(folder) / "r.db") as database,
    ):
        history = History(database)
        record = begun(history, chosen=small())
        ended: dict[tuple[SetKey, int], SetEnded] = {}
        kept = Kept(history, record)
        for verb, number in moves:
            kept = move(kept, verb, number)
            events, position = kept.batches[-1] if kept.batches else ([], 0)
            for event in only(events, SetEnded):
                assert ended.setdefault((event.attempt.key, event.attempt.number), event) == event
            if not events:
                continue
            before = history.sets(record.id), history.session(record.id)
            history.keep(record.id, events, position, stamp())
            assert (history.sets(record.id), history.session(record.id)) == before
        if kept.batches:
            rows = history.sets(record.id)
            older = data.draw(st.sampled_from(kept.batches))
            history.keep(record.id, *older, stamp())
            assert history.sets(record.id) == rows
        check(history.sets(record.id), ended)


def move(kept: Kept, verb: str, number: int) -> Kept:
    """Do one thing to a session; *kill* goes on from what is on disk."""
    player = kept.player
    if verb == "kill":
        return Kept(kept.history, kept.record)
    if player.state is State.READY:
        kept.keep(player.start())
    elif verb == "tick":
        kept.keep(player.tick_after(number / 2))
    elif verb == "go_to":
        kept.keep(player.do("go_to", number % 2))
    else:
        kept.keep(player.do(verb))
    return kept


def check(rows: list[SetRecord], ended: dict[tuple[SetKey, int], SetEnded]) -> None:
    """Every set that ended is there as it ended, and no other says that it did."""
    found = {(row.key, row.attempt): row for row in rows}
    assert len(found) == len(rows)
    for key, event in ended.items():
        row = found[key]
        assert (row.reps, row.seconds) == (event.tally.reps, event.tally.seconds)
        assert row.outcome is event.outcome
    assert {key for key, row in found.items() if row.outcome} == set(ended)


def test_an_unsaved_queue_is_kept_as_one_change(history: History) -> None:
    one, other = begun(history), begun(history)
    kept = Kept(history, one)
    kept.play()
    queue = [event for events, _ in kept.batches for event in events]
    assert worth_keeping(queue)
    history.keep(other.id, queue, kept.batches[-1][1], stamp())

    def told(record: SessionRecord) -> list[tuple[object, ...]]:
        return [(r.key, r.reps, r.seconds, r.outcome) for r in history.sets(record.id)]

    assert told(other) == told(one)
