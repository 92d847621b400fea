"""The commands that write a file of what is kept, or take one in."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import datetime

    from rehabtimer.presenters.library import Conflict
    from rehabtimer.presenters.merge_frame import Progress

_T = TypeVar("_T")
_CLEAR = "\r\x1b[K"


def export_words(arguments: Namespace, database: Path, now: "datetime") -> str:
    """Write a file of the kind that is asked for, and say so."""
    from rehabtimer.presenters.exporting import ChartWish, export
    from rehabtimer.presenters.files import quoted

    if arguments.span and not arguments.chart:
        raise UserError(_("--span is for a chart; add --chart, or leave it out."))
    wish = ChartWish(arguments.chart, arguments.span or "programme") if arguments.chart else None
    shows = _has_terminal()
    if shows:
        name = quoted(arguments.file.name)
        _show(_("Writing {file}…").format(file=name))
    try:
        return export(database, arguments.file, replace=arguments.force, now=now, wish=wish)
    finally:
        if shows:
            _show(_CLEAR)


def import_words(arguments: Namespace, database: Path) -> list[str]:
    """Take a file in, or only say what that would change; a sentence a line."""
    from rehabtimer.presenters import importing

    file, conflict = arguments.file, _conflict(arguments)
    if importing.is_export(file):
        if conflict is not None:
            text = _("--replace and --keep-both are for TOML files; leave them out.")
            raise UserError(text)
        work = importing.look_into_export if arguments.dry_run else importing.take_in_export
        return importing.export_lines(with_progress(lambda: work(database, file)))
    if arguments.dry_run:
        return importing.preview_import(database, file)
    return importing.import_file(database, file, conflict)


def with_progress(begin: "Callable[[], Generator[Progress, None, _T]]") -> _T:
    """Do some work, and show on a terminal how far it is; an interrupt ends it."""
    steps, shows, told = begin(), _has_terminal(), ""
    try:
        while True:
            progress = next(steps)
            share = round(100 * progress.done / progress.total) if progress.total else 0
            line = _("{text} {percent} %").format(text=progress.text, percent=share)
            if shows and line != told:
                told = line
                _show(f"{_CLEAR}{told}")
    except StopIteration as stop:
        found: _T = stop.value
        return found
    finally:
        steps.close()
        if told:
            _show(_CLEAR)


def _conflict(arguments: Namespace) -> "Conflict | None":
    from rehabtimer.presenters.library import Conflict

    if arguments.replace:
        return Conflict.REPLACE
    return Conflict.KEEP_BOTH if arguments.keep_both else None


def _has_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
