"""The shipped figures, every easier version included, and moments of them as a session has them."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.figure import Figure, Moment, load_figure
from rehabtimer.core.programme import Legs, Phase, Side

FOLDER = paths.resources() / "poses"
RATE = 30  # pictures a second
SIDES = ("left", "right")


class Version(NamedTuple):
    """An exercise, or an easier version of it."""

    name: str
    variant: str
    moving: bool
    sided: bool

    def __str__(self) -> str:
        return f"{self.name}:{self.variant}".rstrip(":")

    @property
    def figure(self) -> Figure:
        """The figure in the file, with all its versions."""
        return figure(self.name)

    def moment(self, phase: Phase, fraction: float, side: Side = Side.LEFT) -> Moment:
        """Return a moment of a phase that lasts ten seconds."""
        passed = 10 * fraction
        return Moment(phase, fraction, side, passed, 10, self.moving, variant=self.variant)


def versions() -> tuple[Version, ...]:
    """Return all exercises and their easier versions."""
    return tuple(
        Version(exercise.id, variant, exercise.moving, exercise.sides.legs is not Legs.TOGETHER)
        for exercise in load_programme(paths.resources()).exercises
        for variant in ("", *(variant.id for variant in exercise.variants))
    )


@cache
def figure(name: str) -> Figure:
    """Return a shipped figure."""
    return load_figure(FOLDER / f"{name}.toml")


def session(version: Version) -> Iterator[Moment]:
    """Return all pictures of an exercise done on both sides, with every kind of pause."""
    first, second = (Side.LEFT, Side.RIGHT) if version.sided else (Side.BOTH, Side.BOTH)
    work = [(Phase.HOLD, 6.0)]
    if version.moving:
        work = [(Phase.GO, 2.0), (Phase.HOLD, 2.0), (Phase.RETURN, 3.0)]
    yield from _pictures(version, Phase.REST, 8.0, first, fresh=True)
    for phase, seconds in [(Phase.PREPARE, 5.0), *work, (Phase.REST, 9.0), *work]:
        yield from _pictures(version, phase, seconds, first)
    for phase, seconds in [(Phase.SWITCH, 5.0), *work] if version.sided else []:
        yield from _pictures(version, phase, seconds, second)
    for phase, seconds in [(Phase.SWITCH, 5.0), *work] if version.sided else []:
        yield from _pictures(version, phase, seconds, first)


def _pictures(
    version: Version, phase: Phase, duration: float, side: Side, fresh: bool = False
) -> Iterator[Moment]:
    for number in range(round(duration * RATE) + 1):
        seconds = number / RATE
        yield Moment(
            phase,
            seconds / duration,
            side,
            seconds,
            duration,
            version.moving,
            fresh,
            version.variant,
        )
