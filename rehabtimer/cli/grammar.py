"""What can be asked for, in which words."""

import argparse
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from rehabtimer import __version__
from rehabtimer.cli.grammar_files import add_export, add_import
from rehabtimer.cli.grammar_programme import ACTION, ACTIONS, PROGRAMME, add_programme
from rehabtimer.cli.grammar_report import ON_PAPER, add_report, add_sheet
from rehabtimer.cli.parsing import (
    NAME,
    Parser,
    add_command,
    add_database,
    add_file,
    add_json,
    add_side,
)
from rehabtimer.cli.values import to_date, to_days, to_speed, value
from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain
from rehabtimer.core.programme import Level
from rehabtimer.core.settings import Theme
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted

COMMANDS = ("plan", "status", *ON_PAPER, "check", "export", "import", "programme", "demo")
SELFTEST = "selftest"

_COMMAND = "COMMAND"
_FOR_THE_WINDOW = ("demo", "start", "theme", "speed")


def parse(argv: Sequence[str] | None = None) -> Namespace:
    """Return what was asked for; `command` is None for the window.

    Raises UserError, one sentence, for what is not understood; SystemExit after `--help`.
    """
    given = sys.argv[1:] if argv is None else list(argv)
    try:
        arguments, unknown = parser().parse_known_args(given)
    except argparse.ArgumentError as error:
        raise _misunderstood(error, given) from error
    if unknown:
        text = _("{word} is not known here; {help} shows what is.")
        raise UserError(text.format(word=quoted(unknown[0]), help=_help_on(given)))
    given_for_window = [name for name in _FOR_THE_WINDOW if getattr(arguments, name)]
    if given_for_window and arguments.command not in (None, SELFTEST):
        text = _("--{option} is for the window; leave it out, or leave out {command}.")
        raise UserError(text.format(option=given_for_window[0], command=arguments.command))
    return arguments


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; `parse` puts its errors into one sentence."""
    top = Parser(
        prog=NAME,
        description=_("An exercise timer and pain diary for runner's knee."),
        example="rehabtimer --demo --theme dark",
    )
    version, show_version = f"RehabTimer {__version__}", _("show the version and leave")
    top.add_argument("--version", action="version", version=version, help=show_version)
    add_database(top, default=None)
    window = top.add_argument_group(_("for the window, which opens when there is no command"))
    window.add_argument("--demo", action="store_true", help=_("show a made-up history"))
    window.add_argument("--start", action="store_true", help=_("begin today's session at once"))
    add_side(window, _("which knee is sore; it is remembered"), default=None)
    look = value("--theme", Theme, _("light, dark or system"))
    theme_help = _("choose the look")
    window.add_argument("--theme", type=look, metavar="light|dark|system", help=theme_help)
    speed = value("--speed", to_speed, _("a number from 0.01 to 1000"))
    speed_help = _("make the clock run N times faster, to try things out")
    window.add_argument("--speed", type=speed, metavar="N", help=speed_help)
    commands = top.add_subparsers(title=_("commands"), prog=NAME, dest="command", metavar=_COMMAND)
    for add in (_add_plan, _add_status, add_report, add_sheet, _add_check, add_export, add_import):
        add_database(add(commands), default=argparse.SUPPRESS)
    add_programme(commands)
    for add in (_add_demo, _add_selftest):
        add_database(add(commands), default=argparse.SUPPRESS)
    return top


def _add_plan(commands: Any) -> Parser:
    about = _("Show the session of a date: every exercise with its dose, and the totals.")
    plan = add_command(commands, "plan", about, "rehabtimer plan --side left --dose high")
    add_json(plan)
    day = value("--date", to_date, _("a date such as 2026-03-31"))
    plan.add_argument("--date", type=day, metavar="DATE", help=_("another date than today"))
    kept = _("the sore knee, instead of the one in your settings")
    add_side(plan, kept, default=argparse.SUPPRESS)
    dose = value("--dose", Level, _("low, target or high"))
    dose_help = _("the article's doses instead of your own, with every exercise on")
    plan.add_argument("--dose", type=dose, metavar="low|target|high", help=dose_help)
    return plan


def _add_status(commands: Any) -> Parser:
    about = _("Show where the programme stands, and what can be taken up again.")
    status = add_command(commands, "status", about, "rehabtimer status --json")
    add_json(status)
    return status


def _add_check(commands: Any) -> Parser:
    about = _("Look the history over for damage: exit code 0 healthy, 1 damaged, 2 cannot tell.")
    return add_command(commands, "check", about, "rehabtimer check")


def _add_demo(commands: Any) -> Parser:
    about = _("Write a made-up history into a new file, to look around in.")
    demo = add_command(commands, "demo", about, "rehabtimer demo look-around.db --days 20")
    add_file(demo, _("the file to write; it must not be there yet"))
    days = value("--days", to_days, _("a whole number from 1 to 3650"))
    days_help = _("how many days ago the programme began, today included (37)")
    demo.add_argument("--days", type=days, metavar="N", default=37, help=days_help)
    seed = value("--seed", int, _("a whole number"))
    seed_help = _("another number makes up another history (1)")
    demo.add_argument("--seed", type=seed, metavar="N", default=1, help=seed_help)
    return demo


def _add_selftest(commands: Any) -> Parser:
    about = _("Open the window, show Today, print how long that took, and close again.")
    selftest = add_command(commands, SELFTEST, about, "rehabtimer selftest --json")
    add_json(selftest)
    return selftest


def _help_on(given: Sequence[str]) -> str:
    command = next((word for word in given if word in (*COMMANDS, SELFTEST)), "")
    action = next((word for word in given if word in ACTIONS and command == PROGRAMME), "")
    return " ".join(filter(None, (NAME, command, action, "--help")))


def _misunderstood(error: argparse.ArgumentError, given: Sequence[str]) -> UserError:
    known = {_COMMAND: (*COMMANDS, SELFTEST), ACTION: ACTIONS}.get(error.argument_name or "")
    if known:
        text = _("There is no such command; there are: {names}.")
        return UserError(text.format(names=", ".join(known)))
    text = _("{option}: {problem}; {help} shows what is needed.")
    values = {"option": error.argument_name, "problem": plain(error.message)}
    return UserError(text.format(**values, help=_help_on(given)))
