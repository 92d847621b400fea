"""How long saving and asking take: `pytest --benchmark-only -s tests/benchmarks/bench_storage.py`.

Put `--basetemp` on a real disk: without one a commit costs nothing, and all else looks slow.
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from rehabtimer.core.events import Attempt, RepEnded, Tally
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.history import History
from rehabtimer.storage.transfer import export_json
from tests.benchmarks.ratios import compare, timed
from tests.support.builders import ten_exercises
from tests.support.histories import DAY, begun, stamp, write_years

FOREVER = date(9999, 12, 31)
SIX_WEEKS = (DAY + timedelta(days=2000), DAY + timedelta(days=2041))


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with write_years(tmp_path_factory.mktemp("years") / "r.db") as database:
        yield database


def test_a_rep_saved(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Against a bare commit of the same row with the same pragmas."""
    database = Database.open(tmp_path / "ours.db")
    history = History(database)
    record = begun(history, chosen=ten_exercises())
    attempt, now, reps = Attempt(history.sets(record.id)[4].key), stamp(), count(1)

    def keep() -> None:
        rep = next(reps)
        history.keep(record.id, [RepEnded(attempt, Tally(rep, rep * 2.0))], rep, now)

    database.close()
    (tmp_path / "raw.db").write_bytes((tmp_path / "ours.db").read_bytes())
    history = History(database := Database.open(tmp_path / "ours.db"))
    raw = sqlite3.connect(tmp_path / "raw.db", isolation_level=None)
    for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON"):
        raw.execute(f"PRAGMA {pragma}")

    def commit() -> None:
        rep = next(reps)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "UPDATE sets SET reps = ?, seconds = ? WHERE session = ? AND exercise = ?"
            " AND side = ? AND set_number = ? AND attempt = ?",
            (rep, rep * 2.0, record.id, *attempt.key, 1),
        )
        raw.execute("UPDATE sessions SET position = ? WHERE id = ?", (rep, record.id))
        raw.execute("COMMIT")

    compare(benchmark, "a rep saved, s", timed(keep), timed(commit), budget=2.0, rounds=300)
    raw.close()
    database.close()


def test_a_first_start(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    names = count()
    benchmark(lambda: Database.open(tmp_path / f"{next(names)}.db").close())


def test_the_days_of_ten_years(benchmark: BenchmarkFixture, years: Database) -> None:
    assert len(benchmark(History(years).session_days, None, FOREVER)) == 5000


def test_the_days_of_six_weeks_of_ten_years(benchmark: BenchmarkFixture, years: Database) -> None:
    assert len(benchmark(History(years).session_days, *SIX_WEEKS)) == 42


def test_the_pain_of_ten_years(benchmark: BenchmarkFixture, years: Database) -> None:
    assert len(benchmark(Diary(years).daily_worst, None, FOREVER)) == 5000


def test_the_sessions_of_ten_years(benchmark: BenchmarkFixture, years: Database) -> None:
    assert len(benchmark(History(years).sessions, None, FOREVER)) == 5000


def test_the_health_of_ten_years(benchmark: BenchmarkFixture, years: Database) -> None:
    assert benchmark(check, years.path).verdict is Verdict.HEALTHY


def test_an_export_of_ten_years(
    benchmark: BenchmarkFixture, years: Database, tmp_path: Path
) -> None:
    """Against reading the same rows with sqlite3 and writing them with json.dump."""

    def reference() -> None:
        raw = sqlite3.connect(years.path)
        raw.row_factory = sqlite3.Row
        names = ("courses", "plan_changes", "choices", "sessions", "sets", "pain", "preferences")
        rows = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in names}
        raw.close()
        with (tmp_path / "raw.json").open("w", encoding="utf-8") as file:
            json.dump(rows, file)

    def export() -> None:
        export_json(years, tmp_path / "all.json")

    name = "JSON export of ten years, s"
    compare(benchmark, name, timed(export), timed(reference), budget=2.0)
