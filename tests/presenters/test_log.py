"""The Log: answers at any time, the diary, and the way back from every change."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log import PAGE_DAYS, LogPresenter
from rehabtimer.presenters.log_frame import LOCKING, NOTE_MOST, SHARP, LogAnswer, LogForm, LogRow
from tests.support.cases import play, welcomed
from tests.support.clock import A_MORNING, FakeClock
from tests.support.pain import entry

YESTERDAY = A_MORNING.date() - timedelta(days=1)


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


def rows(log: LogPresenter) -> list[LogRow]:
    return [row for day in log.frame().days for row in day.rows]


def kept(case: Case, *added: PainEntry) -> PainEntry:
    case.store.diary.add_all(added)
    return added[0]


def answer_of(form: LogForm) -> LogAnswer:
    """The answer that a form gives back when nothing in it is touched."""
    knee = next(option.key for option in form.knees if option.chosen)
    activity = next((option.key for option in form.activities if option.chosen), None)
    return LogAnswer(
        knee=Side(knee),
        score=form.score,
        activity=Activity(activity) if activity else None,
        note=form.note,
        day=form.day if form.timed and not form.has_now else None,
        at=form.at if form.timed and not form.has_now else None,
        sharp=any(option.chosen for option in form.alarms if option.key == SHARP),
        locking=any(option.chosen for option in form.alarms if option.key == LOCKING),
    )


# Adding


def top(log: LogPresenter) -> LogForm:
    """The form about pain for a new answer."""
    form = log.frame().form
    assert isinstance(form, LogForm)
    return form


def opened(log: LogPresenter) -> LogForm:
    """The form of the answer that is being edited."""
    form = log.frame().edited
    assert isinstance(form, LogForm)
    return form


def test_an_empty_log_says_what_will_be_in_it(log: LogPresenter) -> None:
    frame = log.frame()
    assert frame.days == ()
    assert "Nothing in your diary yet" in frame.empty
    assert (frame.earlier, frame.undo_text, frame.edited) == ("", "", None)


def test_the_form_begins_with_the_sore_knee_and_nothing_else(log: LogPresenter) -> None:
    form = top(log)
    assert [option.key for option in form.knees if option.chosen] == ["left"]
    assert [option.text for option in form.activities] == [
        "Stairs",
        "Squatting",
        "Sitting for long",
        "Running",
        "Something else",
    ]
    assert not any(option.chosen for option in form.activities)
    assert (form.score, form.note, form.has_now) == (None, "", True)
    assert (form.day, form.at) == (date(2026, 3, 2), time(8, 0))


def test_an_answer_about_now_is_kept(case: Case, log: LogPresenter) -> None:
    log.add(LogAnswer(Side.RIGHT, 6, Activity.STAIRS, "  Down was worse.\n"))
    (found,) = entries(case)
    assert (found.knee, found.score, found.moment) == (Side.RIGHT, 6, Moment.EXTRA)
    assert (found.activity, found.note) == (Activity.STAIRS, "Down was worse.")
    assert found.when == case.stamp
    (row,) = rows(log)
    assert (row.time, row.title, row.occasion) == ("08:00", "Right knee: 6 of 10", "Stairs")
    assert row.note == "Down was worse."
    assert row.name == "Right knee: 6 of 10, 08:00"


def test_any_number_a_day(case: Case, log: LogPresenter) -> None:
    for score in (0, 10, 3):
        log.add(LogAnswer(Side.LEFT, score))
    assert sorted(found.score or 0 for found in entries(case)) == [0, 3, 10]


def test_both_knees_are_two_answers_and_one_undo(case: Case, log: LogPresenter) -> None:
    log.add(LogAnswer(Side.BOTH, 5))
    assert [found.knee for found in entries(case)].count(Side.LEFT) == 1
    assert len(entries(case)) == 2
    assert log.frame().undo_text == "“Both knees: 5 of 10” is kept."
    log.undo()
    assert entries(case) == []
    assert log.frame().undo_text == ""


def test_the_form_begins_anew_once_it_is_kept(log: LogPresenter) -> None:
    before = top(log).id
    log.add(LogAnswer(Side.LEFT, None))
    assert top(log).id == before
    log.add(LogAnswer(Side.LEFT, 4))
    assert top(log).id != before


def test_an_earlier_moment_counts_for_its_own_day(case: Case, log: LogPresenter) -> None:
    log.add(LogAnswer(Side.LEFT, 4, day=YESTERDAY, at=time(18, 5)))
    log.add(LogAnswer(Side.LEFT, 5, day=date(2026, 3, 2), at=time(1, 30)))
    first, second = entries(case)
    assert (first.when.day, first.when.offset) == (YESTERDAY, 60)
    assert first.when.local.time() == time(18, 5)
    assert second.when.day == YESTERDAY, "the small hours belong to the day before"


@pytest.mark.parametrize(
    "day, at, sentence",
    [
        (date(2026, 3, 3), time(0, 0), "still to come"),
        (date(2026, 3, 2), time(8, 1), "still to come"),
        (date(9999, 12, 31), time(23, 59), "still to come"),
        (date(1999, 12, 31), time(23, 59), "year 2000"),
        (date(1, 1, 1), time(0, 0), "year 2000"),
    ],
)
def test_impossible_moments_are_refused(
    case: Case, log: LogPresenter, day: date, at: time, sentence: str
) -> None:
    log.add(LogAnswer(Side.LEFT, 4, day=day, at=at))
    problems = top(log).problems
    assert sentence in problems.when
    assert (problems.score, problems.note) == ("", "")
    assert entries(case) == []


@pytest.mark.parametrize("day, at", [(date(2026, 3, 2), time(8, 0)), (date(2000, 1, 1), time(12))])
def test_the_first_and_the_last_moment_are_fine(
    case: Case, log: LogPresenter, day: date, at: time
) -> None:
    log.add(LogAnswer(Side.LEFT, 4, day=day, at=at))
    assert len(entries(case)) == 1


def test_a_score_is_asked_for(case: Case, log: LogPresenter) -> None:
    log.add(LogAnswer(Side.LEFT, None, Activity.RUNNING))
    assert top(log).problems.score == "Please choose a number from 0 to 10."
    assert entries(case) == []
    log.add(LogAnswer(Side.LEFT, 2, Activity.RUNNING))
    assert top(log).problems.are_none


@pytest.mark.parametrize("more, is_kept", [(0, True), (1, False), (500, False)])
def test_notes_have_room_for_2000_characters(
    case: Case, log: LogPresenter, more: int, is_kept: bool
) -> None:
    log.add(LogAnswer(Side.LEFT, 2, note="x" * (NOTE_MOST + more)))
    assert bool(entries(case)) is is_kept
    problem = top(log).problems.note
    assert problem == "" if is_kept else f"this one has {more} too many" in problem


# Changing


def test_the_form_of_an_answer_stands_in_its_place(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry(activity=Activity.SQUATTING, note="In the garden."), entry())
    log.edit(mine.id)
    assert [row.id for row in rows(log) if row.editing] == [mine.id]
    form = opened(log)
    assert (form.id, form.score, form.note) == (mine.id, 4, "In the garden.")
    assert [option.key for option in form.activities if option.chosen] == ["squatting"]
    assert (form.day, form.at, form.timed) == (date(2026, 3, 2), time(8, 0), True)
    log.cancel()
    assert log.frame().edited is None
    assert not any(row.editing for row in rows(log))


def test_all_of_an_answer_can_be_changed_and_changed_back(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry())
    log.edit(mine.id)
    log.change(LogAnswer(Side.RIGHT, 7, Activity.RUNNING, "5 km", YESTERDAY, time(18, 5)))
    (after,) = entries(case)
    assert (after.id, after.knee, after.score) == (mine.id, Side.RIGHT, 7)
    assert (after.activity, after.note, after.when.day) == (Activity.RUNNING, "5 km", YESTERDAY)
    frame = log.frame()
    assert frame.edited is None
    assert frame.undo_text == "“Left knee: 4 of 10” was changed."
    log.undo()
    assert entries(case) == [mine]


def test_an_untouched_form_changes_nothing(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry(when=A_MORNING - timedelta(minutes=3, seconds=-17)))
    log.edit(mine.id)
    form = opened(log)
    log.change(answer_of(form))
    assert entries(case) == [mine], "not even its seconds"
    assert log.frame().undo_text == ""
    assert log.frame().edited is None


def test_a_wrong_change_keeps_the_form_open(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry())
    log.edit(mine.id)
    log.change(LogAnswer(Side.LEFT, None, day=date(2026, 3, 9), at=time(8)))
    form = opened(log)
    assert form.problems.score
    assert "still to come" in form.problems.when
    assert top(log).problems.are_none, "the form at the top has nothing to do with it"
    assert entries(case) == [mine]
    log.cancel()
    log.edit(mine.id)
    again = opened(log)
    assert again.problems.are_none


def test_what_hurt_in_a_session_stays_there(case: Case, log: LogPresenter) -> None:
    hurt = entry(
        Moment.DURING,
        score=None,
        exercise="clam",
        side=Side.LEFT,
        set=1,
        rep=7,
        sharp=True,
        decision=Decision.SKIP_SIDE,
    )
    kept(case, hurt)
    log.edit(hurt.id)
    form = opened(log)
    assert (form.timed, form.activities) == (False, ())
    log.change(LogAnswer(Side.RIGHT, None, note="Later that day, too.", sharp=True))
    (after,) = entries(case)
    edited = {"knee": Side.RIGHT, "note": "Later that day, too.", "edited_at": case.stamp.at}
    assert after == replace(hurt, **edited)


def test_what_was_ticked_in_a_session_can_be_corrected(case: Case, log: LogPresenter) -> None:
    hurt = kept(case, entry(Moment.DURING, exercise="clam", side=Side.LEFT, sharp=True))
    log.edit(hurt.id)
    form = opened(log)
    assert [(option.key, option.chosen) for option in form.alarms] == [
        (SHARP, True),
        (LOCKING, False),
    ]
    log.change(LogAnswer(Side.LEFT, 4, locking=True))
    edited_at = case.stamp.at
    assert entries(case) == [replace(hurt, sharp=False, locking=True, edited_at=edited_at)]
    assert rows(log)[0].alarm == "Swelling, locking or giving way"
    log.undo()
    assert entries(case) == [hurt]


def test_nothing_is_ticked_where_nothing_was_asked(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry(Moment.MORNING))
    log.edit(mine.id)
    form = opened(log)
    assert (form.alarms, top(log).alarms) == ((), ())
    log.change(LogAnswer(Side.LEFT, 4, sharp=True, locking=True))
    assert entries(case) == [mine]


def test_a_question_needs_its_answer(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry(Moment.MORNING))
    log.edit(mine.id)
    log.change(LogAnswer(Side.LEFT, None))
    assert entries(case) == [mine]
    log.change(LogAnswer(Side.LEFT, 2))
    assert entries(case) == [replace(mine, score=2, edited_at=case.stamp.at)]
    assert rows(log)[0].mark == "changed by hand"
    log.undo()
    assert rows(log)[0].mark == ""


def test_without_an_open_form_there_is_nothing_to_change(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry())
    log.change(LogAnswer(Side.LEFT, 9))
    log.edit("nobody")
    log.change(LogAnswer(Side.LEFT, 9))
    log.remove("nobody")
    assert entries(case) == [mine]
    assert log.frame().undo_text == ""


# Deleting


def test_deleting_can_be_taken_back(case: Case, log: LogPresenter) -> None:
    mine = kept(case, entry(Moment.DURING, exercise="clam", side=Side.LEFT, locking=True))
    log.remove(mine.id)
    assert entries(case) == []
    assert log.frame().undo_text == "“Left knee: 4 of 10” was deleted."
    log.undo()
    assert entries(case) == [mine]
    log.undo()
    assert entries(case) == [mine]


def test_a_form_goes_away_with_its_answer(case: Case, log: LogPresenter) -> None:
    log.add(LogAnswer(Side.LEFT, 4))
    log.edit(entries(case)[0].id)
    log.undo()
    assert log.frame().edited is None
    log.change(LogAnswer(Side.LEFT, 9))
    assert entries(case) == []


# The diary


def test_days_and_answers_are_newest_first(case: Case, log: LogPresenter) -> None:
    last_year = datetime(2025, 11, 30, 12, tzinfo=A_MORNING.tzinfo)
    kept(
        case,
        entry(when=A_MORNING - timedelta(hours=2), score=1),
        entry(when=A_MORNING, score=2),
        entry(when=A_MORNING - timedelta(days=1), score=3),
        entry(when=last_year, score=4),
    )
    frame = log.frame()
    assert [day.title for day in frame.days] == [
        "Today, Monday 2 March",
        "Sunday 1 March",
        "Sunday 30 November 2025",
    ]
    assert [row.title[-7] for row in rows(log)] == ["2", "1", "3", "4"]
    assert frame.empty == ""


def test_sixty_days_at_a_time(case: Case, log: LogPresenter) -> None:
    every_third = [A_MORNING - timedelta(days=3 * n) for n in range(2 * PAGE_DAYS + 1)]
    kept(case, *(entry(when=when) for when in every_third))
    frame = log.frame()
    assert (len(frame.days), frame.earlier) == (PAGE_DAYS, "Show earlier days")
    log.show_earlier()
    frame = log.frame()
    assert (len(frame.days), bool(frame.earlier)) == (2 * PAGE_DAYS, True)
    log.show_earlier()
    frame = log.frame()
    assert (len(frame.days), frame.earlier) == (2 * PAGE_DAYS + 1, "")


def test_what_a_session_asked_is_in_the_diary(case: Case, log: LogPresenter) -> None:
    session = play(case, 60)
    session.tell_pain(Moment.BEFORE, Side.LEFT, 3)
    assert [row.occasion for row in rows(log)] == ["Before a session"]


def test_the_form_follows_the_clock(case: Case, log: LogPresenter) -> None:
    clock = case.clock
    assert isinstance(clock, FakeClock)
    clock.advance(36 * 3600)
    form = top(log)
    assert (form.latest, form.at) == (date(2026, 3, 3), time(20, 0))
