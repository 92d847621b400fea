"""Tells the files of a history, which nothing that a person saves may replace."""

import re
from pathlib import Path
from typing import Final

from rehabtimer.storage.schema import APPLICATION_ID

_MAGIC: Final = b"SQLite format 3\0"
_OWNER: Final = slice(68, 72)
_HEADER: Final = 100  # bytes
_BESIDE: Final = re.compile(r"(.+)(-journal|-wal|-shm|\.lock|\.before-import(\.part)?)", re.DOTALL)
_OWN: Final = "-own"


def is_spared(path: Path) -> bool:
    """Say whether a path is a history, lies beside one as a part of it, or in its own folder.

    The path has no links in it. Whatever history it is: none is ever written over.
    """
    if is_history(path):
        return True
    beside = _BESIDE.fullmatch(path.name)
    if beside and is_history(path.with_name(beside[1])):
        return True
    return any(map(_is_own_folder, path.parents))


def is_history(path: Path) -> bool:
    """Say whether a file is a database of this program, as its header has it."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    return header.startswith(_MAGIC) and header[_OWNER] == APPLICATION_ID.to_bytes(4)


def _is_own_folder(folder: Path) -> bool:
    """Say whether a folder has the own exercises of a history beside it (`paths.own_folder`)."""
    if not folder.name.endswith(_OWN):
        return False
    stem = folder.name.removesuffix(_OWN)
    try:
        beside = [path for path in folder.parent.iterdir() if path.stem == stem]
    except OSError:
        return False
    return any(map(is_history, beside))
