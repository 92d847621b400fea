"""Tells moments that come after whatever was written before, also where its clock was ahead.

Of two copies of a row the later one holds. Without this, what is changed here just after an import
from a computer whose clock is an hour ahead would lose against what it replaced.
"""

import sqlite3
from datetime import datetime, timedelta
from typing import Final

from rehabtimer.storage.moments import just_after, moment_text
from rehabtimer.storage.tables import metadata

_WRITTEN: Final = " UNION ALL ".join(
    f"SELECT max({column}) AS at FROM {table.name}"  # noqa: S608 - only names of ours
    for table in metadata.tables.values()
    for column in ("updated_at", "at" if table.name == "deletions" else "")
    if column in table.columns
)
_NEWEST: Final = f"SELECT max(at) FROM ({_WRITTEN})"  # noqa: S608

# A clock that is further ahead than this is wrong, and everything is not to become as wrong.
_BELIEVED: Final = timedelta(days=1)


class Latest:
    """Remembers the last moment in a file, and looks again when others have written."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Look through a connection, whatever transaction it has."""
        self._raw = raw
        self._version = -1
        self._newest = ""

    def after_all(self, now: datetime) -> str:
        """Return the present moment, or one just after the last that was written.

        Ask before what is written last is deleted: it counts as long as it is there.
        """
        self._look()
        text = moment_text(now)
        if text < self._newest <= moment_text(now + _BELIEVED):
            text = just_after(self._newest)
        self._newest = max(self._newest, text)
        return text

    def _look(self) -> None:
        version: int = self._raw.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._newest = self._raw.execute(_NEWEST).fetchone()[0] or ""
