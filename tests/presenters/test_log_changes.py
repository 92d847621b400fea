"""The way back in the Log: several steps, nothing else written over, nothing refused praised."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log import LogPresenter
from rehabtimer.presenters.log_forms import ActivityAnswer, TotalAnswer
from rehabtimer.presenters.log_frame import LogAnswer
from tests.support.cases import welcomed
from tests.support.pain import entry


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee, on Monday 2 March at 8."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def log(case: Case) -> LogPresenter:
    return LogPresenter(case)


def entries(case: Case) -> list[PainEntry]:
    return case.store.diary.entries(None, date.max)


def kept(case: Case, *added: PainEntry) -> PainEntry:
    case.store.diary.add_all(added)
    return added[0]


def test_two_deleted_answers_both_come_back(case: Case, log: LogPresenter) -> None:
    mine = [entry(score=score) for score in (3, 4)]
    kept(case, *mine)
    for each in mine:
        log.remove(each.id)
    log.undo()
    assert log.frame().undo_text == (
        "Taken back. The change before it: “Left knee: 3 of 10” was deleted."
    )
    log.undo()
    assert sorted(found.score or 0 for found in entries(case)) == [3, 4]
    assert log.frame().undo_text == ""


def test_what_is_refused_does_not_seem_to_be_kept(case: Case, log: LogPresenter) -> None:
    log.add(LogAnswer(Side.LEFT, 4))
    log.add(LogAnswer(Side.LEFT, None))
    before = "Not kept yet. The change before it: “Left knee: 4 of 10” is kept."
    assert log.frame().undo_text == before
    log.choose_kind("activity")
    assert log.frame().undo_text == "“Left knee: 4 of 10” is kept."
    log.add(ActivityAnswer(None))
    log.add(TotalAnswer("", "", "", case.today))
    assert log.frame().undo_text == before
    log.undo()
    assert entries(case) == []


def test_an_undo_writes_over_nothing_that_was_changed_elsewhere(
    case: Case, log: LogPresenter
) -> None:
    mine = kept(case, entry())
    log.edit(mine.id)
    log.change(LogAnswer(Side.LEFT, 7))
    case.store.diary.change(replace(entries(case)[0], score=9))
    assert log.frame().undo_text == ""
    log.undo()
    assert entries(case)[0].score == 9
