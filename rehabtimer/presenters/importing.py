"""What the commands about files that come in do, and what they say about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rehabtimer import paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.shared_file import read_shared
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.library import Conflict, Library, Preview, Standing, Taken
from rehabtimer.presenters.library_words import content_text, outcome_text, preview_lines
from rehabtimer.presenters.merge_frame import MergePreview, Steps
from rehabtimer.presenters.reading import is_there
from rehabtimer.storage.window_lock import is_open

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store

_BEGINNING = 64  # bytes that tell what a file is


def library_of(database: Path) -> Library:
    """Return the library beside a history, which need not be there yet."""
    return Library(paths.resources(), paths.own_folder(database))


def preview_import(database: Path, file: Path) -> list[str]:
    """Return what taking in a file would do, a sentence a line. Nothing is written."""
    return preview_lines(_previewed(library_of(database), file))


def import_file(database: Path, file: Path, conflict: Conflict | None) -> list[str]:
    """Take in an exercise or a programme, and say what has become of it.

    An exercise joins the programme that is followed. Raises UserError, one sentence, for what is
    wrong with the file, for a conflict that is not decided, and while a window has the history.
    """
    library = library_of(database)
    preview = _previewed(library, file)
    _check_closed(database)
    if conflict is None and preview.conflicts:
        raise UserError(_undecided(preview))
    with _history(database) as store:
        taken = library.take(preview, conflict)
        joined = _joined(library, store, taken)
    return [content_text(preview), outcome_text(preview, taken, conflict), joined]


def is_export(file: Path) -> bool:
    """Say whether a file is to be read as an export: by its name, or else as it begins."""
    kind = file.suffix.lower()
    if kind in (".json", ".toml"):
        return kind == ".json"
    try:
        with file.open("rb") as opened:
            return opened.read(_BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    except (OSError, ValueError):
        return False


def look_into_export(database: Path, file: Path) -> Steps:
    """Say, step by step, what taking in an export would change. Nothing is written."""
    from rehabtimer.presenters.merge_steps import compare

    return compare(database, file, paths.own_folder(database))


def take_in_export(database: Path, file: Path) -> Steps:
    """Take in an export, step by step; a copy of what was here stays, and it is said where.

    Raises UserError, one sentence, while a window has the history, and for what `merge` does.
    """
    from rehabtimer.presenters.merge_steps import merge

    _check_closed(database)
    return merge(database, file, paths.own_folder(database), keeps_copy=True)


def export_lines(found: MergePreview) -> list[str]:
    """Return what is said about an export, a sentence a line."""
    return [_("{title}.").format(title=found.title), *found.lines, *found.conflicts]


def check_file(database: Path, file: Path) -> tuple[bool, str]:
    """Return whether a file can be taken in, and one sentence: what it holds, or what is wrong.

    Raises UserError where there is no file that can be read.
    """
    data = read_shared(file)
    try:
        return True, content_text(library_of(database).judge(file, data))
    except UserError as error:
        return False, str(error)


def export_file(database: Path, identity: str, file: Path, *, replace: bool) -> str:
    """Write an exercise or a programme into a file, and say so."""
    library_of(database).export(identity, file, replace=replace)
    return _("{id} was written to {file}.").format(id=quoted(identity), file=quoted(file))


def _check_closed(database: Path) -> None:
    if is_open(database):
        text = _("{file} is open in a RehabTimer window: import there, or close that window first.")
        raise UserError(text.format(file=quoted(database)))


def _undecided(preview: Preview) -> str:
    """Say which options settle a conflict: what is not the user's own is never replaced."""
    if preview.may_replace:
        text = _("{id} is there already, and different; add --replace or --keep-both.")
        return text.format(id=quoted(preview.conflicts[0].id))
    taken = (entry for entry in preview.conflicts if entry.standing is Standing.TAKEN)
    text = _("{id} belongs to RehabTimer or to something else; add --keep-both.")
    return text.format(id=quoted(next(taken).id))


def _previewed(library: Library, file: Path) -> Preview:
    if file.suffix.lower() != ".toml":
        text = _("{file} is not taken in; expected a file whose name ends in .json or .toml.")
        raise UserError(text.format(file=quoted(file)))
    return library.preview(file)


@contextmanager
def _history(database: Path) -> "Iterator[Store | None]":
    """Open a history that is there, so that nothing is written beside one that is damaged."""
    if not is_there(database):
        yield None
        return
    from rehabtimer.storage.store import Store

    with Store.open(database) as store:
        yield store


def _joined(library: Library, store: "Store | None", taken: Taken) -> str:
    """Let a single exercise join the programme that is followed, and say what comes next."""
    course = store.courses.current() if store else None
    if taken.programme is not None:
        if course and course.programme == taken.programme:
            return _("You follow it already.")
        text = _("To follow {id}, choose it on the Programme screen.")
        return text.format(id=quoted(taken.programme))
    identity = taken.exercises[0]
    if all(identity != each.id for each in library.exercises):
        return _("RehabTimer brings this exercise itself.")
    if store is None or course is None:
        return _("It waits on the Programme screen until you begin.")
    programme = library.programme(course.programme, course.by_exercise)
    if any(each.id == identity for each in programme.exercises):
        return _("It is in your programme already.")
    store.courses.choose(course.id, (Choice(exercise=identity),))
    return _("It is part of your programme from the next session on.")
