"""Keeps the user's own files: each is whole or not there, and several change together or not."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.beside import replacing
from rehabtimer.storage.errors import said
from rehabtimer.storage.files import private, whole_file


def toml_files(folder: Path) -> list[Path]:
    """Return the TOML files of a folder by name; none where there is no such folder.

    Raises UserError, one sentence, where it cannot be looked into.
    """
    try:
        found = [path for path in folder.iterdir() if path.suffix == ".toml"]
    except FileNotFoundError:
        return []
    except OSError as error:
        text = _("{file} cannot be looked into; allow reading that folder.")
        raise UserError(said(text, folder)) from error
    return sorted(path for path in found if not path.name.startswith("."))


def own_texts(folder: Path) -> dict[str, str]:
    """Return the text of every TOML file below a folder, by its path from there.

    What is no text is read as far as it is. Raises UserError, one sentence, where one cannot be.
    """
    try:
        found = sorted(path for path in folder.rglob("*.toml") if path.is_file())
        return {
            path.relative_to(folder).as_posix(): path.read_text("utf-8", errors="replace")
            for path in found
        }
    except OSError as error:
        text = _("{file} cannot be looked into; allow reading that folder.")
        raise UserError(said(text, folder)) from error


def change_files(changes: Mapping[Path, bytes | None]) -> None:
    """Write files, and take away those whose content is None; all of them, or none.

    Only the owner can read them, and what was written is read back. Raises UserError, one sentence,
    where that fails; then everything is as it was.
    """
    before: dict[Path, bytes | None] = {}
    for path, data in changes.items():
        try:
            before[path] = path.read_bytes() if path.exists() else None
            _put(path, data)
        except BaseException as error:
            _put_back(before)
            if isinstance(error, OSError):
                raise _refused(path, error) from error
            raise


def write_file(path: Path, data: bytes) -> None:
    """Write one file where the user wants it, as `files.whole_file` does, and read it back.

    Raises UserError, one sentence, where that fails.
    """
    with whole_file(path) as file:
        _fill(file, data)


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
        return
    with private():
        path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, data)


def _put_back(before: dict[Path, bytes | None]) -> None:
    """Undo as much as the disk allows, the latest first; the first refusal is what is told."""
    for path, data in reversed(before.items()):
        try:
            _put(path, data)
        except OSError:
            continue


def _write(path: Path, data: bytes) -> None:
    with replacing(path) as file:
        _fill(file, data)


def _fill(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    file.seek(0)
    if file.read() != data:
        raise OSError(0, _("it cannot be read back"))


def _refused(path: Path, error: OSError) -> UserError:
    reason = (error.strerror or _("it cannot be written")).lower()
    text = _("{file} was not written ({reason}); allow writing there, or free some space.")
    return UserError(said(text, path, reason=reason))
