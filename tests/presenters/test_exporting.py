"""Files of every kind, from one history."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer import paths
from rehabtimer.cli.grammar_files import CHARTS, SPANS
from rehabtimer.core.errors import UserError
from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus, Source, planned_sets
from rehabtimer.demo import make_history, write
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey
from rehabtimer.presenters.csv_text import as_it_was
from rehabtimer.presenters.exporting import ChartWish, FileKind, export, kind_of
from rehabtimer.presenters.spreadsheets import SESSION_HEAD
from rehabtimer.storage.schema import TABLES
from rehabtimer.storage.store import Store
from tests.storage.test_courses import course
from tests.storage.test_skips import skip
from tests.support.cases import shipped
from tests.support.histories import DAY, done, pain, session, small, stamp

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
FORMULA = '=HYPERLINK("http://example.invalid")'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "rehabtimer.db", now=lambda: NOW) as store:
        yield store


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def exported(store: Store, name: str, wish: ChartWish | None = None) -> Path:
    file = store.database.path.with_name(name)
    said = export(store.database.path, file, now=NOW, wish=wish)
    assert str(file) in said
    return file


def sheet(store: Store) -> list[dict[str, str]]:
    return rows(exported(store, "sessions.csv").read_bytes().decode())


def trained(store: Store, *, note: str = "", day: date = DAY) -> str:
    """A session of 3 sets of 4, one of them done only at the second attempt."""
    record = replace(session(stamp(day), status=SessionStatus.ENDED), note=note)
    first, second, third, fourth = planned_sets(record.id, record.prescription)
    store.history.begin(
        record,
        [
            done(first),
            replace(second, seconds=1.0, outcome=Outcome.PARTIAL),
            replace(done(second), id="again", attempt=2),
            done(third),
            replace(fourth, outcome=Outcome.SKIPPED),
        ],
    )
    return record.id


def test_a_line_a_session(store: Store) -> None:
    identity = trained(store, note=FORMULA)
    for score, moment, knee in (
        (2, Moment.BEFORE, Side.LEFT),
        (4, Moment.BEFORE, Side.LEFT),
        (3, Moment.AFTER, Side.BOTH),
    ):
        store.diary.add(replace(pain(score, moment=moment, knee=knee), session=identity))
    store.courses.begin(begun := course())
    store.skips.keep(replace(skip(begun.id), session=identity, exercise="step-up"))
    (row,) = sheet(store)
    assert tuple(row) == SESSION_HEAD
    assert as_it_was(row.pop("note")) == FORMULA
    assert row == {
        "date": "2026-03-02",
        "start": "07:30:00",
        "offset_minutes": "60",
        "minutes": "33.0",
        "status": "ended",
        "source": "timed",
        "planned_sets": "4",
        "done_sets": "3",
        "planned_reps": "8",
        "done_reps": "5",
        "planned_hold_seconds": "20.0",
        "done_hold_seconds": "14.0",
        "pain_before_left": "4",
        "pain_before_right": "",
        "pain_during_left": "",
        "pain_during_right": "",
        "pain_after_left": "3",
        "pain_after_right": "3",
        "skipped_exercises": "step-up",
        "id": identity,
    }


def test_sessions_stand_in_order_and_one_that_goes_on_has_no_length(store: Store) -> None:
    for days in (2, 0, 1):
        trained(store, day=DAY + timedelta(days=days))
    record = replace(session(stamp(DAY + timedelta(days=9))), source=Source.ADDED)
    store.history.begin(record, planned_sets(record.id, small()))
    found = sheet(store)
    assert [row["date"] for row in found] == [
        "2026-03-02",
        "2026-03-03",
        "2026-03-04",
        "2026-03-11",
    ]
    assert (found[-1]["minutes"], found[-1]["source"]) == ("", "added")
    assert found[-1]["done_sets"] == "0"


def test_an_exercise_of_which_nothing_was_done_was_skipped(store: Store) -> None:
    record = session(stamp(), status=SessionStatus.ENDED)
    planned = planned_sets(record.id, record.prescription)
    store.history.begin(record, [replace(row, outcome=Outcome.SKIPPED) for row in planned])
    assert sheet(store)[0]["skipped_exercises"].split() == sorted({p.exercise for p in planned})


def test_no_sessions_are_a_head_alone(store: Store) -> None:
    assert exported(store, "x.csv").read_bytes().decode().split("\r\n") == [
        "\ufeff" + ",".join(f'"{name}"' for name in SESSION_HEAD),
        "",
    ]


def test_a_zip_has_every_table_as_it_is(store: Store) -> None:
    trained(store, note=FORMULA)
    own = paths.own_folder(store.database.path) / "exercises" / "bridge.toml"
    own.parent.mkdir(parents=True)
    own.write_text('id = "bridge"\n', encoding="utf-8")
    tables = json.loads(exported(store, "x.json").read_bytes())["tables"]
    with zipfile.ZipFile(exported(store, "x.zip")) as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == [
            "README.txt",
            *(f"{name}.csv" for name in TABLES),
            "own/exercises/bridge.toml",
        ]
        assert zipped.read("own/exercises/bridge.toml") == b'id = "bridge"\n'
        assert b"apostrophe" in zipped.read("README.txt")
        for name in TABLES:
            found = rows(zipped.read(f"{name}.csv").decode())
            assert len(found) == len(tables[name])
            for row, expected in zip(found, tables[name], strict=True):
                assert tuple(row) == tuple(expected)
                assert "note" not in row or as_it_was(row["note"]) == expected["note"]


def test_the_same_history_is_the_same_zip(store: Store) -> None:
    trained(store)
    assert exported(store, "a.zip").read_bytes() == exported(store, "b.zip").read_bytes()


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("span", SPANS)
def test_the_figures_of_a_chart(store: Store, chart: str, span: str) -> None:
    write(make_history(shipped(), NOW.date(), days=20, seed=1), store)
    found = rows(exported(store, "x.csv", ChartWish(chart, span)).read_bytes().decode())
    assert found
    assert all(None not in row and None not in row.values() for row in found)


def test_every_chart_and_span_can_be_named() -> None:
    assert tuple(ChartKey) == CHARTS
    assert tuple(Span) == SPANS


def test_fhir(store: Store) -> None:
    trained(store)
    found = json.loads(exported(store, "x.fhir.json").read_bytes())
    assert found["resourceType"] == "Bundle"


@pytest.mark.parametrize(
    "name,kind",
    [
        ("a.json", FileKind.JSON),
        ("A.JSON", FileKind.JSON),
        ("a.fhir.json", FileKind.FHIR),
        ("a.FHIR.json", FileKind.FHIR),
        ("a.b.csv", FileKind.CSV),
        ("a.csv.zip", FileKind.ZIP),
    ],
)
def test_the_longest_end_of_a_name_counts(name: str, kind: FileKind) -> None:
    assert kind_of(Path(name)) is kind


@pytest.mark.parametrize("name", ["a", "a.xlsx", "json", ".jsonl", "a.json.gz"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(UserError, match=r"ends in \.json, \.csv, \.zip or \.fhir\.json"):
        kind_of(Path(name))


def test_a_chart_goes_into_csv_alone(store: Store) -> None:
    with pytest.raises(UserError, match=r"go into a \.csv file"):
        exported(store, "x.zip", ChartWish("pain"))


@pytest.mark.parametrize("name", ["x.json", "x.csv", "x.zip", "x.fhir.json"])
def test_what_is_there_is_spared_unless_told(store: Store, name: str) -> None:
    file = store.database.path.with_name(name)
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="there already"):
        export(store.database.path, file, now=NOW)
    assert file.read_text("utf-8") == "mine"
    export(store.database.path, file, replace=True, now=NOW)
    assert file.read_bytes()[:4] != b"mine"
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("end", [".json", ".csv", ".zip", ".fhir.json"])
def test_places_that_cannot_be_written(store: Store, tmp_path: Path, end: str) -> None:
    (tmp_path / f"folder{end}").mkdir()
    (tmp_path / f"self{end}").symlink_to(store.database.path)
    digest = store.database.path.read_bytes()
    before = sorted(tmp_path.rglob("*"))
    for file in (f"folder{end}", f"self{end}", f"missing/x{end}", f"rehabtimer.db/x{end}"):
        with pytest.raises(UserError) as caught:
            export(store.database.path, tmp_path / file, replace=True, now=NOW)
        assert "\n" not in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before
    assert store.database.path.read_bytes() == digest


def test_all_can_be_written_beside_the_window(store: Store) -> None:
    trained(store)
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE sessions SET note = 'not yet'")
        for kind in FileKind:
            exported(store, f"x{kind}")
    assert os.listdir(store.database.path.parent)  # noqa: PTH208
