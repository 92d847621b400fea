"""The figure of an exercise: its poses, read from a file and set in motion."""

import tomllib
from pathlib import Path

import msgspec

from rehabtimer.core.errors import UserError
from rehabtimer.core.figure_checks import complaints, misfit
from rehabtimer.core.motion import Moment, camera_at, eased, pose_at, side_at, swing_at
from rehabtimer.core.scene import Figure

__all__ = [
    "Figure",
    "Moment",
    "camera_at",
    "eased",
    "load_figure",
    "pose_at",
    "side_at",
    "swing_at",
]


def load_figure(path: Path) -> Figure:
    """Read a pose file.

    Raises UserError with file, key, value and what was expected when the file cannot be used.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UserError(f"{path.name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path.name}: not a text file in UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path.name}: not a valid TOML file ({error}).") from error
    try:
        figure = msgspec.convert(raw, Figure)
    except msgspec.ValidationError as error:
        raise UserError(_line(path, misfit(error, raw))) from error
    for complaint in complaints(figure):
        raise UserError(_line(path, complaint))
    return figure


def _line(path: Path, fault: str) -> str:
    """Return the fault behind the file's name, in one line whatever its keys contain."""
    return " ".join(f"{path.name}: {fault}".split())
