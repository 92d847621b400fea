"""What the article prescribes: exercises with their dose ranges, and programmes of them."""

from enum import StrEnum

from msgspec import Struct


class Side(StrEnum):
    """A leg, or both of them at once."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """The opposite leg; *both* has none and stays."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Phase(StrEnum):
    """What the person does during one step of a session."""

    PREPARE = "prepare"
    GO = "go"
    HOLD = "hold"
    RETURN = "return"
    SWITCH = "switch"
    REST = "rest"

    @property
    def is_work(self) -> bool:
        """Whether this phase belongs to a set."""
        return self in (Phase.GO, Phase.HOLD, Phase.RETURN)


class Level(StrEnum):
    """Which end of every dose range is meant."""

    LOW = "low"
    TARGET = "target"
    HIGH = "high"


class Position(StrEnum):
    """How the body starts; it also says whether the exercise is done on the floor."""

    STANDING = "standing"
    LYING = "lying"
    SIDE_LYING = "side-lying"
    ALL_FOURS = "all-fours"

    @property
    def on_floor(self) -> bool:
        """Whether the person gets down on the floor for it."""
        return self is not Position.STANDING


class Legs(StrEnum):
    """Which legs do the exercise."""

    EACH = "each"
    PAINFUL = "painful"
    TOGETHER = "together"


class Change(StrEnum):
    """When the side changes: after every set (A, B, A, B), or after all of them (A, A, B, B)."""

    SET = "set"
    LEG = "leg"


class Range(Struct, frozen=True, kw_only=True):
    """One number of a dose: the article's range, the value that a new user gets, the stepper's end.

    `limit` lies above `high` only where the article gives no figure (`given` is false).
    """

    low: float
    target: float
    high: float
    limit: float
    given: bool = True

    def at(self, level: Level) -> float:
        """Return the value at one end of the range, or the target."""
        return {Level.LOW: self.low, Level.TARGET: self.target, Level.HIGH: self.high}[level]


class Dose(Struct, frozen=True, kw_only=True):
    """How much of an exercise: seconds a hold, reps a set, sets a leg."""

    hold: Range
    reps: Range
    sets: Range
    up_to: tuple[str, ...] = ()  # of "hold", "reps", "sets": the article says "up to"


class Sides(Struct, frozen=True, kw_only=True):
    """Which legs, when they change, and what the side's name stands for ("the back leg")."""

    legs: Legs
    change: Change = Change.SET
    label: str = ""


class Steps(Struct, frozen=True, kw_only=True):
    """The instructions, at most 14 words a line; `go` and `back` are empty for a plain hold."""

    prepare: tuple[str, ...]
    go: str = ""
    hold: str = ""
    back: str = ""

    def line(self, phase: Phase) -> str:
        """Return the one line that belongs to a phase of work, or an empty string."""
        return {Phase.GO: self.go, Phase.HOLD: self.hold, Phase.RETURN: self.back}.get(phase, "")

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines in the order in which they are needed."""
        return tuple(line for line in (*self.prepare, self.go, self.hold, self.back) if line)


class Variant(Struct, frozen=True, kw_only=True):
    """An easier version of an exercise, with instructions of its own."""

    id: str
    name: str
    steps: Steps


class Exercise(Struct, frozen=True, kw_only=True):
    """One exercise, of the article or of one's own, as its file gives it.

    `figure` is the id of the exercise whose figure shows it; "" for none. `rest` is seconds between
    its sets; None leaves them to the setting. `own` says that the file is the user's.
    """

    id: str
    name: str
    moving: bool  # reps are counted, with a way up and a way down; else a plain stretch
    areas: tuple[str, ...]
    equipment: tuple[str, ...]
    position: Position
    dose: Dose
    sides: Sides
    steps: Steps
    safety: str
    variants: tuple[Variant, ...] = ()
    starts_skipped_if: str = ""  # a first-run answer: "stairs-hurt"
    note: str = ""  # where the source leaves a doubt
    figure: str = ""
    rest: float | None = None
    own: bool = False

    @property
    def variant_ids(self) -> tuple[str, ...]:
        """The ids of its easier versions."""
        return tuple(variant.id for variant in self.variants)

    def easier_than(self, variant: str) -> Variant | None:
        """Return the next easier version after one ("" is the exercise itself), if there is one."""
        ids = ("", *self.variant_ids)
        place = ids.index(variant) if variant in ids else 0
        return self.variants[place] if place < len(self.variants) else None

    def steps_of(self, variant: str) -> Steps:
        """Return the instructions of an easier version, or its own for "" or an unknown one."""
        found = (easier.steps for easier in self.variants if easier.id == variant)
        return next(found, self.steps)


class Programme(Struct, frozen=True, kw_only=True):
    """A course of exercises: `days` calendar days from its start, in the order given."""

    id: str
    name: str
    days: int
    exercises: tuple[Exercise, ...]

    def exercise(self, identity: str) -> Exercise:
        """Return the exercise of that id; KeyError if the programme has none."""
        for exercise in self.exercises:
            if exercise.id == identity:
                return exercise
        raise KeyError(identity)


def lost(identity: str) -> Exercise:
    """Return what stands for an exercise in the records whose file is gone: little but its id."""
    one = Range(low=1, target=1, high=1, limit=1)
    return Exercise(
        id=identity,
        name=identity.replace("-", " ").capitalize(),
        moving=False,
        areas=(),
        equipment=(),
        position=Position.STANDING,
        dose=Dose(hold=one, reps=one, sets=one),
        sides=Sides(legs=Legs.EACH),
        steps=Steps(prepare=()),
        safety="",
        own=True,
    )
