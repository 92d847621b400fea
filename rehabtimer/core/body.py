"""A body that grows from the hips outward, once it is known how each of its parts is turned."""

from typing import NamedTuple

from rehabtimer.core.skeleton import (
    ANKLE_HEIGHT,
    BALL,
    FOREARM,
    HALF_HIPS,
    HALF_SHOULDERS,
    HAND,
    HEAD,
    HEEL,
    NECK,
    RIBS,
    SHIN,
    THIGH,
    TOE,
    UPPER_ARM,
    WAIST,
    Skeleton,
)
from rehabtimer.core.space import Frame, Vec, add, times

SIDES = ("left", "right")


def outward(side: str) -> int:
    """Return the sign of y on the outer side of `left` or `right`."""
    return 1 if side == "left" else -1


class Trunk(NamedTuple):
    """How the middle of the body is turned."""

    pelvis: Frame
    chest: Frame
    head: Frame


class LegParts(NamedTuple):
    """How the parts of a leg are turned."""

    thigh: Frame
    shin: Frame
    foot: Frame
    toes: Frame


class ArmParts(NamedTuple):
    """How the parts of an arm are turned."""

    upper_arm: Frame
    forearm: Frame
    hand: Frame


class Body:
    """A skeleton that grows from the hips outward: trunk, then legs, then arms."""

    def __init__(self, hips: Vec, trunk: Trunk) -> None:
        self.trunk = trunk
        self.frames: dict[str, Frame] = trunk._asdict()
        self.points: dict[str, Vec] = {"hips": hips}
        for name, start, frame, up in (
            ("waist", "hips", trunk.pelvis, WAIST),
            ("chest", "waist", trunk.chest, RIBS),
            ("neck", "chest", trunk.chest, NECK),
            ("head", "neck", trunk.head, HEAD),
        ):
            self.points[name] = add(self.points[start], times(frame.up, up))
        for side in SIDES:
            hip = times(trunk.pelvis.left, outward(side) * HALF_HIPS)
            shoulder = times(trunk.chest.left, outward(side) * HALF_SHOULDERS)
            self.points[f"{side}_hip"] = add(hips, hip)
            self.points[f"{side}_shoulder"] = add(self.points["chest"], shoulder)

    def add_leg(self, side: str, parts: LegParts) -> None:
        """Hang a leg on its hip."""
        thigh, shin, foot, toes = parts
        knee = add(self.points[f"{side}_hip"], times(thigh.up, -THIGH))
        ankle = add(knee, times(shin.up, -SHIN))
        heel, ball = (add(ankle, foot.out(along, 0, -ANKLE_HEIGHT)) for along in (HEEL, BALL))
        toe = add(ball, times(toes.forward, TOE - BALL))
        self._name(side, parts, knee=knee, ankle=ankle, heel=heel, ball=ball, toe=toe)

    def add_arm(self, side: str, parts: ArmParts) -> None:
        """Hang an arm on its shoulder."""
        upper, fore, hand = parts
        elbow = add(self.points[f"{side}_shoulder"], times(upper.up, -UPPER_ARM))
        wrist = add(elbow, times(fore.up, -FOREARM))
        fingers = add(wrist, times(hand.up, -HAND))
        self._name(side, parts, elbow=elbow, wrist=wrist, fingers=fingers)

    def skeleton(self) -> Skeleton:
        """Return what has grown."""
        return Skeleton(self.points, self.frames)

    def _name(self, side: str, parts: LegParts | ArmParts, **points: Vec) -> None:
        self.frames.update({f"{side}_{name}": frame for name, frame in parts._asdict().items()})
        self.points.update({f"{side}_{name}": point for name, point in points.items()})
