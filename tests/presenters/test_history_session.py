"""One past session: every set of it in words, deleting it, and the way back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, SessionStatus, Skip, Source, new_id
from rehabtimer.insights.adherence import Done
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history import HistoryPresenter
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_frame import HistoryRow
from rehabtimer.presenters.history_session import PastPresenter
from tests.support.cases import play, welcomed
from tests.support.clock import A_MORNING
from tests.support.past import past, past_at, told


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def changes(case: Case) -> HistoryChanges:
    return HistoryChanges(case)


@pytest.fixture
def history(case: Case, changes: HistoryChanges) -> HistoryPresenter:
    return HistoryPresenter(case, changes)


def rows(history: HistoryPresenter) -> list[HistoryRow]:
    return [row for group in history.frame().groups for row in group.rows]


# What is read


def test_a_whole_session_is_told_set_by_set(case: Case, changes: HistoryChanges) -> None:
    frame = PastPresenter(case, changes, past(case, 1).id).frame()
    assert frame.title == "Sunday 1 March"
    assert frame.subtitle == (
        "Begun at 08:00 · 33 minutes from start to end · programme day 4 of 42"
    )
    assert frame.status == "The whole session: 33 of 33 sets"
    assert frame.totals == "200 of 200 reps, 705 of 705 s of holding"
    assert len(frame.exercises) == 10
    lift = next(each for each in frame.exercises if each.name == "Straight leg lift")
    assert (lift.count, lift.done) == ("4 of 4 sets", Done.FULL)
    first = lift.sets[0]
    assert (first.name, first.amount) == ("Set 1, left leg", "20 of 20 reps, 40 of 40 s")
    assert (first.outcome, first.again) == ("Done", ())
    assert frame.exercises[0].sets[0].amount == "15 of 15 s"
    assert (frame.answers, frame.skips, frame.note, frame.why_not) == ((), (), "", "")
    assert frame.remarks == ()


def test_attempts_that_were_done_again_are_told(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    kept = case.store.history.sets(record.id)
    cut = replace(kept[4], seconds=4.0, outcome=Outcome.PARTIAL)
    again = replace(kept[4], id=new_id(), attempt=2, reps=1, seconds=10.0, outcome=Outcome.DONE)
    skipped = replace(kept[-1], outcome=Outcome.SKIPPED)
    case.store.history.change(record, [*kept[:4], cut, again, *kept[5:-1], skipped])
    frame = PastPresenter(case, changes, record.id).frame()
    stretch = frame.exercises[1]
    assert stretch.sets[0].outcome == "Done"
    assert stretch.sets[0].again == ("Attempt 1: 4 of 10 s, partly",)
    assert (stretch.sets[1].outcome, stretch.done) == ("Not done", Done.PARTIAL)
    assert frame.status == "Part of the session: 5 of 33 sets, 1 set skipped"
    assert frame.exercises[2].done is Done.NOTHING


def test_pain_skips_note_and_origin_are_told(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4, note="Slowly.", source=Source.ADDED, edited_at=A_MORNING, speed=20.0)
    hurt = told(record, Moment.DURING, 6, exercise="clam", decision=Decision.SKIP_OPEN)
    case.store.diary.add_all((told(record, Moment.BEFORE, 2), hurt))
    case.store.skips.keep(
        Skip(
            id=new_id(),
            when=record.started,
            course=case.course.id,
            exercise="clam",
            side=Side.LEFT,
            reason=OffReason.HURT,
            reach=Reach.OPEN,
            session=record.id,
        )
    )
    frame = PastPresenter(case, changes, record.id).frame()
    assert [line.detail for line in frame.answers] == [
        "Before a session",
        "Clam · skipped until turned on",
    ]
    assert [line.title for line in frame.skips] == ["Clam"]
    assert frame.note == "Slowly."
    assert frame.remarks == (
        "Added by hand, last changed on 2 Mar",
        "Tried out with the clock 20 times as fast",
    )
    assert frame.status == "Part of the session: 4 of 33 sets"


def test_small_hours_are_named(case: Case, changes: HistoryChanges) -> None:
    record = past_at(case, A_MORNING.replace(hour=1))
    frame = PastPresenter(case, changes, record.id).frame()
    assert frame.title == "Sunday 1 March"
    assert frame.subtitle.endswith("in the small hours of 2 Mar")


def test_a_session_under_way_cannot_be_deleted(case: Case, changes: HistoryChanges) -> None:
    session = play(case, 60).record.id
    page = PastPresenter(case, changes, session)
    assert page.frame().why_not.startswith("This session is still under way.")
    assert page.frame().status == "Under way: 3 of 33 sets so far"
    page.delete()
    assert page.is_there


def test_a_session_that_is_gone_is_no_page(case: Case, changes: HistoryChanges) -> None:
    page = PastPresenter(case, changes, "nobody")
    assert not page.is_there
    with pytest.raises(LookupError):
        page.frame()


# The way back


def test_a_deleted_session_comes_back_with_all_it_had(
    case: Case, history: HistoryPresenter
) -> None:
    record = past(case, 0, 4)
    answer = told(record, Moment.AFTER)
    case.store.diary.add(answer)
    changes = history._changes
    PastPresenter(case, changes, record.id).delete()
    assert rows(history) == []
    assert history.frame().undo_text == (
        "The session of 2 Mar was deleted. Its answers about pain stay in the Log."
    )
    assert case.store.diary.entry(answer.id) is not None
    history.undo()
    assert history.frame().undo_text == ""
    assert case.store.history.session(record.id) == record
    assert case.store.diary.of_session(record.id) == [answer]


def test_an_added_session_goes_with_its_answers_and_comes_back_with_them(
    case: Case, history: HistoryPresenter
) -> None:
    record = past(case, 0, source=Source.ADDED)
    answer = told(record, Moment.AFTER, 7)
    elsewhere = told(record, Moment.EXTRA, 2, session=None)
    case.store.diary.add_all((answer, elsewhere))
    PastPresenter(case, history._changes, record.id).delete()
    assert history.frame().undo_text == (
        "The session of 2 Mar was deleted, with its answers about pain."
    )
    assert case.store.diary.entries(None, date.max) == [elsewhere]
    history.undo()
    assert case.store.history.session(record.id) == record
    assert case.store.diary.of_session(record.id) == [answer]


def test_two_deleted_sessions_both_come_back(case: Case, history: HistoryPresenter) -> None:
    records = [past(case, days) for days in (2, 1)]
    for record in records:
        PastPresenter(case, history._changes, record.id).delete()
    assert history.frame().undo_text == "The session of 1 Mar was deleted."
    history.undo()
    assert history.frame().undo_text == (
        "Taken back. The change before it: The session of 28 Feb was deleted."
    )
    history.undo()
    assert case.store.history.sessions(None, date.max) == records
    assert history.frame().undo_text == ""


def test_the_way_back_closes_when_the_session_changes_elsewhere(
    case: Case, history: HistoryPresenter
) -> None:
    record = past(case, 0, 4)
    rows = case.store.history.sets(record.id)
    history._changes.put("Changed", record, rows, [])
    assert history.frame().undo_text == "Changed"
    case.store.history.note(record.id, "From the Summary")
    assert history.frame().undo_text == ""
    history.undo()
    kept = case.store.history.session(record.id)
    assert kept
    assert kept.note == "From the Summary"


def test_removing_what_is_gone_changes_nothing(case: Case, history: HistoryPresenter) -> None:
    history._changes.remove("Gone", "nobody")
    assert history.frame().undo_text == ""


@pytest.mark.parametrize("source", Source)
def test_skips_come_back_too(case: Case, changes: HistoryChanges, source: Source) -> None:
    record = past(case, 1, 4, status=SessionStatus.LEFT, source=source)
    skip = Skip(
        id=new_id(),
        when=record.started,
        course=case.course.id,
        exercise="clam",
        reason=OffReason.HURT,
        reach=Reach.TODAY,
        session=record.id,
    )
    case.store.skips.keep(skip)
    page = PastPresenter(case, changes, record.id)
    page.delete()
    assert changes.text == "The session of 1 Mar was deleted."
    assert case.store.skips.all("clam") == [replace(skip, session=None)]
    page.undo()
    assert case.store.skips.of_session(record.id) == [skip]
    assert page.is_there
    assert page.frame().exercises[0].done is Done.FULL
    assert case.clock.now() - record.started.at == timedelta(days=1)
