"""How a conflict of ids is settled: one replaces the other, or both are kept under two ids."""

from collections.abc import Collection
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Exercise
from rehabtimer.core.programme_file import Listing
from rehabtimer.core.text import _
from rehabtimer.core.toml_types import LONGEST_NAME
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.library_import import Conflict, Preview, Standing
from rehabtimer.presenters.library_shelf import Shelf, Shipped

_LONGEST_ID = 64
_Item = TypeVar("_Item", Exercise, Listing)


class Settled(Struct, frozen=True, kw_only=True):
    """What is to be written, and the ids under which everything of the file will be found."""

    listing: Listing | None
    exercises: tuple[Exercise, ...]
    programme: str | None
    ids: tuple[str, ...]


def settled(preview: Preview, conflict: Conflict | None, shelf: Shelf, shipped: Shipped) -> Settled:
    """Return what is to be written; what is there already, word for word, is not.

    Raises UserError, one sentence, where a conflict is not decided or must not be decided so.
    """
    _check_decided(preview, conflict)
    names = _Names(preview, shelf, shipped)
    is_both = conflict is Conflict.KEEP_BOTH
    kept = {each.id: names.exercise(each) if is_both else each for each in preview.exercises}
    listing = preview.listing and names.followed(preview.listing, kept, rename=is_both)
    known = {e.id: e.standing is Standing.SAME for e in preview.entries if not e.is_programme}
    new = [e for old, e in kept.items() if not known[old] and e != shelf.exercises.get(e.id)]
    return Settled(
        listing=None if listing is None or names.has(listing) else listing,
        exercises=tuple(new),
        programme=listing.id if listing else None,
        ids=tuple(exercise.id for exercise in kept.values()),
    )


def free_id(wanted: str, taken: Collection[str]) -> tuple[str, int]:
    """Return an id that is not taken, with a number behind the wanted one; 1 where it is free."""
    number = 1
    while numbered(wanted, number) in taken:
        number += 1
    return numbered(wanted, number), number


def numbered(identity: str, number: int) -> str:
    """Return an id with a number behind it, from 2 on."""
    end = f"-{number}" if number > 1 else ""
    return identity[: _LONGEST_ID - len(end)] + end


def _check_decided(preview: Preview, conflict: Conflict | None) -> None:
    if not preview.conflicts:
        return
    if conflict is None:
        text = _("{id} is there already, and different; replace it, or keep both.")
        raise UserError(text.format(id=quoted(preview.conflicts[0].id)))
    for entry in preview.conflicts:
        if conflict is Conflict.REPLACE and entry.standing is Standing.TAKEN:
            text = _("{id} belongs to RehabTimer or to something else; it can only be kept beside.")
            raise UserError(text.format(id=quoted(entry.id)))


class _Names:
    """Finds ids for what is kept beside others; what was kept so before is found again."""

    def __init__(self, preview: Preview, shelf: Shelf, shipped: Shipped) -> None:
        self._shelf, self._shipped = shelf, shipped
        self._conflicts = {entry.id for entry in preview.conflicts}
        self._listed = set(preview.listing.exercises) if preview.listing else set()
        inside = {entry.id for entry in preview.entries} | self._listed
        self._taken = inside.union(shelf.ids, shipped.exercise_ids, shipped.programme_ids)
        known = (*shelf.names, *shipped.names, *(entry.name for entry in preview.entries))
        self._called = {name.casefold() for name in known}

    def has(self, listing: Listing) -> bool:
        """Say whether this programme is there already."""
        return listing == self._known(listing.id)

    def exercise(self, exercise: Exercise) -> Exercise:
        """Return an exercise as it can be kept beside the one that has its id."""
        if exercise.id not in self._conflicts:
            return exercise
        for mine in self._shelf.exercises.values():
            if mine.id not in self._listed and _is_twin(exercise, mine):
                return mine
        return self._renamed(exercise)

    def followed(self, listing: Listing, kept: dict[str, Exercise], *, rename: bool) -> Listing:
        """Return a programme with the new ids of its exercises, and one of its own if need be."""
        names = (kept[name].id if name in kept else name for name in listing.exercises)
        found = replace(listing, exercises=tuple(names))
        known = self._known(listing.id)
        is_free = listing.id not in self._conflicts and known in (None, found)
        if not rename or is_free:
            return found
        twins = (mine for mine in self._shelf.listings.values() if _is_twin(found, mine))
        return next(twins, None) or self._renamed(found)

    def _known(self, identity: str) -> Listing | None:
        return self._shelf.listings.get(identity) or self._shipped.listing(identity)

    def _renamed(self, item: _Item) -> _Item:
        identity, number = free_id(item.id, self._taken)
        self._taken.add(identity)
        return replace(item, id=identity, name=self._free_name(item.name, number))

    def _free_name(self, wanted: str, number: int) -> str:
        """Return a name with the number of its id, or with the first after it that is free."""
        found = _named(wanted, number)
        while found.casefold() in self._called:
            number += 1
            found = _named(wanted, number)
        self._called.add(found.casefold())
        return found


def _named(name: str, number: int) -> str:
    end = f" ({number})"
    return name[: LONGEST_NAME - len(end)].rstrip() + end


def _is_twin(item: Exercise | Listing, mine: Exercise | Listing) -> bool:
    """Say whether one's own is what came of this very item when it was kept beside another."""
    end = mine.id.rpartition("-")[2]
    beside = numbered(item.id, int(end)) if end.isdecimal() else item.id
    return mine.id in (item.id, beside) and replace(item, id=mine.id, name=mine.name) == mine
