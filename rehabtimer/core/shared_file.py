"""A single file from somebody else: an exercise, or a programme with exercises of its own."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from msgspec import Struct

from rehabtimer.core.exercise_file import ExerciseFile, exercise_of
from rehabtimer.core.faults import Fault, naming
from rehabtimer.core.programme import Exercise
from rehabtimer.core.programme_file import Listing, ProgrammeFile, listing_of, own_of
from rehabtimer.core.toml_file import filled, read_bytes, read_table

_TELLS_PROGRAMME: Final = {"exercises", "days", "own"}
_TELLS_EXERCISE: Final = {"moving", "dose", "sides", "steps"}


class Contents(Struct, frozen=True, kw_only=True):
    """What a file holds: one exercise, or a programme and those that only it has."""

    listing: Listing | None
    exercises: tuple[Exercise, ...]


def read_shared(path: Path) -> bytes:
    """Return the bytes of a file, or as many as show that it is too large.

    Raises UserError, one sentence with the file's name, where there is none that can be read.
    """
    with naming(path):
        return read_bytes(path)


def contents_of(path: Path, data: bytes, figures: Collection[str]) -> Contents:
    """Return what the bytes of a file describe; `figures` are the ids of those that there are.

    Raises UserError, one sentence naming file, key and value, for the first thing that is wrong.
    """
    with naming(path):
        table = read_table(data)
        if _TELLS_PROGRAMME & table.keys():
            found = filled(table, ProgrammeFile)
            return Contents(listing=listing_of(found), exercises=own_of(found, figures))
        if _TELLS_EXERCISE & table.keys():
            exercise = exercise_of(filled(table, ExerciseFile), figures=figures, own=True)
            return Contents(listing=None, exercises=(exercise,))
        raise Fault(
            "this is neither an exercise, which has dose, sides and steps, nor a programme, "
            "which has days and exercises; expected one of them."
        )
