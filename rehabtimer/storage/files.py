"""Makes and finds the file of records, and keeps it from other people's eyes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.beside import replacing
from rehabtimer.storage.errors import MissingHistory, said, shown
from rehabtimer.storage.spared import is_history, is_spared


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
    """Write a file where the person wants it: whole, or not at all; what was there is replaced.

    Only the owner can read it. It goes where links lead to, and never into a history. Raises
    UserError, one sentence, where it cannot be written; then what was there still is.
    """
    path = target_of(path)
    try:
        with replacing(path) as file:
            yield file
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> UserError:
    """Return the one sentence about a file that could not be written, and why."""
    reason = (error.strerror or _("it cannot be written")).lower()
    text = _("{file} was not written ({reason}); choose another place, or free some space.")
    return UserError(said(text, path, reason=reason))


def target_of(path: Path, *spared: Path) -> Path:
    """Follow links, so that what they point to is replaced; spare devices, and every history.

    `spared` are further files that stay as they are. Raises UserError, one sentence.
    """
    try:
        path = path.resolve()
        is_database = any(
            each.exists() and path.exists() and path.samefile(each) for each in spared
        )
        if is_database or is_history(path):
            raise UserError(said(_("{file} is the database itself; choose another file."), path))
        if is_spared(path):
            text = _("{file} belongs to a history of RehabTimer; choose another file.")
            raise UserError(said(text, path))
        if path.exists() and not path.is_file():
            raise UserError(said(_("{file} is not an ordinary file; choose another one."), path))
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise UserError(said(_("{file} cannot be reached; choose another file."), path)) from error
    return path


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
