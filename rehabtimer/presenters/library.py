"""The exercises and programmes there are: those of RehabTimer, and the user's own."""

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.catalogue import ARTICLE, programme_of
from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import naming
from rehabtimer.core.programme import Exercise, Programme
from rehabtimer.core.shared_file import contents_of, read_shared
from rehabtimer.core.text import _
from rehabtimer.core.toml_file import read_bytes
from rehabtimer.core.toml_text import exercise_toml, programme_toml
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.library_conflicts import free_id, settled
from rehabtimer.presenters.library_import import Conflict, Entry, Preview, Standing, Taken, judged
from rehabtimer.presenters.library_shelf import (
    EXERCISES,
    PROGRAMMES,
    REMOVED,
    Shipped,
)
from rehabtimer.presenters.library_stock import Stock, nothing
from rehabtimer.storage.own_files import change_files, write_file

__all__ = ["Conflict", "Entry", "Library", "Listed", "Preview", "Standing", "Taken"]

_SLUG = 40  # characters of an id made of a name, which leaves room for a number


class Listed(Struct, frozen=True, kw_only=True):
    """A programme that can be followed."""

    id: str
    name: str
    own: bool


class Library:
    """Reads and changes the user's own exercises and programmes beside those of RehabTimer."""

    def __init__(self, resources: Path, own: Path) -> None:
        """Read the user's own files; their folder need not be there."""
        self._folder = own
        self._absent: dict[str, str] = {}
        self._stock = Stock(own, Shipped(resources))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The user's own exercises, by name."""
        return tuple(
            sorted(self._stock.shelf.exercises.values(), key=lambda each: each.name.casefold())
        )

    @property
    def programmes(self) -> tuple[Listed, ...]:
        """The programmes that can be followed, the article's first."""
        shipped = filter(None, map(self._stock.shipped.listing, self._stock.shipped.programme_ids))
        own = sorted(self._stock.shelf.listings.values(), key=lambda each: each.name.casefold())
        return (
            *(Listed(id=each.id, name=each.name, own=False) for each in shipped),
            *(Listed(id=each.id, name=each.name, own=True) for each in own),
        )

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that an exercise may have."""
        return self._stock.shipped.figures

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with own files, a sentence each; they are left out."""
        return (*self._stock.shelf.problems, *self._absent.values())

    def programme(self, identity: str = ARTICLE, also: Iterable[str] = ()) -> Programme:
        """Return a programme, with those own exercises of which the ids are in `also`.

        In the place of one that is gone stands the article's, and `problems` says so.
        """
        found = self._programme(identity)
        inside = {exercise.id for exercise in found.exercises}
        joined = [self._stock.shelf.exercises.get(name) for name in dict.fromkeys(also)]
        more = tuple(each for each in joined if each is not None and each.id not in inside)
        return replace(found, exercises=(*found.exercises, *more)) if more else found

    def exercise(self, identity: str) -> Exercise | None:
        """Return an exercise, also one that was removed; None if there never was one."""
        return self._stock.exercise(identity)

    def fresh_id(self, name: str) -> str:
        """Return an id for a new exercise or programme of that name, in use by nothing else."""
        letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        slug = re.sub("[^a-z0-9]+", "-", letters)[:_SLUG].strip("-")
        return free_id(slug or "exercise", self._stock.ids)[0]

    def save(self, exercise: Exercise) -> None:
        """Keep an exercise of one's own, in place of the one of that id.

        Raises UserError, one sentence with file and key, where it is not one that can be read.
        """
        path = self._path(EXERCISES, exercise.id)
        shelf = self._stock.shelf
        mine = shelf.exercises.keys() | shelf.removed_exercises.keys()
        if exercise.id in self._stock.ids - mine:
            text = _("{id} is the id of something else; choose another one.")
            raise UserError(text.format(id=quoted(exercise.id)))
        self._change({path: self._exercise_file(replace(exercise, own=True))})

    def remove(self, identity: str) -> None:
        """Put an own exercise or programme away; what was recorded of it stays."""
        self._move(identity, away=True)

    def bring_back(self, identity: str) -> None:
        """Bring back what was put away."""
        self._move(identity, away=False)

    def preview(self, path: Path) -> Preview:
        """Return what a file holds and would change. Nothing is written.

        Raises UserError, one sentence naming file and key, for anything that is wrong with it.
        """
        return self.judge(path, read_shared(path))

    def judge(self, path: Path, data: bytes) -> Preview:
        """Return the preview of bytes that were read from a file; UserError as `preview` has it."""
        contents = contents_of(path, data, self.figures)
        return judged(path, data, contents, self._stock.shelf, self._stock.shipped)

    def take(self, preview: Preview, conflict: Conflict | None = None) -> Taken:
        """Take in what a preview showed, all of it or, with a UserError, nothing."""
        now = self.judge(preview.path, preview.data)  # the library may have changed since
        found = settled(now, conflict, self._stock.shelf, self._stock.shipped)
        changes: dict[Path, bytes | None] = {
            self._path(EXERCISES, each.id): self._exercise_file(each) for each in found.exercises
        }
        if found.listing is not None:
            path = self._path(PROGRAMMES, found.listing.id)
            with naming(path):
                changes[path] = programme_toml(found.listing, (), self.figures)
        self._change(changes)
        return Taken(programme=found.programme, exercises=found.ids)

    def export(self, identity: str, path: Path, *, replace: bool = False) -> None:
        """Write an exercise, or a programme with its own exercises inside, as one TOML file.

        Raises UserError, one sentence, for a name that does not end in .toml, for a file that is
        there unless it is to be replaced, and where there is nothing of that id.
        """
        if path.suffix.lower() != ".toml":
            text = _("{file} was not written: choose a name that ends in .toml.")
            raise UserError(text.format(file=quoted(path)))
        if os.path.lexists(path) and not replace:
            text = _("{file} is there already; choose another name, or replace it.")
            raise UserError(text.format(file=quoted(path)))
        write_file(path, self._stock.exported(identity, path))

    def _programme(self, identity: str) -> Programme:
        if identity in self._stock.shipped.programme_ids:
            return self._stock.shipped.programme(identity)
        listing = self._stock.listing(identity)
        exercises = tuple(self._stock.exercises_of(listing)) if listing else ()
        if listing and exercises:
            return programme_of(listing, exercises)
        text = _("The programme {id} cannot be used now; the article's stands in for it.")
        self._absent[identity] = text.format(id=quoted(identity))
        return self._stock.shipped.programme()

    def _exercise_file(self, exercise: Exercise) -> bytes:
        with naming(self._path(EXERCISES, exercise.id)):
            return exercise_toml(exercise, self.figures)

    def _move(self, identity: str, *, away: bool) -> None:
        shelf = self._stock.shelf
        exercises = shelf.exercises if away else shelf.removed_exercises
        listings = shelf.listings if away else shelf.removed_listings
        if identity not in exercises and identity not in listings:
            raise nothing(identity)
        kind = EXERCISES if identity in exercises else PROGRAMMES
        here, there = self._path(kind, identity), self._path(f"{REMOVED}/{kind}", identity)
        source, target = (here, there) if away else (there, here)
        if not away and target.exists():
            text = _("{id} is there again already; remove that one first.")
            raise UserError(text.format(id=quoted(identity)))
        with naming(source):
            self._change({target: read_bytes(source), source: None})

    def _path(self, kind: str, identity: str) -> Path:
        return self._folder / kind / f"{identity}.toml"

    def _change(self, changes: dict[Path, bytes | None]) -> None:
        change_files(changes)
        self._absent.clear()
        self._stock = Stock(self._folder, self._stock.shipped)
