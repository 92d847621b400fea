"""The way from one pose to another: every part turns, and no bone stretches."""

from functools import lru_cache

from rehabtimer.core.body import SIDES, Body, Trunk
from rehabtimer.core.kinematics import skeleton_of
from rehabtimer.core.limb_ways import arm_way, leg_way
from rehabtimer.core.poses import Pose
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import mixed, turning


class Passage:
    """What lies between two poses."""

    def __init__(self, start: Pose, end: Pose) -> None:
        self._hips = (start.hips, end.hips)
        a, b = skeleton_of(start), skeleton_of(end)
        self._trunk = [turning(a.frames[part], b.frames[part]) for part in Trunk._fields]
        legs = zip(SIDES, start.legs, end.legs, strict=True)
        arms = zip(SIDES, start.arms, end.arms, strict=True)
        self._legs = {side: leg_way(side, p, q, a, b) for side, p, q in legs}
        self._arms = {side: arm_way(side, p, q, a, b) for side, p, q in arms}

    def at(self, share: float) -> Skeleton:
        """Return the body at a share (0 to 1) of the way."""
        trunk = Trunk(*(part.at(share) for part in self._trunk))
        body = Body(mixed(*self._hips, share), trunk)
        for side in SIDES:
            body.add_leg(side, self._legs[side](body, share))
        for side in SIDES:
            body.add_arm(side, self._arms[side](body, share))
        return body.skeleton()


@lru_cache(maxsize=128)
def passage(start: Pose, end: Pose) -> Passage:
    """Return the way between two poses; it is kept."""
    return Passage(start, end)
