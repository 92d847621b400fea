"""What can be asked for about files that go out and come in."""

from typing import Any, Final

from rehabtimer.cli.parsing import Parser, add_command, add_file
from rehabtimer.cli.values import to_word, value
from rehabtimer.core.text import _

CHARTS: Final = ("pain", "sessions", "exercises", "activity")
SPANS: Final = ("programme", "last-six", "everything")


def add_export(commands: Any) -> Parser:
    """Add `rehabtimer export`."""
    about = _(
        "Write what is kept into a file: everything as .json or .fhir.json, every table as .zip, "
        "a line a session as .csv."
    )
    export = add_command(commands, "export", about, "rehabtimer export my-knee.json")
    add_file(export, _("the file to write; its name ends in .json, .csv, .zip or .fhir.json"))
    export.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    chart = value("--chart", to_word(CHARTS), _("pain, sessions, exercises or activity"))
    chart_help = _("the figures of a chart instead, as .csv")
    export.add_argument("--chart", type=chart, metavar="|".join(CHARTS), help=chart_help)
    span = value("--span", to_word(SPANS), _("programme, last-six or everything"))
    span_help = _("the weeks of the chart: this programme, the last six, or all")
    export.add_argument("--span", type=span, metavar="|".join(SPANS), help=span_help)
    return export


def add_import(commands: Any) -> Parser:
    """Add `rehabtimer import`."""
    about = _(
        "Take in an export in JSON, which adds to what is here, or an exercise or a programme "
        "from a TOML file."
    )
    parser = add_command(commands, "import", about, "rehabtimer import my-knee.json --dry-run")
    add_file(parser, _("the file to take in; its name ends in .json or .toml"))
    dry_help = _("only say what would be taken in; nothing is written")
    parser.add_argument("--dry-run", action="store_true", help=dry_help)
    where_both = parser.add_mutually_exclusive_group()
    replace_help = _("of TOML: replace your own exercises and programmes of the same id")
    where_both.add_argument("--replace", action="store_true", help=replace_help)
    both_help = _("of TOML: keep both, the new ones under other ids")
    where_both.add_argument("--keep-both", action="store_true", help=both_help)
    return parser
