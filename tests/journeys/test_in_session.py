"""What a person can do to a running session, and what is kept of it."""

from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.window import Person


def begin(sit_down: SitDown) -> Person:
    """Start today's session without an answer about pain, and get ready for the first set."""
    person = sit_down()
    person.click("Start")
    person.press("Return")
    assert person.word == "GET READY"
    return person


def go_to_exercise(person: Person, title: str) -> None:
    """Skip exercises until one of that title is on."""
    for _place in range(10):
        if person.title == title:
            return
        person.press("Shift+Right")
    raise AssertionError(f"{title} never comes")


def test_a_pause_is_real_and_the_way_back_is_counted_in(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    person.wait(5 + 4)
    assert (person.word, person.digits) == ("HOLD", 11)
    person.press("Space")
    assert person.word == "PAUSED"
    person.wait(300)
    assert (person.word, person.digits) == ("PAUSED", 11)
    person.press("Space")
    assert (person.word, person.digits) == ("IN POSITION", 3)
    person.wait(3)
    assert (person.word, person.digits) == ("HOLD", 11)
    person.wait(11)
    assert person.word == "SWITCH SIDES"
    assert [(row.side, row.set, row.seconds) for row in person.kept.done] == [(Side.LEFT, 1, 15.0)]


def test_skip_back_and_again(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    person.wait(5 + 6)
    person.press("Right")  # six seconds of the first set are done
    assert person.word == "SWITCH SIDES"
    person.press("Right")
    assert (person.word, person.run.view.stage.side.text()) == ("IN POSITION", "RIGHT LEG")
    person.press("Left", "Left")  # to the switch, and on to the set before it
    assert person.run.view.stage.side.text() == "LEFT LEG"
    person.wait(3 + 15)
    person.press("R")  # between sets: the one just done
    assert (person.word, person.digits) == ("IN POSITION", 3)
    person.wait(3 + 4)
    person.press("Esc")
    left = [row for row in person.kept.of("quad-stretch") if row.side is Side.LEFT]
    first = [(row.attempt, row.seconds, row.outcome) for row in left if row.set == 1]
    assert first == [
        (1, 6.0, Outcome.PARTIAL),
        (2, 15.0, Outcome.DONE),
        (3, 4.0, Outcome.PARTIAL),
    ]
    assert "You did 1 of 33 sets" in person.read()
    assert "15 of 60 s of holding" in person.read()


def test_ten_seconds_more_and_less(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    person.wait(5 + 3)
    person.press("+")
    assert person.digits == 22
    person.press("-")
    assert person.digits == 12
    person.press("+")
    person.wait(22)
    assert person.word == "SWITCH SIDES"
    (row,) = person.kept.done
    assert (row.planned_seconds, row.seconds) == (15.0, 25.0)


def test_a_skipped_exercise_is_taken_up_again(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    person.press("Shift+Right")
    assert person.title == "Standing hip flexor stretch"
    person.press("Shift+Right")
    assert {row.outcome for row in person.kept.of("quad-stretch")} == {Outcome.SKIPPED}
    person.click(person.run.view.segments, at=0.01)
    assert person.title == "Standing quad stretch"
    person.wait(5 + 15)
    person.press("Shift+Left", "Shift+Left")
    assert person.title == "Standing quad stretch"
    done = person.kept.done
    assert [(row.exercise, row.side, row.attempt) for row in done] == [
        ("quad-stretch", Side.LEFT, 2)
    ]


def test_that_is_enough_counts_an_up_to_dose(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    go_to_exercise(person, "Clam")
    assert not person.can_see("That is enough")
    person.wait(5 + 4 * 7)
    person.click("That is enough")
    assert person.word == "SWITCH SIDES"
    person.press("Right")
    person.wait(3 + 2 * 7)
    person.press("E")
    rows = [(row.side, row.reps, row.planned_reps, row.seconds) for row in person.kept.done]
    assert rows == [(Side.LEFT, 4, 15, 8.0), (Side.RIGHT, 2, 15, 4.0)]


def test_a_fixed_dose_is_not_enough_before_its_end(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    person.wait(5 + 3)
    person.press("E")
    assert (person.word, person.digits) == ("HOLD", 12)
    assert person.kept.done == []


def test_the_summary_adds_up_to_what_was_shown(sit_down: SitDown, welcomed: Path) -> None:
    person = begin(sit_down)
    person.wait(5 + 15 + 5 + 15)  # the first stretch, once on each side
    go_to_exercise(person, "Straight leg lift")
    person.wait(5 + 3 * 7)
    assert person.run.view.rep.text() == "Rep 4 of 20"
    person.wait(3)
    assert person.word == "HOLD"
    person.press("Esc")
    assert person.page is Page.SUMMARY
    assert "You did 2 of 33 sets" in person.read()
    kept = person.kept
    assert len(kept.done) == 2
    lifted = kept.of("straight-leg-lift")[0]
    assert (lifted.reps, lifted.seconds) == (3, 7.0)
    assert sum(row.seconds for row in kept.sets) == 30 + 7


def test_a_setting_lets_the_clock_wait_before_each_set(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Settings")
    person.click("Before each set")
    person.click("Today")
    person.click("Start")
    person.press("Return")
    assert person.word == "SPACE TO GO"
    person.press("Space")
    person.wait(5 + 15 + 5)
    assert person.word == "SPACE TO GO"
    person.wait(100)
    person.press("Space")
    assert person.word == "IN POSITION"
    person.wait(3)
    assert person.word == "HOLD"


@pytest.mark.parametrize("speed, heard", [(1.0, True), (4.0, True), (120.0, False)])
def test_sound_is_started_where_something_will_be_heard(
    sit_down: SitDown, welcomed: Path, speed: float, heard: bool
) -> None:
    person = sit_down(clock=FakeClock(speed=speed))
    person.click("Start")
    assert person.program.surroundings.sounding.is_open is heard
