"""The History: a month of days, the chosen one, a list to search, and the way back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, Skip, Source, new_id
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history import PAGE_ROWS, HistoryPresenter
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_frame import DayFrame, HistoryRow, MonthDay
from rehabtimer.presenters.history_month import months_later
from tests.support.cases import days_pass, welcomed
from tests.support.clock import A_MORNING
from tests.support.pain import entry
from tests.support.past import past, past_at, told

TODAY = A_MORNING.date()  # Monday 2 March 2026
DAY = timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee on the fifth day of a daily programme."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def history(case: Case) -> HistoryPresenter:
    return HistoryPresenter(case, HistoryChanges(case))


def day(history: HistoryPresenter, on: date) -> MonthDay:
    return next(each for each in history.frame().month.days if each.on == on)


def chosen(history: HistoryPresenter) -> DayFrame:
    shown = history.frame().day
    assert shown
    return shown


def rows(history: HistoryPresenter) -> list[HistoryRow]:
    return [row for group in history.frame().groups for row in group.rows]


def found(history: HistoryPresenter, query: str) -> list[str]:
    history.search(query)
    return [row.when for row in rows(history)]


# The month


def test_the_month_has_every_day_and_its_first_in_place(history: HistoryPresenter) -> None:
    month = history.frame().month
    assert month.title == "March 2026"
    assert [each.on.day for each in month.days] == list(range(1, 32))
    assert month.column == 6, "the first is a Sunday"


def test_days_tell_what_became_of_them(case: Case, history: HistoryPresenter) -> None:
    past(case, 0, 4)
    past(case, 1)
    kinds = {each.on: (each.kind, each.done) for each in history.frame().month.days}
    assert kinds[TODAY] == (Kind.PARTIAL, Done.PARTIAL)
    assert kinds[TODAY - DAY] == (Kind.FULL, Done.FULL)
    assert kinds[TODAY + DAY] == (Kind.TO_COME, Done.NOTHING)
    history.move_months(-1)
    before = {each.on: each.kind for each in history.frame().month.days}
    assert before[TODAY - 3 * DAY] is Kind.MISSED
    assert before[TODAY - 10 * DAY] is Kind.OUTSIDE


def test_paused_and_extra_days_are_told_apart(case: Case, history: HistoryPresenter) -> None:
    case.pause_from(TODAY - DAY)
    past(case, 0, 4)
    assert day(history, TODAY - DAY).kind is Kind.PAUSED
    assert day(history, TODAY).kind is Kind.EXTRA
    assert "An extra session, partly done" in day(history, TODAY).description
    assert [mark.text for mark in history.frame().month.key] == ["extra", "paused", "to come"]


def test_a_day_has_its_worst_pain(case: Case, history: HistoryPresenter) -> None:
    case.store.diary.add_all((entry(score=2), entry(score=5), entry(Moment.MORNING, score=4)))
    assert (day(history, TODAY).pain, day(history, TODAY).hurts) == ("5", True)
    case.store.diary.add(entry(score=3, knee=Side.RIGHT))
    assert day(history, TODAY).pain == "L5 R3"
    assert "Left knee: 5 of 10. Right knee: 3 of 10" in day(history, TODAY).description


def test_a_knee_that_is_not_the_sore_one_is_named(case: Case, history: HistoryPresenter) -> None:
    case.store.diary.add(entry(score=0, knee=Side.RIGHT))
    assert (day(history, TODAY).pain, day(history, TODAY).hurts) == ("R0", False)


def test_what_else_there_is_on_a_day_has_marks(case: Case, history: HistoryPresenter) -> None:
    case.store.workouts.add(Workout(id=new_id(), when=case.stamp, sport=Sport.RUNNING, minutes=30))
    case.store.diary.take_reliever(TODAY, taken=True)
    past(case, 1, note="Slowly")
    today, before = day(history, TODAY), day(history, TODAY - DAY)
    assert (today.has_note, today.has_activity, today.has_reliever) == (False, True, True)
    assert (before.has_note, before.has_activity, before.has_reliever) == (True, False, False)
    assert today.description.endswith("An activity. A pain reliever")
    names = [mark.text for mark in history.frame().month.key]
    assert names[-3:] == ["a note", "an activity", "a pain reliever"]


def test_days_to_come_offer_no_session(history: HistoryPresenter) -> None:
    assert day(history, TODAY).add == "Add a session on Monday 2 March"
    assert day(history, TODAY + DAY).add == ""


# Going through it


def test_keys_move_the_chosen_day(history: HistoryPresenter) -> None:
    history.move(-7)
    assert history.frame().month.title == "February 2026"
    history.move_to_edge(last=True)
    assert chosen(history).on == date(2026, 2, 28)
    history.move_months(-1)
    assert chosen(history).on == date(2026, 1, 28)
    history.move_to_edge(last=False)
    assert chosen(history).on == date(2026, 1, 1)
    history.choose_today()
    assert history.frame().month.is_now
    assert day(history, TODAY).is_today
    assert day(history, TODAY).is_chosen


def test_the_calendar_ends_with_the_programme_and_begins_in_2000(
    case: Case, history: HistoryPresenter
) -> None:
    history.choose(date(2026, 7, 1))
    assert history.frame().month.title == "April 2026"
    assert not history.frame().month.can_go_on
    history.choose(date(1990, 7, 1))
    assert history.frame().month.title == "January 2000"
    assert not history.frame().month.can_go_back


@pytest.mark.parametrize(
    "day, months, there",
    [
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
    ],
)
def test_another_month_has_the_same_day_or_its_last(day: date, months: int, there: date) -> None:
    assert months_later(day, months) == there


def test_a_new_day_is_chosen_where_today_was(case: Case, history: HistoryPresenter) -> None:
    days_pass(case, 1)
    history.look_again()
    assert history.frame().month.is_now
    history.move(-3)
    days_pass(case, 1)
    history.look_again()
    assert chosen(history).on == TODAY - 2 * DAY


# The chosen day


def test_a_day_shows_all_that_is_kept_of_it(case: Case, history: HistoryPresenter) -> None:
    record = past(case, 0, 4)
    hurt = told(
        record,
        Moment.DURING,
        4,
        exercise="clam",
        side=Side.LEFT,
        set=1,
        rep=7,
        sharp=True,
        decision=Decision.SKIP_TODAY,
    )
    before = [
        told(record, Moment.BEFORE, n, knee=knee) for n, knee in enumerate((Side.RIGHT, Side.LEFT))
    ]
    case.store.diary.add_all((hurt, *before))
    run = Workout(id=new_id(), when=case.stamp, sport=Sport.RUNNING, minutes=30, warmed_up=True)
    case.store.workouts.add(run, [entry(score=1, workout=run.id)])
    case.store.skips.keep(
        Skip(
            id=new_id(),
            when=case.stamp,
            course=case.course.id,
            exercise="clam",
            score=4,
            reason=OffReason.HURT,
            reach=Reach.TODAY,
        )
    )
    case.store.diary.take_reliever(TODAY, taken=True)
    case.store.total_scores.add(TotalScore(id=new_id(), day=TODAY, name="AKPS", value=71, most=100))
    shown = chosen(history)
    assert shown.title == "Today, Monday 2 March"
    assert shown.kind == "Session partly done · programme day 5"
    assert [row.title for row in shown.rows] == ["Partly done, 4 of 33 sets"]
    said = [(line.title, line.detail, line.alarm) for line in shown.lines]
    assert ("Left\u00a0knee:\u00a01 · right\u00a0knee:\u00a00", "Before a session", "") in said
    assert (
        "Left knee: 4 of 10",
        "Clam, left side, set 1, rep 7 · skipped that day",
        "Sharp pain",
    ) in said
    assert any(title.startswith("Running") and "Left knee: 1" in more for title, more, _ in said)
    assert ("Clam", "2 Mar: skipped for that day. It hurt 4 of 10.", "") in said
    assert len(said) == 6
    assert shown.empty == ""


def test_an_answer_that_was_changed_says_so(case: Case, history: HistoryPresenter) -> None:
    case.store.diary.add_all(
        (
            entry(score=1, edited_at=A_MORNING),
            entry(Moment.MORNING, A_MORNING - timedelta(hours=1), score=1, edited_at=A_MORNING),
        )
    )
    shown = chosen(history)
    details = [line.detail for line in shown.lines]
    assert details == ["In the morning · changed by hand", "Changed by hand"]


def test_empty_days_help(history: HistoryPresenter) -> None:
    texts = []
    for n in (0, -1, 1):
        history.choose(TODAY + n * DAY)
        shown = chosen(history)
        texts.append((shown.empty, bool(shown.add)))
    assert texts == [
        ("Nothing is kept of today yet.", True),
        (
            "Nothing is kept of this day. A session that you forgot can still be added.",
            True,
        ),
        ("This day is still to come.", False),
    ]


def test_the_only_session_of_a_day_is_known(case: Case, history: HistoryPresenter) -> None:
    assert history.only_session(TODAY) == ""
    record = past(case, 0)
    assert history.only_session(TODAY) == record.id
    past_at(case, A_MORNING - timedelta(hours=2))
    assert history.only_session(TODAY) == ""


# The list


def test_without_sessions_the_list_helps(history: HistoryPresenter) -> None:
    assert history.frame().empty.startswith("No sessions yet.")
    assert history.frame().groups == ()


def test_sessions_stand_newest_first_month_by_month(case: Case, history: HistoryPresenter) -> None:
    for days_ago in (5, 0, 1):
        past(case, days_ago)
    groups = history.frame().groups
    assert [group.title for group in groups] == ["March 2026", "February 2026"]
    assert [row.when for row in rows(history)] == ["Mon 2 Mar", "Sun 1 Mar", "Wed 25 Feb"]
    assert rows(history)[0].length == "08:00, 33 min"


def test_rows_say_how_they_came_to_be(case: Case, history: HistoryPresenter) -> None:
    past(case, 0, note="Slowly,\nwith music", edited_at=A_MORNING)
    past(case, 1, source=Source.ADDED)
    past(case, 2, speed=20.0, sets=0)
    past(case, 400, edited_at=A_MORNING - 370 * DAY)
    changed, added, hurried, old = rows(history)
    assert (changed.title, changed.done) == ("Whole session, 33 sets", Done.FULL)
    assert (changed.remark, changed.note) == ("Changed by hand on 2 Mar", "Slowly, with music")
    assert (added.remark, added.length) == ("Added by hand", "08:00")
    assert hurried.remark == "Tried out with the clock 20 times as fast"
    assert (hurried.title, hurried.done) == ("No set done of 33", Done.NOTHING)
    assert (old.when, old.remark) == ("Sun 26 Jan 2025", "Changed by hand on 25 Feb 2025")
    assert changed.name.startswith("Monday 2 March, 08:00. Whole session, 33 sets. Changed by hand")


def test_a_session_that_lay_open_has_no_length(case: Case, history: HistoryPresenter) -> None:
    past(case, 0, ended_at=A_MORNING + timedelta(hours=5))
    assert rows(history)[0].length == "08:00"
    assert chosen(history).rows[0].length == ""


def test_fifty_are_shown_and_more_on_request(case: Case, history: HistoryPresenter) -> None:
    for days_ago in range(PAGE_ROWS + 2):
        past(case, days_ago)
    assert len(rows(history)) == PAGE_ROWS
    assert history.frame().earlier == "Show earlier sessions"
    history.show_earlier()
    assert len(rows(history)) == PAGE_ROWS + 2
    assert history.frame().earlier == ""


def test_search_finds_by_date_exercise_note_and_state(
    case: Case, history: HistoryPresenter
) -> None:
    past(case, 0, 4, note="Music: Dvořák")
    record = past(case, 1)
    past(case, 10)
    case.store.diary.add(told(record, Moment.AFTER, note="Stairs hurt later"))
    assert found(history, "march") == ["Mon 2 Mar", "Sun 1 Mar"]
    assert found(history, "partly") == ["Mon 2 Mar"]
    assert found(history, "MARCH whole") == ["Sun 1 Mar"]
    assert found(history, "dvorak") == ["Mon 2 Mar"]
    assert found(history, "stairs") == ["Sun 1 Mar"]
    assert found(history, "sunday") == ["Sun 1 Mar"]
    assert found(history, "20 feb") == ["Fri 20 Feb"]
    assert found(history, "2 march") == ["Mon 2 Mar"]
    assert found(history, "2026-02-20") == ["Fri 20 Feb"]
    assert len(found(history, "clam")) == 3
    assert found(history, "arch") == [], "words are found by their beginnings"


def test_search_says_how_many_and_hides_the_day(case: Case, history: HistoryPresenter) -> None:
    past(case, 0)
    history.search("clam")
    frame = history.frame()
    assert (frame.found, frame.day, frame.query) == ("1 session found", None, "clam")
    history.search("elephant")
    frame = history.frame()
    assert frame.found == "0 sessions found"
    assert "Nothing is found for “elephant”" in frame.empty
    history.search("  ")
    assert history.frame().day is not None
    assert history.frame().found == ""


def test_search_shows_fifty_at_first(case: Case, history: HistoryPresenter) -> None:
    for days_ago in range(PAGE_ROWS + 2):
        past(case, days_ago)
    history.search("clam")
    assert history.frame().found == f"{PAGE_ROWS + 2} sessions found"
    assert len(rows(history)) == PAGE_ROWS
    history.show_earlier()
    assert len(rows(history)) == PAGE_ROWS + 2


def test_choosing_a_day_ends_the_search(case: Case, history: HistoryPresenter) -> None:
    past(case, 0)
    history.search("elephant")
    history.choose(TODAY - DAY)
    assert (history.frame().query, len(rows(history))) == ("", 1)


def test_search_takes_in_what_came_since(case: Case, history: HistoryPresenter) -> None:
    past(case, 0)
    assert len(found(history, "clam")) == 1
    past(case, 1)
    history.look_again()
    assert len(rows(history)) == 2


@pytest.mark.parametrize("query", ["👍", "%", "*", "_", "…", "%_"])
def test_what_has_no_word_finds_nothing_and_says_so(
    case: Case, history: HistoryPresenter, query: str
) -> None:
    past(case, 1, note="snake_case")
    assert found(history, query) == []
    frame = history.frame()
    assert frame.found == "0 sessions found"
    assert frame.empty == (
        f"There is no word in “{query}”: sessions are found by letters and digits."
    )
    assert len(found(history, "case")) == 1
