"""An exercise of one's own while it is being written, and what is still wrong with it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.programme import (
    Change,
    Dose,
    Exercise,
    Legs,
    Position,
    Range,
    Sides,
    Steps,
)
from rehabtimer.core.text import _

STRETCH_HOLD: Final = 15.0  # seconds, until the person says otherwise
REP_HOLD: Final = 2.0
USUAL_REPS: Final = 10
_SEPARATOR = ", "
_JOINERS = "\u200c\u200d"  # without width, but part of words and of emoji


class Field(StrEnum):
    """One thing that the form asks for."""

    NAME = "name"
    AREAS = "areas"
    EQUIPMENT = "equipment"
    POSITION = "position"
    KIND = "kind"
    HOLD = "hold"
    REPS = "reps"
    SETS = "sets"
    LEGS = "legs"
    CHANGE = "change"
    REST = "rest"
    REST_SECONDS = "rest_seconds"
    STEPS = "steps"
    GO = "go"
    HOLD_LINE = "hold_line"
    BACK = "back"
    SAFETY = "safety"
    FIGURE = "figure"


class Draft(Struct, frozen=True, kw_only=True):
    """Everything as it was typed and chosen; the numbers are always within their bounds."""

    name: str = ""
    areas: str = ""
    equipment: str = ""
    position: Position = Position.STANDING
    moving: bool = False
    hold: float = STRETCH_HOLD
    reps: int = USUAL_REPS
    sets: int = 2
    legs: Legs = Legs.EACH
    change: Change = Change.SET
    own_rest: bool = False
    rest: float = 30.0
    steps: str = ""
    go: str = ""
    hold_line: str = ""
    back: str = ""
    safety: str = ""
    figure: str = ""


def draft_of(exercise: Exercise, rest: float) -> Draft:
    """Return an exercise as the form shows it; `rest` is what holds where it has none of its own.

    Sentences of ours that stand in for those left out are shown as left out again.
    """
    steps, dose, moving = exercise.steps, exercise.dose, exercise.moving
    return Draft(
        name=exercise.name,
        areas=_SEPARATOR.join(exercise.areas),
        equipment=_SEPARATOR.join(exercise.equipment),
        position=exercise.position,
        moving=moving,
        hold=dose.hold.target,
        reps=int(dose.reps.target) if moving else USUAL_REPS,
        sets=int(dose.sets.target),
        legs=exercise.sides.legs,
        change=exercise.sides.change,
        own_rest=exercise.rest is not None,
        rest=rest if exercise.rest is None else exercise.rest,
        steps="\n".join(steps.prepare),
        go=steps.go,
        hold_line="" if steps.hold == default_hold_line(moving=moving) else steps.hold,
        back=steps.back,
        safety="" if exercise.safety == default_safety() else exercise.safety,
        figure=exercise.figure,
    )


def exercise_of_draft(draft: Draft, identity: str, before: Exercise | None = None) -> Exercise:
    """Return the exercise; what the form does not ask for stays as it was `before`."""
    moving, known = draft.moving, before.dose if before else None
    made = Exercise(
        id=identity,
        name=clean(draft.name),
        moving=moving,
        areas=_listed(draft.areas, before.areas if before else ()),
        equipment=_listed(draft.equipment, before.equipment if before else ()),
        position=draft.position,
        dose=Dose(
            hold=_range(draft.hold, known.hold if known else None),
            reps=_range(draft.reps if moving else 1, known.reps if known else None),
            sets=_range(draft.sets, known.sets if known else None),
            up_to=known.up_to if known else (),
        ),
        sides=Sides(legs=draft.legs, change=draft.change),
        steps=Steps(
            prepare=lines_of(draft.steps),
            go=clean(draft.go) if moving else "",
            hold=clean(draft.hold_line) or default_hold_line(moving=moving),
            back=clean(draft.back) if moving else "",
        ),
        safety=clean(draft.safety) or default_safety(),
        figure=draft.figure,
        rest=draft.rest if draft.own_rest else None,
        own=True,
    )
    if before is None:
        return made
    return replace(
        made,
        sides=replace(made.sides, label=before.sides.label),
        variants=before.variants,
        starts_skipped_if=before.starts_skipped_if,
        note=before.note,
    )


def default_safety() -> str:
    """Return the safety line of an exercise that was given none."""
    return _("If this hurts your knee, stop and leave it out.")


def default_hold_line(*, moving: bool) -> str:
    """Return the instruction for a hold that was given none."""
    return _("Hold it there.") if moving else _("Hold still and keep breathing.")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return _said(text.splitlines())


def listed(text: str) -> tuple[str, ...]:
    """Return what stands between the commas of a text, each thing once."""
    return tuple(dict.fromkeys(_said(text.replace("\n", ",").split(","))))


def clean(text: str) -> str:
    """Return a text on one line, without what cannot be seen or turns the direction of writing."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable() or c in _JOINERS).strip()


def _listed(text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Things that nobody has touched stay apart as they were, also where one has a comma in it."""
    return before if text == _SEPARATOR.join(before) else listed(text)


def _said(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(part for part in map(clean, parts) if part)


def _range(value: float, before: Range | None) -> Range:
    """Return a number without a choice, or the range of before, made wider if it has to be."""
    number = float(value)
    if before is None or before.low == before.limit:
        return Range(low=number, target=number, high=number, limit=number)
    high = max(before.high, number)
    limit = high if before.given else max(before.limit, high)
    return replace(before, low=min(before.low, number), target=number, high=high, limit=limit)
