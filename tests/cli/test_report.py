"""`rehabtimer report` and `rehabtimer sheet`: without a display, all of a file or none of it."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rehabtimer.storage.store import Store
from tests.cli.conftest import Run
from tests.support.reports import pdf_facts, pdf_fonts, pdf_text

pytestmark = pytest.mark.usefixtures("qapp")

COMMANDS = ["report", "sheet"]


def nothing_but(folder: Path, *names: str) -> bool:
    return sorted(path.name for path in folder.iterdir()) == sorted(names)


def test_a_report_of_the_last_weeks_is_written(run: Run, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "knee.pdf"
    ran = run("report", file, "--database", demo, "--name", "Jana Nováková", "--paper", "letter")
    assert (ran.code, ran.out, ran.err) == (0, f'"{file}" was written.\n', "")
    assert pdf_facts(file)["Page size"] == "612 x 792 pts (letter)"
    assert pdf_facts(file)["Pages"] == "2"
    assert set(pdf_fonts(file).values()) == {"yes"}
    assert "Jana Nováková" in pdf_text(file)
    assert file.stat().st_mode & 0o077 == 0
    assert nothing_but(tmp_path, "knee.pdf")


@pytest.mark.parametrize("weeks", ["1", "12", "520", "all"])
def test_it_is_about_as_many_weeks_as_wanted(
    run: Run, demo: Path, tmp_path: Path, weeks: str
) -> None:
    file = tmp_path / "knee.pdf"
    assert run("report", file, "--database", demo, "--weeks", weeks).code == 0
    assert pdf_facts(file)["Pages"] == "2"


def test_a_sheet_is_written(run: Run, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.PDF"
    assert run("sheet", file, "--database", demo, "--paper", "a4").code == 0
    assert (pdf_facts(file)["Pages"], pdf_facts(file)["Page size"]) == ("1", "595 x 842 pts (A4)")
    assert "Left out: Step up: skipped since" in pdf_text(file)


def test_without_a_history_the_sheet_has_the_articles_targets(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    assert run("sheet", file, "--database", tmp_path / "none.db").code == 0
    assert "the article's targets" in pdf_text(file)
    assert nothing_but(tmp_path, "sheet.pdf")


@pytest.mark.parametrize(
    "words,said",
    [
        (["--weeks", "0"], '--weeks cannot be "0"; expected a whole number from 1 to 520'),
        (["--weeks", "521"], "--weeks cannot be"),
        (["--weeks", "six"], '--weeks cannot be "six"'),
        (["--paper", "a3"], '--paper cannot be "a3"; expected a4 or letter'),
    ],
)
def test_what_it_cannot_be_about_is_one_line(
    run: Run, demo: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    ran = run("report", tmp_path / "knee.pdf", "--database", demo, *words)
    assert ran.code == 2
    assert said in ran.complaint
    assert nothing_but(tmp_path)


def test_without_a_history_there_is_no_report(run: Run, tmp_path: Path) -> None:
    ran = run("report", tmp_path / "knee.pdf", "--database", tmp_path / "none.db")
    assert ran.code == 2
    assert "There is no history at " in ran.complaint
    assert nothing_but(tmp_path)


def test_a_history_that_was_never_begun_has_no_report(run: Run, tmp_path: Path) -> None:
    Store.open(tmp_path / "new.db").close()
    ran = run("report", tmp_path / "knee.pdf", "--database", tmp_path / "new.db")
    assert ran.code == 2
    assert "has no programme yet" in ran.complaint
    assert nothing_but(tmp_path, "new.db")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_damaged_history_is_one_line(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "bad.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    ran = run(command, tmp_path / "knee.pdf", "--database", tmp_path / "bad.db")
    assert ran.code == 2
    assert "bad.db" in ran.complaint
    assert nothing_but(tmp_path, "bad.db")


@pytest.mark.parametrize("command", COMMANDS)
def test_another_kind_of_name_is_refused(
    run: Run, demo: Path, tmp_path: Path, command: str
) -> None:
    ran = run(command, tmp_path / "knee.txt", "--database", demo)
    assert ran.code == 2
    assert ran.complaint.endswith('knee.txt" was not written: choose a name that ends in .pdf.')
    assert nothing_but(tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_is_refused(run: Run, demo: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "my.pdf").mkdir()
    ran = run(command, tmp_path / "my.pdf", "--database", demo, "--force")
    assert ran.code == 2
    assert ran.complaint.endswith('my.pdf" is a folder; name a file in it.')
    assert nothing_but(tmp_path, "my.pdf")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_there_is_replaced_only_when_asked(
    run: Run, demo: Path, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "knee.pdf"
    file.write_text("precious")
    ran = run(command, file, "--database", demo)
    assert ran.code == 2
    assert "is there already; choose another name, or add --force" in ran.complaint
    assert file.read_text() == "precious"
    assert run(command, file, "--database", demo, "--force").code == 0
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_place_that_is_not_there_leaves_nothing(
    run: Run, demo: Path, tmp_path: Path, command: str
) -> None:
    ran = run(command, tmp_path / "nowhere" / "knee.pdf", "--database", demo)
    assert ran.code == 2
    assert "knee.pdf was not written" in ran.complaint
    assert nothing_but(tmp_path)


def test_a_full_disk_leaves_nothing(run: Run, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "knee.pdf"
    run("report", tmp_path / "first.pdf", "--database", demo)  # what it loads has files of its own
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        ran = run("report", file, "--database", demo)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert ran.code == 2
    assert "knee.pdf was not written (file too large)" in ran.complaint
    assert nothing_but(tmp_path, "first.pdf")


def test_it_works_while_the_history_is_open(run: Run, demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "open.db"
    copy.write_bytes(demo.read_bytes())
    with Store.open(copy) as store:
        assert store.courses.current() is not None
        assert run("report", tmp_path / "knee.pdf", "--database", copy).code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_no_display_is_needed(demo: Path, tmp_path: Path, command: str) -> None:
    file = tmp_path / "knee.pdf"
    words = [command, str(file), "--database", str(demo)]
    ran = subprocess.run(
        [sys.executable, "-m", "rehabtimer", *words],
        env={key: value for key, value in os.environ.items() if key not in _DISPLAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert set(pdf_fonts(file).values()) == {"yes"}


_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("words", [("report",), ("sheet",), ("programme", "export", "clam")])
@pytest.mark.parametrize("by_link", [True, False])
def test_the_history_itself_is_never_written_over(
    run: Run, demo: Path, tmp_path: Path, words: tuple[str, ...], by_link: bool
) -> None:
    end = ".toml" if "export" in words else ".pdf"
    history = tmp_path / f"knee{end}"
    history.write_bytes(demo.read_bytes())
    file = history
    if by_link:
        file = tmp_path / f"link{end}"
        file.symlink_to(history)
    ran = run(*words, file, "--force", "--database", history)
    assert ran.code == 2
    assert "is the database itself; choose another file" in ran.complaint
    assert history.read_bytes() == demo.read_bytes()
