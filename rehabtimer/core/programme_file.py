"""What a programme file may say, and how it becomes a list of exercises."""

from collections.abc import Collection
from typing import Annotated, Final

from msgspec import Struct

from rehabtimer.core.dose_file import Bounds
from rehabtimer.core.exercise_file import ExerciseFile, check_id, exercise_of
from rehabtimer.core.faults import below, check_length, check_unique, wrong
from rehabtimer.core.programme import Exercise
from rehabtimer.core.toml_types import (
    LONGEST_NAME,
    MOST_EXERCISES,
    Identity,
    Name,
    each_once,
    up_to,
)

DAYS: Final = Bounds(1, 366)


class ProgrammeFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A programme: ids of exercises, in order; those in no file yet stand in tables of `own`."""

    id: Identity
    name: Name
    days: Annotated[int, DAYS.meta]
    exercises: Annotated[list[Identity], each_once(MOST_EXERCISES, least=1)]
    own: Annotated[list[ExerciseFile], up_to(MOST_EXERCISES)] = []


class Listing(Struct, frozen=True, kw_only=True):
    """A programme whose exercises are named only."""

    id: str
    name: str
    days: int
    exercises: tuple[str, ...]


def listing_of(found: ProgrammeFile) -> Listing:
    """Return the programme that a file lists; Fault where it is out of bounds."""
    check_id("id", found.id)
    check_length("name", found.name, LONGEST_NAME)
    DAYS.check("days", found.days)
    if not 1 <= len(found.exercises) <= MOST_EXERCISES:
        raise wrong("exercises", found.exercises, f"1 to {MOST_EXERCISES} exercises")
    keys = [(f"exercises[{index}]", name) for index, name in enumerate(found.exercises)]
    check_unique(keys)
    for key, name in keys:
        check_id(key, name)
    return Listing(id=found.id, name=found.name, days=found.days, exercises=tuple(found.exercises))


def own_of(found: ProgrammeFile, figures: Collection[str]) -> tuple[Exercise, ...]:
    """Return the exercises that stand in a programme's file; Fault for the first bad one."""
    check_unique((f"own[{index}].id", own.id) for index, own in enumerate(found.own))
    return tuple(_own(index, own, found, figures) for index, own in enumerate(found.own))


def _own(index: int, own: ExerciseFile, found: ProgrammeFile, figures: Collection[str]) -> Exercise:
    with below(f"own[{index}]"):
        exercise = exercise_of(own, figures=figures, own=True)
        if own.id not in found.exercises:
            raise wrong("id", own.id, "an id that is in exercises")
        if own.id == found.id:
            raise wrong("id", own.id, "another id than the programme's")
    return exercise
