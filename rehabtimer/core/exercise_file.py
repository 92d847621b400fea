"""What an exercise file may say, and how it becomes an exercise."""

import re
from enum import StrEnum
from typing import Final, TypeVar

from msgspec import Struct, field

from rehabtimer.core.dose_file import DoseFile, dose_of_file
from rehabtimer.core.faults import MISSING, check_one_of, check_some, check_unique, wrong
from rehabtimer.core.programme import (
    Change,
    Exercise,
    Legs,
    Position,
    Sides,
    Steps,
    Variant,
)

ANSWERS: Final = ("stairs-hurt",)
"""The first-run answers that can leave an exercise switched off."""

_ID = re.compile(r"[a-z0-9-]{1,64}")
_Choice = TypeVar("_Choice", bound=StrEnum)


class SidesFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which legs, and when they change."""

    legs: str
    change: str = Change.SET.value
    label: str = ""


class StepsFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The instructions; `go` and `return` belong to moving exercises only."""

    prepare: list[str]
    hold: str
    go: str = ""
    back: str = field(default="", name="return")


class VariantFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An easier version."""

    id: str
    name: str
    steps: StepsFile


class ExerciseFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole file of `resources/exercises`."""

    id: str
    name: str
    moving: bool
    areas: list[str]
    position: str
    dose: DoseFile
    sides: SidesFile
    steps: StepsFile
    safety: str
    equipment: list[str] = []
    variants: list[VariantFile] = []
    starts_skipped_if: str = ""
    note: str = ""


def exercise_of(found: ExerciseFile, identity: str) -> Exercise:
    """Return the exercise that a file describes; `identity` is the file's name without its ending.

    Raises Fault where a value is out of its bounds or the values contradict each other.
    """
    check_own_id(found.id, identity)
    check_some("areas", found.areas)
    if found.starts_skipped_if:
        check_one_of("starts_skipped_if", found.starts_skipped_if, ANSWERS)
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
    )


def is_id(text: str) -> bool:
    """Say whether a text can name an exercise, a variant or a programme, and so a file."""
    return _ID.fullmatch(text) is not None


def check_own_id(found: str, identity: str) -> None:
    """Raise Fault unless a file's own id is well formed and is the name of the file."""
    check_id("id", found)
    if found != identity:
        raise wrong("id", found, "the name of the file without .toml")


def check_id(key: str, text: str) -> None:
    """Raise Fault unless a text is a well-formed id."""
    if not is_id(text):
        raise wrong(key, text, "1 to 64 of the characters a-z, 0-9 and -")


def _choice(key: str, text: str, kind: type[_Choice]) -> _Choice:
    check_one_of(key, text, (member.value for member in kind))
    return kind(text)


def _sides(found: SidesFile) -> Sides:
    return Sides(
        legs=_choice("sides.legs", found.legs, Legs),
        change=_choice("sides.change", found.change, Change),
        label=found.label,
    )


def _steps(key: str, found: StepsFile, *, moving: bool) -> Steps:
    check_some(f"{key}.prepare", found.prepare)
    for name, line in (("go", found.go), ("return", found.back)):
        if moving and not line:
            raise wrong(f"{key}.{name}", MISSING, "a line, because moving is true")
        if line and not moving:
            raise wrong(f"{key}.{name}", line, "no such line, because moving is false")
    return Steps(prepare=tuple(found.prepare), go=found.go, hold=found.hold, back=found.back)


def _variants(found: list[VariantFile], *, moving: bool) -> tuple[Variant, ...]:
    for index, variant in enumerate(found):
        check_id(f"variants[{index}].id", variant.id)
    check_unique((f"variants[{index}].id", variant.id) for index, variant in enumerate(found))
    return tuple(
        Variant(
            id=variant.id,
            name=variant.name,
            steps=_steps(f"variants[{index}].steps", variant.steps, moving=moving),
        )
        for index, variant in enumerate(found)
    )
