"""What the user has chosen, with the defaults of somebody who has chosen nothing."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from rehabtimer.core.pain import PainLimits
from rehabtimer.core.prescription import Timing, Wait
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import DAY_START_HOUR


class Theme(StrEnum):
    """Which look the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class VoiceCount(StrEnum):
    """What the voice counts aloud: the last three seconds of a hold, the reps, or neither."""

    SECONDS = "seconds"
    REPS = "reps"
    NEITHER = "neither"


class Units(StrEnum):
    """What distances are told in."""

    KM = "km"
    MILES = "miles"


Loudness = Annotated[float, Meta(ge=0, le=1)]


class Sound(Struct, frozen=True, kw_only=True):
    """What a session sounds like: volumes are 0 (silent) to 1, `rate` is -1 (slow) to 1 (fast).

    `voice_name` is the system's own name of a voice; "" leaves the choice to the system.
    """

    tones: Loudness = 1.0
    voice: bool = True
    voice_volume: Loudness = 1.0
    voice_name: str = ""
    rate: Annotated[float, Meta(ge=-1, le=1)] = 0.0
    count: VoiceCount = VoiceCount.SECONDS


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that the user can set, except the programme itself.

    `text_scale` is 0.8 to 1.6; `day_start` is the hour at which a new day begins.
    """

    welcomed: bool = False
    affected: Side = Side.BOTH
    first: Side | None = None  # the leg that begins; None is the affected one
    timing: Timing = Timing()
    wait: Wait = Wait.NEVER
    group_floor: bool = False
    theme: Theme = Theme.SYSTEM
    text_scale: Annotated[float, Meta(ge=0.8, le=1.6)] = 1.0
    muted: bool = False  # tones and voice of a session
    sound: Sound = Sound()
    pain: PainLimits = PainLimits()
    doctor_seen: str = ""  # ISO date on which the person said that they have been seen
    doctor_not_before: str = ""  # ISO date before which the article's advice is not repeated
    still: bool = False  # two still poses instead of a moving figure
    units: Units = Units.KM
    day_start: Annotated[int, Meta(ge=0, le=12)] = DAY_START_HOUR
    report_name: str = ""  # whom the report for the therapist concerns, if the person wants it told
    met: tuple[str, ...] = ()  # exercises that were taught once


class Limits(Struct, frozen=True):
    """The least and the most that a time may be set to, in seconds."""

    least: float
    most: float


TIMING_LIMITS = {
    "go": Limits(1, 10),
    "back": Limits(1, 10),
    "switch": Limits(0, 60),
    "rest": Limits(0, 180),
    "between": Limits(0, 180),
    "prepare": Limits(0, 60),
}
