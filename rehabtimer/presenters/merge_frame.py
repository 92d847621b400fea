"""What is told while an export is looked into or taken in, and when that is done."""

from collections.abc import Generator
from dataclasses import dataclass


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
