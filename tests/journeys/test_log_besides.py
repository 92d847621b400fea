"""What is done besides the programme, told in the Log by keyboard and by mouse."""

from pathlib import Path

import pytest

from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.gui.views.log import LogView
from rehabtimer.gui.views.log_activity import ActivityEntry
from rehabtimer.storage.store import Store
from tests.journeys.conftest import SitDown
from tests.support.window import Person, child


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before an empty Log."""
    person = sit_down()
    person.open_page("Log")
    person.press("Space")
    return person


def workouts(person: Person) -> list[Workout]:
    with Store.open(person.path, read_only=True) as store:
        return store.workouts.between(None, person.clock.now().date())


def totals(person: Person) -> list[TotalScore]:
    with Store.open(person.path, read_only=True) as store:
        return store.total_scores.between(None, person.clock.now().date())


def test_a_run_with_keys_only_and_undo(person: Person) -> None:
    person.choose(("Pain", "Activity", "Total score"), "Activity")
    person.tab_to("Running")
    person.press("Space")
    person.tab_to("Minutes")
    person.type("27")
    person.tab_to("Distance in km")
    person.type("4,5")
    person.press("Return")
    (run,) = workouts(person)
    assert (run.sport, run.minutes, run.metres) == (Sport.RUNNING, 27, 4_500)
    assert "Running: 4.5 km, 27 min" in person.read()
    person.tab_to("Undo")
    person.press("Space")
    assert workouts(person) == []


def test_in_miles_with_the_mouse_only(person: Person) -> None:
    person.click("Settings")
    person.click("Miles")
    person.click("Log")
    person.click("Activity")
    person.click("Running")
    child(person.window, LogView).entry.activity.distance.field.setFocus()
    person.type("3.1")
    person.click("Stretched and warmed up before and after it")
    person.click("Keep it")
    (run,) = workouts(person)
    assert (run.metres, run.warmed_up) == (4_989, True)
    assert "Running: 3.1 miles" in person.read()
    person.click("Settings")
    person.click("Kilometres")
    person.click("Log")
    assert "Running: 4.989 km" in person.read()


def test_a_total_and_a_reliever(person: Person) -> None:
    person.click("Total score")
    person.tab_to("Name of the questionnaire")
    person.type("AKPS")
    person.tab_to("Your total")
    person.type("78")
    person.press("Return")
    assert [(each.name, each.value) for each in totals(person)] == [("AKPS", 78)]
    person.click("Took a pain reliever today")
    assert "Pain reliever taken" in person.read()
    person.sleep_over()
    assert not person.find("Took a pain reliever today").isChecked()
    assert "Pain reliever taken" in person.read()


def test_an_entry_changed_by_hand_says_so_at_the_next_start(
    person: Person, sit_down: SitDown
) -> None:
    person.click("Activity")
    person.click("Yoga")
    person.tab_to("Minutes")
    person.type("30")
    person.press("Return")
    person.click("Edit: Yoga: 30 min")
    edited = child(person.window, LogView).edited
    assert isinstance(edited, ActivityEntry)
    person.click(edited.sports.buttons["walking"])
    person.click("Keep the change")
    person.leave()
    again = sit_down()
    again.click("Log")
    assert "Walking: 30 min" in again.read()
    assert "changed by hand" in again.read()
