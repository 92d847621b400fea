"""How a figure moves with the session's clock: which pose, and where the viewer stands."""

from math import cos, pi
from typing import NamedTuple

from msgspec.structs import replace

from rehabtimer.core.body import SIDES
from rehabtimer.core.kinematics import grown, skeleton_of
from rehabtimer.core.passage import passage
from rehabtimer.core.poses import Pose, Poses, ReachingArm
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.scene import Camera, Figure
from rehabtimer.core.skeleton import Skeleton

# Seconds that a move takes, if the phase has twice as many: to the pose at ease, from there into
# work, and half of the way to the other side.
RELAX, RISE, TURN = 2.5, 3.0, 4.0
BREATH = 4.5  # seconds from breath to breath of an adult at rest, about 13 a minute
CHEST = 0.8  # degrees by which the chest rises
STRAIGHT = 40.0  # degrees below which a bent elbow would have to give way much more than the chest
FADE = 1.0  # seconds before the end of a hold in which the breath runs out


class Moment(NamedTuple):
    """A point in time of an exercise.

    `fraction` runs from 0 to 1 within the phase, `seconds` is what has passed of it and `duration`
    its whole length, both in seconds of the session's clock. `side` is the side that is worked, or
    in *switch* the one that comes next. An exercise is `moving` if it has reps, and a rest `fresh`
    if it leads to another exercise. `variant` names an easier version; "" is the ordinary one.
    """

    phase: Phase = Phase.PREPARE
    fraction: float = 0.0
    side: Side = Side.LEFT
    seconds: float = 0.0
    duration: float = 1.0
    moving: bool = True
    fresh: bool = False
    variant: str = ""


def pose_at(figure: Figure, moment: Moment) -> Skeleton:
    """Return the body at a moment of an exercise.

    The right side is the mirror image of the left; `both` is drawn like the left. Raises KeyError
    when the figure has no such easier version.
    """
    skeleton = _posed(figure.poses_of(moment.variant), moment)
    return skeleton.mirrored() if side_at(moment) is Side.RIGHT else skeleton


def camera_at(figure: Figure, moment: Moment) -> Camera:
    """Return where the viewer stands, on the right-hand side for the right leg.

    In *switch* the viewer walks to the other side the shorter way: around the front of the person,
    or around the back from a place behind.
    """
    camera = figure.version(moment.variant).camera
    share = swing_at(moment)
    far = 0.0 if abs(camera.around) <= 90 else 180.0 if camera.around > 0 else -180.0
    around = far + (camera.around - far) * (1 - 2 * share)
    raised = 0.0 if camera.over is None else camera.over - camera.height
    height = camera.height + raised * 4 * share * (1 - share)
    return Camera(around=around - 360 if around > 180 else around, height=height)


def swing_at(moment: Moment) -> float:
    """Return how far the viewer has walked: 0 as for the left leg, 1 as for the right one."""
    share = eased(moment.fraction) if moment.phase is Phase.SWITCH else 1.0
    return share if moment.side is Side.RIGHT else 1 - share


def side_at(moment: Moment) -> Side:
    """Return the side that is drawn at work: in the first half of *switch* still the old one."""
    if moment.phase is not Phase.SWITCH or moment.fraction >= 0.5 or moment.side is Side.BOTH:
        return moment.side
    return Side.LEFT if moment.side is Side.RIGHT else Side.RIGHT


def eased(fraction: float) -> float:
    """Return the fraction slowed down at both ends, and kept within 0 to 1."""
    share = min(max(fraction, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def breath_at(seconds: float, duration: float) -> float:
    """Return how full the chest is at a time of a hold, 0 (at its begin and its end) to 1."""
    fade = min(max((duration - seconds) / FADE, 0.0), 1.0)
    return fade * (1 - cos(2 * pi * max(seconds, 0.0) / BREATH)) / 2


def _posed(poses: Poses, moment: Moment) -> Skeleton:
    if moment.phase is Phase.HOLD:
        return _breathing(poses.hold, breath_at(moment.seconds, moment.duration))
    start, end, share = _way(poses, moment)
    if share <= 0 or start == end:
        return skeleton_of(start)
    return skeleton_of(end) if share >= 1 else passage(start, end).at(eased(share))


def _way(poses: Poses, moment: Moment) -> tuple[Pose, Pose, float]:
    """Return between which poses the body is, and how far on the way, were it evenly fast."""
    share, entry = moment.fraction, poses.first if moment.moving else poses.hold
    match moment.phase:
        case Phase.GO:
            return poses.first, poses.hold, share
        case Phase.RETURN:
            return poses.hold, poses.first, share
        case Phase.SWITCH if share < 0.5:
            return entry, poses.middle, _begun(moment, TURN)
        case Phase.SWITCH:
            return poses.middle, entry, _ended(moment, TURN)
        case Phase.REST:
            return _rest_way(poses, entry, moment)
        case _:
            return poses.prepare, entry, _ended(moment, RISE)


def _rest_way(poses: Poses, entry: Pose, moment: Moment) -> tuple[Pose, Pose, float]:
    """Return the way of a rest: down to ease, and up again before the end."""
    rising = _ended(moment, RISE)
    if rising > 0 or moment.fresh:
        return poses.ease, poses.prepare if moment.fresh else entry, rising
    return entry, poses.ease, _begun(moment, RELAX)


def _begun(moment: Moment, seconds: float) -> float:
    """Return how far on is a move that begins with the phase and takes at most half of it."""
    return moment.fraction / _part(moment, seconds)


def _ended(moment: Moment, seconds: float) -> float:
    """Return how far on is a move that ends with the phase and takes at most half of it."""
    return 1 - (1 - moment.fraction) / _part(moment, seconds)


def _part(moment: Moment, seconds: float) -> float:
    return min(seconds / moment.duration, 0.5) if moment.duration > 0 else 0.5


def _breathing(pose: Pose, breath: float) -> Skeleton:
    """Return a held pose with the chest risen a little, and the head kept level.

    Over a straight arm that holds on to something a chest cannot rise: there it only widens.
    """
    still = skeleton_of(pose)
    if not breath or _held_down(pose, still):
        return still._replace(breath=breath)
    spine = replace(pose.spine, bend=pose.spine.bend - CHEST * breath)
    neck = replace(pose.neck, bend=pose.neck.bend + CHEST * breath)
    return grown(replace(pose, spine=spine, neck=neck))._replace(breath=breath)


def _held_down(pose: Pose, body: Skeleton) -> bool:
    return any(
        isinstance(arm, ReachingArm) and body.elbow(side) < STRAIGHT
        for side, arm in zip(SIDES, pose.arms, strict=True)
    )
