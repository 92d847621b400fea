"""A glance at a file before the window opens: may it be used, and which look is wanted.

It does without SQLAlchemy, whose import would hold up the first paint.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from rehabtimer.core.settings import Settings, Theme
from rehabtimer.storage.errors import naming
from rehabtimer.storage.identity import check_admissible, look

_FIELDS = ("theme", "text_scale")


class Peek(Struct, frozen=True):
    """The look that the user chose, or the usual one."""

    theme: Theme = Theme.SYSTEM
    text_scale: float = 1.0


def peek(path: Path) -> Peek:
    """Return the look kept in a file of records, and touch nothing.

    Raises UserError if the file is somebody else's or newer than this program. A file that is
    missing or cannot be read for now has the usual look.
    """
    if not path.exists():
        return Peek()
    with naming(path):
        try:
            identity = look(path)
        except OSError:
            return Peek()
        if identity is not None:
            check_admissible(path, identity)
    return _look_kept_in(path)


def _look_kept_in(path: Path) -> Peek:
    query = "SELECT key, value FROM preferences WHERE key IN (?, ?)"
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            kept = dict(connection.execute(query, _FIELDS).fetchall())
        raw = {key: msgspec.json.decode(value) for key, value in kept.items()}
        settings = msgspec.convert(raw, Settings)
    except (sqlite3.Error, msgspec.MsgspecError):
        return Peek()
    return Peek(settings.theme, settings.text_scale)
