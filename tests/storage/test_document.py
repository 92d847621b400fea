"""Reading exports: what their rows are, and files of other times and other shapes."""

import json
import sqlite3
import tracemalloc
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.demo import make_history, write
from rehabtimer.storage.document import read_document
from rehabtimer.storage.document_rows import ROWS
from rehabtimer.storage.document_schema import export_schema
from rehabtimer.storage.schema import DELETABLE, TABLES
from rehabtimer.storage.tables import metadata
from tests.support.bad_json import BAD_JSON
from tests.support.cases import shipped
from tests.support.good_json import ROWS as GOOD_ROWS
from tests.support.good_json import good, text, with_value
from tests.support.histories import DAY
from tests.support.laptops import Laptop, finished

SCHEMA = Path(__file__).parents[2] / "docs" / "export.schema.json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "export.json"


def rows(file: Path, table: str) -> list[dict[str, Any]]:
    """What is kept of a table once a file is read."""
    with finished(read_document(file)) as document:
        document.staging.raw.row_factory = sqlite3.Row
        return [dict(row) for row in document.staging.raw.execute(f"SELECT * FROM {table}")]


def test_a_row_has_the_columns_of_its_table() -> None:
    assert tuple(ROWS) == TABLES
    for name, kind in ROWS.items():
        assert kind.__struct_fields__ == tuple(c.name for c in metadata.tables[name].columns)


def test_rows_and_tables_take_the_same_values(file: Path) -> None:
    """What the tables take at their least and most can be exported, so it can be read."""
    file.write_bytes(text(good()))
    for name in TABLES:
        assert len(rows(file, name)) == 1


def test_every_table_of_deletions_is_known(file: Path) -> None:
    for kind in DELETABLE:
        file.write_bytes(with_value("deletions", "kind", kind))
        assert rows(file, "deletions")[0]["kind"] == kind


def test_the_schema_is_the_one_in_the_documents() -> None:
    assert json.loads(SCHEMA.read_bytes()) == json.loads(msgspec.json.encode(export_schema()))


def test_a_demo_fits_the_schema(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    write(make_history(shipped(), DAY, days=37, seed=1), laptop.store)
    found = json.loads(laptop.export().read_bytes())
    laptop.close()
    assert all(found["tables"][name] for name in ("sessions", "sets", "workouts", "pain", "skips"))
    jsonschema.Draft202012Validator(export_schema()).validate(found)


@pytest.mark.parametrize(
    "name", ["-3 reps", "pain of 11", "a turned note", "no files", "version 4"]
)
def test_the_schema_refuses_what_is_refused(name: str) -> None:
    content, _word = BAD_JSON[name]
    assert isinstance(content, bytes)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(export_schema()).validate(json.loads(content))


def test_json_in_a_column_is_kept_as_it_is_exported(file: Path) -> None:
    found = good()
    prescription = found["tables"]["sessions"][0]["prescription"]
    del prescription["exercises"][0]["left_out"]
    prescription["exercises"][0]["hold"] = 2
    file.write_bytes(text(found))
    kept = rows(file, "sessions")[0]["prescription"]
    assert kept == msgspec.json.encode(prescription).decode()


@pytest.mark.parametrize("indent", [None, 1, 8])
def test_however_it_is_laid_out(file: Path, indent: int | None) -> None:
    found = good()
    found["tables"]["sets"] = [
        {**GOOD_ROWS["sets"], "id": f"set-{n}", "attempt": n, "reps": n} for n in range(1, 3000)
    ]
    file.write_text(json.dumps(found, indent=indent), encoding="utf-8")
    assert [row["reps"] for row in rows(file, "sets")] == list(range(1, 3000))


def test_what_a_later_version_adds_is_passed_over(file: Path) -> None:
    found = good()
    found["more"] = {"of": ["it"]}
    found["tables"]["more"] = [{"a": 1}]
    found["tables"]["pain"][0]["more"] = "yes"
    file.write_bytes(text(found))
    assert rows(file, "pain")[0]["score"] == 3


def test_progress_comes_and_a_reader_can_leave(file: Path) -> None:
    found = good()
    found["tables"]["sets"] = [
        {**GOOD_ROWS["sets"], "id": f"set-{n}", "attempt": n} for n in range(1, 5000)
    ]
    file.write_bytes(text(found))
    steps = read_document(file)
    seen = [next(steps) for _ in range(8)]
    steps.close()
    assert seen == sorted(seen)
    assert {step.total for step in seen} == {file.stat().st_size}
    assert 0 < seen[-1].done < file.stat().st_size


def test_a_large_file_is_never_in_memory_as_a_whole(file: Path) -> None:
    found = good()
    found["tables"]["preferences"] = [
        {**GOOD_ROWS["preferences"], "key": f"key-{n}", "value": "x" * 100_000} for n in range(200)
    ]
    file.write_bytes(text(found))
    del found
    tracemalloc.start()
    finished(read_document(file)).close()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < file.stat().st_size / 3


def test_the_line_is_told(file: Path) -> None:
    whole = json.dumps(good(), indent=1)
    line = whole[: whole.index('"knee"')].count("\n") + 1
    file.write_text(whole.replace('"knee": "left"', '"knee": left'), encoding="utf-8")
    with pytest.raises(UserError, match=f"at line {line}: expecting value"):
        finished(read_document(file))


# ---------------------------------------------------------------- older exports


def second() -> dict[str, Any]:
    """The same as the second version wrote it."""
    found = good()
    found["version"] = 2
    tables = found["tables"]
    for name in ("workouts", "relievers", "total_scores", "deletions"):
        del tables[name]
    for name in ("courses", "choices", "pain", "skips"):
        del tables[name][0]["updated_at"]
    course = tables["courses"][0]
    del course["begun_at"]
    course["number"] = 7
    for key in ("workout", "edited_at"):
        del tables["pain"][0][key]
    for key in ("source", "edited_at", "planned", "done"):
        del tables["sessions"][0][key]
    found["files"] = {"exercises/bridge.toml": 'id = "bridge"\n'}
    return found


def first() -> dict[str, Any]:
    """The same as the first version wrote it."""
    found = second()
    found["version"] = 1
    tables = found["tables"]
    del tables["pauses"], tables["skips"], found["files"]
    del tables["courses"][0]["arrangement"]
    for key in ("until", "not_before", "variant", "only"):
        del tables["choices"][0][key]
    tables["choices"][0].update({"on": 0, "since": "2026-03-05", "reason": "hurt"})
    for key in ("sharp", "locking", "decision", "activity"):
        del tables["pain"][0][key]
    tables["pain"][0].update({"moment": "during", "exercise": "clam", "score": 6})
    return found


def test_the_second_version_is_read(file: Path) -> None:
    file.write_bytes(text(second()))
    begun = "2026-03-02T12:00:00.000007Z"
    course, choice = rows(file, "courses")[0], rows(file, "choices")[0]
    assert (course["begun_at"], course["updated_at"]) == (begun, begun)
    assert choice["updated_at"] == begun
    assert rows(file, "pain")[0]["updated_at"] == GOOD_ROWS["pain"]["at"]
    assert rows(file, "skips")[0]["updated_at"] == GOOD_ROWS["skips"]["at"]
    assert rows(file, "sessions")[0]["source"] == "timed"
    assert rows(file, "workouts") == []
    with finished(read_document(file)) as document:
        assert [copy.path for copy in document.files] == ["exercises/bridge.toml"]


def test_the_first_version_is_read(file: Path) -> None:
    file.write_bytes(text(first()))
    (skip,) = rows(file, "skips")
    assert skip["id"] == "skip-course-clam"
    assert (skip["at"], skip["score"]) == ("2026-03-05T12:00:00.000000Z", 6)
    assert rows(file, "choices")[0]["updated_at"] == "2026-03-05T12:00:00.000000Z"


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_version_is_checked_as_well(file: Path, version: int) -> None:
    found = first() if version == 1 else second()
    found["tables"]["courses"][0]["number"] = "one"
    file.write_bytes(text(found))
    with pytest.raises(UserError, match="courses, row 1: begun_at is missing"):
        finished(read_document(file))
