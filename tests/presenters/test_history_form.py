"""The form for a past session: what was done is put right, or added; nothing is half kept."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionRecord, SessionStatus, Source, new_id
from rehabtimer.insights.adherence import Done
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_form import PastFormPresenter
from rehabtimer.presenters.history_form_frame import PART, WHOLE, FormSet
from rehabtimer.presenters.history_form_rows import NOT_DONE
from rehabtimer.presenters.log_frame import EARLIEST, NOTE_MOST
from rehabtimer.presenters.resumable import resume_point
from tests.support.cases import clock_of, everything_kept, play, welcomed
from tests.support.clock import A_MORNING
from tests.support.past import LENGTH, of, outcomes, past, past_at, told

TODAY = A_MORNING.date()  # Monday 2 March 2026
DAY = timedelta(days=1)
LIFT = "straight-leg-lift"
FIRST_LIFT, STRETCH = f"{LIFT}/left/1", "quad-stretch/left/1"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def changes(case: Case) -> HistoryChanges:
    return HistoryChanges(case)


def kept(case: Case, session: str) -> SessionRecord:
    found = case.store.history.session(session)
    assert found
    return found


def shown(form: PastFormPresenter, key: str) -> FormSet:
    sets = [each for exercise in form.frame().exercises for each in exercise.sets]
    return next(each for each in sets if each.key == key)


def outcome(form: PastFormPresenter, key: str) -> str:
    return next(option.key for option in shown(form, key).outcomes if option.chosen)


# Putting right


def test_nothing_is_kept_before_it_is_wanted(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    before = everything_kept(case)
    form = PastFormPresenter.edit(case, changes, record.id)
    form.set_reps(FIRST_LIFT, 12)
    form.finish_all(done=True)
    form.tell(Moment.AFTER, Side.LEFT, 3)
    form.write_note("New")
    assert everything_kept(case) == before


def test_keeping_without_a_change_writes_nothing(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    form = PastFormPresenter.edit(case, changes, record.id)
    assert form.keep()
    assert (kept(case, record.id), changes.text) == (record, "")


def test_sets_follow_what_is_filled_in(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.edit(case, changes, past(case, 1, 4).id)
    assert outcome(form, FIRST_LIFT) == NOT_DONE
    form.set_reps(FIRST_LIFT, 12)
    assert (outcome(form, FIRST_LIFT), shown(form, FIRST_LIFT).seconds) == ("partial", 24)
    form.set_reps(FIRST_LIFT, 20)
    assert outcome(form, FIRST_LIFT) == "done"
    form.set_seconds(FIRST_LIFT, 30)
    assert (outcome(form, FIRST_LIFT), shown(form, FIRST_LIFT).reps) == ("partial", 20)
    form.choose_outcome(FIRST_LIFT, "done")
    assert shown(form, FIRST_LIFT).seconds == 40
    form.choose_outcome(FIRST_LIFT, "skipped")
    assert (shown(form, FIRST_LIFT).reps, shown(form, FIRST_LIFT).seconds) == (0, 0)
    form.set_reps(FIRST_LIFT, 0)
    assert outcome(form, FIRST_LIFT) == "skipped"
    form.set_seconds(STRETCH, 7.5)
    assert (outcome(form, STRETCH), shown(form, STRETCH).reps) == ("partial", None)
    assert shown(form, FIRST_LIFT).planned == "20 reps, 40 s"
    assert shown(form, STRETCH).planned == "15 s"


def test_an_exercise_is_done_or_not_in_one_press(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    form = PastFormPresenter.edit(case, changes, record.id)
    form.finish(LIFT, done=True)
    form.finish("quad-stretch", done=False)
    marks = {each.id: each.done for each in form.frame().exercises}
    assert (marks[LIFT], marks["quad-stretch"]) == (Done.FULL, Done.NOTHING)
    assert form.keep()
    assert {row.outcome for row in of(case, record, LIFT)} == {Outcome.DONE}
    assert {row.outcome for row in of(case, record, "quad-stretch")} == {None}
    assert changes.text == "The session of 1 Mar was changed."
    record = kept(case, record.id)
    assert record.edited_at == case.stamp.at
    assert record.status is SessionStatus.LEFT
    assert record.position == 0


def test_a_session_with_every_set_over_is_gone_through(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    form = PastFormPresenter.edit(case, changes, record.id)
    form.finish_all(done=True)
    form.choose_outcome(FIRST_LIFT, "skipped")
    assert form.keep()
    record = kept(case, record.id)
    assert record.status is SessionStatus.ENDED
    assert resume_point(record, case.store.history.sets(record.id)) is None


def test_a_changed_set_is_one_attempt_and_others_keep_theirs(
    case: Case, changes: HistoryChanges
) -> None:
    record = past(case, 1)
    rows = case.store.history.sets(record.id)
    again = [replace(row, id=new_id(), attempt=2) for row in rows[:2]]
    case.store.history.change(record, [*rows, *again])
    form = PastFormPresenter.edit(case, changes, record.id)
    form.choose_outcome(STRETCH, NOT_DONE)
    assert form.keep()
    after = of(case, record, "quad-stretch")
    assert [(row.side, row.set, row.attempt) for row in after] == [
        (Side.LEFT, 1, 1),
        (Side.RIGHT, 1, 1),
        (Side.RIGHT, 1, 2),
        (Side.LEFT, 2, 1),
        (Side.RIGHT, 2, 1),
    ]
    assert (after[0].outcome, after[0].seconds) == (None, 0.0)


def test_the_way_back_puts_everything_back(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4, note="Before")
    case.store.diary.add(told(record, Moment.BEFORE, 2))
    before = everything_kept(case)["sets"], kept(case, record.id), told_of(case, record)
    form = PastFormPresenter.edit(case, changes, record.id)
    form.finish_all(done=True)
    form.tell(Moment.BEFORE, Side.LEFT, None)
    form.tell(Moment.AFTER, Side.LEFT, 4)
    form.write_note("After")
    form.set_time(time(7))
    assert form.keep()
    assert told_of(case, record) == [(Moment.AFTER, 4)]
    changes.undo()
    assert before == (everything_kept(case)["sets"], kept(case, record.id), told_of(case, record))
    assert changes.text == ""


def told_of(case: Case, record: SessionRecord) -> list[tuple[Moment, int | None]]:
    return [(each.moment, each.score) for each in case.store.diary.of_session(record.id)]


def test_pain_is_told_changed_and_taken_out(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    before = told(record, Moment.BEFORE, 2)
    case.store.diary.add_all((before, told(record, Moment.DURING, 5, exercise="clam")))
    form = PastFormPresenter.edit(case, changes, record.id)
    asked = {(q.moment, q.knee): q.score for q in form.frame().questions}
    assert asked == {(Moment.BEFORE, Side.LEFT): 2, (Moment.AFTER, Side.LEFT): None}
    form.tell(Moment.BEFORE, Side.LEFT, 3)
    form.tell(Moment.AFTER, Side.LEFT, 1)
    assert form.keep()
    answers = {each.moment: each for each in case.store.diary.of_session(record.id)}
    assert answers[Moment.BEFORE] == replace(before, score=3, edited_at=case.stamp.at)
    assert answers[Moment.DURING].edited_at is None
    assert answers[Moment.AFTER].when.at == record.started.at + LENGTH


def test_a_session_moves_with_its_answers(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    case.store.diary.add(told(record, Moment.DURING, 5, exercise="clam"))
    form = PastFormPresenter.edit(case, changes, record.id)
    form.set_day(TODAY - 3 * DAY)
    form.set_time(time(18, 30))
    assert form.keep()
    moved = kept(case, record.id)
    assert (moved.started.day, moved.started.local.hour) == (TODAY - 3 * DAY, 18)
    assert moved.ended_at == moved.started.at + LENGTH
    (answer,) = case.store.diary.of_session(record.id)
    assert answer.when == moved.started
    assert answer.edited_at == case.stamp.at


def test_nothing_ends_after_now(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    case.store.diary.add(told(record, Moment.DURING, 5, exercise="clam"))
    form = PastFormPresenter.edit(case, changes, record.id)
    form.set_day(TODAY)
    assert form.keep()
    assert kept(case, record.id).ended_at == case.stamp.at


def test_a_moment_to_come_is_refused_in_one_sentence(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, 4)
    form = PastFormPresenter.edit(case, changes, record.id)
    form.set_day(TODAY)
    form.set_time(time(8, 1))
    assert form.frame().when_problem == "", "what is being filled in needs no reproach"
    assert not form.keep()
    assert form.frame().when_problem.startswith("That is still to come")
    assert form.frame().problem == "Something has to be put right first."
    form.set_day(EARLIEST - DAY)
    assert form.frame().when_problem.startswith("The diary begins with the year 2000")
    form.set_day(TODAY - DAY)
    form.set_time(time(8))
    assert form.frame().problem == ""
    assert kept(case, record.id) == record


def test_partly_has_to_say_how_much(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.edit(case, changes, past(case, 1, 4).id)
    form.choose_outcome(FIRST_LIFT, "partial")
    form.choose_outcome(STRETCH, "partial")
    assert not form.keep()
    assert shown(form, FIRST_LIFT).problem.startswith("Please say how much of it was done")
    assert shown(form, STRETCH).problem.startswith("This is all of it")
    assert [each.id for each in form.frame().exercises if each.has_problem] == [
        "quad-stretch",
        LIFT,
    ]
    form.set_reps(FIRST_LIFT, 3)
    form.set_seconds(STRETCH, 4)
    assert form.keep()


def test_numbers_have_an_end(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.edit(case, changes, past(case, 1, 4).id)
    assert (shown(form, FIRST_LIFT).most_reps, shown(form, STRETCH).most_seconds) == (60, 45)
    form.set_reps(FIRST_LIFT, 61)
    form.set_seconds(STRETCH, 45.5)
    assert not form.keep()
    assert shown(form, FIRST_LIFT).problem == "Please give a number of reps from 0 to 60."
    assert shown(form, STRETCH).problem == "Please give a number of seconds from 0 to 45."


def test_a_note_that_is_too_long_is_refused(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.edit(case, changes, past(case, 1, 4).id)
    form.write_note("x" * (NOTE_MOST + 1))
    assert not form.keep()
    assert form.frame().note_problem


def test_what_is_under_way_or_gone_cannot_be_edited(case: Case, changes: HistoryChanges) -> None:
    for session in (play(case, 60).record.id, "nobody"):
        with pytest.raises(LookupError):
            PastFormPresenter.edit(case, changes, session)


# Adding


def test_a_whole_session_is_added(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.add(case, changes, TODAY - 2 * DAY)
    frame = form.frame()
    assert (frame.title, frame.save) == ("Add a session", "Add the session")
    assert "as it is now" in frame.lead
    assert (frame.day, frame.at) == (TODAY - 2 * DAY, time(12))
    assert [option.key for option in frame.how if option.chosen] == [WHOLE]
    assert (frame.exercises, frame.amount) == ((), "200 of 200 reps, 705 of 705 s of holding")
    form.tell(Moment.AFTER, Side.LEFT, 2)
    form.write_note("  On holiday ")
    assert form.keep()
    record = kept(case, form.session)
    assert (record.source, record.edited_at) == (Source.ADDED, None), "not changed, but new"
    assert (record.status, record.note) == (SessionStatus.ENDED, "On holiday")
    assert set(outcomes(case, record.id)) == {Outcome.DONE}
    assert record.ended_at
    assert timedelta(minutes=20) < record.ended_at - record.started.at < timedelta(minutes=60)
    assert told_of(case, record) == [(Moment.AFTER, 2)]
    assert case.store.diary.of_session(record.id)[0].edited_at is None
    assert form.day == TODAY - 2 * DAY
    assert changes.text == "The session of 28 Feb was added."
    changes.undo()
    assert case.store.history.session(record.id) is None
    assert case.store.diary.entries(None, date.max) == []


def test_a_part_is_added_and_can_be_taken_up_today(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.add(case, changes, TODAY)
    form.choose_how(PART)
    assert {each.done for each in form.frame().exercises} == {Done.NOTHING}
    form.finish("quad-stretch", done=True)
    assert form.keep()
    record = kept(case, form.session)
    assert (record.status, record.started.at) == (SessionStatus.LEFT, case.stamp.at)
    assert record.ended_at == case.stamp.at
    waiting = case.store.history.resumable(TODAY)
    assert waiting == record
    point = resume_point(record, case.store.history.sets(record.id))
    assert point
    assert (point.exercise, point.sets_done) == ("hip-flexor-stretch", 4)


def test_an_added_session_has_something_done(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.add(case, changes, TODAY)
    form.choose_how(PART)
    assert not form.keep()
    assert form.frame().sets_problem == "Nothing of it is done yet: please choose what you did."
    form.choose_how(WHOLE)
    assert form.frame().sets_problem == ""
    assert case.store.history.sessions(None, date.max) == []


def test_without_exercises_nothing_can_be_added(case: Case, changes: HistoryChanges) -> None:
    for exercise in case.programme.exercises:
        case.switch(exercise.id, on=False)
    form = PastFormPresenter.add(case, changes, TODAY)
    assert not form.keep()
    assert form.frame().sets_problem.startswith("Your programme has no exercises now.")


def test_a_day_to_come_becomes_today(case: Case, changes: HistoryChanges) -> None:
    frame = PastFormPresenter.add(case, changes, TODAY + 3 * DAY).frame()
    assert (frame.day, frame.at, frame.latest) == (TODAY, time(8), TODAY)


def test_the_time_is_that_of_the_last_session(case: Case, changes: HistoryChanges) -> None:
    past_at(case, A_MORNING.replace(hour=18, minute=20) - DAY)
    assert PastFormPresenter.add(case, changes, TODAY - 3 * DAY).frame().at == time(18, 20)
    past_at(case, A_MORNING.replace(hour=1))
    at = PastFormPresenter.add(case, changes, TODAY - 3 * DAY).frame().at
    assert at == time(12), "small hours would be those of another day"


def test_small_hours_count_for_the_day_before(case: Case, changes: HistoryChanges) -> None:
    form = PastFormPresenter.add(case, changes, TODAY - DAY)
    form.set_time(time(1, 30))
    text = "Your days begin at 4:00, so this counts for Saturday 28 February."
    assert form.frame().when_note == text
    clock_of(case).wall = A_MORNING.replace(hour=1)
    form = PastFormPresenter.add(case, changes, case.today)
    assert (form.frame().day, form.frame().at, form.day) == (TODAY, time(1), TODAY - DAY)
    assert form.keep()


def test_both_sore_knees_are_asked_about(case: Case, changes: HistoryChanges) -> None:
    case.save(replace(case.settings, affected=Side.BOTH))
    texts = [each.text for each in PastFormPresenter.add(case, changes, TODAY).frame().questions]
    assert texts == [
        "Left knee before the session",
        "Right knee before the session",
        "Left knee after the session",
        "Right knee after the session",
    ]


def test_an_added_session_says_so_when_it_is_changed(case: Case, changes: HistoryChanges) -> None:
    record = past(case, 1, source=Source.ADDED)
    form = PastFormPresenter.edit(case, changes, record.id)
    assert form.frame().lead.startswith("It was added by hand.")
    assert form.frame().how == ()
    assert form.frame().title == "Change the session of 1 Mar"
