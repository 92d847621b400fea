"""The History in the whole window: what is added, changed and deleted there holds everywhere."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus, Source
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.history import HistoryView
from rehabtimer.gui.views.history_form import PastFormView
from rehabtimer.gui.widgets.week_strip import WeekStrip
from tests.journeys.conftest import SitDown
from tests.journeys.test_disk_refuses import Disk
from tests.support.clock import A_MORNING
from tests.support.window import Person, child

TODAY = A_MORNING.date()  # Monday 2 March 2026
DAY = timedelta(days=1)
LIFT = "straight-leg-lift"


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in front of an empty History, by keyboard."""
    person = sit_down()
    person.open_page("History")
    person.tab_to("Monday 2 March, today")
    return person


def page(person: Person) -> Page:
    return person.page


def today_is(person: Person) -> str:
    """What this week's strip on Today says of today."""
    person.open_page("Today")
    return child(person.window, WeekStrip).accessibleName().split(", ")[0]


def add_whole(person: Person) -> None:
    person.tab_to("Add a session")
    person.press("Space")
    person.tab_to("Add the session")
    person.press("Space")


def test_a_forgotten_session_is_added_by_keyboard(person: Person) -> None:
    person.press("Left", "Left")
    add_whole(person)
    assert page(person) is Page.HISTORY
    assert "The session of 28 Feb was added." in person.read()
    assert "Saturday 28 February" in person.read()
    (record,) = person.kept.sessions
    assert (record.source, record.started.day) == (Source.ADDED, TODAY - 2 * DAY)
    assert len(person.kept.done) == 33
    person.click("Undo")
    assert person.kept.sessions == []
    assert "was added" not in person.read()


def test_what_was_added_shows_on_today_and_in_trends(person: Person) -> None:
    add_whole(person)
    assert today_is(person) == "Monday 2 March: done"
    assert "done for today" in person.read()
    person.open_page("History")
    person.click(child(person.window, HistoryView).day.rows[0])
    person.click("Delete")
    assert page(person) is Page.HISTORY
    assert "The session of 2 Mar was deleted." in person.read()
    assert today_is(person) == "Monday 2 March: to come"
    person.open_page("History")
    person.click("Undo")
    assert today_is(person) == "Monday 2 March: done"
    person.open_page("Trends")
    assert "No pain logged yet" in person.read()


def test_a_part_that_was_added_goes_on_from_today(person: Person) -> None:
    person.tab_to("Add a session")
    person.press("Space")
    form = child(person.window, PastFormView)
    person.click("Part of it")
    person.click(form.exercises["quad-stretch"].all)
    person.click("Add the session")
    assert person.kept.sessions[0].status is SessionStatus.LEFT
    person.open_page("Today")
    assert "4 of 33 sets are done" in person.read()
    person.click("Resume")
    assert person.title == "Standing hip flexor stretch"
    person.press("Esc")


def test_a_timed_session_is_put_right(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.press("Return")
    person.wait(60)
    person.press("Esc")
    done = len(person.kept.done)
    assert done < 4
    person.open_page("History")
    person.click(child(person.window, HistoryView).rows[0])
    assert f"Part of the session: {done} of 33 sets" in person.read()
    person.click("Edit")
    form = child(person.window, PastFormView)
    person.click(form.exercises[LIFT].all)
    person.click(child(person.window, PastFormView).scales[Moment.AFTER, Side.LEFT], at=4.5 / 11)
    person.click("Keep the changes")
    assert page(person) is Page.PAST
    assert f"Part of the session: {done + 4} of 33 sets" in person.read()
    assert "Changed by hand on 2 Mar" in person.read()
    assert "Left knee: 4 of 10" in person.read()
    assert {row.outcome for row in person.kept.of(LIFT)} == {Outcome.DONE}
    (record,) = person.kept.sessions
    assert (record.source, record.edited_at) == (Source.TIMED, record.edited_at)
    assert record.edited_at is not None
    person.click("Undo")
    assert f"Part of the session: {done} of 33 sets" in person.read()
    assert person.kept.pain == []


def test_cancel_keeps_nothing(person: Person) -> None:
    add_whole(person)
    before = person.kept
    person.click(child(person.window, HistoryView).day.rows[0])
    person.click("Edit")
    person.click("Nothing done")
    person.click("Cancel")
    assert page(person) is Page.PAST
    assert person.kept == before
    person.press("Esc")
    assert page(person) is Page.HISTORY
    person.tab_to("Add a session")
    person.press("Space", "Esc")
    assert page(person) is Page.HISTORY
    assert person.kept == before


@pytest.mark.parametrize("way_out", ["Esc", "sidebar"])
def test_what_was_typed_waits_until_it_is_kept(person: Person, way_out: str) -> None:
    person.tab_to("Add a session")
    person.press("Space")
    form = child(person.window, PastFormView)
    form.note.setFocus()
    person.type("At my sister's, on a mat.")
    if way_out == "Esc":
        person.press("Esc")
    else:
        person.open_page("Trends")
        person.open_page("History")
    assert page(person) is Page.HISTORY
    assert "about the session of 2 Mar is not kept yet" in person.read()
    person.click("Go on with it")
    assert child(person.window, PastFormView).note.toPlainText() == "At my sister's, on a mat."
    person.click("Add the session")
    assert person.kept.sessions[0].note == "At my sister's, on a mat."
    assert not person.can_see("Go on with it")


def test_a_change_that_waits_is_offered_on_the_page_of_its_session(person: Person) -> None:
    add_whole(person)
    person.click(child(person.window, HistoryView).day.rows[0])
    person.click("Edit")
    person.click("Nothing done")
    person.press("Esc")
    assert page(person) is Page.PAST
    person.click("Go on with it")
    assert page(person) is Page.PAST_FORM
    assert "0 of 200 reps" in person.read()
    person.press("Esc")
    person.click("Throw it away")
    assert not person.can_see("Go on with it")
    person.press("Esc")
    assert not person.can_see("Go on with it")
    assert len(person.kept.done) == 33


def test_undoing_what_was_added_leaves_its_page(person: Person) -> None:
    add_whole(person)
    person.click(child(person.window, HistoryView).day.rows[0])
    assert page(person) is Page.PAST
    person.click("Undo")
    assert page(person) is Page.HISTORY
    assert person.kept.sessions == []


def test_enter_opens_the_session_of_a_day_or_goes_to_the_day(person: Person) -> None:
    person.press("Return")
    assert person.focus == "Add a session"
    add_whole(person)
    child(person.window, HistoryView).setFocus()
    person.press("Return")
    assert page(person) is Page.PAST
    person.press("Esc")
    assert person.focus.startswith("Monday 2 March, today")


def test_the_disk_refuses_and_nothing_is_half_done(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", person.program.faults.take)
    add_whole(person)
    before = person.kept
    person.click(child(person.window, HistoryView).day.rows[0])
    person.click("Edit")
    person.click("Nothing done")
    disk = Disk(person)
    disk.refuse()
    person.click("Keep the changes")
    assert page(person) is Page.PAST_FORM
    assert person.window.notice.isVisible()
    assert person.kept == before
    disk.refuse(False)
    person.click("Keep the changes")
    assert page(person) is Page.PAST
    assert person.kept.done == []
    disk.refuse()
    person.click("Delete")
    assert page(person) is Page.PAST
    assert person.window.notice.isVisible()
    disk.refuse(False)
    assert len(person.kept.sessions) == 1


def test_pain_of_an_added_session_is_in_the_log_and_in_trends(person: Person) -> None:
    person.press("Left")
    person.tab_to("Add a session")
    person.press("Space")
    person.tab_to("Left knee before the session 0")
    person.press("3")
    person.tab_to("Add the session")
    person.press("Space")
    (answer,) = person.kept.pain
    assert (answer.knee, answer.score, answer.when.day) == (Side.LEFT, 3, TODAY - DAY)
    person.open_page("Log")
    assert "Before a session" in person.read()
    person.open_page("History")
    assert "Left knee: 3 of 10" in person.read()


def test_search_by_keyboard(person: Person) -> None:
    add_whole(person)
    person.tab_to("Search sessions")
    person.type("march whole")
    assert "1 session found" in person.read()
    assert person.focus == "Search sessions"
    person.tab_to("Monday 2 March, 08:00")
    person.press("Space")
    assert page(person) is Page.PAST
    assert person.kept.sessions[0].started.day == date(2026, 3, 2)
