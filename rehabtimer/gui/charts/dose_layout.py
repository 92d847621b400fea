"""Where the rows and columns of the chart of exercises stand, in pixels from the lower left."""

from dataclasses import dataclass
from functools import cached_property

from rehabtimer.core.pain import WORST_PAIN
from rehabtimer.gui.charts.drawing import FALLBACK
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import SMALL

_HEAD, _FOOT = 2.4, 1.0  # rows of small type above and below
_NAME_SHARE, _PAIN_SHARE = 0.27, 0.46  # of the width, and of what names and skips leave
_APART = 1.8  # letters between columns
_PERCENT = 4.2  # letters that "100 %" takes
_TALLEST_ROW, _LETTER = 64.0, 0.68  # the second of the height of bold type
_LANE_SHARE = 0.74  # of a row


@dataclass(frozen=True)
class DoseLayout:
    """The places of so many rows, each with as many lanes as sides were done (1 to 3).

    `skips` is the room for the words on skips in letters; `names` that for the names.
    """

    rows: int
    lanes: int
    names: int
    skips: int
    width: float
    height: float
    scale: float = 1.0
    family: tuple[str, ...] = (FALLBACK,)

    @property
    def small(self) -> float:
        """Pixels of the small type."""
        return SMALL * self.scale

    @property
    def line(self) -> float:
        """The height of a line of small type."""
        return self.small * 2

    @cached_property
    def top(self) -> float:
        """The upper edge of the rows."""
        return self.height - self.line * _HEAD

    @cached_property
    def row(self) -> float:
        """The height of a row."""
        room = self.top - self.line * _FOOT
        return max(1.0, min(_TALLEST_ROW * self.scale, room / max(1, self.rows)))

    @property
    def bottom(self) -> float:
        """The lower edge of the rows; below are the numbers of the axes."""
        return self.top - self.row * self.rows

    @cached_property
    def lane(self) -> float:
        """The height of a lane."""
        return self.row * _LANE_SHARE / self.lanes

    @cached_property
    def dose(self) -> tuple[float, float]:
        """Where 0 % and 100 % stand."""
        left = min(self.width * _NAME_SHARE, self.names * self.small * 0.6) + self.small * _APART
        return left, left + self._room(left) * (1 - _PAIN_SHARE)

    @cached_property
    def pain(self) -> tuple[float, float]:
        """Where the scores 0 and 10 stand."""
        left = self.dose[1] + self.small * (_PERCENT + _APART)
        return left, max(left + 1, self.width - self._skip_width() - self.small)

    @property
    def skip(self) -> float:
        """Where the words on skips begin."""
        return self.width - self._skip_width() + self.small * _APART / 2

    def y(self, place: int) -> float:
        """Where a row has its middle; the first is the uppermost."""
        return self.top - (place + 0.5) * self.row

    def lane_y(self, place: int, lane: float, of: int) -> float:
        """Where one of the lanes of a row has its middle, counted from 0 and from above."""
        return self.y(place) + ((of - 1) / 2 - lane) * self.lane

    def dose_x(self, share: float) -> float:
        """Where a share stands."""
        return self.dose[0] + (self.dose[1] - self.dose[0]) * share

    def pain_x(self, score: float) -> float:
        """Where a score stands."""
        return self.pain[0] + (self.pain[1] - self.pain[0]) * score / WORST_PAIN

    def place_at(self, y: float) -> int | None:
        """Return the row at a height, or None beside them all."""
        place = int((self.top - y) // self.row)
        return place if 0 <= place < self.rows else None

    def box(self, place: int) -> Box:
        """Return what belongs to a row."""
        y = self.y(place)
        return Box(0.0, y - self.row / 2, self.width, y + self.row / 2)

    def _skip_width(self) -> float:
        return (self.skips * _LETTER + _APART / 2) * self.small if self.skips else self.small

    def _room(self, left: float) -> float:
        apart = self.small * (_PERCENT + _APART + 1)
        return max(2.0, self.width - left - apart - self._skip_width())
