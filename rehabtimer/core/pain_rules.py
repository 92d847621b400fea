"""The two rules about pain: what a score at a moment of the day suggests; the person decides.

*As the article says*: an exercise that hurts is skipped. *Pain monitoring*: below one cut point go
on, from it on ease off, from another on stop; settled within 60 minutes, and not worse the next
morning. Its defaults are La Trobe University's patellofemoral advice.
"""

from enum import StrEnum

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN, Moment, PainLimits, PainRule, Score
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _


class Proposal(StrEnum):
    """What is offered first; nothing happens without a press."""

    NONE = "none"
    GO_ON = "go-on"
    EASE_OFF = "ease-off"
    SKIP = "skip"
    STOP = "stop"
    DOCTOR = "doctor"


def propose(  # noqa: PLR0913 - each is one thing that was told
    limits: PainLimits,
    moment: Moment,
    score: Score | None,
    *,
    knee: Side,  # noqa: ARG001 - see below
    affected: Side,  # noqa: ARG001
    before: Score | None = None,
    alarm: bool = False,
) -> Proposal:
    """Return what a rule proposes about one answer.

    `score` is 0 to 10, or None where it was not told. `before` is what an hour or a morning later
    is compared with: the score before that session. `alarm` is sharp pain, swelling, locking or
    giving way, at which both rules say the same at any moment. `knee` and `affected` change
    nothing: new pain in the knee that was well counts as much as in the other.
    """
    if alarm:
        return Proposal.DOCTOR
    if moment is Moment.DURING and score is None:
        return Proposal.SKIP
    if limits.rule is PainRule.ARTICLE:
        return _article(moment, score)
    return _monitoring(limits, moment, score, before)


def cut_points_fault(ease: int, stop: int) -> str:
    """Return, in a sentence, what is wrong with cut points; an empty text where nothing is."""
    values = {"ease": ease, "stop": stop, "most": WORST_PAIN}
    if not (NO_PAIN < ease <= WORST_PAIN and NO_PAIN < stop <= WORST_PAIN):
        return _("Ease off and stop each begin at a score from 1 to {most}.").format(**values)
    if ease > stop:
        return _("Stop cannot begin at {stop}, below ease off at {ease}.").format(**values)
    return ""


def _article(moment: Moment, score: Score | None) -> Proposal:
    if moment is not Moment.DURING or score is None:
        return Proposal.NONE
    return Proposal.SKIP if score > NO_PAIN else Proposal.GO_ON


def _monitoring(
    limits: PainLimits, moment: Moment, score: Score | None, before: Score | None
) -> Proposal:
    if score is None:
        return Proposal.NONE
    match moment:
        case Moment.BEFORE | Moment.DURING:
            return _by_cut_points(limits, score)
        case Moment.AFTER:
            return Proposal.STOP if score >= _stop(limits) else Proposal.NONE
        case Moment.LATER | Moment.MORNING:
            return _if_worse(limits, score, before)
        case _:
            return Proposal.NONE


def _by_cut_points(limits: PainLimits, score: Score) -> Proposal:
    if score >= _stop(limits):
        return Proposal.STOP
    return Proposal.EASE_OFF if score >= limits.ease else Proposal.GO_ON


def _if_worse(limits: PainLimits, score: Score, before: Score | None) -> Proposal:
    """With nothing to compare it with, only what is past a cut point says something."""
    least = limits.ease if before is None else before + 1
    if score < least:
        return Proposal.NONE
    return Proposal.STOP if score >= _stop(limits) else Proposal.EASE_OFF


def _stop(limits: PainLimits) -> int:
    """Cut points in the wrong order are refused where they are set; here nobody is sent on."""
    return max(limits.ease, limits.stop)
