"""Writes a file beside the place where it goes, so that nobody ever meets half of it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, cast
from uuid import uuid4

_BEGINNING: Final = ".rehabtimer-"
_END: Final = ".part"
_NAMELESS: Final = getattr(os, "O_TMPFILE", 0)  # Linux has it


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to be written, and to be read; at the end it takes the place of `path`.

    Only the owner can read it. Where the disk knows how, it has no name until then, so that a
    program that is killed leaves nothing behind. Raises OSError; then what was there still is.
    """
    opened = _nameless(path.parent)
    file, name = opened or _named(path.parent)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if opened:
                _give_name(file, name)
        name.replace(path)
    except BaseException:
        with suppress(OSError):
            name.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Take away what programs that were killed have left in a folder and those below it."""
    with suppress(OSError):
        for path in folder.rglob(f"{_BEGINNING}*{_END}"):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of a folder last through a power cut (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _nameless(folder: Path) -> tuple[BinaryIO, Path] | None:
    """Open a file without a name, and tell the one that it will have; None where that cannot be."""
    if not _NAMELESS or not Path("/proc/self/fd").is_dir():
        return None
    try:
        handle = os.open(folder, _NAMELESS | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:  # of a disk that cannot; whatever else is wrong is told by the other way
        return None
    name = folder / f"{_BEGINNING}{uuid4().hex[:12]}{_END}"
    return cast("BinaryIO", os.fdopen(handle, "w+b")), name


def _give_name(file: BinaryIO, name: Path) -> None:
    """Let a file without a name have one; where that is refused after all, copy it."""
    handle = file.fileno()
    try:
        # Only with a folder's handle, which is not looked at, does Python follow the link.
        os.link(f"/proc/self/fd/{handle}", name, src_dir_fd=handle, follow_symlinks=True)
    except OSError:
        file.seek(0)
        with os.fdopen(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as copy:
            shutil.copyfileobj(file, copy)
            copy.flush()
            os.fsync(copy.fileno())


def _named(folder: Path) -> tuple[BinaryIO, Path]:
    handle, name = tempfile.mkstemp(prefix=_BEGINNING, suffix=_END, dir=folder)
    return cast("BinaryIO", os.fdopen(handle, "w+b")), Path(name)
