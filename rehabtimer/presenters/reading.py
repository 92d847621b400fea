"""What a command reads before it answers: settings, course and programme, if there are any yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Exercise, Programme, lost
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted

if TYPE_CHECKING:
    from rehabtimer.core.records import Course
    from rehabtimer.storage.store import Store


@contextmanager
def open_history(path: Path) -> Iterator["Store | None"]:
    """Open a history for reading, or give None where there is none yet.

    Nothing is made or changed, and without a file SQLAlchemy is not loaded. Raises UserError, one
    sentence, where there is something that cannot be read.
    """
    if not is_there(path):
        yield None
        return
    from rehabtimer.storage.errors import MissingHistory
    from rehabtimer.storage.store import Store

    try:
        store = Store.open(path, read_only=True)
    except MissingHistory:
        yield None
        return
    with store:
        yield store


class Followed(Struct, frozen=True, kw_only=True):
    """A programme, and what is wrong with own files beside it, a sentence each."""

    programme: Programme
    problems: tuple[str, ...] = ()


def followed_by(course: "Course | None", database: Path) -> Followed:
    """Return the programme that a course follows, or the one that a new user gets.

    Own exercises and programmes are those beside the database.
    """
    if course is None:
        return Followed(programme=load_programme(paths.resources()))
    from rehabtimer.presenters.library import Library

    library = Library(paths.resources(), paths.own_folder(database))
    programme = library.programme(course.programme, course.by_exercise)
    return Followed(programme=programme, problems=library.problems)


def exercise_of(programme: Programme, identity: str, database: Path) -> Exercise:
    """Return an exercise of a programme, or one that was in it once, if only its name."""
    found = next((each for each in programme.exercises if each.id == identity), None)
    if found is None:
        from rehabtimer.presenters.library import Library

        found = Library(paths.resources(), paths.own_folder(database)).exercise(identity)
    return found or lost(identity)


def is_there(path: Path) -> bool:
    """Say whether there is something at a path; UserError where that cannot be told."""
    try:
        return path.exists()
    except OSError as error:
        text = _("{file} cannot be reached; choose another file.")
        raise UserError(text.format(file=quoted(path))) from error
