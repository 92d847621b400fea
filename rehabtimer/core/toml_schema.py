"""The JSON Schema of exercise and programme files, for editors and for whoever writes many."""

from collections.abc import Collection
from typing import Any

import msgspec

from rehabtimer.core.exercise_file import ExerciseFile
from rehabtimer.core.programme_file import ProgrammeFile

_MOVING = {"if": {"properties": {"moving": {"const": True}}, "required": ["moving"]}}


def schema(figures: Collection[str]) -> dict[str, Any]:
    """Return a schema (2020-12) that takes one of both; `figures` are the ids of those there are.

    It cannot say that ends of a range are in order, or that ids of variants differ: `check` does.
    """
    (exercise, programme), parts = msgspec.json.schema_components(
        (ExerciseFile, ProgrammeFile), ref_template="#/$defs/{name}"
    )
    whole = parts["ExerciseFile"]
    whole["properties"]["figure"] = {"enum": list(figures)}
    whole.update(_MOVING | _lines_of_moving())
    for part in parts.values():
        _tidy(part)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An exercise or a programme for RehabTimer",
        "oneOf": [exercise, programme],
        "$defs": parts,
    }


def _lines_of_moving() -> dict[str, Any]:
    """Say that lines for the way up and back are there if, and only if, an exercise moves."""
    both = {"required": ["go", "return"]}
    neither = {"properties": {"go": False, "return": False}}
    return {"then": _steps_everywhere(both), "else": _steps_everywhere(neither)}


def _steps_everywhere(rule: dict[str, Any]) -> dict[str, Any]:
    variants = {"items": {"properties": {"steps": rule}}}
    return {"properties": {"steps": rule, "variants": variants}}


def _tidy(part: dict[str, Any]) -> None:
    """Take away what stands for a key left out: no file can say it, and editors would offer it."""
    for found in part["properties"].values():
        if found.get("default") in ("", [], None):
            found.pop("default", None)
        if "anyOf" in found:
            found["anyOf"] = [kind for kind in found["anyOf"] if kind != {"type": "null"}]
