"""The figure of an exercise: its poses, read from a file and set in motion."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import msgspec

from rehabtimer.core.errors import UserError
from rehabtimer.core.figure_checks import complaints, explained
from rehabtimer.core.kinematics import skeleton_of
from rehabtimer.core.poses import Pose, Poses, blended
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.scene import Figure
from rehabtimer.core.skeleton import Skeleton

__all__ = ["Figure", "Moment", "eased", "load_figure", "pose_at"]

SETTLE = 0.5  # share of *get ready* after which the body moves to where the reps start


class Moment(NamedTuple):
    """A point in time of an exercise: `fraction` runs from 0 to 1 within the phase."""

    phase: Phase = Phase.PREPARE
    fraction: float = 0.0
    side: Side = Side.LEFT


def pose_at(figure: Figure, phase: Phase, fraction: float, side: Side) -> Skeleton:
    """Return the body at a moment of a phase, `fraction` 0 (its begin) to 1 (its end).

    The right side is the mirror image of the left; `both` is drawn like the left.
    """
    skeleton = skeleton_of(_pose(figure.poses, phase, eased(fraction)))
    return skeleton.mirrored() if side is Side.RIGHT else skeleton


def eased(fraction: float) -> float:
    """Return the fraction slowed down at both ends, and kept within 0 to 1."""
    share = min(max(fraction, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def load_figure(path: Path) -> Figure:
    """Read a pose file.

    Raises UserError with file, key, value and what was expected when the file cannot be used.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path.name}: the pose file cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path.name}: not a valid TOML file ({error}).") from error
    try:
        figure = msgspec.convert(raw, Figure)
    except msgspec.ValidationError as error:
        raise UserError(f"{path.name}: {explained(str(error), raw)}") from error
    for complaint in complaints(figure):
        raise UserError(f"{path.name}: {complaint}")
    return figure


def _pose(poses: Poses, phase: Phase, share: float) -> Pose:
    match phase:
        case Phase.PREPARE:
            settled = eased((share - SETTLE) / (1 - SETTLE))
            return blended(poses.prepare, poses.first, settled)
        case Phase.GO:
            return blended(poses.first, poses.hold, share)
        case Phase.RETURN:
            return blended(poses.hold, poses.first, share)
        case Phase.HOLD:
            return poses.hold
        case _:
            return poses.ease
