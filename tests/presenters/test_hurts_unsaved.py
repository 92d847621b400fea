"""Something hurts while the disk refuses to keep it: it is kept later, and nothing is lost."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, Reach
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.storage.database import Database
from rehabtimer.storage.errors import NotSaved
from tests.support.cases import clock_of, pass_time, play, reopened, welcomed

QUAD = "quad-stretch"


class Disk:
    """Refuses every write, from when it is told to until it is told not to."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def refuse(self) -> None:
        def refuses(*_arguments: Any) -> None:
            raise NotSaved("the disk is full")

        self._patch.setattr(Database, "writing", refuses)

    def accept(self) -> None:
        self._patch.undo()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def told(case: Case) -> list[PainEntry]:
    return [e for e in case.store.diary.entries(None, date.max) if e.moment is Moment.DURING]


def hurting(case: Case, disk: Disk, decision: Decision) -> SessionPresenter:
    """A session in which something hurts just when the disk refuses."""
    session = play(case, 8)
    hurts = Hurts(case, session)
    disk.refuse()
    clock_of(case).advance(5)
    hurts.tell(Side.LEFT, 6, sharp=False, locking=False)
    hurts.decide(decision, case.today + timedelta(days=7))
    assert session.notice == "Not saved yet: the disk is full"
    assert told(case) == []
    return session


@pytest.mark.parametrize("decision", [d for d in Decision if d is not Decision.END])
def test_what_was_told_and_chosen_is_kept_once_the_disk_takes_it(
    case: Case, disk: Disk, decision: Decision
) -> None:
    session = hurting(case, disk, decision)
    disk.accept()
    pass_time(case, session, 30)
    assert session.notice == ""
    (entry,) = told(case)
    assert (entry.score, entry.decision, entry.exercise) == (6, decision, QUAD)
    assert entry.when.local.replace(tzinfo=None).second == 8, "when H was pressed"


@pytest.mark.parametrize(
    "decision, reach",
    [
        (Decision.SKIP_SIDE, Reach.SIDE),
        (Decision.SKIP_TODAY, Reach.TODAY),
        (Decision.SKIP_UNTIL, Reach.UNTIL),
        (Decision.SKIP_OPEN, Reach.OPEN),
    ],
)
def test_so_is_a_skip(case: Case, disk: Disk, decision: Decision, reach: Reach) -> None:
    session = hurting(case, disk, decision)
    disk.accept()
    pass_time(case, session, 30)
    (skip,) = case.store.skips.all(QUAD)
    assert (skip.reach, skip.score, skip.session) == (reach, 6, session.record.id)
    is_off = reach in (Reach.UNTIL, Reach.OPEN)
    assert reopened(case).choice(QUAD).on is not is_off


def test_leaving_waits_for_it(case: Case, disk: Disk) -> None:
    session = hurting(case, disk, Decision.END)
    assert session.frame().word == "PAUSED"
    disk.accept()
    session.leave()
    assert session.is_over
    assert [(entry.score, entry.decision) for entry in told(case)] == [(6, Decision.END)]


def test_there_is_no_way_back_from_what_was_never_kept(case: Case, disk: Disk) -> None:
    session = hurting(case, disk, Decision.SKIP_TODAY)
    assert session.frame().undo_text == ""


def test_an_undo_that_the_disk_refuses_changes_nothing(case: Case, disk: Disk) -> None:
    session = play(case, 8)
    Hurts(case, session).decide(Decision.SKIP_TODAY)
    step = session.step
    disk.refuse()
    session.undo()
    assert session.step == step
    assert session.notice == "Not saved yet: the disk is full"
    disk.accept()
    pass_time(case, session, 30)
    assert [skip.reach for skip in case.store.skips.all(QUAD)] == [Reach.TODAY]


def test_an_answer_taken_back_is_not_kept_later(case: Case, disk: Disk) -> None:
    session = play(case, 8)
    hurts = Hurts(case, session)
    hurts.decide(Decision.GO_ON)
    disk.refuse()
    hurts.tell(Side.RIGHT, 2, sharp=False, locking=False)
    hurts.tell(Side.RIGHT, None, sharp=False, locking=False)
    disk.accept()
    pass_time(case, session, 30)
    assert told(case) == []
