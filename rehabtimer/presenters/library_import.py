"""What taking in a file would change: every part of it beside what is there."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.faults import naming, wrong
from rehabtimer.core.programme import Exercise
from rehabtimer.core.programme_file import Listing
from rehabtimer.core.shared_file import Contents
from rehabtimer.presenters.library_shelf import Shelf, Shipped


class Conflict(StrEnum):
    """What is to happen where an id is in use already."""

    REPLACE = "replace"
    KEEP_BOTH = "keep-both"


class Standing(StrEnum):
    """How something in a file stands to what is there."""

    NEW = "new"
    SAME = "same"  # it is there already, word for word
    CHANGED = "changed"  # one's own of that id is different
    TAKEN = "taken"  # the id belongs to something that is not to be replaced


class Entry(Struct, frozen=True, kw_only=True):
    """An exercise or the programme of a file, and how it stands to what is there."""

    id: str
    name: str
    is_programme: bool
    standing: Standing

    @property
    def conflicts(self) -> bool:
        """Whether somebody has to say what is to happen."""
        return self.standing in (Standing.CHANGED, Standing.TAKEN)


class Preview(Struct, frozen=True, kw_only=True):
    """What a file holds and how that stands to what is there; nothing has been written.

    `listing` is the programme, if it is one; `exercises` are those that stand in the file.
    """

    path: Path
    data: bytes
    listing: Listing | None
    exercises: tuple[Exercise, ...]
    entries: tuple[Entry, ...]  # the programme first

    @property
    def conflicts(self) -> tuple[Entry, ...]:
        """Where somebody has to choose between replacing and keeping both."""
        return tuple(entry for entry in self.entries if entry.conflicts)

    @property
    def may_replace(self) -> bool:
        """Whether everything in conflict is the user's own."""
        return all(entry.standing is not Standing.TAKEN for entry in self.entries)

    @property
    def is_known(self) -> bool:
        """Whether everything is there already, so that nothing would change."""
        return all(entry.standing is Standing.SAME for entry in self.entries)


class Taken(Struct, frozen=True, kw_only=True):
    """Under which ids the parts of a file are found now."""

    programme: str | None
    exercises: tuple[str, ...]


def judged(path: Path, data: bytes, contents: Contents, shelf: Shelf, shipped: Shipped) -> Preview:
    """Return the preview of a file; UserError where it names exercises that nobody has."""
    listing, exercises = contents.listing, contents.exercises
    entries = [_exercise_entry(exercise, shelf, shipped) for exercise in exercises]
    if listing is not None:
        inside = frozenset(exercise.id for exercise in exercises)
        _check_known(path, listing, inside.union(shelf.exercises, shipped.exercise_ids))
        entries.insert(0, _listing_entry(listing, shelf, shipped))
    return Preview(
        path=path, data=data, listing=listing, exercises=exercises, entries=tuple(entries)
    )


def _exercise_entry(exercise: Exercise, shelf: Shelf, shipped: Shipped) -> Entry:
    identity = exercise.id
    theirs, mine = shipped.exercise(identity), shelf.exercises.get(identity)
    if theirs is not None:
        is_same = replace(exercise, own=False) == theirs
        standing = Standing.SAME if is_same else Standing.TAKEN
    elif identity in shelf.listings or identity in shipped.programme_ids:
        standing = Standing.TAKEN
    else:
        standing = _standing(exercise, mine)
    return Entry(id=identity, name=exercise.name, is_programme=False, standing=standing)


def _listing_entry(listing: Listing, shelf: Shelf, shipped: Shipped) -> Entry:
    identity = listing.id
    theirs, mine = shipped.listing(identity), shelf.listings.get(identity)
    if theirs is not None:
        standing = Standing.SAME if listing == theirs else Standing.TAKEN
    elif identity in shelf.exercises or identity in shipped.exercise_ids:
        standing = Standing.TAKEN
    else:
        standing = _standing(listing, mine)
    return Entry(id=identity, name=listing.name, is_programme=True, standing=standing)


def _standing(found: object, mine: object) -> Standing:
    if mine is None:
        return Standing.NEW
    return Standing.SAME if found == mine else Standing.CHANGED


def _check_known(path: Path, listing: Listing, known: frozenset[str]) -> None:
    for index, identity in enumerate(listing.exercises):
        if identity not in known:
            expected = "the id of an exercise that RehabTimer has, or that stands in this file"
            with naming(path):
                raise wrong(f"exercises[{index}]", identity, expected)
