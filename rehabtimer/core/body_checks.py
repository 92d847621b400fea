"""What is wrong with one pose: points, places and directions, and joints that no body has."""

from collections.abc import Iterator

from rehabtimer.core.body import SIDES
from rehabtimer.core.kinematics import skeleton_of, unreached
from rehabtimer.core.poses import BentLeg, Pose, ReachingArm
from rehabtimer.core.skeleton import POINTS, Skeleton
from rehabtimer.core.space import angle, distance, dot, length

# Degrees: the ranges of `poses`, for limbs whose joints follow from a place. An ankle bends
# further under the weight of the body (Bennell and others, weight-bearing lunge, 1998).
RANGES = {"knee": (0, 150), "elbow": (0, 150), "hip": (-30, 130), "ankle": (-65, 35)}
SUNK = 0.01  # of body height: how far a joint may be below the floor
EVEN = 1e-6


def in_pose(key: str, pose: Pose) -> Iterator[str]:
    """Say what is wrong with a pose whose name in the file is `key`."""
    for side, arm in zip(SIDES, pose.arms, strict=True):
        if isinstance(arm, ReachingArm):
            if arm.of:
                yield from unknown_point(f"{key}.{side}_arm.of", arm.of)
            yield from _no_direction(f"{key}.{side}_arm.elbow", arm.elbow)
    for side, leg in zip(SIDES, pose.legs, strict=True):
        if not isinstance(leg, BentLeg):
            yield from _no_direction(f"{key}.{side}_leg.knee", leg.knee)
    for limb, gap in unreached(pose).items():
        yield (
            f"{key}.{limb}.at = {list(getattr(pose, limb).at)}: expected a place within reach, "
            f"and it is {max(gap, 0.001):.3f} of body height too far."
        )
    yield from _impossible(key, skeleton_of(pose))


def lopsided(key: str, pose: Pose) -> Iterator[str]:
    """Say whether a pose between two sides is not its own mirror image."""
    skeleton = skeleton_of(pose)
    other = skeleton.mirrored().points
    far = max(distance(point, other[name]) for name, point in skeleton.points.items())
    if far > EVEN:
        yield f"{key}: expected left and right alike, as it is passed on the way to the other side."


def unknown_point(key: str, name: str) -> Iterator[str]:
    """Say whether the body has no such point."""
    if name not in POINTS:
        yield f"{key} = {name!r}: expected a point of the body such as left_knee or head."


def joints(skeleton: Skeleton, side: str) -> dict[str, float]:
    """Return the angles of a side in degrees, named and counted as in `RANGES`."""
    part = skeleton.frames
    pelvis, thigh = part["pelvis"], part[f"{side}_thigh"]
    hip = angle(thigh.up, pelvis.up) * (-1 if dot(thigh.up, pelvis.forward) > 0 else 1)
    ankle = 90 - angle(part[f"{side}_foot"].forward, part[f"{side}_shin"].up)
    return {
        "knee": skeleton.knee(side),
        "elbow": skeleton.elbow(side),
        "hip": hip,
        "ankle": ankle,
    }


def _impossible(key: str, skeleton: Skeleton) -> Iterator[str]:
    for side in SIDES:
        for name, size in joints(skeleton, side).items():
            low, high = RANGES[name]
            if not low - EVEN <= size <= high + EVEN:
                limb = "arm" if name == "elbow" else "leg"
                yield (
                    f"{key}.{side}_{limb}: expected the {name} at {low} to {high} degrees, "
                    f"and it is at {size:.0f}."
                )
    lowest = min(skeleton.points, key=lambda name: skeleton.points[name][2])
    if skeleton.points[lowest][2] < -SUNK:
        yield f"{key}: expected a body above the floor, and {lowest} is below it."


def _no_direction(key: str, way: tuple[float, float, float]) -> Iterator[str]:
    if not length(way):
        yield f"{key} = {list(way)}: expected a direction."
