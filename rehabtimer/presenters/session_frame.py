"""What the session screen shows at one moment: a frame, ready to be drawn."""

from dataclasses import dataclass
from enum import StrEnum

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase, Side


class Mark(StrEnum):
    """The shape that stands for a moment, beside its word and colour."""

    READY = "ready"
    GO = "go"
    HOLD = "hold"
    RETURN = "return"
    SWITCH = "switch"
    REST = "rest"
    PAUSED = "paused"
    WAIT = "wait"


@dataclass(frozen=True)
class Segment:
    """One exercise on the bar: its share of the time (0-1), how much is done (0-1)."""

    share: float
    fraction: float
    skipped: bool
    description: str


@dataclass(frozen=True)
class SessionFrame:
    """One moment of a session, ready to be drawn; `ring` is 0 to 1.

    `moment` is where the figure stands; `said` is the line that the voice is saying.
    """

    title: str
    side: Side
    side_text: str
    side_note: str
    exercise: str
    phase: Phase
    mark: Mark
    moment: Moment
    digits: str
    word: str
    ring: float
    caption: str
    said: str
    dose: str
    steps: tuple[str, ...]
    safety: str
    rep_text: str
    set_text: str
    sets: int
    sets_done: int
    next_text: str
    place_text: str
    left_text: str
    segments: tuple[Segment, ...]
    primary: str
    standing_still: bool
    can_finish: bool
    finish_text: str
