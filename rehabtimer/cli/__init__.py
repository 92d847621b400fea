"""The command line: what can be asked for, and the commands that need no window."""

from rehabtimer.cli.commands import DONE, NO, Answer, answer
from rehabtimer.cli.grammar import SELFTEST, parse, parser
from rehabtimer.cli.window import WindowOptions, window_options

__all__ = [
    "DONE",
    "NO",
    "SELFTEST",
    "Answer",
    "WindowOptions",
    "answer",
    "parse",
    "parser",
    "window_options",
]
