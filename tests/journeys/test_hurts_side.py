"""It hurts at rep 7 of the left leg; that side is skipped, and the right leg still comes."""

from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.commands import exported, planned, said, status
from tests.support.window import Person

LIFT = "straight-leg-lift"
TO_REP_7 = 5 + 6 * 7 + 1


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before Today."""
    return sit_down()


def test_with_keys_only(person: Person) -> None:
    person.tab_to("Start")
    person.press("Space", "Return", "Shift+Right", "Shift+Right")
    come_to_rep_7(person)
    person.press("H", "4", "K")
    the_right_leg_comes(person)
    person.play_on(lambda: person.press("Space"))
    it_is_all_told(person)
    person.tab_to("Done")
    person.press("Space")
    assert person.page is Page.TODAY
    the_next_session_has_both_legs(person)


def test_with_the_mouse_only(person: Person) -> None:
    person.click("Start")
    person.click("Start  Enter")
    person.click(person.run.view.segments, at=0.25)
    come_to_rep_7(person)
    person.click("This hurts")
    person.click("How much does it hurt? 4 of 10")
    person.click("Skip the left leg")
    the_right_leg_comes(person)
    person.play_on(lambda: person.click("Do it now"))
    it_is_all_told(person)
    person.click("Done")
    the_next_session_has_both_legs(person)


def test_the_leg_comes_back_with_all_its_reps(person: Person) -> None:
    """Undone in time, the record is what it would have been."""
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    come_to_rep_7(person)
    person.press("H", "4", "K")
    the_right_leg_comes(person)
    person.press("U")
    assert (person.run.view.stage.side.text(), person.word) == ("LEFT LEG", "PAUSED")
    assert person.run.view.rep.text() == "Rep 7 of 20"
    assert exported(person.path, person.clock)["skips"] == []
    person.press("Space")
    person.wait(3 + 14 * 7 + 5)
    row = next(row for row in person.kept.of(LIFT) if row.outcome is Outcome.DONE)
    assert (row.side, row.set, row.reps, row.attempt) == (Side.LEFT, 1, 20, 1)
    assert status(person.path, person.clock)["skipped_then"] == []


def test_the_other_side_can_be_skipped_too(person: Person) -> None:
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    come_to_rep_7(person)
    person.press("H", "4", "K")
    person.wait(5 + 7)
    person.press("H", "6", "K")
    assert person.title == "Standing calf stretch", "nothing is left of it"
    skips = exported(person.path, person.clock)["skips"]
    assert {(skip["side"], skip["score"], skip["reach"]) for skip in skips} == {
        ("left", 4, "side"),
        ("right", 6, "side"),
    }
    assert {row.outcome for row in person.kept.of(LIFT)} == {Outcome.PARTIAL, Outcome.SKIPPED}


def come_to_rep_7(person: Person) -> None:
    assert person.title == "Straight leg lift"
    person.wait(TO_REP_7)
    assert person.run.view.rep.text() == "Rep 7 of 20"
    assert person.run.view.stage.side.text() == "LEFT LEG"


def the_right_leg_comes(person: Person) -> None:
    assert person.title == "Straight leg lift"
    assert (person.run.view.stage.side.text(), person.word) == ("RIGHT LEG", "GET READY")
    assert person.can_see("Straight leg lift: left leg skipped")


def it_is_all_told(person: Person) -> None:
    assert person.page is Page.SUMMARY
    assert "46 of 80 reps, 92 of 160 s of holding" in person.read()
    assert "2 of 4 sets. Left knee: 4 of 10 · left leg skipped" in person.read()
    of_lift = {(row.side, row.set): row for row in person.kept.of(LIFT)}
    assert {leg: (row.reps, row.outcome) for leg, row in of_lift.items()} == {
        (Side.LEFT, 1): (6, Outcome.PARTIAL),
        (Side.RIGHT, 1): (20, Outcome.DONE),
        (Side.LEFT, 2): (0, Outcome.SKIPPED),
        (Side.RIGHT, 2): (20, Outcome.DONE),
    }
    (entry,) = [entry for entry in person.kept.pain if entry.moment is Moment.DURING]
    assert (entry.knee, entry.score, entry.decision) == (Side.LEFT, 4, Decision.SKIP_SIDE)
    assert (entry.exercise, entry.side, entry.set, entry.rep) == (LIFT, Side.LEFT, 1, 7)

    where = {"exercise": LIFT, "side": "left", "score": 4}
    answer = status(person.path, person.clock)
    assert answer["skipped"] == [], "it was only this side, and only today"
    assert answer["skipped_then"] == [where | {"reach": "side", "until": None}]
    assert answer["hurts"][0].items() >= (where | {"rep": 7, "decision": "skip-side"}).items()
    assert "Straight leg lift hurt 4 (left knee, left leg)" in said(
        person.path, person.clock, "status"
    )
    tables = exported(person.path, person.clock)
    assert [skip["reach"] for skip in tables["skips"]] == [Reach.SIDE]
    assert [row["decision"] for row in tables["pain"]] == ["skip-side"]


def the_next_session_has_both_legs(person: Person) -> None:
    assert LIFT in planned(person.path, person.clock)
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    assert (person.title, person.run.view.stage.side.text()) == ("Straight leg lift", "LEFT LEG")
