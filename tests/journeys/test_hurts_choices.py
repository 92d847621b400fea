"""Each choice does what it says from that rep on, is told afterwards, and can be undone."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision, Moment, PainLimits, PainRule
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.commands import exported, planned, said, status
from tests.support.window import Person

QUAD, LIFT, WALL = "quad-stretch", "straight-leg-lift", "wall-slide"
ZONE = timezone(timedelta(hours=1))


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in the second rep of the first leg lift, on the left."""
    person = sit_down()
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    person.wait(5 + 7 + 3)
    return person


def where(person: Person) -> tuple[str, str, str, str]:
    view = person.run.view
    return person.title, view.stage.side.text(), view.sets.accessibleName(), view.rep.text()


def decided(person: Person) -> list[Decision | None]:
    return [entry.decision for entry in person.kept.pain if entry.moment is Moment.DURING]


def fewer(person: Person) -> None:
    assert where(person)[3] == "Rep 2 of 10"
    person.press("Esc")
    print([(r.planned_reps, r.reps, r.set, r.side) for r in person.kept.of(LIFT)])
    assert "1 of 80 reps" in person.read(), "what was planned stays planned"


def side(person: Person) -> None:
    assert where(person)[:2] == ("Straight leg lift", "RIGHT LEG")


def gone(person: Person) -> None:
    assert person.title == "Standing calf stretch"


@pytest.mark.parametrize("hand", ["keys", "mouse"])
@pytest.mark.parametrize(
    "key, name, decision, check",
    [
        ("F", "Fewer reps: 10 instead of 20", Decision.LESS, fewer),
        ("K", "Skip the left leg", Decision.SKIP_SIDE, side),
        ("T", "Skip it for today", Decision.SKIP_TODAY, gone),
        ("O", "Skip it until I turn it on", Decision.SKIP_OPEN, gone),
    ],
)
def test_a_choice_and_the_way_back(
    person: Person,
    hand: str,
    key: str,
    name: str,
    decision: Decision,
    check: Callable[[Person], None],
) -> None:
    def choose() -> None:
        person.press("H", "4", key) if hand == "keys" else click_through(person, name)

    was, before = where(person), exported(person.path, person.clock)
    choose()
    assert decided(person) == [decision]
    person.press("U") if hand == "keys" else person.click(person.run.view.undo)
    assert where(person) == was
    assert person.word == "PAUSED"
    after = exported(person.path, person.clock)
    for table in ("choices", "skips", "courses", "sets"):
        assert after[table] == before[table]
    assert decided(person) == [None]
    person.clock.advance(1)
    choose()
    assert decided(person) == [None, decision]
    check(person)


def click_through(person: Person, name: str) -> None:
    person.click("This hurts")
    person.click("How much does it hurt? 4 of 10")
    person.click(name)


def test_an_easier_version(person: Person) -> None:
    person.press("Shift+Left", "Shift+Left", "Shift+Left")
    assert person.title == "Standing quad stretch"
    person.wait(5 + 8)
    person.press("H", "4", "V")
    assert person.title == "Standing quad stretch: Lying on your belly"
    assert variant(person, QUAD) != ""
    person.press("U")
    assert person.title == "Standing quad stretch"
    assert variant(person, QUAD) == ""
    person.clock.advance(1)
    person.press("H", "4", "V")
    person.play_on(lambda: person.press("Space"))
    assert "Lying on your belly" in person.read()
    assert "Left knee: 4 of 10 · easier version" in person.read()


def variant(person: Person, exercise: str) -> str:
    items = person.kept.sessions[-1].prescription.exercises
    return next(item.variant for item in items if item.exercise == exercise)


def test_a_shorter_hold(person: Person) -> None:
    person.press("Shift+Left", "Shift+Left", "Shift+Left")
    person.wait(5 + 3)
    assert person.digits == 12
    person.press("H", "4", "F")
    person.wait(3)
    assert person.digits <= 8
    person.wait(8)
    (row,) = [row for row in person.kept.of(QUAD) if row.outcome is Outcome.DONE]
    assert row.seconds == 3 + 8, "the hold that ran starts over, and what was held counts"
    person.wait(5 + 8)
    second = [row for row in person.kept.of(QUAD) if row.outcome is Outcome.DONE][-1]
    assert (second.planned_seconds, second.seconds) == (15, 8), "planned stays planned"


def test_both_legs_together_have_no_side_to_skip(person: Person) -> None:
    person.press(*["Shift+Right"] * 4)
    assert person.title == "Wall slide"
    person.wait(5 + 3)
    person.press("H")
    assert not person.can_see("Skip the")
    person.press("K")
    assert "This hurts" in person.read(), "the key does nothing"


def test_the_doctors_card_comes_first_and_other_choices_stay(person: Person) -> None:
    person.press("H", "7", "W")
    assert "Please stop for today" in person.read()
    person.press("C")
    assert person.can_see("Skip it for today")
    person.press("T")
    (entry,) = [entry for entry in person.kept.pain if entry.moment is Moment.DURING]
    assert (entry.score, entry.locking, entry.decision) == (7, True, Decision.SKIP_TODAY)
    assert "swelling, locking or giving way" in exported_words(person)


def exported_words(person: Person) -> str:
    person.press("Esc")
    person.click("Log")
    return person.read().lower()


def test_the_end_with_the_mouse_only_from_the_doctors_card(person: Person) -> None:
    person.click("This hurts")
    person.click("Sharp pain")
    person.click("End the session")
    assert person.page is Page.SUMMARY
    assert status(person.path, person.clock)["hurts"][0]["sharp"] is True


@pytest.mark.parametrize(
    "score, first", [("2", "Go on"), ("4", "Fewer reps"), ("6", "Skip it for today")]
)
def test_the_persons_own_limits_put_another_choice_first(
    person: Person, score: str, first: str
) -> None:
    assert person.program.case is not None
    case = person.program.case
    limits = PainLimits(rule=PainRule.MONITORING)
    case.save(replace(case.settings, pain=limits))
    person.press("H", score)
    person.press("Return")
    wanted = {"Go on": Decision.GO_ON, "Fewer reps": Decision.LESS}
    assert decided(person) == [wanted.get(first, Decision.SKIP_TODAY)]


def test_after_midnight_it_still_belongs_to_the_evening(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down(clock=FakeClock(datetime(2026, 3, 2, 23, 59, 30, tzinfo=ZONE)))
    person.click("Start")
    person.press("3", "Return")
    person.wait(5 + 15 + 20)
    assert person.clock.now().day == 3
    person.press("H", "4", "D", "1", "Esc")
    person.press("5")
    person.click("Done")
    assert {entry.when.day.day for entry in person.kept.pain} == {2}
    (off,) = status(person.path, person.clock)["skipped"]
    assert (off["since"], off["until"]) == ("2026-03-02", "2026-03-09")
    assert person.can_see("Resume"), "it is the same day until four"
    person.sleep_over(0, hour=3)
    assert person.can_see("Resume")
    person.sleep_over(0, hour=4)
    assert not person.can_see("Resume")
    assert "How is the left knee this morning?" in person.read()


def test_a_session_over_four_in_the_morning(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down(clock=FakeClock(datetime(2026, 3, 3, 3, 59, 30, tzinfo=ZONE)))
    person.click("Start")
    person.press("Return")
    person.wait(5 + 15 + 20)
    assert person.clock.now().hour == 4
    person.press("H", "4", "O")
    person.press("H", "5", "K")
    person.press("U")
    person.press("Esc")
    assert person.page is Page.SUMMARY
    assert "4 of 10" in person.read()
    person.click("Done")
    (off,) = status(person.path, person.clock)["skipped"]
    assert off["exercise"] == QUAD
    assert QUAD not in planned(person.path, person.clock)


@pytest.mark.parametrize("speed", [0.5, 60.0, 1000.0])
def test_at_another_speed(sit_down: SitDown, welcomed: Path, speed: float) -> None:
    person = sit_down(clock=FakeClock(speed=speed))
    person.click("Start")
    person.press("Return")
    person.press("H", "4", "K")
    assert person.run.view.stage.side.text() == "RIGHT LEG"
    person.press("H", "4", "O", "Esc")
    assert status(person.path, person.clock)["skipped"][0]["exercise"] == QUAD
    assert status(person.path, person.clock)["last_session"]["speed"] == speed


def test_in_the_demo(sit_down: SitDown) -> None:
    person = sit_down(demo=True)
    person.click("Start")
    person.press("Return")
    person.wait(6)
    person.press("H", "4", "O", "Esc")
    person.click("Done")
    assert "hurt 4 with the left leg" in person.read()
    assert "made-up history" in said(person.path, person.clock, "status")
    person.click("Programme")
    person.click("Restore the article's programme")
    assert status(person.path, person.clock)["skipped"] == []
    person.click("Log")
    person.click("Trends")
