"""What is there to choose from: the files that RehabTimer brings, and the user's own."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from rehabtimer.core.catalogue import (
    ARTICLE,
    figures_in,
    load_programme,
    read_exercise,
    read_listing,
)
from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import naming, wrong
from rehabtimer.core.programme import Exercise, Programme
from rehabtimer.core.programme_file import Listing
from rehabtimer.core.text import _
from rehabtimer.storage.own_files import toml_files

EXERCISES: Final = "exercises"
PROGRAMMES: Final = "programmes"
REMOVED: Final = "removed"

_Item = TypeVar("_Item", Exercise, Listing)


class Shipped:
    """The files that RehabTimer brings, each read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of resources; nothing is read yet."""
        self.folder = folder
        self._exercises: dict[str, Exercise] = {}
        self._listings: dict[str, Listing] = {}
        self._programmes: dict[str, Programme] = {}

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures."""
        return figures_in(self.folder)

    @cached_property
    def exercise_ids(self) -> frozenset[str]:
        """The ids of the exercises."""
        return frozenset(path.stem for path in toml_files(self.folder / EXERCISES))

    @cached_property
    def programme_ids(self) -> tuple[str, ...]:
        """The ids of the programmes."""
        return tuple(path.stem for path in toml_files(self.folder / PROGRAMMES))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of an exercise or a programme, which reads all their files."""
        exercises = map(self.exercise, self.exercise_ids)
        listings = map(self.listing, self.programme_ids)
        return tuple(each.name for each in (*exercises, *listings) if each is not None)

    def exercise(self, identity: str) -> Exercise | None:
        """Return an exercise of that id, if there is one."""
        if identity in self.exercise_ids and identity not in self._exercises:
            path = self.folder / EXERCISES / f"{identity}.toml"
            self._exercises[identity] = read_exercise(path, self.figures)
        return self._exercises.get(identity)

    def listing(self, identity: str) -> Listing | None:
        """Return a programme of that id, if there is one."""
        if identity in self.programme_ids and identity not in self._listings:
            path = self.folder / PROGRAMMES / f"{identity}.toml"
            self._listings[identity] = read_listing(path)
        return self._listings.get(identity)

    def programme(self, identity: str = ARTICLE) -> Programme:
        """Return a programme with its exercises; UserError where there is none."""
        if identity not in self._programmes:
            self._programmes[identity] = load_programme(self.folder, identity)
        return self._programmes[identity]


class Shelf(Struct, frozen=True, kw_only=True):
    """The user's own files as they are now; `problems` tells of those that were left out."""

    exercises: dict[str, Exercise]
    listings: dict[str, Listing]
    removed_exercises: dict[str, Exercise]
    removed_listings: dict[str, Listing]
    problems: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Every id that is, or was, in use."""
        return frozenset(identity for part in self._parts for identity in part)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that is, or was, in use."""
        return tuple(each.name for part in self._parts for each in part.values())

    @property
    def _parts(self) -> tuple[Mapping[str, Exercise | Listing], ...]:
        return (self.exercises, self.listings, self.removed_exercises, self.removed_listings)


def read_shelf(folder: Path, shipped: Shipped) -> Shelf:
    """Read the user's own files; one that cannot be used is left out, and said to be."""

    def exercise(path: Path) -> Exercise:
        _check_free(path, shipped)
        return read_exercise(path, shipped.figures, own=True)

    def listing(path: Path) -> Listing:
        _check_free(path, shipped)
        return read_listing(path)

    problems: list[str] = []
    unheard: list[str] = []  # what was taken away bothers nobody
    exercises = _read(folder / EXERCISES, exercise, problems)
    listings = _read(folder / PROGRAMMES, listing, problems)
    removed = _read(folder / REMOVED / EXERCISES, exercise, unheard)
    problems += _gaps(listings, {*exercises, *removed, *shipped.exercise_ids})
    return Shelf(
        exercises=exercises,
        listings=listings,
        removed_exercises=removed,
        removed_listings=_read(folder / REMOVED / PROGRAMMES, listing, unheard),
        problems=tuple(problems),
    )


def _read(folder: Path, read: Callable[[Path], _Item], problems: list[str]) -> dict[str, _Item]:
    found: dict[str, _Item] = {}
    try:
        files = toml_files(folder)
    except UserError as error:
        problems.append(str(error))
        return found
    for path in files:
        try:
            found[path.stem] = read(path)
        except UserError as error:
            text = _("{problem} This file of your own was left out.")
            problems.append(text.format(problem=error))
    return found


def _check_free(path: Path, shipped: Shipped) -> None:
    if path.stem in shipped.exercise_ids or path.stem in shipped.programme_ids:
        with naming(path):
            raise wrong("id", path.stem, "an id that nothing in RehabTimer has")


def _gaps(listings: dict[str, Listing], known: set[str]) -> list[str]:
    """Say which exercises own programmes name although there are none, not even removed ones."""
    text = _("{file}: the exercise {id} is not there; it was left out of the programme.")
    return [
        text.format(file=f"{listing.id}.toml", id=identity)
        for listing in listings.values()
        for identity in listing.exercises
        if identity not in known
    ]
