"""What can be asked for, and what is said about everything else."""

import re
from pathlib import Path

import pytest

from rehabtimer import __version__, cli
from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Level, Side
from rehabtimer.core.settings import Theme
from tests.cli.conftest import Run

COMMANDS = [
    "plan", "status", "report", "sheet", "check", "export", "import", "programme", "demo",
    "selftest",
]  # fmt: skip
HELPS = [[], *([command] for command in COMMANDS)]
HELPS += [["programme", action] for action in ("check", "schema", "export")]

# Words, and what has to be in the one line: where it is wrong, and what to do.
BAD = [
    (["--foo"], '"--foo" .* rehabtimer --help'),
    (["plan", "--foo"], '"--foo" .* rehabtimer plan --help'),
    (["plan", "more"], '"more" .* rehabtimer plan --help'),
    (["--dem"], '"--dem"'),  # no guessing
    (["plan", "--dat", "2026-03-02"], '"--dat"'),
    (["repot"], "no such command.*plan, status, report, sheet, check, .*, demo, selftest"),
    (["report"], "FILE.*rehabtimer report --help"),
    (["import"], "FILE.*rehabtimer import --help"),
    (["import", "a.toml", "--replace", "--keep-both"], "--keep-both.*--replace"),
    (["import", "a.toml", "--foo"], '"--foo" .* rehabtimer import --help'),
    (["programme"], "ACTION.*rehabtimer programme --help"),
    (["programme", "chek"], "no such command.*check, schema, export"),
    (["programme", "check"], "FILE.*rehabtimer programme check --help"),
    (["programme", "export", "clam"], "FILE.*rehabtimer programme export --help"),
    (["programme", "schema", "--foo"], '"--foo" .* rehabtimer programme schema --help'),
    ([""], "no such command"),
    (["--side", "up"], '--side .*"up".*left, right or both'),
    (["plan", "--side", "LEFT"], '--side .*"LEFT".*left, right or both'),
    (["plan", "--side", ""], '--side .*""'),
    (["plan", "--side"], "--side.*expected one argument.*rehabtimer plan --help"),
    (["plan", "--dose", "medium"], '--dose .*"medium".*low, target or high'),
    (["--theme", "pink"], '--theme .*"pink".*light, dark or system'),
    *(
        (["--speed", speed], f'--speed .*"{speed}".*from 0.01 to 1000')
        for speed in ("0", "-1", "nan", "inf", "1e999", "1001", "1000.5", "fast", "", "0x10")
    ),
    *(
        (["plan", "--date", day], f'--date .*"{day}".*2026-03-31')
        for day in (
            "2026-13-40", "2026-02-29", "0000-01-01", "10000-01-01", "20260302", "2026-W10-1",
            "2026-3-2", "today", "2026-03-02T08:00", " 2026-03-02", "٢٠٢٦-٠٣-٠٢", "",
        )
    ),
    *(
        (["demo", "x.db", "--days", days], f'--days .*"{days}".*1 to 3650')
        for days in ("0", "-1", "3651", "1.5", "many", "9" * 50, "")
    ),
    (["demo", "x.db", "--days", "9" * 5000], "--days .*1 to 3650"),
    (["demo", "x.db", "--seed", "luck"], '--seed .*"luck".*whole number'),
    (["demo"], "FILE.*rehabtimer demo --help"),
    (["demo", ""], 'FILE .*""'),
    (["export"], "FILE.*rehabtimer export --help"),
    (["--database", ""], '--database .*"".*file'),
    (["--database"], "--database.*expected one argument"),
    (["--demo=3"], "--demo.*rehabtimer --help"),
    (["--speed", "2", "plan"], "--speed is for the window.*plan"),
    (["--demo", "status"], "--demo is for the window.*status"),
    (["--start", "check"], "--start is for the window"),
    (["--theme", "dark", "export", "x.json"], "--theme is for the window"),
]  # fmt: skip


@pytest.mark.parametrize("words,expected", BAD, ids=lambda value: str(value)[:40])
def test_what_is_not_understood_gets_one_line(
    run: Run, words: list[str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words)
    assert ran.code == 2
    assert re.search(expected, ran.complaint)
    assert len(ran.complaint) < 400
    assert "usage:" not in ran.complaint
    assert list(tmp_path.iterdir()) == []


def test_nothing_invisible_gets_through(run: Run) -> None:
    assert run("plan", "--side", "\x1b[2J\n\u202e").complaint.startswith(
        r'--side cannot be "\x1b[2J\n\u202e"'
    )


@pytest.mark.parametrize("words", HELPS)
def test_every_help_has_an_example(run: Run, words: list[str]) -> None:
    ran = run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(" ".join(["usage: rehabtimer", *words]))
    (example,) = re.findall("^Example: rehabtimer (.*)$", ran.out, re.MULTILINE)
    cli.parse(example.split())
    assert example.startswith(" ".join(words) if words else "--")


@pytest.mark.parametrize("words", HELPS)
def test_no_help_claims_what_only_a_doctor_may(run: Run, words: list[str]) -> None:
    out = run(*words, "--help").out.lower()
    doctors = ("treat", "heal", "cure", "prescri", "diagnos", "clinical", "recommend", "safe for")
    office = ("user", "patient", "client", "stakeholder", "workflow", "productiv", "manage")
    found = [word for word in (*doctors, *office) if word in out.replace("healthy", "")]
    assert found == []


def test_help_offers_only_what_there_is(run: Run) -> None:
    offered = re.findall(r"^    (\w+) ", run("--help").out, re.MULTILINE)
    assert offered == COMMANDS


def test_help_fits_a_narrow_terminal(run: Run) -> None:
    assert all(len(line) <= 80 for line in run("--help").out.splitlines())


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"RehabTimer {__version__}\n", "")


def test_the_window_without_any_wish() -> None:
    arguments = cli.parse([])
    assert arguments.command is None
    assert cli.window_options(arguments) == cli.WindowOptions()


def test_the_window_with_every_wish() -> None:
    words = "--demo --start --side right --theme dark --speed 60 --database my.db"
    assert cli.window_options(cli.parse(words.split())) == cli.WindowOptions(
        database=Path("my.db"),
        demo=True,
        start=True,
        side=Side.RIGHT,
        theme=Theme.DARK,
        speed=60.0,
    )


@pytest.mark.parametrize("speed", ["0.5", "1000", "1e-2"])
def test_speeds_that_can_be_had(speed: str) -> None:
    assert cli.window_options(cli.parse(["--speed", speed])).speed == float(speed)


def test_the_self_test_takes_the_windows_wishes() -> None:
    arguments = cli.parse(["--theme", "dark", "selftest", "--json"])
    assert (arguments.command, arguments.json) == ("selftest", True)
    assert cli.window_options(arguments).theme is Theme.DARK


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["plan"],
        ["check"],
        ["selftest"],
        ["export", "a.json"],
        ["demo", "a.db"],
        ["import", "a.toml"],
        ["programme", "check", "a.toml"],
        ["programme", "schema"],
        ["programme", "export", "clam", "a.toml"],
    ],
)
def test_the_database_is_named_before_or_after_the_command(words: list[str]) -> None:
    assert cli.parse(words).database is None
    assert cli.parse(["--database", "my.db", *words]).database == Path("my.db")
    assert cli.parse([*words, "--database", "my.db"]).database == Path("my.db")
    assert cli.parse(["--database", "a", *words, "--database", "b"]).database == Path("b")


def test_what_a_plan_can_be_asked_for() -> None:
    found = cli.parse(["plan", "--json", "--date", "9999-12-31", "--side", "both", "--dose", "low"])
    assert (found.json, found.date.year, found.side, found.dose) == (
        True, 9999, Side.BOTH, Level.LOW,
    )  # fmt: skip


def test_a_side_before_the_command_counts_as_well() -> None:
    assert cli.parse(["--side", "left", "plan"]).side is Side.LEFT
    assert cli.parse(["--side", "left", "plan", "--side", "right"]).side is Side.RIGHT


def test_a_seed_may_be_any_whole_number() -> None:
    assert cli.parse(["demo", "x.db", "--seed", "-5"]).seed == -5


def test_parsing_raises_for_whoever_calls_it() -> None:
    with pytest.raises(UserError, match="not known here"):
        cli.parse(["--foo"])
