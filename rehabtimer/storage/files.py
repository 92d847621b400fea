"""Makes and finds the file of records, and keeps it from other people's eyes."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.errors import MissingHistory, said, shown


@contextmanager
def private() -> Iterator[None]:
    """Make what is created inside the block readable by its owner alone (not on Windows)."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def prepare(path: Path) -> None:
    """Make the folder and an empty file unless they are there; check that both can be written.

    Raises UserError, one sentence, and changes nothing if that is not possible.
    """
    _check_kind(path)
    make_folder(path)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise _locked_away(path.parent)
    if not path.exists():
        _create(path)
    elif not os.access(path, os.R_OK | os.W_OK):
        raise _locked_away(path)


def make_folder(path: Path) -> None:
    """Make the folder of a file unless it is there; UserError, one sentence, if it cannot be."""
    try:
        with private():
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            said(
                _("The folder {file} cannot be made; choose another place for {name}."),
                path.parent,
                name=shown(Path(path.name)),
            )
        ) from error


def find(path: Path) -> None:
    """Check that there is a file that can be read.

    Raises MissingHistory if there is none, UserError if it is none of ours to read.
    """
    _check_kind(path)
    if not path.exists():
        raise MissingHistory(
            said(_("There is no history at {file} yet; it begins with your first session."), path)
        )
    if not os.access(path, os.R_OK):
        raise UserError(
            said(_("{file} cannot be read; allow reading it, or choose another file."), path)
        )


def tighten(path: Path) -> None:
    """Take a file's reading rights from everybody else, where the file is the user's own."""
    mode = path.stat().st_mode
    if mode & 0o077:
        try:
            path.chmod(mode & 0o700)
        except OSError:
            return  # somebody else's file, shared on purpose


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write beside a path and rename at the end, so that nobody ever meets half a file.

    Only the owner can read it; what was there before is replaced. Raises UserError, one sentence,
    where it cannot be written; then what was there still is.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".rehabtimer-", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        reason = (error.strerror or _("it cannot be written")).lower()
        text = _("{file} was not written ({reason}); choose another place, or free some space.")
        raise UserError(said(text, path, reason=reason)) from error


def target_of(path: Path, *spared: Path) -> Path:
    """Follow links, so that what they point to is replaced; spare devices and these files.

    Raises UserError, one sentence.
    """
    try:
        path = path.resolve()
        if path.exists() and any(each.exists() and path.samefile(each) for each in spared):
            raise UserError(said(_("{file} is the database itself; choose another file."), path))
        if path.exists() and not path.is_file():
            raise UserError(said(_("{file} is not an ordinary file; choose another one."), path))
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise UserError(said(_("{file} cannot be reached; choose another file."), path)) from error
    return path


def sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of a folder last through a power cut (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_kind(path: Path) -> None:
    try:
        if path.is_dir():
            raise UserError(said(_("{file} is a folder; name a file in it."), path))
        if path.exists() and not path.is_file():
            raise UserError(said(_("{file} is not an ordinary file; choose another one."), path))
    except OSError as error:
        raise UserError(said(_("{file} cannot be reached; choose another file."), path)) from error


def _create(path: Path) -> None:
    try:
        with private():
            path.touch(0o600)
    except OSError as error:
        raise _locked_away(path) from error


def _locked_away(path: Path) -> UserError:
    return UserError(
        said(_("{file} cannot be written; allow writing to it, or choose another place."), path)
    )
