"""What is wrong with a pose file, in one sentence with key, value and what was expected."""

import re
from collections.abc import Iterator
from typing import Any

from rehabtimer.core.kinematics import unreached
from rehabtimer.core.poses import Part, Poses
from rehabtimer.core.scene import Figure, Strap
from rehabtimer.core.skeleton import POINTS

LIMBS = ("left_leg", "right_leg", "left_arm", "right_arm")


def explained(message: str, raw: dict[str, Any]) -> str:
    """Turn msgspec's "Expected ... - at `$.a.b`" into a sentence with key and value."""
    expected, _, where = message.partition(" - at `$")
    key = where.rstrip("`").lstrip(".")
    if not key:
        return f"{expected}."
    value: Any = raw
    for name, index in re.findall(r"([\w-]+)|\[(\d+)\]", key):
        try:
            value = value[name] if name else value[int(index)]
        except (KeyError, IndexError, TypeError):
            return f"{key}: {expected}."
    shown = "" if isinstance(value, dict | list) else f" = {value!r}"
    return f"{key}{shown}: {expected}."


def complaints(figure: Figure) -> Iterator[str]:
    """Say what types cannot: names of body points, limbs given alike, places within reach."""
    for number, contact in enumerate(figure.contacts):
        if contact.point not in POINTS:
            yield _no_point(f"contacts[{number}].point", contact.point)
    for number, prop in enumerate(figure.props):
        for name in (prop.start, prop.end) if isinstance(prop, Strap) else ():
            if name not in POINTS:
                yield _no_point(f"props[{number}]", name)
    yield from _pose_complaints("poses", figure.poses)
    for name, poses in figure.variants.items():
        yield from _pose_complaints(f"variants.{name}", poses)


def _pose_complaints(key: str, poses: Poses) -> Iterator[str]:
    named = {name: getattr(poses, name) for name in poses.__struct_fields__}
    for name, pose in named.items():
        for limb in ("left_arm", "right_arm") if pose else ():
            anchor = getattr(getattr(pose, limb), "of", "")
            if anchor and anchor not in POINTS:
                yield _no_point(f"{key}.{name}.{limb}.of", anchor)
                return
    for name, pose in named.items():
        for limb, gap in unreached(pose).items() if pose else ():
            yield (
                f"{key}.{name}.{limb}.at = {list(getattr(pose, limb).at)}: "
                f"expected a place within reach, and it is {gap:.3f} of body height too far."
            )
    for name in ("start", "hold"):
        for limb in LIMBS:
            pose = named[name] or poses.prepare
            if not _alike(getattr(pose, limb), getattr(poses.prepare, limb)):
                yield f"{key}.{name}.{limb}: expected the same `by` and `of`, `on` as in prepare."


def _alike(a: Part, b: Part) -> bool:
    return type(a) is type(b) and all(
        getattr(a, name, None) == getattr(b, name, None) for name in ("of", "on")
    )


def _no_point(key: str, name: str) -> str:
    return f"{key} = {name!r}: expected a point of the body such as left_knee or right_fingers."
