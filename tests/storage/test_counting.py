"""The sets of a session are counted anew by whatever may change them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Attempt, Event, Outcome, RepEnded, SetEnded, SetStarted, Tally
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionRecord, SetRecord
from rehabtimer.core.timeline import SetKey
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from rehabtimer.storage.past import Past
from tests.support.former_versions import column, write_version
from tests.support.good_json import good, text
from tests.support.histories import begun, done, session, stamp
from tests.support.laptops import Laptop

LIFT = SetKey("lift", Side.LEFT, 1)


def counted(database: Database) -> list[tuple[int, int]]:
    return [
        (planned, made) for planned, made in column(database.path, "sessions", "planned", "done")
    ]


def halves(rows: list[SetRecord]) -> list[SetRecord]:
    return [done(row) if row.order % 2 else row for row in rows]


def test_a_new_session_has_what_is_planned(history: History, database: Database) -> None:
    record = begun(history)
    assert counted(database) == [(len(history.sets(record.id)), 0)]
    history.begin(session(), [])
    assert sorted(counted(database)) == [(0, 0), (len(history.sets(record.id)), 0)]
    history.begin(record, [])  # once more
    assert history.set_counts()[record.id] == (len(history.sets(record.id)), 0)


def end(outcome: Outcome, number: int = 1) -> Event:
    return SetEnded(Attempt(LIFT, number), Tally(3, 6.0), outcome)


@pytest.mark.parametrize(
    "events, made",
    [
        ([RepEnded(Attempt(LIFT), Tally(1, 2.0))], 0),
        ([end(Outcome.PARTIAL)], 0),
        ([end(Outcome.SKIPPED)], 0),
        ([end(Outcome.DONE)], 1),
        ([end(Outcome.DONE), SetStarted(Attempt(LIFT, 2))], 1),
        ([end(Outcome.DONE), end(Outcome.DONE, 2)], 1),
        ([end(Outcome.PARTIAL), end(Outcome.DONE, 2)], 1),
        ([end(Outcome.DONE), end(Outcome.PARTIAL, 2)], 1),
    ],
)
def test_a_set_counts_once_when_it_was_done(
    history: History, database: Database, events: list[Event], made: int
) -> None:
    record = begun(history)
    planned = len(history.sets(record.id))
    history.keep(record.id, events, 3, stamp(hour=8))
    assert counted(database) == [(planned, made)]


@pytest.mark.parametrize(
    "write",
    [
        lambda history, _past, record, rows: history.change(record, rows),
        lambda _history, past, record, rows: past.put(record, rows, []),
        lambda history, _past, record, rows: (
            history.remove(record.id),
            history.bring_back(record, rows),
        ),
    ],
)
def test_what_is_put_in_its_place_is_counted(
    history: History,
    database: Database,
    write: Callable[[History, Past, SessionRecord, list[SetRecord]], object],
) -> None:
    record = begun(history)
    rows = history.sets(record.id)
    write(history, Past(database), record, halves(rows))
    assert counted(database) == [(len(rows), len(rows) // 2)]
    write(history, Past(database), record, halves(rows)[:2])
    assert counted(database) == [(2, 1)]


def test_a_migration_counts(tmp_path: Path) -> None:
    write_version(tmp_path / "former.db", 1)
    with Database.open(tmp_path / "former.db"):
        pass
    found = column(tmp_path / "former.db", "sessions", "id", "planned", "done")
    assert found == [("s2", 2, 1), ("s1", 1, 0)]


def test_an_import_counts_whatever_the_file_says(tmp_path: Path) -> None:
    document = good()
    document["tables"]["sessions"][0] |= {"planned": 40, "done": 39}
    file = tmp_path / "in.json"
    file.write_bytes(text(document))
    laptop = Laptop(tmp_path / "laptop")
    for _time in ("new", "the same"):
        laptop.takes(file)
        assert counted(laptop.store.database) == [(1, 1)]
    laptop.close()


def test_a_list_of_sessions_has_the_counts(history: History, database: Database) -> None:
    record = begun(history)
    history.change(replace(record, note="half"), halves(history.sets(record.id)))
    (line,) = Past(database).latest()
    assert (line.planned, line.done, line.is_full) == (4, 2, False)
