"""An export written while the window goes on: whole, refused, or cancelled without a trace."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.data_export import (
    ExportSteps,
    export_kinds,
    export_name,
    write_export,
)
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.pain import entry


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path / "here") as case:
        case.store.diary.add(entry(note="Up the stairs."))
        yield case


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def export(case: Case, file: Path) -> ExportSteps:
    return write_export(case.store.database.path, file, A_MORNING)


def written(case: Case, file: Path) -> str:
    """Write a file, and return what is said."""
    steps = export(case, file)
    while True:
        try:
            next(steps)
        except StopIteration as over:
            return str(over.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_kind_is_written_by_the_end_of_its_name(case: Case, out: Path) -> None:
    for _text, end in export_kinds():
        file = out / f"{export_name(case.today)}{end}"
        assert written(case, file).endswith(" was written.")
    assert names(out) == [
        "rehabtimer-2026-03-02.csv",
        "rehabtimer-2026-03-02.fhir.json",
        "rehabtimer-2026-03-02.json",
        "rehabtimer-2026-03-02.zip",
    ]
    everything = json.loads((out / "rehabtimer-2026-03-02.json").read_text("utf-8"))
    assert everything["tables"]["pain"][0]["note"] == "Up the stairs."
    fhir = json.loads((out / "rehabtimer-2026-03-02.fhir.json").read_text("utf-8"))
    assert fhir["resourceType"] == "Bundle"
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}


def test_a_file_that_is_there_is_replaced(case: Case, out: Path) -> None:
    (out / "all.json").write_text("old", encoding="utf-8")
    written(case, out / "all.json")
    assert json.loads((out / "all.json").read_text("utf-8"))["tables"]
    assert names(out) == ["all.json"]


def test_a_cancelled_export_leaves_everything_as_it_was(case: Case, out: Path) -> None:
    (out / "all.json").write_text("old", encoding="utf-8")
    steps = export(case, out / "all.json")
    next(steps)
    steps.close()
    for thread in _exports():
        thread.join()
    assert (out / "all.json").read_text("utf-8") == "old"
    assert names(out) == ["all.json"]


def _exports() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "export"]


@pytest.mark.parametrize("name", ["all.txt", "all", "all.json.bak"])
def test_other_kinds_are_refused(case: Case, out: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"was not written: choose a name that ends in"):
        written(case, out / name)
    assert names(out) == []


def test_the_database_itself_is_spared(case: Case) -> None:
    before = case.store.database.path.read_bytes()
    with pytest.raises(UserError, match="is the database itself; choose another file"):
        written(case, case.store.database.path)
    assert case.store.database.path.read_bytes() == before


def test_a_folder_that_is_not_there_is_said_by_the_name_of_the_file(case: Case, out: Path) -> None:
    with pytest.raises(UserError) as refused:
        written(case, out / "nowhere" / "all.json")
    assert "all.json" in str(refused.value)
    assert ".rehabtimer-" not in str(refused.value)
    assert names(out) == []


def test_a_folder_is_no_file(case: Case, out: Path) -> None:
    (out / "all.json").mkdir()
    with pytest.raises(UserError, match="is not an ordinary file"):
        written(case, out / "all.json")
