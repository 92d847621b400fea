"""What the session screen shows at one moment: a frame, ready to be drawn."""

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter

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


_AT_REST = Moment()


@dataclass(frozen=True)
class SessionFrame:
    """One moment of a session, ready to be drawn.

    Below, what changes from tick to tick: `moment` is where the figure stands, `ring` is 0 to 1,
    `said` is the line that the voice is saying.
    """

    title: str
    side: Side
    side_text: str
    side_note: str
    figure: str
    phase: Phase
    mark: Mark
    word: str
    caption: str
    dose: str
    steps: tuple[str, ...]
    is_teaching: bool  # all steps are to be read now, and not the one line of this moment
    safety: str
    rep_text: str
    set_text: str
    sets: int
    sets_done: int
    next_text: str
    place_text: str
    primary: str
    standing_still: bool
    may_finish: bool  # early, at some moment of this exercise
    can_finish: bool  # now
    finish_text: str
    undo_text: str

    moment: Moment = _AT_REST
    digits: str = ""
    ring: float = 0.0
    said: str = ""
    left_text: str = ""
    segments: tuple[Segment, ...] = ()

    @property
    def steps_text(self) -> str:
        """All steps, numbered, each on a line of its own."""
        return "\n".join(f"{n}.  {step}" for n, step in enumerate(self.steps, 1))

    def has_words_of(self, other: "SessionFrame | None") -> bool:
        """Whether everything that is to be read beside ring and bar is the same."""
        return other is not None and _words(self) == _words(other)


_MOVING = ("moment", "digits", "ring", "segments")
_words = attrgetter(*(f.name for f in fields(SessionFrame) if f.name not in _MOVING))
