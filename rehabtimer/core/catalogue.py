"""Loads a programme and its exercises from the folder of resources."""

from pathlib import Path
from typing import Final

from msgspec import Struct

from rehabtimer.core.dose_file import Bounds
from rehabtimer.core.errors import UserError
from rehabtimer.core.exercise_file import (
    ExerciseFile,
    check_id,
    check_own_id,
    exercise_of,
    is_id,
)
from rehabtimer.core.faults import check_unique, naming, shown, wrong
from rehabtimer.core.programme import Exercise, Programme
from rehabtimer.core.toml_file import fill

DAYS: Final = Bounds(1, 366)
MOST_EXERCISES: Final = 100


class ProgrammeFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole file of `resources/programmes`: exercises are named by their ids, in order."""

    id: str
    name: str
    days: int
    exercises: list[str]


def load_programme(folder: Path, identity: str = "runners-knee") -> Programme:
    """Return a programme with its exercises; `folder` holds `programmes` and `exercises`.

    Raises UserError, one sentence naming file, key and value, for the first thing that is wrong.
    """
    if not is_id(identity):
        raise UserError(f"{shown(identity)} is not the id of a programme; try runners-knee.")
    path = folder / "programmes" / f"{identity}.toml"
    with naming(path):
        found = fill(path, ProgrammeFile)
        _check(found, identity, folder / "exercises")
    exercises = tuple(read_exercise(_path(folder / "exercises", name)) for name in found.exercises)
    return Programme(id=found.id, name=found.name, days=found.days, exercises=exercises)


def read_exercise(path: Path) -> Exercise:
    """Return the exercise of one TOML file; its id must be the name of the file.

    Raises UserError, one sentence naming file, key and value, for the first thing that is wrong.
    """
    with naming(path):
        return exercise_of(fill(path, ExerciseFile), path.stem)


def _check(found: ProgrammeFile, identity: str, exercises: Path) -> None:
    check_own_id(found.id, identity)
    DAYS.check("days", found.days)
    if not 1 <= len(found.exercises) <= MOST_EXERCISES:
        raise wrong("exercises", found.exercises, f"1 to {MOST_EXERCISES} exercises")
    keys = [(f"exercises[{index}]", name) for index, name in enumerate(found.exercises)]
    check_unique(keys)
    for key, name in keys:
        check_id(key, name)
        if not _path(exercises, name).exists():
            raise wrong(key, name, "the id of an exercise that has a file")


def _path(exercises: Path, identity: str) -> Path:
    return exercises / f"{identity}.toml"
