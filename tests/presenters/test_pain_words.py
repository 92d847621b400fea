"""Answers about pain, as the diary puts them into words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log import LogPresenter
from rehabtimer.presenters.log_frame import LogRow
from tests.support.cases import welcomed
from tests.support.pain import entry


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def row_of(case: Case, told: PainEntry) -> LogRow:
    """The one row of a diary."""
    case.store.diary.add(told)
    (day,) = LogPresenter(case).frame().days
    (row,) = day.rows
    return row


@pytest.mark.parametrize(
    "told, title, occasion, alarm",
    [
        (entry(Moment.BEFORE), "Left knee: 4 of 10", "Before a session", ""),
        (entry(Moment.AFTER), "Left knee: 4 of 10", "After a session", ""),
        (entry(Moment.LATER), "Left knee: 4 of 10", "An hour after a session", ""),
        (entry(Moment.MORNING, score=0), "Left knee: 0 of 10", "In the morning", ""),
        (entry(knee=Side.RIGHT), "Right knee: 4 of 10", "", ""),
        (entry(activity=Activity.SITTING), "Left knee: 4 of 10", "Sitting for long", ""),
        (
            entry(Moment.DURING, exercise="clam", side=Side.LEFT, set=2, rep=7, sharp=True),
            "Left knee: 4 of 10",
            "Clam, left side, set 2, rep 7",
            "Sharp pain",
        ),
        (
            entry(
                Moment.DURING,
                exercise="hip-flexor-stretch",
                side=Side.RIGHT,
                set=1,
                locking=True,
                decision=Decision.GO_ON,
            ),
            "Left knee: 4 of 10",
            "Standing hip flexor stretch, right leg, set 1 · went on",
            "Swelling, locking or giving way",
        ),
        (
            entry(Moment.DURING, score=None, exercise="clam", sharp=True, locking=True),
            "Left knee: it hurt",
            "Clam",
            "Sharp pain; swelling, locking or giving way",
        ),
        (
            entry(Moment.DURING, exercise="clam", side=Side.LEFT),
            "Left knee: 4 of 10",
            "Clam, left side",
            "",
        ),
        (entry(Moment.DURING), "Left knee: 4 of 10", "During a session", ""),
    ],
)
def test_each_answer_in_words(
    case: Case, told: PainEntry, title: str, occasion: str, alarm: str
) -> None:
    row = row_of(case, told)
    assert (row.title, row.occasion, row.alarm) == (title, occasion, alarm)


@pytest.mark.parametrize("decision", Decision)
def test_each_decision_has_its_words(case: Case, decision: Decision) -> None:
    told = entry(Moment.DURING, exercise="clam", side=Side.LEFT, decision=decision)
    row = row_of(case, told)
    assert row.occasion.startswith("Clam, left side · ")


def test_an_exercise_that_is_gone_is_still_told(case: Case) -> None:
    told = entry(Moment.DURING, exercise="towel-slide", side=Side.LEFT)
    assert row_of(case, told).occasion == "Towel slide, left leg"
