"""What happened in a session: small past-tense facts, in the order in which they happened."""

from dataclasses import dataclass
from enum import StrEnum

from rehabtimer.core.timeline import SetKey, Step


class Outcome(StrEnum):
    """How a set ended."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class StepOutcome(StrEnum):
    """How a step ended: its time ran out, or somebody moved on."""

    COMPLETED = "completed"
    CUT = "cut"


class PauseReason(StrEnum):
    """Who stopped the clock: the person, or a machine that slept or froze."""

    USER = "user"
    GAP = "gap"


@dataclass(frozen=True)
class Attempt:
    """One go at a set; a set that is done over gets a second attempt. Numbers count from 1."""

    key: SetKey
    number: int = 1


@dataclass(frozen=True)
class Tally:
    """What was really done in an attempt: whole reps, and seconds of holding."""

    reps: int = 0
    seconds: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done at all."""
        return not self.reps and self.seconds <= 0


@dataclass(frozen=True)
class StepStarted:
    """A step began."""

    step: Step


@dataclass(frozen=True)
class StepEnded:
    """A step ended; `seconds` is the real time, `step.seconds` the planned one."""

    step: Step
    seconds: float
    outcome: StepOutcome


@dataclass(frozen=True)
class SetStarted:
    """The first step of work of an attempt began."""

    attempt: Attempt


@dataclass(frozen=True)
class RepEnded:
    """A rep (or the hold of a stretch) was done to its end; `tally` includes it."""

    attempt: Attempt
    tally: Tally


@dataclass(frozen=True)
class SetEnded:
    """An attempt is over; it never changes again."""

    attempt: Attempt
    tally: Tally
    outcome: Outcome


@dataclass(frozen=True)
class Paused:
    """The clock stopped; `gap` is how many seconds the machine was away, for that reason only."""

    reason: PauseReason
    gap: float = 0.0


@dataclass(frozen=True)
class Resumed:
    """The clock runs again."""


@dataclass(frozen=True)
class Waiting:
    """The step is ready and waits for the person."""

    step: Step


@dataclass(frozen=True)
class SessionEnded:
    """The session is over; `completed` if every set was done."""

    completed: bool


Event = (
    StepStarted
    | StepEnded
    | SetStarted
    | RepEnded
    | SetEnded
    | Paused
    | Resumed
    | Waiting
    | SessionEnded
)
