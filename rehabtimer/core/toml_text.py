"""Writes exercises and programmes as TOML, in the form in which they are read."""

from collections.abc import Collection, Iterable
from typing import Any

from rehabtimer.core.exercise_file import ExerciseFile, exercise_of
from rehabtimer.core.faults import Fault
from rehabtimer.core.programme import Dose, Exercise, Range, Steps, Variant
from rehabtimer.core.programme_file import Listing, ProgrammeFile, listing_of, own_of
from rehabtimer.core.toml_file import filled, read_table

_ENDS = ("target", "low", "high", "limit")


def exercise_toml(exercise: Exercise, figures: Collection[str]) -> bytes:
    """Return an exercise as a file of its own.

    Raises Fault unless reading it gives the same exercise again.
    """
    table = _exercise(exercise)
    filled(table, ExerciseFile)  # names what is wrong before it is written out
    found = filled(read_table(_toml(table)), ExerciseFile)
    if exercise_of(found, figures=figures, own=exercise.own) != exercise:
        raise _lost()
    return _toml(table)


def programme_toml(listing: Listing, own: Iterable[Exercise], figures: Collection[str]) -> bytes:
    """Return a programme as one file, with those of its exercises that stand in it.

    Raises Fault unless reading it gives the same programme again.
    """
    inside = tuple(own)
    table: dict[str, Any] = {
        "id": listing.id,
        "name": listing.name,
        "days": listing.days,
        "exercises": list(listing.exercises),
        "own": [_exercise(exercise) for exercise in inside],
    }
    table = _without_empty(table)
    filled(table, ProgrammeFile)
    found = filled(read_table(_toml(table)), ProgrammeFile)
    if (listing_of(found), own_of(found, figures)) != (listing, inside):
        raise _lost()
    return _toml(table)


def _toml(table: dict[str, Any]) -> bytes:
    import tomli_w  # late: only what writes needs it

    return tomli_w.dumps(table).encode()


def _lost() -> Fault:
    return Fault("this could not be read back as it is; expected nothing but plain values.")


def _exercise(exercise: Exercise) -> dict[str, Any]:
    table = {
        "id": exercise.id,
        "name": exercise.name,
        "moving": exercise.moving,
        "areas": list(exercise.areas),
        "equipment": list(exercise.equipment),
        "position": exercise.position.value,
        "figure": exercise.figure,
        "rest": None if exercise.rest is None else _number(exercise.rest),
        "safety": exercise.safety,
        "starts_skipped_if": exercise.starts_skipped_if,
        "note": exercise.note,
        "dose": _dose(exercise.dose),
        "sides": _without_empty(
            {
                "legs": exercise.sides.legs.value,
                "change": exercise.sides.change.value,
                "label": exercise.sides.label,
            }
        ),
        "steps": _steps(exercise.steps),
        "variants": [_variant(variant) for variant in exercise.variants],
    }
    return _without_empty(table)


def _variant(variant: Variant) -> dict[str, Any]:
    return {"id": variant.id, "name": variant.name, "steps": _steps(variant.steps)}


def _steps(steps: Steps) -> dict[str, Any]:
    table = {"prepare": list(steps.prepare), "go": steps.go, "hold": steps.hold}
    return _without_empty(table | {"return": steps.back})


def _dose(dose: Dose) -> dict[str, Any]:
    table = {"hold": _range(dose.hold), "reps": _range(dose.reps), "sets": _range(dose.sets)}
    return _without_empty(table | {"up_to": list(dose.up_to)})


def _range(found: Range) -> Any:
    """Return one number where there is no choice, else a table with all ends."""
    ends = {name: _number(getattr(found, name)) for name in _ENDS}
    if len(set(ends.values())) == 1 and found.given:
        return ends["target"]
    return ends if found.given else ends | {"given": False}


def _number(value: float) -> float:
    """Return a whole number as such, because that is how files give reps and sets."""
    return int(value) if float(value).is_integer() else value


def _without_empty(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value not in ("", [], None)}
