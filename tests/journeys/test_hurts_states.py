"""H at every moment of a session: it stops the clock, asks, and the session goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.records import PainEntry
from tests.journeys.conftest import SitDown
from tests.support.window import Person

Come = Callable[[Person], object]


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody who gets ready for the first set."""
    person = sit_down()
    person.click("Start")
    person.press("Return")
    return person


def to_lift(person: Person, seconds: float) -> None:
    """So far into the leg lifts."""
    person.press("Shift+Right", "Shift+Right")
    person.wait(seconds)


MOMENTS: dict[str, tuple[Come, str, str]] = {
    # how to come there, the word that is shown then, what the panel is about
    "get ready": (lambda p: p.wait(2), "GET READY", "Standing quad stretch, left leg, set 1"),
    "hold": (lambda p: p.wait(5 + 3), "HOLD", "Standing quad stretch, left leg, set 1"),
    "switch": (
        lambda p: p.wait(5 + 15 + 2),
        "SWITCH SIDES",
        "Standing quad stretch, left leg, set 1",
    ),
    "rest in an exercise": (
        lambda p: (p.press(*["Shift+Right"] * 3), p.wait(5 + 15 + 10)),
        "REST",
        "Standing calf stretch, left leg, set 1 of 3",
    ),
    "rest between exercises": (
        lambda p: p.wait(5 + 4 * 15 + 3 * 5 + 4),
        "REST",
        "Standing quad stretch, right leg, set 2",
    ),
    "go": (lambda p: to_lift(p, 5 + 1), "GO", "Straight leg lift, left leg, set 1 of 2, rep 1"),
    "return": (
        lambda p: to_lift(p, 5 + 5),
        "RETURN",
        "Straight leg lift, left leg, set 1 of 2, rep 1",
    ),
    "paused": (
        lambda p: (p.wait(5 + 3), p.press("Space")),
        "PAUSED",
        "Standing quad stretch, left leg, set 1",
    ),
    "counting back in": (
        lambda p: (p.wait(5 + 3), p.press("Space", "Space")),
        "IN POSITION",
        "Standing quad stretch, left leg, set 1",
    ),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_at_any_moment(person: Person, moment: str) -> None:
    come, word, about = MOMENTS[moment]
    come(person)
    assert person.word == word
    title, is_over = person.title, moment == "rest between exercises"
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
