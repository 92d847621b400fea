"""The command line: what can be asked for, and the commands that need no window.

What a command needs is imported when it runs: `plan` must not wait for the database's library.
"""

import argparse
import io
import math
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import msgspec

from rehabtimer import __version__, paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.clock import Clock, SystemClock
from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain, short
from rehabtimer.core.programme import Level, Programme, Side
from rehabtimer.core.settings import Theme
from rehabtimer.core.text import _

if TYPE_CHECKING:
    from rehabtimer.core.records import Course
    from rehabtimer.storage.store import Store

DONE, NO, WRONG_USE = 0, 1, 2
FASTEST = 1000.0
MOST_DEMO_DAYS = 3650

_NAME = "rehabtimer"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WINDOW_ONLY = ("demo", "start", "theme", "speed")
_Word = TypeVar("_Word", bound=StrEnum)


class WindowOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the window is to start; `speed` is above 0 and at most 1000, None is the user's own."""

    database: Path | None = None
    demo: bool = False
    start: bool = False
    side: Side | None = None
    theme: Theme | None = None
    speed: float = 1.0


class Answer(msgspec.Struct, frozen=True):
    """What a command prints, and its exit code."""

    text: str
    code: int = DONE


def parse(argv: Sequence[str] | None = None) -> Namespace:
    """Return what was asked for; `command` is None for the window.

    Raises UserError, one sentence, for anything that is not understood; SystemExit after `--help`.
    """
    given = sys.argv[1:] if argv is None else list(argv)
    try:
        arguments, unknown = parser().parse_known_args(given)
    except argparse.ArgumentError as error:
        raise _misunderstood(error, given) from error
    if unknown:
        text = _("{word} is not understood here; {help} shows what is.")
        raise UserError(text.format(word=_quoted(unknown[0]), help=_help_for(given)))
    _check_window_only(arguments)
    return arguments


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; use `parse` for its errors in one line."""
    top = _Parser(
        prog=_NAME,
        description=_("An exercise timer and pain diary for runner's knee."),
        epilog=_example("rehabtimer --demo --theme dark"),
    )
    top.add_argument("--version", action="version", version=f"RehabTimer {__version__}")
    _add_database(top, default=None)
    window = top.add_argument_group(_("for the window, which opens when no command is given"))
    window.add_argument("--demo", action="store_true", help=_("show a made-up history"))
    window.add_argument("--start", action="store_true", help=_("begin today's session at once"))
    _add_side(window, default=None)
    _add(window, "--theme", _one_of("--theme", Theme), "light|dark|system", _("choose the look"))
    speed_help = _("run the clock N times faster, to try things out")
    _add(window, "--speed", _speed, "N", speed_help)
    commands = top.add_subparsers(title=_("commands"), dest="command", metavar=_COMMAND)
    for name, add in _SUBPARSERS.items():
        add(commands, name)
    return top


def window_options(arguments: Namespace) -> WindowOptions:
    """Return how the window is to start."""
    return WindowOptions(
        database=arguments.database,
        demo=arguments.demo,
        start=arguments.start,
        side=arguments.side,
        theme=arguments.theme,
        speed=1.0 if arguments.speed is None else arguments.speed,
    )


def run(arguments: Namespace, clock: Clock | None = None) -> int:
    """Carry out a command that needs no window: print its answer, and return its exit code.

    Raises UserError, one sentence, for input that cannot be read or must not be written over.
    """
    answer = _COMMANDS[arguments.command](arguments, clock or SystemClock())
    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 wherever it goes; a terminal that knows few letters gets the others as \u.
        encoding = "utf-8" if getattr(arguments, "json", False) else None
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    print(answer.text)
    return answer.code


# ---------------------------------------------------------------- the commands


def _plan(arguments: Namespace, clock: Clock) -> Answer:
    from rehabtimer.presenters.plan import Wish, plan_document, plan_lines, planned_day

    with _history(arguments) as store:
        settings = store.preferences.settings() if store else None
        course = store.courses.current() if store else None
    wish = Wish(on=arguments.date, side=arguments.side, level=arguments.dose)
    planned = planned_day(_programme(course), wish, clock.now(), settings, course)
    return _json(plan_document(planned)) if arguments.json else _text(plan_lines(planned))


def _status(arguments: Namespace, clock: Clock) -> Answer:
    from rehabtimer.presenters.status import Status, no_history_line, read_status, status_lines

    with _history(arguments) as store:
        course = store.courses.current() if store else None
        if store is None or course is None:
            line = no_history_line(plain(str(_database(arguments))))
            return _json(Status()) if arguments.json else _text([line])
        programme = _programme(course)
        status = read_status(store, course, programme, clock.now())
    return _json(status) if arguments.json else _text(status_lines(status, programme))
