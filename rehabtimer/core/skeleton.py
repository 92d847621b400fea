"""A posed body as points in space: every joint, and how every part is turned.

Segment lengths are fractions of stature after Drillis and Contini (1966), as printed in
D. A. Winter, *Biomechanics and Motor Control of Human Movement*, fig. 4.1. Breadths are those of
the joint centres, which lie inside the printed breadths of shoulders and hips.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rehabtimer.core.space import WORLD, Frame, Vec, angle, flipped, minus

THIGH, SHIN, ANKLE_HEIGHT = 0.245, 0.246, 0.039
UPPER_ARM, FOREARM, HAND = 0.186, 0.146, 0.108
WAIST, RIBS, NECK, HEAD = 0.100, 0.188, 0.052, 0.065  # hips to waist, to shoulders, to chin, centre
HALF_HIPS, HALF_SHOULDERS = 0.052, 0.106
HEEL, BALL, TOE = -0.035, 0.078, 0.117  # along the foot from below the ankle

BONES = {
    "thigh": ("hip", "knee", THIGH),
    "shin": ("knee", "ankle", SHIN),
    "foot": ("heel", "ball", BALL - HEEL),
    "toes": ("ball", "toe", TOE - BALL),
    "upper_arm": ("shoulder", "elbow", UPPER_ARM),
    "forearm": ("elbow", "wrist", FOREARM),
    "hand": ("wrist", "fingers", HAND),
}
LIMB_POINTS = tuple(dict.fromkeys(end for a, b, _ in BONES.values() for end in (a, b)))
POINTS = ("hips", "waist", "chest", "neck", "head") + tuple(
    f"{side}_{point}" for side in ("left", "right") for point in LIMB_POINTS
)


class Skeleton(NamedTuple):
    """Where the joints are (`points`) and how the parts between them are turned (`frames`).

    `breath` is how full the chest is, 0 to 1; `swapped` tells a mirror image.
    """

    points: Mapping[str, Vec]
    frames: Mapping[str, Frame]
    breath: float = 0.0
    swapped: bool = False

    def mirrored(self) -> "Skeleton":
        """Return the mirror image: what the left leg did the right leg does."""
        points = {_other(name): flipped(point) for name, point in self.points.items()}
        frames = {_other(name): frame.flipped() for name, frame in self.frames.items()}
        return Skeleton(points, frames, self.breath, not self.swapped)

    def named(self, name: str) -> str:
        """Return what the point or part is called here that a pose file, for the left, calls so."""
        return _other(name) if self.swapped else name

    def knee(self, side: str) -> float:
        """Return how far the knee of `left` or `right` is bent, in degrees; 0 is straight."""
        return self._bend(f"{side}_hip", f"{side}_knee", f"{side}_ankle")

    def elbow(self, side: str) -> float:
        """Return how far the elbow of `left` or `right` is bent, in degrees; 0 is straight."""
        return self._bend(f"{side}_shoulder", f"{side}_elbow", f"{side}_wrist")

    def thigh_lift(self, side: str) -> float:
        """Return the angle of the thigh above the horizontal in degrees, -90 (hanging) to 90."""
        thigh = minus(self.points[f"{side}_knee"], self.points[f"{side}_hip"])
        return 90.0 - angle(thigh, WORLD.up)

    def _bend(self, start: str, joint: str, end: str) -> float:
        p = self.points
        return angle(minus(p[joint], p[start]), minus(p[end], p[joint]))


def _other(name: str) -> str:
    if name.startswith("left_"):
        return "right_" + name.removeprefix("left_")
    if name.startswith("right_"):
        return "left_" + name.removeprefix("right_")
    return name
