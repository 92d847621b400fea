"""Loads a programme and its exercises from the folder of resources, and single files."""

from collections.abc import Iterable
from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.exercise_file import ExerciseFile, check_file_id, exercise_of, is_id
from rehabtimer.core.faults import naming, shown, wrong
from rehabtimer.core.programme import Exercise, Programme
from rehabtimer.core.programme_file import Listing, ProgrammeFile, listing_of
from rehabtimer.core.toml_file import fill

ARTICLE = "runners-knee"
"""The id of the programme that a new user gets."""


def load_programme(folder: Path, identity: str = ARTICLE) -> Programme:
    """Return a programme with its exercises; `folder` has `programmes`, `exercises`, `poses`.

    Raises UserError, one sentence naming file, key and value, for the first thing that is wrong.
    """
    if not is_id(identity):
        raise UserError(f"{shown(identity)} is not the id of a programme; try {ARTICLE}.")
    path = folder / "programmes" / f"{identity}.toml"
    listing = read_listing(path)
    with naming(path):
        for index, name in enumerate(listing.exercises):
            if not _path(folder, name).exists():
                key = f"exercises[{index}]"
                raise wrong(key, name, "the id of an exercise that has a file")
    figures = figures_in(folder)
    exercises = (read_exercise(_path(folder, name), figures) for name in listing.exercises)
    return programme_of(listing, exercises)


def read_listing(path: Path) -> Listing:
    """Return the programme of one TOML file, its exercises named only.

    Raises UserError, one sentence naming file, key and value, for the first thing that is wrong.
    """
    with naming(path):
        found = fill(path, ProgrammeFile)
        check_file_id(found.id, path.stem)
        if found.own:
            ids = [own.id for own in found.own]
            raise wrong("own", ids, "no such key, because every exercise has its own file")
        return listing_of(found)


def read_exercise(path: Path, figures: Iterable[str] = (), *, own: bool = False) -> Exercise:
    """Return the exercise of one TOML file; its id must be the name of the file.

    `figures` are the ids of those that there are. Raises UserError, one sentence naming file, key
    and value, for the first thing that is wrong.
    """
    with naming(path):
        found = fill(path, ExerciseFile)
        check_file_id(found.id, path.stem)
        return exercise_of(found, figures=tuple(figures), own=own)


def programme_of(listing: Listing, exercises: Iterable[Exercise]) -> Programme:
    """Return a programme with these exercises in the place of their names."""
    return Programme(
        id=listing.id, name=listing.name, days=listing.days, exercises=tuple(exercises)
    )


def figures_in(folder: Path) -> tuple[str, ...]:
    """Return the ids of the figures in a folder of resources."""
    return tuple(sorted(path.stem for path in (folder / "poses").glob("*.toml")))


def _path(folder: Path, identity: str) -> Path:
    return folder / "exercises" / f"{identity}.toml"
