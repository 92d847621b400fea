"""Tells a file of ours from a stranger's, before anything touches it."""

from pathlib import Path
from typing import NamedTuple

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.errors import damaged, not_ours, said
from rehabtimer.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_VERSION, _APPLICATION = slice(60, 64), slice(68, 72)


class Identity(NamedTuple):
    """Whose file it is; a file with nothing in it may become ours."""

    is_database: bool
    application: int
    version: int
    is_empty: bool

    @property
    def is_ours(self) -> bool:
        """Whether this program made the file, in whatever version."""
        return self.is_database and self.application == APPLICATION_ID

    @property
    def is_newer(self) -> bool:
        """Whether a later version of this program made it."""
        return self.is_ours and self.version > SCHEMA_VERSION


def look(path: Path) -> Identity | None:
    """Read a file's header without SQLite; None while a journal waits to be rolled back.

    Raises OSError if it cannot be read.
    """
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        return None
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return Identity(
        is_database=len(header) == _HEADER and header.startswith(_MAGIC),
        application=int.from_bytes(header[_APPLICATION]),
        version=int.from_bytes(header[_VERSION]),
        is_empty=not header,
    )


def check_admissible(path: Path, identity: Identity) -> None:
    """Raise UserError unless the file is empty, or ours and not newer than this program."""
    if identity.is_empty:
        return
    if not identity.is_database:
        raise not_ours(path)
    if not identity.is_ours:
        raise UserError(said(_("{file} belongs to another program; choose another file."), path))
    if identity.is_newer:
        text = _(
            "{file} was written by a newer RehabTimer; install the newest version, "
            "or choose another file."
        )
        raise UserError(said(text, path))
    if identity.version < 1:
        raise damaged(path)
