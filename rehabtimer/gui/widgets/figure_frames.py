"""The pictures of a motion, each made once: a rep comes many times, and so does every breath.

What the right leg does is the mirror image of what the left one does, and is not drawn again.
"""

from dataclasses import replace
from functools import lru_cache
from math import acos, ceil, pi

from rehabtimer.core.figure import Figure, Moment, camera_at, pose_at, side_at, swing_at
from rehabtimer.core.motion import BREATH, breath_at
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.scene import Camera
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.gui.widgets.figure_picture import Picture, drawn

RATE = 30.0  # pictures a second
WAY = 90  # pictures of the way into a hold; the way back is slower, and should meet the same ones
BREATHS = 16  # pictures from empty to full
GRAIN = 2500.0  # a body that moved by less than this part of its height has not moved
KEPT = 400  # pictures, of some 40 kB each


class Body:
    """A skeleton that is equal to one which cannot be told from it on a page."""

    __slots__ = ("key", "skeleton")

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.key = tuple(
            [round(v * GRAIN) for point in skeleton.points.values() for v in point]
            + [round(skeleton.breath * BREATHS)]
        )

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Body) and self.key == other.key


def picture_at(figure: Figure, moment: Moment) -> Picture:
    """Return the picture of a moment; the same one for moments that look the same."""
    frame = frame_of(moment)
    if frame.side is Side.RIGHT:
        return _mirrored(_picture(figure, frame._replace(side=Side.LEFT)))
    return _picture(figure, frame)


def frame_of(moment: Moment) -> Moment:
    """Return the moment that is drawn for this one: the nearest of RATE a second, or of more.

    In a hold it is the nearest of BREATHS states of the chest, since nothing else moves.
    """
    if moment.phase is Phase.HOLD:
        state = round(breath_at(moment.seconds, moment.duration) * BREATHS)
        seconds = BREATH * acos(1 - 2 * state / BREATHS) / (2 * pi)
        return moment._replace(fraction=1.0, seconds=seconds, duration=2 * BREATH)
    least = WAY if moment.phase in (Phase.GO, Phase.RETURN) else 1
    frames = max(ceil(moment.duration * RATE), least)
    fraction = round(min(max(moment.fraction, 0.0), 1.0) * frames) / frames
    return moment._replace(fraction=fraction, seconds=0.0)


@lru_cache(maxsize=KEPT)
def _mirrored(picture: Picture) -> Picture:
    return replace(picture, mirrored=True)


@lru_cache(maxsize=KEPT)
def _picture(figure: Figure, frame: Moment) -> Picture:
    body, camera = Body(pose_at(figure, frame)), camera_at(figure, frame)
    return _drawn(figure.version(frame.variant), body, side_at(frame), camera, swing_at(frame))


@lru_cache(maxsize=KEPT)
def _drawn(figure: Figure, body: Body, side: Side, camera: Camera, swing: float) -> Picture:
    return drawn(figure, body.skeleton, side, camera, swing)
