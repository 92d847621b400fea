"""The questions about pain in their time: before, after, an hour later, the next morning."""

from pathlib import Path

import pytest

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.commands import exported
from tests.support.window import Person


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before Today, on a morning without a session behind it."""
    return sit_down()


def told(person: Person) -> list[tuple[Moment, Side, int | None]]:
    return [(entry.moment, entry.knee, entry.score) for entry in person.kept.pain]


def some_of_a_session(person: Person) -> None:
    person.wait(5 + 15 + 3)
    person.press("Esc")
    assert person.page is Page.SUMMARY


def test_all_four_with_digits_only(person: Person) -> None:
    assert "this morning?" not in person.read(), "there was no session yesterday"
    person.tab_to("Start")
    person.press("Space", "3", "Return")
    some_of_a_session(person)
    person.press("1", "0")
    person.tab_to("Done")
    person.press("Space")
    assert "How is the left knee now, an hour" not in person.read()
    person.clock.advance(59 * 60)
    person.return_to_window()
    assert "hour" not in asked(person)
    person.clock.advance(60)
    person.return_to_window()
    assert "hour" in asked(person)
    person.press("4")
    person.sleep_over()
    assert "How is the left knee this morning?" in person.read()
    person.press("2")
    assert told(person) == [
        (Moment.BEFORE, Side.LEFT, 3),
        (Moment.AFTER, Side.LEFT, 10),
        (Moment.LATER, Side.LEFT, 4),
        (Moment.MORNING, Side.LEFT, 2),
    ]
    moments = {row["moment"] for row in exported(person.path, person.clock)["pain"]}
    assert moments == {"before", "after", "later", "morning"}
    person.press("3")
    assert told(person)[-1] == (Moment.MORNING, Side.LEFT, 3), "the answer was changed"
    person.open_page("Log")
    for line in ("before a session", "after a session", "an hour after", "in the morning"):
        assert line in person.read().lower(), line


def test_all_four_with_the_mouse_only(person: Person) -> None:
    person.click("Start")
    person.click("How is the left knee now? 3 of 10")
    person.click("Start  Enter")
    some_of_a_session(person)
    person.click("How is the left knee now? 5 of 10")
    person.click("Done")
    person.clock.advance(61 * 60)
    person.return_to_window()
    person.click(f"{asked(person)} 4 of 10")
    person.sleep_over()
    person.click("How is the left knee this morning? 0 of 10")
    assert [score for _moment, _knee, score in told(person)] == [3, 5, 4, 0]


def test_no_question_has_to_be_answered(person: Person) -> None:
    person.click("Start")
    person.press("Return")
    some_of_a_session(person)
    person.click("Done")
    person.clock.advance(61 * 60)
    person.return_to_window()
    person.click("Start")
    person.press("Return")
    some_of_a_session(person)
    person.click("Done")
    assert told(person) == []


def test_both_knees_are_asked_apart(person: Person) -> None:
    person.click("Programme")
    person.click("Both")
    person.click("Today")
    person.click("Start")
    person.press("R", "5", "L", "2", "Return")
    some_of_a_session(person)
    person.press("1", "7")
    person.click("Done")
    person.clock.advance(61 * 60)
    person.return_to_window()
    person.press("6", "3")
    assert set(told(person)) == {
        (Moment.BEFORE, Side.LEFT, 2),
        (Moment.BEFORE, Side.RIGHT, 5),
        (Moment.AFTER, Side.LEFT, 1),
        (Moment.AFTER, Side.RIGHT, 7),
        (Moment.LATER, Side.LEFT, 6),
        (Moment.LATER, Side.RIGHT, 3),
    }


def asked(person: Person) -> str:
    """The question of Today that is in sight."""
    lines = person.read().splitlines()
    return next((line for line in lines if line.endswith("?") and "knee" in line), "")
