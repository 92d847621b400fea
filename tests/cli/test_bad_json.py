"""Exports that nobody should take in are refused in one line, fast, and nothing is changed."""

import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.bad_json import BAD_JSON
from tests.support.cases import welcomed
from tests.support.good_json import good, text

SECONDS = 2.0  # of the processor's time: other tests run beside this one


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history in which the programme was begun."""
    folder = tmp_path / "data"
    folder.mkdir()
    with welcomed(folder):
        return folder / "rehabtimer.db"


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def write(file: Path, content: bytes | int) -> None:
    if isinstance(content, bytes):
        file.write_bytes(content)
        return
    with file.open("wb") as opened:
        opened.truncate(content)  # takes no room on the disk


@pytest.mark.parametrize("name", BAD_JSON)
def test_refused(run: Run, tmp_path: Path, history: Path, name: str) -> None:
    content, word = BAD_JSON[name]
    file = tmp_path / "bad.json"
    write(file, content)
    before = everything(history.parent)
    for words in (("import", file), ("import", file, "--dry-run")):
        began = time.process_time()
        ran = run(*words, "--database", history)
        assert time.process_time() - began < SECONDS
        assert ran.code == 2
        assert ran.complaint.startswith("bad.json: ")
        assert word in ran.complaint
        assert ran.complaint.endswith(".")
        assert ran.complaint.isprintable()
        assert len(ran.complaint) < 500
        assert everything(history.parent) == before


def test_what_they_are_spoilt_from_is_taken_in(run: Run, tmp_path: Path, history: Path) -> None:
    for number, content in enumerate((text(good()), b"\xef\xbb\xbf\n " + text(good()))):
        file = tmp_path / f"good-{number}.json"
        file.write_bytes(content)
        assert run("import", file, "--database", history).code == 0


@pytest.mark.parametrize("made", [False, True])
def test_nothing_is_made_for_a_bad_file(run: Run, tmp_path: Path, made: bool) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(b"{")
    (tmp_path / "data").mkdir()
    history = tmp_path / "data" / "none.db"
    if made:
        history.touch()
    assert run("import", file, "--database", history).code == 2
    assert history.exists() is made
    assert not made or not history.stat().st_size
