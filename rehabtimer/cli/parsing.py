"""The parser of the command line, which complains in one sentence, and what commands share."""

import argparse
import os
from typing import Any, NoReturn

from rehabtimer.cli.values import to_path, value
from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _

NAME = "rehabtimer"


class Formatter(argparse.HelpFormatter):
    """Is as wide as the terminal, without the module that argparse would load to know that."""

    def __init__(self, **about: Any) -> None:
        try:
            width = os.get_terminal_size().columns - 2
        except OSError:  # no terminal
            width = 78
        super().__init__(**about, width=width)


class Parser(argparse.ArgumentParser):
    """Raises one sentence instead of printing its usage and leaving."""

    def __init__(self, *, example: str, **about: Any) -> None:
        """Take an example for the end of the help, and what argparse takes."""
        super().__init__(
            epilog=_("Example: {command}").format(command=example),
            formatter_class=Formatter,
            allow_abbrev=False,
            exit_on_error=False,
            add_help=False,
            **about,
        )
        self._optionals.title = _("options")
        self._positionals.title = _("what to name")
        self.add_argument("-h", "--help", action="help", help=_("show this help and leave"))

    def error(self, message: str) -> NoReturn:
        text = _("{problem}; {command} --help shows what is needed.")
        raise UserError(text.format(problem=message, command=self.prog))


def add_command(commands: Any, name: str, about: str, example: str) -> Parser:
    """Add a command with its one example."""
    added: Parser = commands.add_parser(name, help=about, description=about, example=example)
    return added


def add_database(to: Parser, default: str | None) -> None:
    """Let the history be named."""
    path = value("--database", to_path, _("the name of a file"))
    text = _("the history to use, instead of the one in your data folder")
    to.add_argument("--database", type=path, metavar="FILE", default=default, help=text)


def add_side(to: Any, text: str, default: str | None) -> None:
    """Let a side be named."""
    side = value("--side", Side, _("left, right or both"))
    to.add_argument("--side", type=side, metavar="left|right|both", default=default, help=text)


def add_json(to: Parser) -> None:
    """Let the answer be asked for as JSON."""
    to.add_argument("--json", action="store_true", help=_("print it for other programs"))


def add_file(to: Parser, text: str) -> None:
    """Let the one file be named that it is about."""
    to.add_argument("file", type=value("FILE", to_path, text), metavar="FILE", help=text)
