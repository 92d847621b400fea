"""What is wrong with an exercise that is being written: one sentence a field."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from rehabtimer.core.text import _, ngettext
from rehabtimer.core.toml_types import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES
from rehabtimer.presenters.exercise_draft import Draft, Field, clean, lines_of, listed

MOST_STEPS: Final = 5
MOST_WORDS: Final = 14


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field; what is only `missing` is not said before somebody saves."""

    text: str
    missing: bool = False


def problems(draft: Draft, names: Collection[str]) -> dict[Field, Problem]:
    """Return what is wrong, by field, in the order of the form; `names` are taken already."""
    found = {
        Field.NAME: _name_problem(draft.name, names),
        Field.AREAS: _list_problem(draft.areas, needed=_("Name at least one, such as hips.")),
        Field.EQUIPMENT: _list_problem(draft.equipment),
        Field.STEPS: _steps_problem(draft.steps),
        Field.HOLD_LINE: _line_problem(draft.hold_line),
        Field.SAFETY: _length_problem(clean(draft.safety), LONGEST_TEXT),
    }
    if draft.moving:
        found[Field.GO] = _line_problem(draft.go, needed=_("Say what to do on the way there."))
        found[Field.BACK] = _line_problem(draft.back, needed=_("Say what to do on the way back."))
    return {field: found[field] for field in Field if found.get(field)}  # type: ignore[misc]


def _name_problem(text: str, names: Collection[str]) -> Problem | None:
    name = clean(text)
    if not name:
        return Problem(_("Give it a name."), missing=True)
    if name.casefold() in {taken.casefold() for taken in names}:
        return Problem(_("There is an exercise of that name already."))
    return _length_problem(name, LONGEST_NAME)


def _list_problem(text: str, needed: str = "") -> Problem | None:
    things = listed(text)
    if not things:
        return Problem(needed, missing=True) if needed else None
    if len(things) > MOST_ENTRIES:
        return Problem(_("{most} at most, please.").format(most=MOST_ENTRIES))
    return _length_problem(max(things, key=len), LONGEST_NAME)


def _steps_problem(text: str) -> Problem | None:
    lines = lines_of(text)
    if not lines:
        return Problem(_("Write one to five steps, a line each."), missing=True)
    if len(lines) > MOST_STEPS:
        found = _("These are {lines} lines; {most} at most.")
        return Problem(found.format(lines=len(lines), most=MOST_STEPS))
    for number, line in enumerate(lines, start=1):
        words = len(line.split())
        if words > MOST_WORDS:
            found = _("Line {number} has {words} words; {most} at most.")
            return Problem(found.format(number=number, words=words, most=MOST_WORDS))
    return _length_problem(max(lines, key=len), LONGEST_LINE)


def _line_problem(text: str, needed: str = "") -> Problem | None:
    line = clean(text)
    if not line:
        return Problem(needed, missing=True) if needed else None
    words = len(line.split())
    if words > MOST_WORDS:
        found = _("These are {words} words; {most} at most.")
        return Problem(found.format(words=words, most=MOST_WORDS))
    return _length_problem(line, LONGEST_LINE)


def _length_problem(text: str, most: int) -> Problem | None:
    if len(text) <= most:
        return None
    sentence = ngettext("{n} character at most.", "{n} characters at most.", most)
    return Problem(sentence)
