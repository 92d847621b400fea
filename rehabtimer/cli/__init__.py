"""The command line: what can be asked for, and the commands that need no window."""

from rehabtimer.cli.commands import DONE, NO, Answer, answer
from rehabtimer.cli.grammar import SELFTEST, parse, parser
from rehabtimer.cli.grammar_report import ON_PAPER, PaperWish, paper_wish
from rehabtimer.cli.window import WindowOptions, window_options

__all__ = [
    "DONE",
    "NO",
    "ON_PAPER",
    "SELFTEST",
    "Answer",
    "PaperWish",
    "WindowOptions",
    "answer",
    "paper_wish",
    "parse",
    "parser",
    "window_options",
]
