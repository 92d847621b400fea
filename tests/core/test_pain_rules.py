"""What the two rules propose: every score, moment, rule and side, written out."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.core.pain import Moment, PainLimits, PainRule
from rehabtimer.core.pain_rules import Proposal, cut_points_fault, propose
from rehabtimer.core.programme import Side

ARTICLE = PainLimits()
MONITORING = PainLimits(rule=PainRule.MONITORING)
KNEES = (Side.LEFT, Side.RIGHT)
SCORES = (None, *range(11))

WORDS = {
    ".": Proposal.NONE,
    "g": Proposal.GO_ON,
    "e": Proposal.EASE_OFF,
    "k": Proposal.SKIP,
    "S": Proposal.STOP,
}

# One letter a score: first the one that was not told, then 0 to 10.
ARTICLE_TABLE = {
    #                   ? 012345678910
    Moment.BEFORE: "    . ...........",
    Moment.DURING: "    k gkkkkkkkkkk",
    Moment.AFTER: "     . ...........",
    Moment.LATER: "     . ...........",
    Moment.MORNING: "   . ...........",
    Moment.EXTRA: "     . ...........",
}

MONITORING_TABLE = {
    #                   ? 012345678910
    Moment.BEFORE: "    . gggeeeSSSSS",
    Moment.DURING: "    k gggeeeSSSSS",
    Moment.AFTER: "     . ......SSSSS",
    Moment.LATER: "     . ...eeeSSSSS",
    Moment.MORNING: "   . ...eeeSSSSS",
    Moment.EXTRA: "     . ...........",
}

# An hour later and next morning, against each score before (a row each, 0 to 10).
COMPARED = (
    # ? 012345678910
    " . .eeeeeSSSSS",
    " . ..eeeeSSSSS",
    " . ...eeeSSSSS",
    " . ....eeSSSSS",
    " . .....eSSSSS",
    " . ......SSSSS",
    " . .......SSSS",
    " . ........SSS",
    " . .........SS",
    " . ..........S",
    " . ...........",
)

# Other cut points, for pain before and during: ease and stop, then the letters.
EDITED = {
    (1, 1): "gSSSSSSSSSS",
    (1, 10): "geeeeeeeeeS",
    (2, 5): "ggeeeSSSSSS",
    (5, 5): "gggggSSSSSS",
    (10, 10): "ggggggggggS",
    (4, 2): "ggggSSSSSSS",  # in the wrong order: stop is at least ease
}


def told(letters: str) -> list[Proposal]:
    return [WORDS[letter] for letter in letters.replace(" ", "")]


def test_the_tables_leave_nothing_out() -> None:
    assert set(ARTICLE_TABLE) == set(MONITORING_TABLE) == set(Moment)
    for letters in (*ARTICLE_TABLE.values(), *MONITORING_TABLE.values(), *COMPARED):
        assert len(told(letters)) == len(SCORES)


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize(
    "limits, table", [(ARTICLE, ARTICLE_TABLE), (MONITORING, MONITORING_TABLE)]
)
def test_every_score_at_every_moment_for_every_side(
    limits: PainLimits, table: dict[Moment, str], moment: Moment
) -> None:
    for knee, affected in product(KNEES, Side):
        found = [propose(limits, moment, score, knee=knee, affected=affected) for score in SCORES]
        assert found == told(table[moment])


@pytest.mark.parametrize("moment", [Moment.LATER, Moment.MORNING])
@pytest.mark.parametrize("before", range(11))
def test_an_hour_later_and_next_morning_are_compared_with_before(
    moment: Moment, before: int
) -> None:
    for knee, affected in product(KNEES, Side):
        found = [
            propose(MONITORING, moment, score, knee=knee, affected=affected, before=before)
            for score in SCORES
        ]
        assert found == told(COMPARED[before])


@pytest.mark.parametrize("moment", [Moment.BEFORE, Moment.DURING])
@pytest.mark.parametrize("cuts, letters", EDITED.items())
def test_cut_points_can_be_edited(moment: Moment, cuts: tuple[int, int], letters: str) -> None:
    limits = PainLimits(rule=PainRule.MONITORING, ease=cuts[0], stop=cuts[1])
    for knee, affected in product(KNEES, Side):
        found = [propose(limits, moment, n, knee=knee, affected=affected) for n in range(11)]
        assert found == told(letters)


@pytest.mark.parametrize("rule, moment, score", [*product(PainRule, Moment, SCORES)])
def test_an_alarm_is_for_a_doctor_whatever_else_was_told(
    rule: PainRule, moment: Moment, score: int | None
) -> None:
    limits = PainLimits(rule=rule)
    for knee, affected, before in product(KNEES, Side, (None, 0, 10)):
        found = propose(
            limits, moment, score, knee=knee, affected=affected, before=before, alarm=True
        )
        assert found is Proposal.DOCTOR


SCORE = st.integers(0, 10)
RANK = {
    Proposal.NONE: 0,
    Proposal.GO_ON: 0,
    Proposal.EASE_OFF: 1,
    Proposal.SKIP: 1,
    Proposal.STOP: 2,
}


@given(
    st.sampled_from(PainRule),
    st.sampled_from(Moment),
    SCORE,
    SCORE,
    st.none() | SCORE,
    st.tuples(SCORE, SCORE),
)
def test_more_pain_never_proposes_less(
    rule: PainRule,
    moment: Moment,
    ease: int,
    stop: int,
    before: int | None,
    scores: tuple[int, int],
) -> None:
    limits = PainLimits(rule=rule, ease=ease, stop=stop)
    less, more = (
        propose(limits, moment, score, knee=Side.LEFT, affected=Side.LEFT, before=before)
        for score in sorted(scores)
    )
    assert RANK[less] <= RANK[more]


@given(st.sampled_from(Moment), SCORE, SCORE, st.none() | SCORE)
def test_the_articles_rule_knows_no_cut_points(
    moment: Moment, ease: int, stop: int, before: int | None
) -> None:
    other = PainLimits(ease=ease, stop=stop)
    for score in SCORES:
        found = [
            propose(limits, moment, score, knee=Side.LEFT, affected=Side.BOTH, before=told_before)
            for limits, told_before in ((ARTICLE, None), (other, before))
        ]
        assert found[0] is found[1]


def test_cut_points_lie_on_the_scale_and_in_order() -> None:
    for ease, stop in product(range(-2, 13), repeat=2):
        fault = cut_points_fault(ease, stop)
        assert bool(fault) is not (1 <= ease <= stop <= 10)
        assert "\n" not in fault
    assert cut_points_fault(0, 6) == "Ease off and stop each begin at a score from 1 to 10."
    assert cut_points_fault(5, 4) == "Stop cannot begin at 4, below ease off at 5."
