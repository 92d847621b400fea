"""What can be looked up by its id, in the user's own files and in those of RehabTimer."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import naming
from rehabtimer.core.programme import Exercise
from rehabtimer.core.programme_file import Listing
from rehabtimer.core.text import _
from rehabtimer.core.toml_text import exercise_toml, programme_toml
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.library_shelf import Shelf, Shipped, read_shelf


class Stock:
    """Both shelves at one moment."""

    def __init__(self, own: Path, shipped: Shipped) -> None:
        """Read the user's own files; those of RehabTimer are read when they are asked for."""
        self.shipped = shipped
        self.shelf: Shelf = read_shelf(own, shipped)

    @property
    def ids(self) -> frozenset[str]:
        """Every id that is, or was, in use."""
        return self.shelf.ids.union(self.shipped.exercise_ids, self.shipped.programme_ids)

    def exercise(self, identity: str) -> Exercise | None:
        """Return an exercise, also one that was removed; None if there never was one."""
        mine = self.shelf.exercises.get(identity) or self.shelf.removed_exercises.get(identity)
        return mine or self.shipped.exercise(identity)

    def listing(self, identity: str) -> Listing | None:
        """Return a programme, also one that was removed; None if there never was one."""
        mine = self.shelf.listings.get(identity) or self.shelf.removed_listings.get(identity)
        return mine or self.shipped.listing(identity)

    def exercises_of(self, listing: Listing) -> Iterator[Exercise]:
        """Yield the exercises of a programme that are there; removed ones are not."""
        for name in listing.exercises:
            found = self.shelf.exercises.get(name) or self.shipped.exercise(name)
            if found is not None:
                yield found

    def exported(self, identity: str, path: Path) -> bytes:
        """Return an exercise, or a programme with its own exercises inside, as one file."""
        listing, exercise = self.listing(identity), self.exercise(identity)
        with naming(path):
            if listing is not None:
                inside = tuple(self.exercises_of(listing))
                listing = replace(listing, exercises=tuple(each.id for each in inside))
                own = (each for each in inside if each.own)
                return programme_toml(listing, own, self.shipped.figures)
            if exercise is not None:
                return exercise_toml(exercise, self.shipped.figures)
        raise nothing(identity)


def nothing(identity: str) -> UserError:
    """Return the error for an id that nothing has."""
    text = _("Nothing here has the id {id}; the Programme screen shows what there is.")
    return UserError(text.format(id=quoted(identity)))
