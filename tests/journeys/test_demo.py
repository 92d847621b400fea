"""A history of five weeks: what Today makes of it, and what a person can do about it."""

from pathlib import Path

import pytest

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.widgets.week_strip import WeekStrip
from tests.journeys.conftest import SitDown
from tests.support.window import Person


@pytest.fixture
def person(sit_down: SitDown) -> Person:
    """Somebody who looks at the demo at eight in the morning."""
    return sit_down(demo=True)


def mornings(person: Person) -> list[tuple[Side, int | None]]:
    today = person.clock.now().date()
    entries = [entry for entry in person.kept.pain if entry.when.day == today]
    assert all(entry.moment is Moment.MORNING for entry in entries)
    return [(entry.knee, entry.score) for entry in entries]


def test_today_says_where_the_programme_stands(person: Person) -> None:
    words = person.read()
    assert "Week 6, day 2" in words
    assert "37 of 42 days" in words
    assert "demo data" in words
    week = person.window.findChild(WeekStrip)
    assert isinstance(week, WeekStrip)
    days = week.accessibleName().split(", ")
    assert len(days) == 7
    assert days[0] == "Sunday 1 March: done"
    assert days[1] == "Monday 2 March: to come"
    assert "1 session of 2 so far." in words
    assert "Left knee: 5 in week 1" in words
    assert "Your log shows a drop of" in words


def test_try_again_brings_a_skipped_exercise_back(person: Person) -> None:
    assert "Skipped since 5 Feb" in person.read()
    person.tab_to("Try again: Step up")
    person.press("Space")
    assert "Step up is back in the session." in person.read()
    assert "Skipped since" not in person.read()
    person.click("Start")
    assert "Step up" in person.run.view.segments.accessibleName()
    person.press("Esc")
    person.click("Today")
    assert "Step up is back" not in person.read(), "that is no news any more"


def test_the_morning_question_keeps_one_answer(person: Person) -> None:
    assert "How is the left knee this morning?" in person.read()
    assert "How is the right knee" not in person.read()
    person.click("How is the left knee this morning? 4 of 10")
    assert mornings(person) == [(Side.LEFT, 4)]
    scores = [f"How is the left knee this morning? {score} of 10" for score in range(11)]
    person.choose(scores, scores[2])
    assert mornings(person) == [(Side.LEFT, 2)]
    person.click("Programme")
    person.click("Today")
    assert person.find("How is the left knee this morning? 2 of 10").isChecked()


def test_the_morning_question_is_for_the_morning(person: Person) -> None:
    for hour, asks in ((11, True), (12, False), (20, False), (23, False)):
        person.clock.wall = person.clock.wall.replace(hour=hour)
        person.click("Today")
        assert ("this morning?" in person.read()) is asks, hour


def test_the_trend_card_leads_to_trends(person: Person) -> None:
    person.click("See Trends")
    assert person.page is Page.TRENDS


def test_a_whole_history_is_nobody_elses(person: Person, tmp_path: Path) -> None:
    """The demo has today's session still before it, and is marked as made up for good."""
    assert person.program.case is not None
    assert person.program.case.demo
    assert not person.can_see("Resume")
    assert person.can_see("Start ")
