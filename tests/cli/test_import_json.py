"""Taking in exports from the command line: progress, interrupts, full disks."""

import os
import pty
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from rehabtimer.storage.store import Store
from tests.cli.conftest import Run
from tests.cli.test_bad_json import everything
from tests.storage.test_window_lock import LOCKED
from tests.support.cases import welcomed
from tests.support.good_json import good, text
from tests.support.laptops import said

TOP = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a terminal and limits of POSIX")

LIMITED = """
import resource, sys
from rehabtimer.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history in which the programme was begun."""
    folder = tmp_path / "data"
    folder.mkdir()
    with welcomed(folder):
        return folder / "rehabtimer.db"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small export."""
    file = tmp_path / "mine.json"
    file.write_bytes(text(good()))
    return file


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a history of years, as if it were one's own; it stands beside it."""
    folder = tmp_path_factory.mktemp("long")
    file = folder / "long.json"
    for words in (("demo", folder / "long.db", "--days", "1500"), ("export", file)):
        command = [sys.executable, "-m", "rehabtimer", *map(str, words)]
        if words[0] == "export":
            command += ["--database", str(folder / "long.db")]
            with closing(sqlite3.connect(folder / "long.db")) as raw, raw:
                raw.execute("DELETE FROM preferences WHERE key = 'demo'")
        subprocess.run(command, cwd=TOP, check=True, capture_output=True)
    return file


def test_an_export_is_added(run: Run, history: Path, file: Path) -> None:
    ran = run("import", file, "--database", history)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == '"mine.json" was taken in.'
    assert "Sessions: 1 new." in lines
    assert "Activities: 1 new." in lines
    assert "The programme that has only just begun here gives way to the one in the file." in lines
    with Store.open(history, read_only=True) as store:
        assert len(store.history.sessions(None, date.max)) == 1
    assert (history.parent / "rehabtimer-own" / "exercises" / "bridge.toml").exists()


def test_what_was_here_is_kept_beside(run: Run, history: Path, file: Path) -> None:
    before = history.read_bytes()
    lines = run("import", file, "--database", history).out.splitlines()
    copy = history.with_name("rehabtimer.db.before-import")
    assert f'What was here before is kept in "{copy}" for a week' in lines[-1]
    assert copy.stat().st_mode & 0o777 == 0o600
    run("import", file, "--database", history)  # brings nothing, and keeps the copy as it was
    assert history.read_bytes() != before
    copy.replace(history)
    with Store.open(history, read_only=True) as store:
        assert store.history.sessions(None, date.max) == []
    assert run("check", "--database", history).code == 0


def test_twice_adds_nothing(run: Run, history: Path, file: Path) -> None:
    run("import", file, "--database", history)
    ran = run("import", file, "--database", history)
    assert ran.out.splitlines()[:2] == [
        'Nothing in "mine.json" was new.',
        "Sessions: 1 the same.",
    ]


def test_what_is_different_is_listed(run: Run, history: Path, file: Path, tmp_path: Path) -> None:
    run("import", file, "--database", history)
    found = good()
    found["tables"]["sessions"][0].update(note="newer", updated_at="2026-03-03T08:00:00.000000Z")
    found["tables"]["relievers"][0].update(taken=0, updated_at="2026-03-01T08:00:00.000000Z")
    other = tmp_path / "other.json"
    other.write_bytes(text(found))
    lines = run("import", other, "--dry-run", "--database", history).out.splitlines()
    assert lines[0] == 'What "other.json" would change.'
    assert "Sessions: 0 new, 0 the same, 1 different." in lines
    assert lines[-2:] == [
        (
            "Session of Monday 2 March 2026: the one in the file is newer, and is kept. "
            'Given up: 1 of 1 set. Its note was "fine".'
        ),
        (
            "Pain reliever on Monday 2 March 2026: the one here is newer, and stays. "
            "Given up: none was taken."
        ),
    ]


def test_a_dry_run_writes_nothing(run: Run, history: Path, file: Path) -> None:
    before = everything(history.parent)
    ran = run("import", file, "--dry-run", "--database", history)
    assert ran.out.splitlines()[0] == 'What "mine.json" would change.'
    assert everything(history.parent) == before


@pytest.mark.parametrize("words", [[], ["--dry-run"]])
def test_there_need_not_be_a_history(
    run: Run, tmp_path: Path, file: Path, words: list[str]
) -> None:
    history = tmp_path / "new" / "rehabtimer.db"
    ran = run("import", file, *words, "--database", history)
    assert ran.code == 0
    assert "Sessions: 1 new." in ran.out
    assert history.exists() is not bool(words)


def test_export_wipe_import_export_is_the_same(run: Run, long: Path, tmp_path: Path) -> None:
    history, again = tmp_path / "new.db", tmp_path / "again.json"
    assert run("import", long, "--database", history).code == 0
    assert run("export", again, "--database", history).code == 0
    assert said(again) == said(long)
    assert run("check", "--database", history).code == 0


def test_it_is_known_by_its_content_too(run: Run, history: Path, file: Path) -> None:
    other = file.with_suffix(".txt")
    file.rename(other)
    assert run("import", other, "--database", history).code == 0


@pytest.mark.parametrize("option", ["--replace", "--keep-both"])
def test_options_of_toml_are_not_for_it(run: Run, history: Path, file: Path, option: str) -> None:
    ran = run("import", file, option, "--database", history)
    assert (ran.code, "are for TOML files" in ran.complaint) == (2, True)


def test_a_span_needs_a_chart(run: Run, history: Path, tmp_path: Path) -> None:
    ran = run("export", tmp_path / "x.csv", "--span", "everything", "--database", history)
    assert (ran.code, "add --chart" in ran.complaint) == (2, True)


def test_the_figures_of_a_chart(run: Run, history: Path, tmp_path: Path) -> None:
    words = ("--chart", "pain", "--span", "last-six")
    ran = run("export", tmp_path / "x.csv", *words, "--database", history)
    assert ran.out == f'The figures were written to "{tmp_path / "x.csv"}".\n'
    assert run("export", tmp_path / "y.csv", "--chart", "weather", "--database", history).code == 2


def test_nothing_is_written_while_a_window_is_open(run: Run, history: Path, file: Path) -> None:
    command = [sys.executable, "-c", LOCKED, f"{history}.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdout
        window.stdout.readline()
        before = everything(history.parent)
        ran = run("import", file, "--database", history)
        assert "is open in a RehabTimer window: import there" in ran.complaint
        assert everything(history.parent) == before
        assert run("import", file, "--dry-run", "--database", history).code == 0
        window.kill()


# ---------------------------------------------------------------- on a terminal


def shown(process: subprocess.Popen[bytes], terminal: int, until: str) -> Iterator[str]:
    """What a process writes on a terminal, until it has written some words or has ended."""
    told = ""
    while until not in told:
        try:
            told += os.read(terminal, 4096).decode()
        except OSError:  # the other end is closed
            break
        yield told


def started(*words: str | Path) -> tuple[subprocess.Popen[bytes], int]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "rehabtimer", *map(str, words)],
        cwd=TOP,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    return process, ours


def test_progress_is_told_on_a_terminal(long: Path, tmp_path: Path) -> None:
    process, terminal = started("import", long, "--database", tmp_path / "new.db")
    *_, told = shown(process, terminal, "never")
    out, _err = process.communicate()
    os.close(terminal)
    assert process.returncode == 0
    assert out.startswith(b'"long.json" was taken in.\n')
    assert 'Reading "long.json"… ' in told
    assert "Taking it in… " in told
    assert told.endswith("\r\x1b[K")


def test_an_export_says_that_it_is_written(long: Path, tmp_path: Path) -> None:
    words = ("export", tmp_path / "x.csv", "--database", long.with_name("long.db"))
    process, terminal = started(*words)
    *_, told = shown(process, terminal, "never")
    process.communicate()
    os.close(terminal)
    assert (process.returncode, told) == (0, 'Writing "x.csv"…\r\x1b[K')


def test_an_interrupt_changes_nothing(long: Path, history: Path) -> None:
    before = everything(history.parent)
    process, terminal = started("import", long, "--database", history)
    for _told in shown(process, terminal, "Taking it in"):
        pass
    process.send_signal(signal.SIGINT)
    *_, rest = shown(process, terminal, "never")
    out, _err = process.communicate()
    os.close(terminal)
    assert (process.returncode, out, "Traceback" in rest) == (130, b"", False)
    assert everything(history.parent) == before


# ---------------------------------------------------------------- a disk that is full half-way


def limited(most: int, *words: str | Path) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(most), *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(TOP)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stderr


@pytest.mark.parametrize("end", [".json", ".csv", ".zip", ".fhir.json"])
def test_an_export_that_does_not_fit(long: Path, tmp_path: Path, end: str) -> None:
    file = tmp_path / f"x{end}"
    file.write_text("older", encoding="utf-8")
    words = ("export", file, "--force", "--database", long.with_name("long.db"))
    code, err = limited(30_000, *words)
    assert (code, err.count("\n")) == (2, 1)
    assert file.name in err
    assert everything(tmp_path) == {file.name: b"older"}


@pytest.mark.parametrize("most", [200_000, 2_000_000])
def test_an_import_that_does_not_fit(long: Path, history: Path, most: int) -> None:
    before = everything(history.parent)
    code, err = limited(most, "import", long, "--database", history)
    assert (code, err.count("\n")) == (2, 1)
    assert "rehabtimer.db cannot grow any more; free some space" in err
    assert everything(history.parent) == before
