"""Files that nobody should take in are refused in one line, fast, and nothing is changed."""

import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.bad_files import BAD_FILES
from tests.support.cases import welcomed

SECONDS = 2.0


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history in which the programme was begun."""
    folder = tmp_path / "data"
    folder.mkdir()
    with welcomed(folder):
        return folder / "rehabtimer.db"


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", BAD_FILES)
def test_refused(run: Run, tmp_path: Path, history: Path, name: str) -> None:
    text, word = BAD_FILES[name]
    file = tmp_path / "bad.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = everything(history.parent)
    for words, code in (
        (("import", file), 2),
        (("import", file, "--dry-run"), 2),
        (("import", file, "--keep-both"), 2),
        (("programme", "check", file), 1),
    ):
        began = time.monotonic()
        ran = run(*words, "--database", history)
        assert time.monotonic() - began < SECONDS
        assert ran.code == code
        sentence = ran.complaint if code == 2 else ran.out.rstrip("\n")
        assert "bad.toml" in sentence
        assert word in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert sentence.isprintable()
        assert len(sentence) < 500
        assert everything(history.parent) == before


@pytest.mark.parametrize("name", BAD_FILES)
def test_beside_the_history_it_is_left_out_and_named(run: Run, history: Path, name: str) -> None:
    """Somebody has changed a file of their own by hand, or a disk has."""
    text, _word = BAD_FILES[name]
    own = history.with_name("rehabtimer-own")
    for folder in ("exercises", "programmes"):
        (own / folder).mkdir(parents=True)
        (own / folder / "bad.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    began = time.monotonic()
    for words in (("plan",), ("status",), ("status", "--json")):
        ran = run(*words, "--database", history)
        assert (ran.code, ran.err) == (0, "")
    assert time.monotonic() - began < 2 * SECONDS
    assert "Standing quad stretch" in run("plan", "--database", history).out
