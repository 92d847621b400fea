"""What hurts is skipped for longer, Today says why, and it comes back with its score kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.commands import exported, planned, said, status
from tests.support.window import Person

LIFT = "straight-leg-lift"
WHY = "Skipped since 2 Mar: hurt 4 with the left leg"


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in the seventh rep of the first leg lift, on the left."""
    person = sit_down()
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    person.wait(5 + 6 * 7 + 1)
    assert person.run.view.rep.text() == "Rep 7 of 20"
    return person


def test_until_it_is_turned_on_with_keys_only(person: Person, sit_down: SitDown) -> None:
    person.press("H", "4", "O", "Esc")
    assert "Left knee: 4 of 10 · skipped until turned on" in person.read()
    person.leave()
    person = next_morning(sit_down, person)
    it_is_off_and_says_why(person)
    person.tab_to("Try again: Straight leg lift")
    person.press("Space")
    it_is_back(person)
    person.tab_to("Undo")
    person.press("Space")
    it_is_off_and_says_why(person)
    person.tab_to("Try again: Straight leg lift")
    person.press("Space")
    it_is_back(person)
    person.tab_to("Start")
    person.press("Space", "Return")
    assert "Straight leg lift" in person.run.view.segments.accessibleName()


def test_until_it_is_turned_on_with_the_mouse_only(person: Person, sit_down: SitDown) -> None:
    person.click("This hurts")
    person.click("How much does it hurt? 4 of 10")
    person.click("Skip it until I turn it on")
    person.click("Leave")
    person.leave()
    person = next_morning(sit_down, person)
    it_is_off_and_says_why(person)
    person.click("Start")
    person.click("Start  Enter")
    assert "Straight leg lift" not in person.run.view.segments.accessibleName()
    person.click("Leave")
    person.click("Done")
    person.click("Try again: Straight leg lift")
    it_is_back(person)
    person.click("Programme")
    person.click("Details: Straight leg lift")
    person.click("Open its page")
    assert "2 Mar: skipped until it is turned on again. It hurt 4 of 10." in person.read()
    assert "Turned on again on 3 Mar" in person.read()


def test_it_hurts_again_when_it_is_tried(person: Person, sit_down: SitDown) -> None:
    person.press("H", "4", "O", "Esc")
    person.leave()
    person = next_morning(sit_down, person)
    person.click("Try again: Straight leg lift")
    person.click("Start")
    person.press("Return", "Shift+Right", "Shift+Right")
    person.wait(5 + 7)
    person.press("H", "6", "O", "Esc")
    person.click("Done")
    assert "Skipped since 3 Mar: hurt 6 with the left leg" in person.read()
    (off,) = status(person.path, person.clock)["skipped"]
    assert (off["score"], off["since"]) == (6, "2026-03-03")
    assert off["tried"] == [{"on": "2026-03-03", "worst": 6, "hurt": True, "done": True}]
    person.click("Programme")
    assert "Tried again on 3 Mar: it hurt 6." in person.read()
    kept = exported(person.path, person.clock)["skips"]
    assert {(skip["score"], skip["tried_on"]) for skip in kept} == {(4, "2026-03-03"), (6, None)}


def test_until_a_date_it_comes_back_by_itself(person: Person, sit_down: SitDown) -> None:
    person.press("H", "4", "D", "Return")
    assert person.can_see("Straight leg lift: skipped until 9 Mar")
    person.press("Esc")
    person.click("Done")
    person.sleep_over(6)
    assert f"{WHY} · back on 9 Mar" in person.read()
    assert LIFT not in planned(person.path, person.clock)
    assert LIFT in planned(person.path, person.clock, "--date", "2026-03-09")
    (off,) = status(person.path, person.clock)["skipped"]
    assert (off["reach"], off["until"]) == ("until", "2026-03-09")
    person.sleep_over(1)
    assert "Skipped since" not in person.read()
    assert LIFT in planned(person.path, person.clock)
    assert status(person.path, person.clock)["skipped"] == []
    person.click("Start")
    assert "Straight leg lift" in person.run.view.segments.accessibleName()
    (skip,) = exported(person.path, person.clock)["skips"]
    assert (skip["score"], skip["until"], skip["tried_on"]) == (4, "2026-03-09", "2026-03-09")


def test_until_a_date_of_ones_own_with_the_mouse(person: Person) -> None:
    person.click("This hurts")
    person.click("Skip it until a date")
    person.click("2 weeks: back on")
    person.click("Leave")
    person.click("Done")
    assert "Skipped since 2 Mar: it hurt · back on 16 Mar" in person.read()


def test_until_a_date_of_ones_own_with_keys(person: Person) -> None:
    person.press("H", "4", "D")
    person.tab_to("Another date")
    person.press("Up", "Return")
    person.press("Esc")
    (off,) = status(person.path, person.clock)["skipped"]
    back = date.fromisoformat(off["until"])
    assert date(2026, 3, 2) < back <= date(2027, 3, 2)
    assert LIFT in planned(person.path, person.clock, "--date", off["until"])
    day_before = (back - timedelta(days=1)).isoformat()
    assert LIFT not in planned(person.path, person.clock, "--date", day_before)


def test_turned_off_on_the_programme_it_is_the_persons_own_choice(person: Person) -> None:
    person.press("Esc")
    person.open_page("Programme")
    person.tab_to("Straight leg lift: on")
    person.press("Space")
    person.open_page("Today")
    assert "Off since 2 Mar: your own choice" in person.read()
    assert LIFT not in planned(person.path, person.clock)
    assert "Straight leg lift: turned off since 2 Mar" in said(person.path, person.clock, "status")


def test_the_log_offers_to_try_again_after_a_calm_week(person: Person) -> None:
    person.press("H", "4", "O", "Esc")
    person.click("Done")
    for _day in range(6):
        person.sleep_over(1)
        person.click("Log pain")
        person.press("2")
        person.click("Keep it")
        person.click("Today")
        assert "Try again? Straight leg lift" not in person.read()
    person.sleep_over(1)
    assert "Try again? Straight leg lift" in person.read()
    assert "Your log shows 7 days with no pain above 2." in person.read()
    assert status(person.path, person.clock)["skipped"][0]["can_try_again"]
    person.click("Not yet")
    assert "Try again? Straight leg lift" not in person.read()
    person.click("Undo")
    person.click("Try again")
    assert "Straight leg lift is back in the session." in person.read()


def next_morning(sit_down: SitDown, person: Person) -> Person:
    """The program is opened anew on the next day."""
    person.sleep_over()
    return sit_down(clock=person.clock)


def it_is_off_and_says_why(person: Person) -> None:
    assert person.page is Page.TODAY
    assert WHY in person.read()
    assert LIFT not in planned(person.path, person.clock)
    assert "Straight leg lift: skipped since 2 Mar, hurt 4 with the left leg" in said(
        person.path, person.clock, "plan"
    )
    (off,) = status(person.path, person.clock)["skipped"]
    assert (off["exercise"], off["side"], off["score"]) == (LIFT, "left", 4)
    assert (off["since"], off["reach"], off["until"]) == ("2026-03-02", "open", None)
    (skip,) = exported(person.path, person.clock)["skips"]
    assert (skip["score"], skip["tried_on"]) == (4, None)


def it_is_back(person: Person) -> None:
    assert "Straight leg lift is back in the session." in person.read()
    assert WHY not in person.read()
    assert LIFT in planned(person.path, person.clock)
    assert status(person.path, person.clock)["skipped"] == []
    (skip,) = exported(person.path, person.clock)["skips"]
    assert (skip["score"], skip["side"], skip["tried_on"]) == (4, "left", "2026-03-03")
