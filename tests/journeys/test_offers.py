"""What was skipped or left for later is offered before the session ends."""

from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.window import Person

OFFER = "Space: do it now. Right: leave it out."


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody who does the hip flexor stretch, and skips everything else."""
    person = sit_down()
    person.click("Start")
    person.press("Return", "Shift+Right")
    person.wait(5 + 10 + 5 + 10)  # both sides
    for _place in range(8):
        person.press("Shift+Right")
    return person


def test_the_first_that_was_skipped_is_offered(person: Person) -> None:
    assert (person.title, person.word) == ("Standing quad stretch", "SKIPPED")
    assert person.run.view.next.text() == OFFER
    assert person.can_see("Do it now")
    person.wait(600)
    assert person.word == "SKIPPED", "the offer stands"


def test_it_is_done_after_all_from_the_floor(person: Person) -> None:
    person.press("F11", "Space")
    assert person.word == "GET READY"
    person.wait(5 + 15)
    assert [row.attempt for row in person.kept.done if row.exercise == "quad-stretch"] == [2]


def test_a_remote_declines_one_after_the_other_to_the_summary(person: Person) -> None:
    offered = []
    while person.in_session:
        offered.append(person.title)
        person.press("PgDown")
    assert len(offered) == len(set(offered)) == 9
    assert "Standing hip flexor stretch" not in offered
    assert person.page is Page.SUMMARY
    assert "You did 2 of 33 sets" in person.read()


def test_leaving_from_an_offer_keeps_what_was_done(person: Person) -> None:
    person.press("Esc")
    assert person.page is Page.SUMMARY
    assert len(person.kept.done) == 2


def test_what_hurts_is_not_offered_again(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.press("Return", "H", "5", "T")
    assert person.title == "Standing hip flexor stretch"
    for _place in range(9):
        person.press("Shift+Right")
    assert (person.title, person.word) == ("Standing hip flexor stretch", "SKIPPED")
    assert {row.outcome for row in person.kept.of("quad-stretch")} == {Outcome.SKIPPED}
