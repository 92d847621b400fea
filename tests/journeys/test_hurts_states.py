"""H at every moment of a session: it stops the clock, asks, and the session goes on."""

from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.records import PainEntry
from tests.journeys.conftest import SitDown
from tests.support.window import Person

Keys = tuple[str, ...]


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody who gets ready for the first set."""
    person = sit_down()
    person.click("Start")
    person.press("Return")
    return person


SWITCHED = 5 + 15 + 2
BETWEEN = 5 + 4 * 15 + 3 * 5 + 4
LIFT = ("Shift+Right",) * 2
CALF = ("Shift+Right",) * 3
LEFT_1 = "Standing quad stretch, left leg, set 1"
REP_1 = "Straight leg lift, left leg, set 1 of 2, rep 1"

# Keys and seconds to come there, more keys, the word that is shown then, what the panel is about.
MOMENTS: dict[str, tuple[Keys, float, Keys, str, str]] = {
    "get ready": ((), 2, (), "GET READY", LEFT_1),
    "hold": ((), 5 + 3, (), "HOLD", LEFT_1),
    "switch": ((), SWITCHED, (), "SWITCH SIDES", LEFT_1),
    "rest": (CALF, 5 + 15 + 10, (), "REST", "Standing calf stretch, left leg, set 1 of 3"),
    "between": ((), BETWEEN, (), "REST", "Standing quad stretch, right leg, set 2"),
    "go": (LIFT, 5 + 1, (), "GO", REP_1),
    "return": (LIFT, 5 + 5, (), "RETURN", REP_1),
    "paused": ((), 5 + 3, ("Space",), "PAUSED", LEFT_1),
    "counting in": ((), 5 + 3, ("Space", "Space"), "IN POSITION", LEFT_1),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_at_any_moment(person: Person, moment: str) -> None:
    keys, seconds, more, word, about = MOMENTS[moment]
    person.press(*keys)
    person.wait(seconds)
    person.press(*more)
    assert person.word == word
    title, is_over = person.title, moment == "between"
    person.press("H")
    assert about in person.read()
    assert person.can_see("Skip it for today") is not is_over
    person.wait(60)
    assert person.word == "PAUSED"
    person.press("3", "G")
    assert_goes_on(person)
    person.press("H", "4", "O")
    assert_goes_on(person)
    assert person.title != title or is_over
    person.press("U")
    assert (person.title, person.word) == (title, "PAUSED")
    assert [entry.decision for entry in told(person)] == [Decision.GO_ON, None]
    person.press("H", "5", "E")
    assert not person.in_session
    assert [entry.score for entry in told(person)] == [3, 4, 5]
    assert "ended the session" in person.read()


def assert_goes_on(person: Person) -> None:
    assert "This hurts" not in person.read()
    assert person.word != "PAUSED"
    left = person.digits
    person.wait(1)
    assert person.digits < left


def told(person: Person) -> list[PainEntry]:
    return [entry for entry in person.kept.pain if entry.moment is Moment.DURING]


def test_while_the_clock_waits(person: Person) -> None:
    person.press("Esc")
    person.click("Settings")
    person.click("Before each set")
    person.click("Today")
    person.click("Start")
    person.press("Return")
    assert person.word == "SPACE TO GO"
    person.press("H", "2", "G")
    assert person.word == "SPACE TO GO", "it still waits"
    person.press("H", "2", "T")
    assert person.title == "Standing hip flexor stretch"
    assert person.word == "SPACE TO GO"


def test_where_a_skipped_exercise_is_offered_again(person: Person) -> None:
    person.press("Shift+Right")
    person.press(*["Shift+Right"] * 9)
    assert person.word == "SKIPPED"
    person.press("H", "5", "O")
    assert person.in_session
    assert (person.title, person.word) == ("Standing hip flexor stretch", "SKIPPED")
    person.press("U")
    assert (person.title, person.word) == ("Standing quad stretch", "PAUSED")
    person.press("Space")
    person.wait(5 + 15)
    person.press("Shift+Right")
    person.play_on(lambda: person.press("Right"))
    assert "You did 1 of 33 sets" in person.read()


def test_with_the_small_timer_open(person: Person) -> None:
    person.wait(5 + 3)
    person.press("T")
    mini = person.program.surroundings.mini
    assert mini.isVisible()
    person.window.showNormal()
    person.press("H")
    assert "This hurts" in person.read()
    person.press("4", "T")
    assert person.title == "Standing hip flexor stretch"


def test_two_keys_are_enough_on_the_floor(person: Person) -> None:
    person.wait(5 + 3)
    person.press("F11", "H", "Return")
    assert person.window.isFullScreen()
    assert person.title == "Standing hip flexor stretch"
    assert person.word == "GET READY"
    (entry,) = told(person)
    assert (entry.score, entry.decision) == (None, Decision.SKIP_TODAY)
    person.press("U")
    assert person.title == "Standing quad stretch"
    assert person.window.isFullScreen()


def test_h_is_not_heard_before_the_session_begins(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.press("H")
    assert "This hurts" not in person.read()
    person.press("Return")
    assert person.word == "GET READY"
