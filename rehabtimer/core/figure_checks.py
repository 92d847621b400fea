"""What is wrong with a pose file, in one sentence with key, value and what was expected."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from rehabtimer.core.kinematics import unreached
from rehabtimer.core.poses import Arm, Leg, Pose, Poses, ReachingArm
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
    """Say what types cannot: unknown body points, places out of reach, limbs not given alike."""
    for number, contact in enumerate(figure.contacts):
        yield from _unknown_point(f"contacts[{number}].point", contact.point)
    for number, prop in enumerate(figure.props):
        if isinstance(prop, Strap):
            yield from _unknown_point(f"props[{number}].start", prop.start)
            yield from _unknown_point(f"props[{number}].end", prop.end)
    for key, poses in {"poses": figure.poses, **_variants(figure)}.items():
        for name in poses.__struct_fields__:
            pose = getattr(poses, name)
            if pose is not None:
                yield from _in_pose(f"{key}.{name}", pose)
        yield from _unlike(key, poses)


def _variants(figure: Figure) -> dict[str, Poses]:
    return {f"variants.{name}": poses for name, poses in figure.variants.items()}


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


def _unlike(key: str, poses: Poses) -> Iterator[str]:
    """Compare with `prepare` the poses that it moves into."""
    for name, limb in product(("start", "hold"), LIMBS):
        pose = getattr(poses, name) or poses.prepare
        if _way(getattr(pose, limb)) != _way(getattr(poses.prepare, limb)):
            yield f"{key}.{name}.{limb}: expected the same `by`, `of` and `on` as in prepare."


def _way(limb: Leg | Arm) -> tuple[object, ...]:
    return type(limb), getattr(limb, "of", ""), getattr(limb, "on", "")


def _unknown_point(key: str, name: str) -> Iterator[str]:
    if name not in POINTS:
        yield f"{key} = {name!r}: expected a point of the body such as left_knee or head."
