"""What an exercise file may say about a dose, and the bounds of every number in it."""

from itertools import pairwise
from typing import Annotated, Final, NamedTuple

from msgspec import Meta, Struct

from rehabtimer.core.faults import check_one_of, check_unique, wrong
from rehabtimer.core.programme import Dose, Range
from rehabtimer.core.toml_types import each_once, one_of

ADJUSTABLE: Final = ("hold", "reps", "sets")


class Bounds(NamedTuple):
    """What one number of a dose may be at all."""

    least: float
    most: float
    whole: bool = True

    def check(self, key: str, value: float) -> float:
        """Return the value, or raise Fault; NaN lies within no bounds."""
        fits = isinstance(value, int) or not self.whole
        if fits and self.least <= value <= self.most:
            return value
        kind = "a whole number" if self.whole else "a number"
        raise wrong(key, value, f"{kind} from {self.least:g} to {self.most:g}")

    @property
    def meta(self) -> Meta:
        """What a schema says of a number within them."""
        return Meta(extra_json_schema=self._number())

    @property
    def range_meta(self) -> Meta:
        """What a schema says of a number within them, or of a table with such numbers."""
        number = self._number()
        ends = dict.fromkeys(("target", "low", "high", "limit"), number)
        return Meta(extra_json_schema=number | {"properties": ends})

    def _number(self) -> dict[str, object]:
        number: dict[str, object] = {"minimum": self.least, "maximum": self.most}
        return number | ({"multipleOf": 1} if self.whole else {})


HOLD: Final = Bounds(0.5, 600, whole=False)  # seconds
REPS: Final = Bounds(1, 100)
SETS: Final = Bounds(1, 20)
REST: Final = Bounds(0, 180, whole=False)  # seconds between sets


class RangeFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dose with a choice; ends that are left out equal the target."""

    target: int | float
    low: int | float | None = None
    high: int | float | None = None
    limit: int | float | None = None
    given: bool = True


class DoseFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much; a plain number leaves no choice."""

    hold: Annotated[int | float | RangeFile, HOLD.range_meta]
    reps: Annotated[int | float | RangeFile, REPS.range_meta]
    sets: Annotated[int | float | RangeFile, SETS.range_meta]
    up_to: Annotated[list[Annotated[str, one_of(ADJUSTABLE)]], each_once(3)] = []


def dose_of_file(found: DoseFile) -> Dose:
    """Return the dose that a file asks for; Fault where it is out of bounds or out of order."""
    pairs = [(f"dose.up_to[{index}]", name) for index, name in enumerate(found.up_to)]
    for key, name in pairs:
        check_one_of(key, name, ADJUSTABLE)
    check_unique(pairs)
    return Dose(
        hold=_range("dose.hold", found.hold, HOLD),
        reps=_range("dose.reps", found.reps, REPS),
        sets=_range("dose.sets", found.sets, SETS),
        up_to=tuple(found.up_to),
    )


def _range(key: str, found: float | RangeFile, bounds: Bounds) -> Range:
    if not isinstance(found, RangeFile):
        value = float(bounds.check(key, found))
        return Range(low=value, target=value, high=value, limit=value)
    low = found.target if found.low is None else found.low
    high = found.target if found.high is None else found.high
    limit = high if found.limit is None else found.limit
    ends = {"low": low, "target": found.target, "high": high, "limit": limit}
    for name, value in ends.items():
        bounds.check(f"{key}.{name}", value)
    _check_order(key, ends, given=found.given)
    numbers = {name: float(value) for name, value in ends.items()}
    return Range(**numbers, given=found.given)


def _check_order(key: str, ends: dict[str, float], *, given: bool) -> None:
    for (lower, least), (name, value) in pairwise(ends.items()):
        if value < least:
            raise wrong(f"{key}.{name}", value, f"at least {least:g}, which is {key}.{lower}")
    if given and ends["limit"] > ends["high"]:
        expected = f"{ends['high']:g}, which is {key}.high, unless given = false"
        raise wrong(f"{key}.limit", ends["limit"], expected)
