"""What an exercise file may say, and how it becomes an exercise."""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Annotated, Final, TypeVar

from msgspec import Struct, field

from rehabtimer.core.dose_file import REST, DoseFile, dose_of_file
from rehabtimer.core.faults import (
    MISSING,
    check_length,
    check_most,
    check_one_of,
    check_some,
    check_unique,
    wrong,
)
from rehabtimer.core.programme import (
    Change,
    Exercise,
    Legs,
    Position,
    Sides,
    Steps,
    Variant,
)
from rehabtimer.core.toml_types import (
    ID_PATTERN,
    LONGEST_LINE,
    LONGEST_NAME,
    MOST_ENTRIES,
    Identity,
    Line,
    Name,
    Text,
    one_of,
    some,
    up_to,
)

ANSWERS: Final = ("stairs-hurt",)
"""The first-run answers that can leave an exercise switched off."""

_ID = re.compile(ID_PATTERN)
_Choice = TypeVar("_Choice", bound=StrEnum)


class SidesFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which legs, and when they change."""

    legs: Annotated[str, one_of(Legs)]
    change: Annotated[str, one_of(Change)] = Change.SET.value
    label: Name = ""


class StepsFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The instructions; `go` and `return` belong to moving exercises only."""

    prepare: Annotated[list[Line], some()]
    hold: Line
    go: Line = ""
    back: Line = field(default="", name="return")


class VariantFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An easier version."""

    id: Identity
    name: Name
    steps: StepsFile


class ExerciseFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise: what it is called, how much of it, on which legs, and how to do it."""

    id: Identity
    name: Name
    moving: bool
    areas: Annotated[list[Name], some()]
    position: Annotated[str, one_of(Position)]
    dose: DoseFile
    sides: SidesFile
    steps: StepsFile
    safety: Text
    equipment: Annotated[list[Name], up_to()] = []
    variants: Annotated[list[VariantFile], up_to()] = []
    starts_skipped_if: Annotated[str, one_of(ANSWERS)] = ""
    note: Text = ""
    figure: Identity = ""
    rest: Annotated[int | float | None, REST.meta] = None


def exercise_of(
    found: ExerciseFile, *, figures: Collection[str] = (), own: bool = False
) -> Exercise:
    """Return the exercise that a file describes; `figures` are the ids of those that there are.

    Raises Fault where a value is out of its bounds or the values contradict each other.
    """
    check_id("id", found.id)
    _check_texts(found)
    if found.starts_skipped_if:
        check_one_of("starts_skipped_if", found.starts_skipped_if, ANSWERS)
    if found.figure and found.figure not in figures:
        raise wrong("figure", found.figure, f"one of: {', '.join(figures)}; or no such key")
    return Exercise(
        id=found.id,
        name=found.name,
        moving=found.moving,
        areas=tuple(found.areas),
        equipment=tuple(found.equipment),
        position=_choice("position", found.position, Position),
        dose=dose_of_file(found.dose),
        sides=_sides(found.sides),
        steps=_steps("steps", found.steps, moving=found.moving),
        safety=found.safety,
        variants=_variants(found.variants, moving=found.moving),
        starts_skipped_if=found.starts_skipped_if,
        note=found.note,
        figure=found.figure,
        rest=None if found.rest is None else float(REST.check("rest", found.rest)),
        own=own,
    )


def is_id(text: str) -> bool:
    """Say whether a text can name an exercise, a variant or a programme, and so a file."""
    return _ID.fullmatch(text) is not None


def check_file_id(found: str, identity: str) -> None:
    """Raise Fault unless the id in a file is well formed and is the name of the file."""
    check_id("id", found)
    if found != identity:
        raise wrong("id", found, "the name of the file without .toml")


def check_id(key: str, text: str) -> None:
    """Raise Fault unless a text is a well-formed id."""
    if not is_id(text):
        raise wrong(key, text, "1 to 64 of the characters a-z, 0-9 and -")


def _check_texts(found: ExerciseFile) -> None:
    check_length("name", found.name, LONGEST_NAME)
    check_some("areas", found.areas)
    for key, items in (("areas", found.areas), ("equipment", found.equipment)):
        check_most(key, items, MOST_ENTRIES)
        for index, item in enumerate(items):
            check_length(f"{key}[{index}]", item, LONGEST_NAME)


def _choice(key: str, text: str, kind: type[_Choice]) -> _Choice:
    check_one_of(key, text, (member.value for member in kind))
    return kind(text)


def _sides(found: SidesFile) -> Sides:
    check_length("sides.label", found.label, LONGEST_NAME)
    return Sides(
        legs=_choice("sides.legs", found.legs, Legs),
        change=_choice("sides.change", found.change, Change),
        label=found.label,
    )


def _steps(key: str, found: StepsFile, *, moving: bool) -> Steps:
    check_some(f"{key}.prepare", found.prepare)
    check_most(f"{key}.prepare", found.prepare, MOST_ENTRIES)
    for index, line in enumerate(found.prepare):
        check_length(f"{key}.prepare[{index}]", line, LONGEST_LINE)
    for name, line in (("go", found.go), ("hold", found.hold), ("return", found.back)):
        check_length(f"{key}.{name}", line, LONGEST_LINE)
    for name, line in (("go", found.go), ("return", found.back)):
        if moving and not line:
            raise wrong(f"{key}.{name}", MISSING, "a line, because moving is true")
        if line and not moving:
            raise wrong(f"{key}.{name}", line, "no such line, because moving is false")
    return Steps(prepare=tuple(found.prepare), go=found.go, hold=found.hold, back=found.back)


def _variants(found: list[VariantFile], *, moving: bool) -> tuple[Variant, ...]:
    check_most("variants", found, MOST_ENTRIES)
    for index, variant in enumerate(found):
        check_id(f"variants[{index}].id", variant.id)
        check_length(f"variants[{index}].name", variant.name, LONGEST_NAME)
    check_unique((f"variants[{index}].id", variant.id) for index, variant in enumerate(found))
    return tuple(
        Variant(
            id=variant.id,
            name=variant.name,
            steps=_steps(f"variants[{index}].steps", variant.steps, moving=moving),
        )
        for index, variant in enumerate(found)
    )
