"""What is wrong with a pose file, in one sentence with key, value and what was expected."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import msgspec

from rehabtimer.core.body_checks import in_pose, lopsided, unknown_point
from rehabtimer.core.scene import PROPS, Figure, Strap, Variant

# Where msgspec says "Invalid value" only: the words by which props, limbs and so on are told apart.
_CHOICES = {
    "kind": f"Expected one of {', '.join(sorted(PROPS))}",
    "by": "Expected angles, sole or ankle for a leg, angles or hand for an arm",
}


def misfit(error: msgspec.ValidationError, raw: dict[str, Any]) -> str:
    """Turn msgspec's "Expected ... - at `$.a.b`" into a sentence with key and value.

    Of a dictionary msgspec says "[...]" instead of the key, so that versions are asked one by one.
    """
    variants = raw.get("variants")
    for name, part in variants.items() if isinstance(variants, dict) else ():
        try:
            msgspec.convert(part, Variant)
        except msgspec.ValidationError as own:
            return _explained(str(own), part, f"variants.{name}")
    return _explained(str(error), raw)


def complaints(figure: Figure) -> Iterator[str]:
    """Say what types cannot: unknown points, missing surfaces, places and joints out of reach."""
    yield from _in_version("", figure)
    for name in figure.variants:
        yield from _in_version(f"variants.{name}.", figure.version(name))


def _explained(message: str, raw: Any, within: str = "") -> str:
    expected, _, where = message.partition(" - at `$")
    inner = where.rstrip("`")
    key = (within + inner).lstrip(".")
    value: Any = raw
    for name, index in re.findall(r"([\w-]+)|\[(\d+)\]", inner):
        value = value[name] if name else value[int(index)]
    shown = "" if isinstance(value, dict | list) else f" = {value!r}"
    expected = _CHOICES.get(key.rpartition(".")[2], expected) if shown else expected
    return f"{key}{shown}: {expected}." if key else f"{expected}."


def _in_version(key: str, figure: Figure) -> Iterator[str]:
    surfaces = {"floor", *(type(prop).__struct_config__.tag for prop in figure.props)}
    for number, contact in enumerate(figure.contacts):
        yield from unknown_point(f"{key}contacts[{number}].point", contact.point)
        if contact.on not in surfaces:
            yield f"{key}contacts[{number}].on = {contact.on!r}: expected it among the props."
    for number, prop in enumerate(figure.props):
        if isinstance(prop, Strap):
            yield from unknown_point(f"{key}props[{number}].start", prop.start)
            yield from unknown_point(f"{key}props[{number}].end", prop.end)
    poses = ((name, getattr(figure.poses, name)) for name in figure.poses.__struct_fields__)
    named = [(f"{key}poses.{name}", pose) for name, pose in poses if pose is not None]
    yield from chain.from_iterable(in_pose(where, pose) for where, pose in named)
    yield from (
        c for where, pose in named if pose is figure.poses.middle for c in lopsided(where, pose)
    )
