"""Taking in what another RehabTimer exported: what it would change, and that it has."""

from pathlib import Path
from typing import TYPE_CHECKING

from rehabtimer.presenters.merge_frame import MergePreview, Progress, Steps

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store

__all__ = ["MergePreview", "Progress", "Steps", "look_into", "take_in"]


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
