"""The user's own files as they stand in an export, with when each was written."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.core.toml_file import LARGEST_FILE
from rehabtimer.storage.errors import said
from rehabtimer.storage.moments import moment_of, moment_text
from rehabtimer.storage.own_files import change_files, own_texts

REMOVED: Final = "removed/"

_PATH: Final = re.compile(r"(removed/)?(exercises|programmes)/[a-z0-9-]{1,100}\.toml")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class OwnCopy(NamedTuple):
    """A file of exercises or programmes; `updated_at` is a moment as rows have it."""

    path: str
    text: str
    updated_at: str

    @property
    def weight(self) -> tuple[str, str]:
        """What the copy that holds has more of: it was written later, or else is greater."""
        return self.updated_at, self.text


def is_own_path(path: str) -> bool:
    """Whether a path, from the folder of own files, may be that of one."""
    return _PATH.fullmatch(path) is not None


def own_copies(folder: Path) -> list[OwnCopy]:
    """Return the files of a folder that go out and in, in the order of their paths.

    Raises UserError, one sentence, where one cannot be read.
    """
    texts = {path: text for path, text in own_texts(folder).items() if is_own_path(path)}
    return [
        OwnCopy(path, text, _written_at(folder / path))
        for path, text in sorted(texts.items())
        if len(text.encode("utf-8", "replace")) <= LARGEST_FILE
    ]


def united(*copies: Iterable[OwnCopy]) -> dict[str, OwnCopy]:
    """Return the files that hold of several lots, by path, in whatever order the lots come.

    What was removed is not there again unless it was written later.
    """
    found: dict[str, OwnCopy] = {}
    for copy in (copy for lot in copies for copy in lot):
        known = found.get(copy.path)
        found[copy.path] = copy if known is None else max(known, copy, key=lambda c: c.weight)
    gone = {
        path
        for path, copy in found.items()
        if (removed := found.get(REMOVED + path)) and removed.updated_at > copy.updated_at
    }
    return {path: found[path] for path in sorted(found.keys() - gone)}


class Putting:
    """Puts files in their places; see `putting`."""

    def __init__(self, folder: Path) -> None:
        """Work in a folder, which need not be there."""
        self._folder = folder
        self._before: dict[Path, tuple[bytes, int] | None] = {}

    def put(self, copies: Mapping[str, OwnCopy | None]) -> None:
        """Write files with their times, and take away those that are None: all, or none.

        Raises UserError, one sentence, where that fails.
        """
        places = {self._folder / path: copy for path, copy in copies.items()}
        try:
            before = {path: _kept(path) for path in places}
            change_files({p: c.text.encode() if c else None for p, c in places.items()})
            self._before |= before
            for path, copy in places.items():
                if copy:
                    _set_time(path, moment_of(copy.updated_at))
        except OSError as error:
            text = _("{file} cannot be written; allow writing there, or move what is in its place.")
            raise UserError(said(text, self._folder)) from error

    def put_back(self) -> None:
        """Undo it, as much as the disk allows."""
        with suppress(UserError, OSError):
            change_files({path: kept[0] if kept else None for path, kept in self._before.items()})
            for path, kept in self._before.items():
                if kept:
                    os.utime(path, ns=(kept[1], kept[1]))


@contextmanager
def putting(folder: Path) -> Iterator[Putting]:
    """Let files be put into a folder; if the block fails after that, they are as they were."""
    work = Putting(folder)
    try:
        yield work
    except BaseException:
        work.put_back()
        raise


def _kept(path: Path) -> tuple[bytes, int] | None:
    try:
        return path.read_bytes(), path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _set_time(path: Path, moment: datetime) -> None:
    written = (moment - _EPOCH) // timedelta(microseconds=1) * 1000  # in nanoseconds
    os.utime(path, ns=(written, written))


def _written_at(path: Path) -> str:
    return moment_text(_EPOCH + timedelta(microseconds=path.stat().st_mtime_ns // 1000))
