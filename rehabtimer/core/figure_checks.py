"""What is wrong with a pose file, in one sentence with key, value and what was expected."""

import re
from collections.abc import Iterator
from typing import Any

from rehabtimer.core.kinematics import unreached
from rehabtimer.core.poses import Pose, ReachingArm
from rehabtimer.core.scene import Figure, Strap
from rehabtimer.core.skeleton import POINTS


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
    """Say what types cannot: unknown body points, places out of reach."""
    yield from _in_version("", figure)
    for name in figure.variants:
        yield from _in_version(f"variants.{name}.", figure.version(name))


def _in_version(key: str, figure: Figure) -> Iterator[str]:
    for number, contact in enumerate(figure.contacts):
        yield from _unknown_point(f"{key}contacts[{number}].point", contact.point)
    for number, prop in enumerate(figure.props):
        if isinstance(prop, Strap):
            yield from _unknown_point(f"{key}props[{number}].start", prop.start)
            yield from _unknown_point(f"{key}props[{number}].end", prop.end)
    for name in figure.poses.__struct_fields__:
        pose = getattr(figure.poses, name)
        if pose is not None:
            yield from _in_pose(f"{key}poses.{name}", pose)


def _in_pose(key: str, pose: Pose) -> Iterator[str]:
    arms = {name: getattr(pose, name) for name in ("left_arm", "right_arm")}
    for name, arm in arms.items():
        if isinstance(arm, ReachingArm) and arm.of:
            yield from _unknown_point(f"{key}.{name}.of", arm.of)
    for limb, gap in unreached(pose).items():
        yield (
            f"{key}.{limb}.at = {list(getattr(pose, limb).at)}: expected a place within reach, "
            f"and it is {gap:.3f} of body height too far."
        )


def _unknown_point(key: str, name: str) -> Iterator[str]:
    if name not in POINTS:
        yield f"{key} = {name!r}: expected a point of the body such as left_knee or head."
