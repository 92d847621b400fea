"""Pain as a person gives it: a whole number per knee, at a moment of the day."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

NO_PAIN = 0
WORST_PAIN = 10

Score = Annotated[int, Meta(ge=NO_PAIN, le=WORST_PAIN)]


class Moment(StrEnum):
    """When pain was asked for, or told."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    LATER = "later"  # about an hour after a session
    MORNING = "morning"
    EXTRA = "extra"


class Activity(StrEnum):
    """What a knee was doing when it hurt outside of a session: the article's list, and the rest."""

    STAIRS = "stairs"
    SQUATTING = "squatting"
    SITTING = "long-sitting"
    RUNNING = "running"
    OTHER = "other"


class Decision(StrEnum):
    """What the person chose to do about something that hurt."""

    EASIER = "easier-version"
    LESS = "less"  # fewer reps, or a shorter hold
    SKIP_SIDE = "skip-side"
    SKIP_TODAY = "skip-today"
    SKIP_UNTIL = "skip-until-date"
    SKIP_OPEN = "skip-until-on"
    GO_ON = "go-on"
    END = "end"


class PainRule(StrEnum):
    """Which of the two rules the person goes by (`rehabtimer.core.pain_rules`)."""

    ARTICLE = "article"
    MONITORING = "monitoring"


class PainLimits(Struct, frozen=True, kw_only=True):
    """The rule and its cut points: own limits of the person, 0 to 10 and in days.

    Monitoring: below `ease` go on, from `ease` on ease off, from `stop` on stop. The defaults are
    La Trobe University's patellofemoral advice. A skipped exercise is offered again after
    `calm_days` with no pain above `calm_most`.
    """

    rule: PainRule = PainRule.ARTICLE
    ease: Score = 3
    stop: Score = 6
    calm_days: Annotated[int, Meta(ge=1, le=60)] = 7
    calm_most: Score = 2
