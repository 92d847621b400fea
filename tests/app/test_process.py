"""The program as a process: what it needs to open its window, and how it ends without it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{}</cachedir></fontconfig>
"""

_BROKEN = """
import sys
from PySide6.QtCore import QTimer
from rehabtimer.__main__ import main
from rehabtimer.app.session_run import SessionRun
from rehabtimer.presenters.session import SessionPresenter

def broken(*_arguments):
    raise ZeroDivisionError("a bug")

def press_plus(run, *, ask_first):
    opened(run, ask_first=ask_first)
    for moment in range(3):
        QTimer.singleShot(moment, run.view, lambda: run.do("longer"))

opened, SessionRun.open = SessionRun.open, press_plus
SessionPresenter.add_time = broken
sys.exit(main(sys.argv[1:]))
"""


def run(
    *arguments: str, environment: dict[str, str | None] | None = None, code: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the program with a changed environment; None takes a variable out."""
    changed = os.environ | (environment or {})
    command = ["-c", code] if code else ["-m", "rehabtimer"]
    return subprocess.run(
        [sys.executable, *command, *arguments],
        capture_output=True,
        text=True,
        env={name: value for name, value in changed.items() if value is not None},
        timeout=60,
        check=False,
    )


def assert_one_line(told: subprocess.CompletedProcess[str], words: str) -> None:
    assert told.returncode == 2, told.stderr
    assert told.stderr.startswith("rehabtimer: ")
    assert told.stderr.count("\n") == 1
    assert words in told.stderr
    assert told.stdout == ""


NO_DISPLAY: dict[str, str | None] = {
    "QT_QPA_PLATFORM": None,
    "DISPLAY": None,
    "WAYLAND_DISPLAY": None,
}


@pytest.mark.parametrize(
    "environment, words",
    [
        (NO_DISPLAY, "No display was found"),
        (NO_DISPLAY | {"DISPLAY": ":9977"}, "The display :9977 cannot be opened"),
        (NO_DISPLAY | {"DISPLAY": ":9977", "QT_QPA_PLATFORM": "xcb"}, "The display :9977 cannot"),
        (NO_DISPLAY | {"WAYLAND_DISPLAY": "nobody-there"}, "No display was found"),
    ],
    ids=["none", "nobody there", "xcb", "wayland"],
)
def test_without_a_display(environment: dict[str, str | None], words: str) -> None:
    assert_one_line(run(environment=environment), words)


def test_without_a_font(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(_NO_FONTS.format(tmp_path))
    told = run(environment={"FONTCONFIG_FILE": str(config)})
    assert_one_line(told, "No fonts were found")


def test_without_a_message_bus() -> None:
    nowhere: dict[str, str | None] = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    told = run("selftest", environment=nowhere)
    assert (told.returncode, told.stderr) == (0, "")


def test_selftest_reports_and_leaves_nothing_behind(tmp_path: Path, own_home: Path) -> None:
    told = run("selftest", "--json", environment={"TMPDIR": str(tmp_path)})
    assert (told.returncode, told.stderr) == (0, "")
    report = json.loads(told.stdout)
    assert report["ok"]
    assert report["exercises"] == 10
    assert 0 < report["window_painted_ms"] < report["today_ready_ms"]
    assert list(tmp_path.iterdir()) == []
    assert [
        path for path in own_home.rglob("*") if path.is_file() and "rehabtimer" in str(path)
    ] == []


def test_selftest_on_a_file_that_is_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database")
    told = run("selftest", "--database", str(path))
    assert_one_line(told, "not a RehabTimer database")
    assert path.read_text() == "not a database"


def test_three_faults_end_the_program(tmp_path: Path, own_home: Path) -> None:
    told = run("--start", "--database", str(tmp_path / "knee.db"), code=_BROKEN)
    assert told.returncode == 70
    (log,) = own_home.rglob("rehabtimer.log")
    assert log.read_text().count("ZeroDivisionError: a bug") == 3
    assert log.stat().st_mode & 0o077 == 0


def test_a_demo_leaves_nothing_behind(tmp_path: Path, own_home: Path) -> None:
    code = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from rehabtimer.__main__ import main\n"
        "from rehabtimer.app.program import Program\n"
        "load = Program.load\n"
        "def load_and_close(program):\n"
        "    load(program)\n"
        "    QTimer.singleShot(0, program.window.close)\n"
        "Program.load = load_and_close\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    told = run("--demo", environment={"TMPDIR": str(tmp_path)}, code=code)
    assert (told.returncode, told.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []
    told = run("--demo", "--database", str(tmp_path / "x.db"))
    assert_one_line(told, "--demo and --database do not go together")
