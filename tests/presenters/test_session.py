"""One session under way: what is kept, what is told, and what each verb may do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Wait
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.records import PainEntry, SessionStatus, SetRecord
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.storage.errors import NotSaved
from rehabtimer.storage.history import History
from tests.support.cases import pass_time, play, reopened, welcomed
from tests.support.clock import FakeClock


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def rows(case: Case, session: SessionPresenter) -> list[SetRecord]:
    return case.store.history.sets(session.record.id)


def status(case: Case, session: SessionPresenter) -> SessionStatus | None:
    record = case.store.history.session(session.record.id)
    return record.status if record else None


def pain(case: Case) -> list[PainEntry]:
    return case.store.diary.entries(None, case.today)


# Keeping


def test_nothing_is_kept_before_it_starts(case: Case) -> None:
    session = SessionPresenter.begin(case)
    session.tell_pain(Moment.BEFORE, Side.LEFT, 3)
    assert status(case, session) is None
    assert pain(case) == []
    session.leave()
    assert status(case, session) is None
    assert [(entry.score, entry.session) for entry in pain(case)] == [(3, None)]


def test_every_planned_set_is_there_once_it_starts(case: Case) -> None:
    session = SessionPresenter.begin(case, automatic=True)
    session.tell_pain(Moment.BEFORE, Side.LEFT, 3)
    session.start()
    assert len(rows(case, session)) == 33
    assert [(entry.score, entry.session) for entry in pain(case)] == [(3, session.record.id)]


def test_each_rep_is_on_disk_before_the_next_is_shown(case: Case) -> None:
    session = play(case, 1)
    session.skip_exercise()
    session.skip_exercise()
    pass_time(case, session, 5)
    for rep in range(1, 6):
        pass_time(case, session, 7)
        assert session.frame().rep_text == f"Rep {rep + 1} of 20"
        lifted = next(row for row in rows(case, session) if row.exercise == "straight-leg-lift")
        assert (lifted.reps, lifted.seconds) == (rep, rep * 2.0)


def test_leaving_marks_it_as_left(case: Case) -> None:
    session = play(case, 30)
    session.leave()
    assert session.is_over
    assert status(case, session) is SessionStatus.LEFT
    session.leave()  # once more changes nothing
    assert status(case, session) is SessionStatus.LEFT


def test_a_hurried_session_says_so(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        hurried = Case(case.store, FakeClock(speed=60), case.programme)
        session = SessionPresenter.begin(hurried, automatic=True)
        session.start()
        assert session.record.speed == 60
        assert session.seconds_to_boundary() == pytest.approx(5 / 60)


# Taking up


def test_taken_up_after_leaving_in_the_middle_of_a_set(case: Case) -> None:
    session = play(case, 1)
    session.skip_exercise()
    session.skip_exercise()
    pass_time(case, session, 5 + 3 * 7 + 1)
    session.leave()
    record = case.store.history.resumable(case.today)
    assert record is not None
    again = SessionPresenter.take_up(case, record)
    again.start()
    assert again.frame().word == "IN POSITION"
    pass_time(case, again, 5)
    assert again.frame().rep_text == "Rep 4 of 20"
    pass_time(case, again, 17 * 7)
    lifted = [row for row in rows(case, again) if row.exercise == "straight-leg-lift"]
    assert (lifted[0].attempt, lifted[0].reps, lifted[0].outcome) == (1, 20, Outcome.DONE)


def test_taken_up_after_a_stretch_was_cut_short(case: Case) -> None:
    session = play(case, 5 + 6)
    session.leave()
    record = case.store.history.resumable(case.today)
    assert record is not None
    again = SessionPresenter.take_up(case, record)
    again.start()
    pass_time(case, again, 5 + 15)
    first = [(r.attempt, r.seconds, r.outcome) for r in rows(case, again) if r.order == 0]
    assert first == [(1, 6.0, Outcome.PARTIAL), (2, 15.0, Outcome.DONE)]


# Waiting and teaching


def test_what_was_never_met_waits_until_a_session_has_ended(case: Case) -> None:
    session = SessionPresenter.begin(case)
    session.start()
    assert session.frame().word == "SPACE TO GO"
    assert session.seconds_to_boundary() is None
    session.toggle()
    pass_time(case, session, 10)
    session.leave()
    assert reopened(case).settings.met == ("quad-stretch",)
    again = SessionPresenter.begin(case)
    again.start()
    assert again.frame().word == "GET READY"


def test_automatic_waits_for_nobody(case: Case) -> None:
    case.save(replace(case.settings, wait=Wait.SET))
    session = play(case, 5 + 15 + 5 + 1)
    assert session.frame().word == "HOLD"


# Verbs


def test_enough_is_for_up_to_doses_alone(case: Case) -> None:
    session = play(case, 5 + 10)
    session.finish_set()
    assert session.frame().phase is Phase.HOLD
    for _exercise in range(5):
        session.skip_exercise()
    assert session.frame().figure == "clam"
    session.finish_set()
    assert session.frame().phase is Phase.PREPARE
    pass_time(case, session, 5 + 7)
    assert session.frame().can_finish
    session.finish_set()
    done = [row for row in rows(case, session) if row.outcome is Outcome.DONE]
    assert [(row.exercise, row.reps) for row in done] == [("clam", 1)]


def test_a_pause_is_told_by_the_ticker_too(case: Case) -> None:
    session = play(case, 8)
    assert session.seconds_to_boundary() == pytest.approx(12)
    session.toggle()
    assert not session.is_running
    assert session.seconds_to_boundary() is None


def test_sleep_is_told_in_real_seconds(case: Case) -> None:
    session = play(case, 8)
    clock = case.clock
    assert isinstance(clock, FakeClock)
    clock.advance(3600)
    session.tick()
    assert "away for 3600 s" in session.notice
    assert session.frame().digits == "12"
    session.toggle()
    pass_time(case, session, 3 + 12)
    session.skip()
    assert session.notice == "", "the next set begins with a clean screen"


# Pain


def test_before_is_one_answer_for_each_knee(case: Case) -> None:
    session = play(case, 0)
    for knee, score in ((Side.LEFT, 1), (Side.RIGHT, 2), (Side.LEFT, 3)):
        session.tell_pain(Moment.BEFORE, knee, score)
    assert {(entry.knee, entry.score) for entry in pain(case)} == {
        (Side.LEFT, 3),
        (Side.RIGHT, 2),
    }


@pytest.mark.parametrize(
    "affected, sore", [(Side.RIGHT, Side.RIGHT), (Side.LEFT, Side.LEFT), (Side.BOTH, Side.LEFT)]
)
def test_the_knee_that_is_meant_most_likely(case: Case, affected: Side, sore: Side) -> None:
    case.save(replace(case.settings, affected=affected))
    assert play(case, 8).sore_knee is sore


# A disk that refuses


class Disk:
    """Refuses what it is told to, as storage does."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.tries = 0
        self._patch = patch

    def refuse(self, *verbs: str) -> None:
        def refuses(*_arguments: Any) -> None:
            self.tries += 1
            raise NotSaved("the disk is full")

        for verb in verbs:
            self._patch.setattr(History, verb, refuses)

    def accept(self) -> None:
        self._patch.undo()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_a_refusal_is_told_and_tried_again(case: Case, disk: Disk) -> None:
    session = play(case, 8)
    disk.refuse("keep")
    pass_time(case, session, 13)
    assert session.notice == "Not saved yet: the disk is full"
    disk.accept()
    pass_time(case, session, 10)
    assert session.notice == ""
    assert sum(row.outcome is Outcome.DONE for row in rows(case, session)) == 1


def test_it_is_tried_again_every_ten_seconds_and_not_with_every_tick(
    case: Case, disk: Disk
) -> None:
    session = play(case, 5 + 15)
    for _block in range(6):  # to the rest before the third exercise's first set
        session.skip()
    session.back_exercise()
    disk.refuse("keep")
    session.redo()
    session.pause()
    before = disk.tries
    pass_time(case, session, 35)
    assert disk.tries - before == 3


def test_a_session_is_not_left_with_results_that_are_not_saved(case: Case, disk: Disk) -> None:
    session = play(case, 8)
    disk.refuse("keep")
    pass_time(case, session, 13)
    session.leave()
    assert session.frame().word == "PAUSED"
    disk.accept()
    session.leave()
    assert status(case, session) is SessionStatus.LEFT
    assert sum(row.outcome is Outcome.DONE for row in rows(case, session)) == 1


def test_nor_where_only_the_leaving_is_refused(case: Case, disk: Disk) -> None:
    session = play(case, 8)
    disk.refuse("leave")
    session.leave()
    assert session.frame().word == "PAUSED"
    assert "Not saved yet" in session.notice
    disk.accept()
    session.leave()
    assert status(case, session) is SessionStatus.LEFT


def test_a_session_may_begin_on_a_disk_that_refuses(case: Case, disk: Disk) -> None:
    disk.refuse("begin", "keep")
    session = SessionPresenter.begin(case, automatic=True)
    session.tell_pain(Moment.BEFORE, Side.LEFT, 4)
    session.start()
    pass_time(case, session, 25)
    assert status(case, session) is None
    disk.accept()
    pass_time(case, session, 10)
    assert [row.outcome for row in rows(case, session)].count(Outcome.DONE) == 1
    assert [(entry.score, entry.session) for entry in pain(case)] == [(4, session.record.id)]
