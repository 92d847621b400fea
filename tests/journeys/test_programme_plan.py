"""The plan: its days, its start, a pause that moves its end, and another six weeks."""

from datetime import date, timedelta, timezone
from pathlib import Path

import pytest

from tests.journeys.conftest import SitDown
from tests.support.commands import exported, said, status
from tests.support.window import Person


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before the Programme, on its first day."""
    person = sit_down()
    person.click("Programme")
    return person


def more_of_the_plan(person: Person) -> None:
    if not person.find("Start, pause, another round").isChecked():
        person.click("Start, pause, another round")


def test_a_pause_moves_the_end_and_nobody_is_scolded(person: Person) -> None:
    person.sleep_over(2)
    more_of_the_plan(person)
    person.click("Pause the programme")
    assert "paused on day" in person.read()
    assert status(person.path, person.clock)["paused_since"] == "2026-03-04"
    person.sleep_over(10)
    person.open_page("Today")
    assert "Your programme is paused" in person.read()
    assert "missed" not in person.read().replace("nothing is missed meanwhile", "")
    person.click("Go on today")
    assert "day 3 of 42" in said(person.path, person.clock, "status")
    person.click("Undo")
    assert status(person.path, person.clock)["paused_since"] == "2026-03-04"
    person.open_page("Programme")
    person.click("Go on today")
    assert "today is day 3 of 42" in person.read()
    person.sleep_over(39)
    assert "today is day 42 of 42" in person.read()
    (pause,) = exported(person.path, person.clock)["pauses"]
    assert (pause["since"], pause["until"]) == ("2026-03-04", "2026-03-13")


def test_pausing_by_keys_and_undo(person: Person) -> None:
    person.tab_to("Start, pause, another round")
    person.press("Space")
    person.tab_to("Pause the programme")
    person.press("Space")
    assert status(person.path, person.clock)["paused_since"] == "2026-03-02"
    person.tab_to("Undo")
    person.press("Space")
    assert status(person.path, person.clock)["paused_since"] is None
    assert exported(person.path, person.clock)["pauses"] == []


def test_another_start(person: Person) -> None:
    person.tab_to("Start, pause, another round")
    person.press("Space")
    person.tab_to("Start of the programme")
    person.press("Up", "Up")
    start = date.fromisoformat(exported(person.path, person.clock)["courses"][0]["started_on"])
    assert start > date(2026, 3, 2)
    person.open_page("Today")
    assert "Your programme begins on" in person.read()
    person.open_page("Programme")
    person.click("Undo")
    assert "today is day 1 of 42" in person.read()


def test_other_weekdays_hold_from_today_on(person: Person) -> None:
    person.sleep_over(2)
    person.click("Three days a week")
    assert status(person.path, person.clock)["weekdays"] == [1, 3, 5]
    person.click("Saturday")
    assert status(person.path, person.clock)["weekdays"] == [1, 3, 5, 6]
    person.click("Monday")
    person.click("Wednesday")
    person.click("Friday")
    person.click("Saturday")
    assert status(person.path, person.clock)["weekdays"] == [6], "one day always stays"
    changes = exported(person.path, person.clock)["plan_changes"]
    assert [(row["since"], row["weekdays"]) for row in changes] == [
        ("2026-03-02", "1234567"),
        ("2026-03-04", "6"),
    ]
    person.click("Undo")
    assert status(person.path, person.clock)["weekdays"] != [6]


def test_another_six_weeks_at_the_end(person: Person) -> None:
    person.open_page("Today")
    person.click("Start")
    person.press("3", "Return")
    person.wait(5 + 15 + 3)
    person.press("Esc")
    person.click("Done")
    person.open_page("Programme")
    person.click("Clam: on")
    person.sleep_over(42)
    person.open_page("Today")
    assert "42 days are over" in person.read()
    assert "Your 42 days are over" in person.read()
    person.tab_to("Begin another six weeks")
    person.press("Space")
    assert "A new round begins today." in person.read()
    assert "Week 1, day 1" in person.read()
    assert "Off since 2 Mar: your own choice" in person.read(), "choices are taken along"
    person.tab_to("Undo")
    person.press("Space")
    assert "42 days are over" in person.read()
    person.click("Begin another six weeks")
    assert status(person.path, person.clock)["day"] == 1
    courses = exported(person.path, person.clock)["courses"]
    assert len(courses) == 2
    person.click("Programme")
    assert "Started on Monday 13 April; today is day 1 of 42" in person.read()


def test_a_round_that_is_taken_back_leaves_its_session_behind(person: Person) -> None:
    more_of_the_plan(person)
    person.click("Begin another six weeks")
    person.click("Begin today")
    person.click("Today")
    person.click("Start")
    person.press("Return")
    person.wait(5 + 15 + 3)
    person.press("Esc")
    person.click("Programme")
    person.click("Undo")
    kept = exported(person.path, person.clock)
    assert [row["programme"] for row in kept["sessions"]] == [kept["courses"][0]["id"]]
    assert len(person.kept.done) == 1
    assert "first session" in person.read(), "so the start cannot be after it"


def test_another_round_before_the_end_is_asked_about(person: Person) -> None:
    person.sleep_over(9)
    more_of_the_plan(person)
    person.click("Begin another six weeks")
    assert "This round ends on its day 10 of 42" in person.read()
    person.click("Go on with this round")
    assert len(exported(person.path, person.clock)["courses"]) == 1
    person.click("Begin another six weeks")
    person.click("Begin today")
    assert "today is day 1 of 42" in person.read()
    person.click("Undo")
    assert "today is day 10 of 42" in person.read()
    assert len(exported(person.path, person.clock)["courses"]) == 1


def test_a_new_day_begins_at_four_in_the_morning(person: Person) -> None:
    person.sleep_over(1, hour=3)
    assert "today is day 1 of 42" in person.read()
    person.clock.advance(3600)
    person.return_to_window()
    assert "today is day 2 of 42" in person.read()


@pytest.mark.parametrize("hours", [-9, 13])
def test_another_time_zone(person: Person, hours: int) -> None:
    """Somebody flies; the day is that of the place where they are."""
    person.sleep_over(1, hour=12)
    person.clock.wall = person.clock.wall.astimezone(timezone(timedelta(hours=hours)))
    person.return_to_window()
    local = person.clock.wall - timedelta(hours=4)
    day = (local.date() - date(2026, 3, 2)).days + 1
    assert f"today is day {day} of 42" in person.read()
    person.open_page("Today")
    person.click("Start")
    person.press("4", "Return")
    person.press("H", "5", "O", "Esc")
    (off,) = status(person.path, person.clock)["skipped"]
    assert off["since"] == local.date().isoformat()
    assert {entry.when.day for entry in person.kept.pain} == {local.date()}
