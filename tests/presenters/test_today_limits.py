"""The card about the person's own limit: after a session, an hour later, and the next morning."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment, PainLimits, PainRule
from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.today import TodayPresenter
from tests.support.cases import days_pass, play, welcomed
from tests.support.todays import actions, card, keys, log


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee, on day 5."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def today(case: Case) -> TodayPresenter:
    return TodayPresenter(case)


@pytest.fixture
def monitoring(case: Case) -> Case:
    case.save(replace(case.settings, pain=PainLimits(rule=PainRule.MONITORING)))
    return case


EASE = "Your own limit says: ease off, with fewer reps or an easier version."
STOP = "Your own limit says: stop for now, and skip what hurt."


@pytest.mark.parametrize(
    "moment, before, score, text",
    [
        (Moment.AFTER, 2, 5, ""),
        (Moment.AFTER, None, 6, f"Left knee: 6 after the session. {STOP}"),
        (Moment.AFTER, 2, 6, f"Left knee: 6 after the session, 2 before it. {STOP}"),
        (Moment.LATER, 2, 2, ""),
        (Moment.LATER, 2, 3, f"Left knee: 3 an hour after the session, 2 before it. {EASE}"),
        (Moment.LATER, None, 2, ""),
        (Moment.LATER, None, 3, f"Left knee: 3 an hour after the session. {EASE}"),
        (Moment.LATER, 0, 7, f"Left knee: 7 an hour after the session, 0 before it. {STOP}"),
        (Moment.BEFORE, None, 9, ""),
        (Moment.EXTRA, None, 9, ""),
    ],
)
def test_after_a_session(
    monitoring: Case,
    today: TodayPresenter,
    moment: Moment,
    before: int | None,
    score: int,
    text: str,
) -> None:
    session = play(monitoring, 20).record.id
    if before is not None:
        log(monitoring, before, Moment.BEFORE, session=session)
    log(monitoring, score, moment, session=session)
    assert [card.text for card in today.frame().cards] == ([text] if text else [])


@pytest.mark.parametrize(
    "before, score, text",
    [
        (3, 3, ""),
        (3, 4, f"Left knee: 4 this morning, 3 before the last session. {EASE}"),
        (None, 2, ""),
        (None, 5, f"Left knee: 5 this morning. {EASE}"),
        (2, 8, f"Left knee: 8 this morning, 2 before the last session. {STOP}"),
    ],
)
def test_on_the_morning_after(
    monitoring: Case, today: TodayPresenter, before: int | None, score: int, text: str
) -> None:
    session = play(monitoring, 20).record.id
    if before is not None:
        log(monitoring, before, Moment.BEFORE, session=session)
    days_pass(monitoring, 1)
    log(monitoring, score, Moment.MORNING)
    assert [card.text for card in today.frame().cards] == ([text] if text else [])


def test_the_article_s_rule_has_no_such_card(case: Case, today: TodayPresenter) -> None:
    log(case, 10, Moment.AFTER)
    assert keys(today) == []


def test_each_knee_has_its_card(monitoring: Case, today: TodayPresenter) -> None:
    log(monitoring, 7, Moment.LATER, Side.RIGHT)
    log(monitoring, 4, Moment.LATER, Side.LEFT)
    assert keys(today) == ["limit:left", "limit:right"]
    assert actions(today, "limit:right") == [("programme", "Open the programme")]
    assert card(today, "limit:right").title == "Your own limit"
    assert card(today, "limit:right").text.startswith("Right knee: 7 an hour")


def test_only_the_latest_answer_counts(monitoring: Case, today: TodayPresenter) -> None:
    log(monitoring, 8, Moment.AFTER)
    assert keys(today) == ["limit:left"]
    log(monitoring, 1, Moment.LATER)
    assert keys(today) == []


def test_one_knee_s_score_before_is_not_the_other_s(
    monitoring: Case, today: TodayPresenter
) -> None:
    session = play(monitoring, 20).record.id
    log(monitoring, 0, Moment.BEFORE, Side.RIGHT, session)
    log(monitoring, 2, Moment.LATER, Side.LEFT, session)
    assert keys(today) == []


def test_another_session_s_score_before_is_not_this_one_s(
    monitoring: Case, today: TodayPresenter
) -> None:
    log(monitoring, 0, Moment.BEFORE, session=play(monitoring, 20).record.id)
    session = play(monitoring, 20).record.id
    log(monitoring, 2, Moment.LATER, session=session)
    assert keys(today) == []


def test_yesterday_s_answer_is_over(monitoring: Case, today: TodayPresenter) -> None:
    log(monitoring, 8, Moment.AFTER)
    days_pass(monitoring, 1)
    assert keys(today) == []


def test_the_cut_points_are_the_person_s_own(monitoring: Case, today: TodayPresenter) -> None:
    limits = PainLimits(rule=PainRule.MONITORING, ease=5, stop=9)
    monitoring.save(replace(monitoring.settings, pain=limits))
    log(monitoring, 8, Moment.AFTER)
    assert keys(today) == []
    log(monitoring, 9, Moment.AFTER)
    assert keys(today) == ["limit:left"]
