"""What is said about an export beside what is here: in numbers, and where both are different."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rehabtimer import paths
from rehabtimer.core.faults import plain
from rehabtimer.core.programme import lost
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.merge_frame import MergePreview
from rehabtimer.presenters.merge_lost import dated, lost_file_text, lost_text

if TYPE_CHECKING:
    from rehabtimer.presenters.library import Library
    from rehabtimer.storage.merge_units import Unit
    from rehabtimer.storage.merging import Conflict, Outcome, Standing

Named = Callable[[str], str]


def preview_words(file: Path, outcome: "Outcome", own: Path) -> MergePreview:
    """Return what is said before anything is taken in."""
    title = _("What {file} would change") if outcome.changes else _("Nothing in {file} is new")
    return _words(title.format(file=quoted(file.name)), outcome, own)


def merged_words(file: Path, outcome: "Outcome", own: Path) -> MergePreview:
    """Return what is said when a file was taken in."""
    title = _("{file} was taken in") if outcome.changes else _("Nothing in {file} was new")
    return _words(title.format(file=quoted(file.name)), outcome, own)


def kept_words(copy: Path) -> str:
    """Return where what was here before an import is, and how to go back to it."""
    text = _(
        "What was here before is kept in {file} for a week; to go back to it, open the Settings of"
        " the window."
    )
    return text.format(file=f'"{plain(str(copy))}"')


def _words(title: str, outcome: "Outcome", own: Path) -> MergePreview:
    name = _namer(own)
    return MergePreview(
        title=title,
        lines=(*_lines(outcome), *_gave_way(outcome, name)),
        conflicts=tuple(_conflicts(outcome, name)),
        nothing_new=not outcome.changes,
    )


def _lines(outcome: "Outcome") -> Iterator[str]:
    for kind, name in _kinds().items():
        standing = outcome.standing(kind)
        if any(standing):
            yield from _kind_lines(name, standing)


def _gave_way(outcome: "Outcome", name: Named) -> Iterator[str]:
    if outcome.ours_gave_way:
        yield _("The programme that has only just begun here gives way to the one in the file.")
    if outcome.theirs_gave_way:
        yield _("The programme that has only just begun in the file gives way to the one here.")
    for unit in outcome.gave_way:
        text = _("{what}: it goes with that programme. {lost}")
        yield text.format(what=_what(unit.kind.name, unit, name), lost=lost_text(unit))


def _kind_lines(name: str, standing: "Standing") -> Iterator[str]:
    different = standing.newer_here + standing.newer_there
    if different or standing.new or standing.same:
        yield _counts_text(standing.new, standing.same, different).format(
            what=name, new=standing.new, same=standing.same, different=different
        )
    if standing.deleted_there:
        text = _("{what}: {n} deleted elsewhere since, and not kept here.")
        yield text.format(what=name, n=standing.deleted_there)
    if standing.deleted_here:
        text = _("{what}: {n} deleted here since, and not taken in.")
        yield text.format(what=name, n=standing.deleted_here)


def _counts_text(new: int, same: int, different: int) -> str:
    if different:
        return _("{what}: {new} new, {same} the same, {different} different.")
    if new and same:
        return _("{what}: {new} new, {same} the same.")
    return _("{what}: {new} new.") if new else _("{what}: {same} the same.")


def _conflicts(outcome: "Outcome", name: Named) -> Iterator[str]:
    for conflict in outcome.conflicts:
        what = _what(conflict.kind, conflict.unit, name)
        yield _with_lost(_holds_text(conflict).format(what=what), lost_text(conflict.lost))
    for path, is_theirs, lost_at in outcome.files_replaced:
        held = _newer_text(is_theirs).format(what=quoted(path))
        yield _with_lost(held, lost_file_text(lost_at))


def _with_lost(held: str, lost: str) -> str:
    return _("{held} {lost}").format(held=held, lost=lost)


def _holds_text(conflict: "Conflict") -> str:
    if not conflict.same_moment:
        return _newer_text(conflict.theirs_holds)
    if conflict.theirs_holds:
        return _("{what}: both were changed at the same moment; the one in the file is kept.")
    return _("{what}: both were changed at the same moment; the one here stays.")


def _newer_text(is_theirs: bool) -> str:
    if is_theirs:
        return _("{what}: the one in the file is newer, and is kept.")
    return _("{what}: the one here is newer, and stays.")


def _what(kind: str, unit: "Unit", name: Named) -> str:
    """Return what something is, as it begins a sentence."""
    values = dict(zip(unit.kind.columns, unit.head, strict=True))
    day = values.get("local_date") or values.get("started_on")
    return _titles()[kind].format(
        date=dated(date.fromisoformat(day)) if day else "",
        exercise=name(values["exercise"]) if values.get("exercise") else "",
        name=quoted(values.get("name") or values.get("key") or ""),
    )


def _namer(own: Path) -> Named:
    """Return what names exercises; their files are read when the first is to be named."""
    libraries: list[Library] = []

    def name(identity: str) -> str:
        if not libraries:
            from rehabtimer.presenters.library import Library

            libraries.append(Library(paths.resources(), own))
        return _((libraries[0].exercise(identity) or lost(identity)).name)

    return name


def _kinds() -> dict[str, str]:
    return {
        "sessions": _("Sessions"),
        "pain": _("Answers about pain"),
        "workouts": _("Activities"),
        "relievers": _("Days with or without a pain reliever"),
        "total_scores": _("Totals of questionnaires"),
        "courses": _("Programmes that were followed"),
        "choices": _("Choices for exercises"),
        "skips": _("Skipped exercises"),
        "preferences": _("Settings"),
        "files": _("Files of exercises and programmes of your own"),
    }


def _titles() -> dict[str, str]:
    return {
        "sessions": _("Session of {date}"),
        "pain": _("Answer about pain of {date}"),
        "workouts": _("Activity of {date}"),
        "relievers": _("Pain reliever on {date}"),
        "total_scores": _("Total of {name} on {date}"),
        "courses": _("Programme begun on {date}"),
        "choices": _("Choice for {exercise}"),
        "skips": _("Skip of {exercise} on {date}"),
        "preferences": _("Setting {name}"),
    }
