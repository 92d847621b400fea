"""The program as the system starts it: exit codes, pure output, and quiet endings."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rehabtimer import cli
from rehabtimer.core.errors import UserError
from tests.cli.conftest import Run

TOP = Path(__file__).parents[2]
posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX pipes and signals")


def start(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "rehabtimer", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(TOP), **environment},
    )


def run_process(*words: str, **environment: str) -> tuple[int, bytes, bytes]:
    with start(*words, **environment) as process:
        out, err = process.communicate()
    return process.returncode, out, err


@pytest.mark.parametrize(
    "words,code",
    [(["plan"], 0), (["status"], 0), (["check"], 2), (["--foo"], 2), (["--help"], 0)],
)
def test_exit_codes(words: list[str], code: int) -> None:
    found, out, err = run_process(*words)
    assert found == code
    assert bool(out) is (code == 0)
    assert err.count(b"\n") == (code != 0)


def test_json_is_all_there_is_on_standard_output() -> None:
    code, out, err = run_process("plan", "--json")
    assert (code, err, out.count(b"\n")) == (0, b"", 1)
    assert json.loads(out)["sets"] == 36


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_json_is_utf8_wherever_it_goes(encoding: str) -> None:
    code = (
        "from rehabtimer import __main__, cli\n"
        "cli.answer = lambda _: cli.Answer('[\"½ – é\"]', is_json=True)\n"
        "__main__.main(['status', '--json'])"
    )
    environment = {**os.environ, "PYTHONPATH": str(TOP), "PYTHONIOENCODING": encoding}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert json.loads(run.stdout.decode("utf-8")) == ["½ – é"]


def test_a_terminal_that_knows_few_letters() -> None:
    code, out, err = run_process("plan", PYTHONIOENCODING="ascii")
    assert (code, err) == (0, b"")
    assert rb"\xbd min" in out  # half a minute


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    code, _, err = run_process("export", os.fsdecode(os.fsencode(tmp_path) + b"/\xff.xls"))
    assert (code, err.count(b"\n")) == (2, 1)
    assert rb"\udcff.xls" in err


@posix_only
@pytest.mark.parametrize("words", [["plan", "--json"], ["plan"], ["--help"], ["--version"]])
def test_it_leaves_quietly_when_nobody_listens_any_more(words: list[str]) -> None:
    with start(*words) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


@posix_only
def test_an_answer_keeps_its_exit_code_when_nobody_listens(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "damaged.db"
    file.write_bytes(b"SQLite was here" + demo.read_bytes()[15:])
    for unbuffered in ("", "1"):
        with start("check", "--database", str(file), PYTHONUNBUFFERED=unbuffered) as process:
            assert process.stdout
            process.stdout.close()
        assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["plan", "--json"], ["status"], ["--help"]])
def test_an_answer_that_cannot_be_written_is_told_in_one_line(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "rehabtimer", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONUNBUFFERED": ""},
            check=False,
        )
    assert run.returncode == 2
    assert re.fullmatch(rb"rehabtimer: The answer could not be written \(.*\); .*\n", run.stderr)


@posix_only
def test_an_interrupt_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "long.db"
    with start("demo", str(file), "--days", "3650") as process:
        assert process.stderr
        while not (file.exists() and file.stat().st_size):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
    assert (process.returncode, err) == (130, b"")
    assert list(tmp_path.iterdir()) == []


def test_without_a_history_no_command_waits_for_slow_libraries() -> None:
    code = (
        "import sys\nfrom rehabtimer.__main__ import main\n"
        "assert main(['plan', '--json']) == main(['--help']) == main(['status']) == 0\n"
        "slow = {'sqlalchemy', 'alembic', 'sqlite3', 'PySide6', 'matplotlib', 'logging'}\n"
        "sys.exit(', '.join(slow & set(sys.modules)) or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


# ---------------------------------------------------------------- faults


SECRET = "knee hurts 7, says the note"


def _fail(*_: object) -> None:
    raise LookupError(SECRET)


def test_a_fault_is_one_line_and_its_trace_is_kept(
    run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "answer", _fail)
    ran = run("plan")
    assert ran.code == 70
    assert re.match("A fault in the program: LookupError. Please report it, .*", ran.complaint)
    (log,) = (path for path in own_home.rglob("*") if path.is_file())
    assert str(log) in ran.complaint
    told = log.read_text("utf-8")
    assert "test_process.py" in told
    assert SECRET not in told + ran.complaint
    assert str(own_home) not in told
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_fault_without_a_place_for_its_trace(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "answer", _fail)
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("rehabtimer.paths.log_folder", lambda: tmp_path / "file" / "logs")
    ran = run("plan")
    assert ran.code == 70
    assert "REHABTIMER_DEBUG=1" in ran.complaint


def test_whoever_mends_it_can_see_the_trace(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "answer", _fail)
    monkeypatch.setenv("REHABTIMER_DEBUG", "1")
    ran = run("plan")
    assert ran.code == 70
    assert f"LookupError: {SECRET}" in ran.err


def test_a_sentence_over_several_lines_becomes_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def complain(*_: object) -> None:
        raise UserError("first\nsecond\r\n\x1b[31mthird")

    monkeypatch.setattr(cli, "answer", complain)
    assert run("plan").complaint == r"first second \x1b[31mthird"


def test_an_interrupt_has_its_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "answer", interrupt)
    assert run("plan") == (130, "", "")


# ---------------------------------------------------------------- the window


def test_the_window_gets_its_options(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def open_window(options: cli.WindowOptions) -> int:
        seen.append(options)
        return 3

    monkeypatch.setattr("rehabtimer.app.run", open_window)
    assert run("--demo", "--speed", "60").code == 3
    assert seen == [cli.WindowOptions(demo=True, speed=60.0)]


def test_the_self_test_gets_its_options(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def selftest(options: cli.WindowOptions, *, as_json: bool) -> int:
        seen.extend([options, as_json])
        return 0

    monkeypatch.setattr("rehabtimer.app.selftest", selftest)
    assert run("--theme", "dark", "selftest", "--json").code == 0
    assert seen == [cli.window_options(cli.parse(["--theme", "dark"])), True]
