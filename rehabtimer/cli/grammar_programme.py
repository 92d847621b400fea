"""What can be asked for about programmes and exercises of one's own."""

import argparse
from typing import Any

from rehabtimer.cli.parsing import NAME, Parser, add_command, add_database, add_file
from rehabtimer.core.text import _

PROGRAMME = "programme"
ACTIONS = ("check", "schema", "export")
ACTION = "ACTION"


def add_programme(commands: Any) -> None:
    """Add `rehabtimer programme` with its own commands."""
    about = _("Look at files of exercises and programmes, or write one.")
    parser = add_command(commands, PROGRAMME, about, "rehabtimer programme check my-knee.toml")
    actions = parser.add_subparsers(
        title=_("commands"),
        prog=f"{NAME} {PROGRAMME}",
        dest="action",
        metavar=ACTION,
        required=True,
    )
    for add in (_add_check, _add_schema, _add_export):
        add_database(add(actions), default=argparse.SUPPRESS)
    add_database(parser, default=argparse.SUPPRESS)


def _add_check(actions: Any) -> Parser:
    about = _("Say what a TOML file holds: exit code 0, or 1 with what is wrong and where.")
    parser = add_command(actions, "check", about, "rehabtimer programme check my-knee.toml")
    add_file(parser, _("the file to look at"))
    return parser


def _add_schema(actions: Any) -> Parser:
    about = _("Print the JSON Schema of such files, for editors and other programs.")
    return add_command(actions, "schema", about, "rehabtimer programme schema")


def _add_export(actions: Any) -> Parser:
    about = _("Write an exercise or a programme into a TOML file, to be sent or changed.")
    example = "rehabtimer programme export clam my-clam.toml"
    parser = add_command(actions, "export", about, example)
    parser.add_argument("id", metavar="ID", help=_("the id of the exercise or programme"))
    add_file(parser, _("the file to write; its name ends in .toml"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    return parser
