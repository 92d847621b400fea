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
from rehabtimer.demo import make_history, write
from rehabtimer.presenters.spreadsheets import write_sessions, write_tables
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.document import read_document
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.history import History
from rehabtimer.storage.merge_run import take_in
from rehabtimer.storage.schema import TABLES
from rehabtimer.storage.store import Store
from rehabtimer.storage.transfer import export_json
from tests.benchmarks.ratios import compare, keep, limit, timed
from tests.support.builders import ten_exercises
from tests.support.cases import shipped
from tests.support.histories import DAY, begun, stamp, write_years
from tests.support.laptops import finished

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


def read_with_json(database: Database, file: Path) -> None:
    """The least that could do it: the same rows read with sqlite3 and written with json.dump."""
    raw = sqlite3.connect(database.path)
    raw.row_factory = sqlite3.Row
    rows = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in TABLES}
    raw.close()
    with file.open("w", encoding="utf-8") as opened:
        json.dump(rows, opened)


def written_with_sqlite(source: Path, target: Path) -> None:
    """The least that could do it: json.load, and the same rows inserted with sqlite3."""
    target.unlink(missing_ok=True)
    Database.open(target).close()
    tables = json.loads(source.read_bytes())["tables"]
    raw = sqlite3.connect(target)
    for name in TABLES:
        rows = [tuple(map(_cell, row.values())) for row in tables[name]]
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            raw.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    raw.commit()
    raw.close()


def _cell(value: object) -> object:
    return json.dumps(value) if isinstance(value, dict | list) else value


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """What somebody keeps in ten years: a demo of 3,650 days."""
    with Store.open(tmp_path_factory.mktemp("lived") / "r.db") as store:
        write(make_history(shipped(), DAY, days=3650, seed=1), store)
        yield store


@pytest.mark.parametrize("whose", ["165,000 sets", "a demo"])
def test_an_export_of_ten_years(
    benchmark: BenchmarkFixture, years: Database, lived: Store, tmp_path: Path, whose: str
) -> None:
    database = years if whose == "165,000 sets" else lived.database
    file = tmp_path / "all.json"
    compare(
        benchmark,
        f"JSON export of ten years, {whose}, s",
        timed(lambda: export_json(database, file)),
        timed(lambda: read_with_json(database, tmp_path / "raw.json")),
        budget=2.0,
    )
    limit(f"JSON of ten years, {whose}, MB", file.stat().st_size / 1024**2, 64)


@pytest.mark.parametrize("whose", ["165,000 sets", "a demo"])
def test_an_import_of_ten_years(
    benchmark: BenchmarkFixture, years: Database, lived: Store, tmp_path: Path, whose: str
) -> None:
    """Into nothing; every row is checked, which the reference does not do."""
    database = years if whose == "165,000 sets" else lived.database
    file, own = tmp_path / "all.json", tmp_path / "own"
    export_json(database, file)

    def take(target: Path) -> None:
        with (
            finished(read_document(file)) as document,
            Database.open(target) as opened,
        ):
            finished(take_in(opened, document, own))

    def into_nothing() -> None:
        (tmp_path / "new.db").unlink(missing_ok=True)
        take(tmp_path / "new.db")

    name = f"JSON import of ten years, {whose}"
    compare(
        benchmark,
        f"{name}, s",
        timed(into_nothing),
        timed(lambda: written_with_sqlite(file, tmp_path / "raw.db")),
        budget=3.0,
        rounds=3,
    )
    again = timed(lambda: take(tmp_path / "new.db"))
    keep(f"{name}, once more", f"{(seconds := again()):.3g} s", {"ours": seconds})


@pytest.mark.parametrize("kind", ["csv", "zip"])
def test_spreadsheets_of_ten_years(
    benchmark: BenchmarkFixture, lived: Store, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"all.{kind}"

    def sheets() -> None:
        if kind == "csv":
            write_sessions(lived.database, file)
        else:
            write_tables(lived.database, tmp_path / "own", file)

    benchmark.pedantic(sheets, rounds=3)  # type: ignore[no-untyped-call]
    print(f"\n{kind} of ten years: {file.stat().st_size / 1024**2:.1f} MB")
