"""Something hurts in the middle of a session."""

from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.window import Person


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in the third rep of the second set of leg lifts, on the right."""
    person = sit_down()
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    assert person.title == "Straight leg lift"
    person.wait(5)
    person.press("Right", "Right", "Right", "Right", "Right", "Right")
    person.wait(3 + 2 * 7 + 1)
    assert person.run.view.rep.text() == "Rep 3 of 20"
    person.press("H")
    assert "This hurts" in person.read()
    return person


def told(person: Person) -> list[PainEntry]:
    return [entry for entry in person.kept.pain if entry.moment is Moment.DURING]


def test_the_clock_stands_still_and_escape_goes_back(person: Person) -> None:
    person.wait(120)
    assert person.word == "PAUSED"
    person.press("Esc")
    assert "This hurts" not in person.read()
    assert person.word == "PAUSED"
    person.press("Space")
    assert person.word == "IN POSITION"
    assert told(person) == []


def test_two_keys_are_enough_from_the_floor(person: Person) -> None:
    person.press("Return")
    assert "This hurts" not in person.read()
    assert person.title == "Standing calf stretch"
    assert person.word == "GET READY", "and the session goes on by itself"
    (entry,) = told(person)
    assert (entry.score, entry.decision) == (None, Decision.SKIP_TODAY)


def test_where_it_hurt_is_kept(person: Person) -> None:
    person.press("4", "G")
    (entry,) = told(person)
    assert (entry.knee, entry.score) == (Side.LEFT, 4)
    assert (entry.exercise, entry.side, entry.set, entry.rep) == (
        "straight-leg-lift",
        Side.RIGHT,
        2,
        3,
    )
    assert entry.session == person.kept.sessions[-1].id


def test_one_and_nought_are_ten(person: Person) -> None:
    person.press("1", "0")
    assert [entry.score for entry in told(person)] == [10]


def test_the_last_answer_counts(person: Person) -> None:
    person.press("7", "2", "G")
    assert [entry.score for entry in told(person)] == [2]


def test_the_other_knee_takes_the_answer_with_it(person: Person) -> None:
    person.press("6", "R")
    assert [(entry.knee, entry.score) for entry in told(person)] == [(Side.RIGHT, 6)]
    person.press("L", "5", "G")
    assert [(entry.knee, entry.score) for entry in told(person)] == [(Side.LEFT, 5)]


def test_a_second_hurt_stands_beside_the_first(person: Person) -> None:
    person.press("3", "G")
    person.wait(3 + 7)
    person.press("H", "5", "G")
    assert [(entry.rep, entry.score) for entry in told(person)] == [(3, 3), (4, 5)]


def test_t_skips_the_exercise_for_today(person: Person) -> None:
    person.press("5", "T")
    assert person.title == "Standing calf stretch"
    outcomes = [row.outcome for row in person.kept.of("straight-leg-lift")]
    assert Outcome.DONE not in outcomes
    assert None not in outcomes
    assert [entry.exercise for entry in told(person)] == ["straight-leg-lift"]


def test_u_takes_it_back(person: Person) -> None:
    person.press("5", "T")
    assert person.can_see("Straight leg lift: skipped for today")
    person.press("U")
    assert person.title == "Straight leg lift"
    assert person.run.view.rep.text() == "Rep 3 of 20"
    assert not person.can_see("Straight leg lift: skipped for today")
    assert [entry.decision for entry in told(person)] == [None]


def test_sharp_pain_shows_the_doctors_card_first(person: Person) -> None:
    person.press("6", "S")
    assert "doctor" in person.read()
    assert not person.can_see("Skip it for today")
    person.press("Return")
    assert person.page is Page.SUMMARY
    assert [(entry.sharp, entry.decision) for entry in told(person)] == [(True, Decision.END)]
    assert "Sharp pain, told on 2 Mar. The article says: stop, and see a doctor." in person.read()
    person.click("When to see someone")
    assert person.page.value == "guide"


def test_e_ends_the_session(person: Person) -> None:
    person.press("5", "E")
    assert person.page is Page.SUMMARY
    assert not person.in_session
    assert "Left knee: 5 of 10 · ended the session" in person.read()
    person.tab_to("Done")
    person.press("Space")
    assert "Your session is waiting" in person.read()


def test_when_to_see_someone_is_one_press_away(person: Person) -> None:
    person.click("When to see someone")
    assert person.page is Page.GUIDE
    assert not person.in_session
    assert person.kept.sets[0].outcome is not None


def test_the_mouse_does_it_all_too(person: Person) -> None:
    person.click("Right knee")
    person.click("How much does it hurt? 10 of 10")
    person.click("Skip it for today")
    assert [(entry.knee, entry.score) for entry in told(person)] == [(Side.RIGHT, 10)]
    assert person.title == "Standing calf stretch"
