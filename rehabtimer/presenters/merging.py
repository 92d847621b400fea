"""Taking in what another RehabTimer exported: what it would change, and that it has."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store


@dataclass(frozen=True)
class Progress:
    """How far a file is read or taken in: `done` of `total`, and what is being done, in words."""

    done: int
    total: int
    text: str


@dataclass(frozen=True)
class MergePreview:
    """What a file changes here, a sentence a line.

    `conflicts` says of everything that is there and in the file, and different, which one is kept.
    """

    title: str
    lines: tuple[str, ...]
    conflicts: tuple[str, ...]
    nothing_new: bool


Steps = Generator[Progress, None, MergePreview]
"""Work in small steps; its result is what it returns, and to close it is to cancel it."""


def look_into(store: "Store", path: Path, own: Path) -> Steps:
    """Say what taking in a file would change; nothing is written.

    `own` is the folder of the exercises and programmes of one's own. Raises UserError, one
    sentence, for what is wrong with the file.
    """
    from rehabtimer.presenters.merge_steps import compare

    return (yield from compare(store.database.path, path, own))


def take_in(store: "Store", path: Path, own: Path) -> Steps:
    """Take a file in, and say what it has changed: all of it at the end, or nothing.

    Whatever was read from the store before is to be read again. Raises UserError, one sentence, for
    what is wrong with the file, and where the disk refuses; then nothing has changed.
    """
    from rehabtimer.presenters.merge_steps import merge

    return (yield from merge(store.database.path, path, own))
