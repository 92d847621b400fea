"""What is said about a file of exercises: what it holds, and what became of it."""

from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.library_import import Conflict, Entry, Preview, Standing, Taken


def content_text(preview: Preview) -> str:
    """Return what a file holds, in one sentence."""
    if preview.listing is None:
        return _("{file} holds the exercise {name}.").format(
            file=quoted(preview.path.name), name=_named(preview.entries[0])
        )
    listing = preview.listing
    count = ngettext("{n} exercise", "{n} exercises", len(listing.exercises))
    days = ngettext("{n} day", "{n} days", listing.days)
    text = _("{file} holds the programme {name}: {exercises}, {days}.")
    return text.format(
        file=quoted(preview.path.name),
        name=_named(preview.entries[0]),
        exercises=count,
        days=days,
    )


def entry_text(entry: Entry) -> str:
    """Return how one part of a file stands to what is there, in one sentence."""
    text = {
        Standing.NEW: _("{name} is new."),
        Standing.SAME: _("{name} is there already, and the same."),
        Standing.CHANGED: _("{name} is there already, and different: replace it, or keep both."),
        Standing.TAKEN: _("{name} has an id that is in use: it can only be kept beside the other."),
    }[entry.standing]
    return text.format(name=_named(entry))


def preview_lines(preview: Preview) -> list[str]:
    """Return what taking in a file would do, a sentence a line."""
    return [content_text(preview), *map(entry_text, preview.entries)]


def outcome_text(preview: Preview, taken: Taken, conflict: Conflict | None) -> str:
    """Return what became of a file that was taken in, in one sentence."""
    if preview.is_known:
        return _("Nothing was new in it.")
    before = {entry.id for entry in preview.entries}
    renamed = [name for name in (taken.programme, *taken.exercises) if name not in (None, *before)]
    if renamed:
        names = ", ".join(quoted(str(name)) for name in renamed)
        return _("It is there beside the other, as {names}.").format(names=names)
    if conflict is Conflict.REPLACE and preview.conflicts:
        return _("It was taken in, in place of the one before.")
    return _("It was taken in.")


def _named(entry: Entry) -> str:
    return f"{quoted(entry.name)} ({entry.id})"
