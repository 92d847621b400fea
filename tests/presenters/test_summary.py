"""The Summary: what was done, in words that never scold, and what the person adds."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.paths import own_folder
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.log_frame import NOTE_MOST
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.presenters.skipping import WhatHurt
from rehabtimer.presenters.summary import SummaryPresenter
from rehabtimer.presenters.summary_frame import SummaryFrame, SummaryRow
from tests.support.cases import pass_time, play, reopened, welcomed
from tests.support.clock import FakeClock
from tests.support.own_exercises import KNEE_FILE, bridge, written

A_WHOLE_SESSION = 3600


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def left_after(case: Case, seconds: int) -> SummaryPresenter:
    session = play(case, seconds)
    session.leave()
    return SummaryPresenter(case, session.record.id)


def row(frame: SummaryFrame, exercise: str) -> SummaryRow:
    return next(row for row in frame.rows if row.figure == exercise)


def after_hurting(
    case: Case, score: int | None, decision: Decision, *, seconds: int = 8
) -> SummaryPresenter:
    """A session that was left after its first exercise hurt on the left."""
    session = play(case, seconds)
    hurts = Hurts(case, session)
    hurts.tell(Side.LEFT, score, sharp=False, locking=False)
    hurts.decide(decision)
    session.leave()
    return SummaryPresenter(case, session.record.id)


def told_after(case: Case) -> list[PainEntry]:
    entries = case.store.diary.entries(None, case.today)
    return [entry for entry in entries if entry.moment is Moment.AFTER]


def test_a_whole_session_is_done(case: Case) -> None:
    frame = left_after(case, A_WHOLE_SESSION).frame()
    assert frame.title == "Done. 33 of 33 sets."
    assert frame.subtitle == "200 of 200 reps, 705 of 705 s of holding"
    assert not frame.can_resume
    assert {row.fraction for row in frame.rows} == {1.0}
    assert {row.remark for row in frame.rows} == {""}


def test_a_part_of_it_is_a_part_and_can_wait(case: Case) -> None:
    frame = left_after(case, 120).frame()
    assert frame.title == "You did 5 of 33 sets. The rest can wait."
    assert frame.can_resume
    assert row(frame, "quad-stretch").fraction == 1.0
    assert row(frame, "clam").remark == "Not reached"
    assert row(frame, "clam").skipped


def test_nothing_done_is_no_fault(case: Case) -> None:
    frame = left_after(case, 2).frame()
    assert frame.title == "No sets this time. They can wait."
    assert frame.can_resume


def test_an_unfinished_set_shows_how_far_it_came(case: Case) -> None:
    session = play(case, 10)
    session.go_to(2)
    pass_time(case, session, 30 + 2 * 7)
    session.leave()
    found = row(SummaryPresenter(case, session.record.id).frame(), "straight-leg-lift")
    assert 0 < found.fraction < 0.25
    assert found.done.endswith("s of holding")
    assert found.remark == "0 of 4 sets"


def test_a_skipped_exercise_without_a_reason_is_just_skipped(case: Case) -> None:
    session = play(case, 2)
    session.skip_exercise()
    pass_time(case, session, 3)
    session.leave()
    frame = SummaryPresenter(case, session.record.id).frame()
    assert row(frame, "quad-stretch").remark == "Skipped"


@pytest.mark.parametrize(
    "score, decision, remark",
    [
        (4, Decision.SKIP_SIDE, "0 of 4 sets. Left knee: 4 of 10 · left leg skipped"),
        (None, Decision.SKIP_TODAY, "0 of 4 sets. Left knee: it hurt · skipped that day"),
        (7, Decision.SKIP_OPEN, "0 of 4 sets. Left knee: 7 of 10 · skipped until turned on"),
        (1, Decision.GO_ON, "0 of 4 sets. Left knee: 1 of 10 · went on"),
        (2, Decision.LESS, "0 of 4 sets. Left knee: 2 of 10 · less of it"),
        (8, Decision.END, "0 of 4 sets. Left knee: 8 of 10 · ended the session"),
    ],
)
def test_what_hurt_is_told_with_what_was_chosen(
    case: Case, score: int | None, decision: Decision, remark: str
) -> None:
    frame = after_hurting(case, score, decision).frame()
    assert row(frame, "quad-stretch").remark == remark
    assert row(frame, "straight-leg-lift").remark == "Not reached"


def test_in_a_set_that_never_began_it_is_skipped(case: Case) -> None:
    frame = after_hurting(case, 5, Decision.SKIP_TODAY, seconds=2).frame()
    assert row(frame, "quad-stretch").remark == "Skipped. Left knee: 5 of 10 · skipped that day"


def test_an_easier_version_is_named(case: Case) -> None:
    found = row(after_hurting(case, 3, Decision.EASIER).frame(), "quad-stretch")
    assert found.name == "Standing quad stretch: Lying on your belly"
    assert found.variant == "lying"
    assert found.remark.endswith("Left knee: 3 of 10 · easier version")


def test_what_is_off_since_it_hurt_says_the_score(case: Case) -> None:
    hurt = WhatHurt(side=Side.LEFT, score=6)
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=hurt)
    frame = left_after(case, 60).frame()
    assert [(item.name, item.why) for item in frame.left_out] == [
        ("Clam", "Skipped since 2 Mar: hurt 6 with the left leg")
    ]


def test_an_exercise_that_is_gone_keeps_its_name(case: Case) -> None:
    case.library.save(bridge(name="My bridge"))
    case.choose(Choice(exercise="bridge"))
    case.reload()
    summary = left_after(case, 60)
    case.library.remove("bridge")
    case.reload()
    assert "My bridge" in {row.name for row in summary.frame().rows}
    own = own_folder(case.store.database.path)
    (own / "removed" / "exercises" / "bridge.toml").unlink()
    again = SummaryPresenter(reopened(case), summary.session)
    assert again.frame().rows[-1].name == "Bridge", "its id, where nothing else is left"


def test_another_programme_leaves_the_session_as_it_was(case: Case, tmp_path: Path) -> None:
    summary = left_after(case, 120)
    before = summary.frame()
    case.library.take(case.library.preview(written(tmp_path, KNEE_FILE)))
    case.follow("knee")
    assert summary.frame().rows == before.rows


def test_exercises_that_are_off_are_named_with_their_reason(tmp_path: Path) -> None:
    with welcomed(tmp_path, stairs_hurt=True) as case:
        frame = left_after(case, 60).frame()
    assert [(item.name, item.why) for item in frame.left_out] == [
        ("Step up", "Skipped since 2 Mar: stairs hurt")
    ]
    assert "step-up" not in {row.figure for row in frame.rows}


def test_the_minutes_are_those_from_start_to_end(case: Case) -> None:
    assert left_after(case, 600).frame().minutes == "10 minutes from start to end"


def test_a_session_that_lay_open_for_hours_says_no_minutes(case: Case) -> None:
    session = play(case, 60)
    _clock(case).advance(6 * 3600)
    session.leave()
    assert SummaryPresenter(case, session.record.id).frame().minutes == ""


def test_pain_is_asked_about_for_each_sore_knee(tmp_path: Path) -> None:
    with welcomed(tmp_path, affected=Side.BOTH) as case:
        questions = left_after(case, 60).frame().questions
    assert [question.knee for question in questions] == [Side.LEFT, Side.RIGHT]
    assert [question.score for question in questions] == [None, None]


def test_a_changed_answer_takes_the_place_of_the_first(case: Case) -> None:
    summary = left_after(case, 60)
    summary.tell_pain(Side.LEFT, 5)
    summary.tell_pain(Side.LEFT, 2)
    assert [(entry.knee, entry.score) for entry in told_after(case)] == [(Side.LEFT, 2)]
    assert told_after(case)[0].session == summary.session
    assert summary.frame().questions[0].score == 2


def test_one_knee_s_answer_leaves_the_other_s_alone(tmp_path: Path) -> None:
    with welcomed(tmp_path, affected=Side.BOTH) as case:
        summary = left_after(case, 60)
        summary.tell_pain(Side.LEFT, 5)
        summary.tell_pain(Side.RIGHT, 1)
        summary.tell_pain(Side.LEFT, 4)
        assert sorted((e.knee, e.score) for e in told_after(case)) == [
            (Side.LEFT, 4),
            (Side.RIGHT, 1),
        ]


def test_answers_of_another_session_are_not_shown(case: Case) -> None:
    left_after(case, 60).tell_pain(Side.LEFT, 8)
    _clock(case).advance(3600)
    later = left_after(case, 60)
    assert later.frame().questions[0].score is None
    later.tell_pain(Side.LEFT, 1)
    assert {entry.score for entry in told_after(case)} == {1, 8}


def test_the_note_is_kept_with_the_session(case: Case) -> None:
    summary = left_after(case, 60)
    summary.note("  Felt fine.\n")
    again = SummaryPresenter(reopened(case), summary.session)
    assert again.frame().note == "Felt fine."
    again.note("")
    assert summary.frame().note == ""


def test_yesterday_s_session_cannot_be_gone_on_with(case: Case) -> None:
    summary = left_after(case, 60)
    _clock(case).wall += timedelta(days=1)
    assert not summary.frame().can_resume


def test_a_resumed_session_counts_each_set_once(case: Case) -> None:
    session = play(case, 60)
    session.leave()
    record = case.store.history.session(session.record.id)
    assert record
    again = SessionPresenter.take_up(case, record, automatic=True)
    again.start()
    pass_time(case, again, A_WHOLE_SESSION)
    again.leave()
    assert SummaryPresenter(case, record.id).frame().title == "Done. 33 of 33 sets."


def test_a_session_that_is_not_there_is_a_mistake(case: Case) -> None:
    with pytest.raises(LookupError):
        SummaryPresenter(case, "nobody")


def _clock(case: Case) -> FakeClock:
    assert isinstance(case.clock, FakeClock)
    return case.clock


def test_a_note_has_the_room_of_those_in_the_log(case: Case) -> None:
    session = play(case, 60)
    session.leave()
    summary = SummaryPresenter(case, session.record.id)
    summary.note("Fine.")
    summary.note("x" * (NOTE_MOST + 1))
    frame = summary.frame()
    assert frame.note == "x" * (NOTE_MOST + 1), "what was typed is not lost"
    assert frame.note_problem == ("A note has room for 2,000 characters; this one has 1 too many.")
    assert SummaryPresenter(case, session.record.id).frame().note == "Fine."
    summary.note("x" * NOTE_MOST)
    assert summary.frame().note_problem == ""
    assert SummaryPresenter(case, session.record.id).frame().note == "x" * NOTE_MOST
