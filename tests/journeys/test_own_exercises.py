"""An exercise of one's own: written, done, changed, deleted with its history kept, undone."""

from pathlib import Path

import pytest

from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.exercise_form import ExerciseFormView
from rehabtimer.paths import own_folder
from rehabtimer.presenters.exercise_draft import Field
from tests.journeys.conftest import SitDown
from tests.support.commands import exported, planned, said
from tests.support.own_exercises import BRIDGE_FILE
from tests.support.window import Person, child

TURN_OFF = (
    "Standing quad stretch",
    "Standing hip flexor stretch",
    "Straight leg lift",
    "Standing calf stretch",
    "Step up",
    "Clam",
    "Wall slide",
    "Donkey kick",
    "IT band stretch",
)


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before the Programme."""
    person = sit_down()
    person.click("Programme")
    return person


def form(person: Person) -> ExerciseFormView:
    return child(person.window, ExerciseFormView)


def is_on(person: Person, page: Page) -> bool:
    return person.page is page


def write_with_keys(person: Person) -> None:
    """Write a bridge in the form, as one types."""
    person.type("Bridge")
    person.tab_to("Areas")
    person.type("glutes, hips")
    person.tab_to("Steps to get ready")
    person.type("Lie on your back.\nBend your knees.")
    person.choose(("Held still", "Counted reps"), "Counted reps")
    person.tab_to("On the way there")
    person.type("Lift your hips.")
    person.tab_to("On the way back")
    person.type("Lower them slowly.")
    person.tab_to("Reps")
    person.press("Home", "Shift+End")
    person.type("3")
    person.press("Tab")


def only_own(person: Person) -> None:
    """Turn everything off but the last of the article's and what is one's own."""
    person.click("Programme")
    for name in TURN_OFF:
        person.click(f"{name}: on")


def test_it_is_written_with_keys_only_and_done(person: Person) -> None:
    person.tab_to("Add your own exercise")
    person.press("Space")
    assert is_on(person, Page.FORM)
    write_with_keys(person)
    person.press("Ctrl+Return")
    assert is_on(person, Page.EXERCISE)
    assert "Bridge" in person.read()
    assert (own_folder(person.path) / "exercises" / "bridge.toml").is_file()
    assert planned(person.path, person.clock)[-1] == "bridge"
    assert "2 sets of 3 each leg" in said(person.path, person.clock, "plan")
    person.press("Esc")
    assert is_on(person, Page.PROGRAMME)
    only_own(person)
    person.click("Hamstring stretch: on")
    person.open_page("Today")
    person.tab_to("Start")
    person.press("Space", "Return")
    assert person.title == "Bridge"
    assert person.word == "SPACE TO GO", "it is new"
    person.play_on(lambda: person.press("Space"))
    assert "Done. " in person.read()
    assert {row.planned_reps for row in person.kept.of("bridge")} == {3}


def test_with_a_figure_and_its_own_rest_by_mouse(person: Person) -> None:
    person.click("Add your own exercise")
    view = form(person)
    view.texts[Field.NAME].field.setFocus()
    person.type("Wall sit")
    view.texts[Field.AREAS].field.setFocus()
    person.type("quadriceps")
    view.texts[Field.STEPS].field.setFocus()
    person.type("Lean on a wall.")
    person.click("Both together")
    person.click("Its own")
    person.click("Its own rest: more")
    view.figures.setCurrentIndex(view.figures.findData("wall-slide"))
    view.figures.activated.emit(view.figures.currentIndex())
    assert view.picture.isVisible()
    person.click("Save")
    only_own(person)
    person.click("Hamstring stretch: on")
    person.click("Today")
    person.click("Start")
    person.press("Return")
    assert person.title == "Wall sit"
    assert person.run.view.stage.figure.isVisible()
    (item,) = person.kept.sessions[-1].prescription.exercises
    assert item.rest == 35
    person.press("Space")
    person.wait(5 + 15 + 1)
    assert (person.word, person.digits) == ("REST", 34)


def test_edited_it_is_another_one_from_the_next_session_on(person: Person) -> None:
    written(person)
    person.click("Edit")
    person.find("Sets: more").click()
    person.click("Save")
    assert "3 sets" in person.read()
    person.click("Programme")
    assert "3 sets of 3" in person.read()


def test_leaving_the_form_loses_nothing_unasked(person: Person) -> None:
    person.click("Add your own exercise")
    person.type("Something")
    person.press("Esc")
    assert "What you have changed is not saved yet." in person.read()
    person.press("Esc")
    assert is_on(person, Page.FORM)
    person.click("Cancel")
    person.click("Throw away")
    assert is_on(person, Page.PROGRAMME)
    assert not own_folder(person.path).exists()


def test_what_is_missing_is_said(person: Person) -> None:
    person.click("Add your own exercise")
    person.click("Save")
    assert "Give it a name." in person.read()
    assert "Not saved yet. Please look at: Name" in person.read()
    assert person.focus == "Name"
    person.type("cLAM")
    assert "There is an exercise of that name already." in person.read()


def test_deleted_its_history_is_kept_and_still_names_it(person: Person, sit_down: SitDown) -> None:
    written(person)
    only_own(person)
    person.click("Today")
    person.click("Start")
    person.press("2", "Return", "Shift+Right", "Space")
    assert person.title == "Bridge"
    person.wait(5 + 4)
    person.press("H", "4", "G")
    person.press("Esc")
    person.click("Programme")
    person.click("Details: Bridge")
    person.click("Open its page")
    person.click("Delete")
    assert "Bridge was deleted. What you did of it stays in your history." in person.read()
    assert "bridge" not in planned(person.path, person.clock)
    person.click("Log")
    assert "Bridge" in person.read()
    assert "Bridge hurt 4" in said(person.path, person.clock, "status")
    person.click("Trends")
    person.click("Today")
    assert "Bridge: set 1" in person.read()
    person.leave()
    again = sit_down(clock=person.clock)
    again.click("Resume")
    assert again.title == "Bridge", "what is under way can be taken up"
    again.press("Esc")
    assert "Bridge" in again.read()
    again.click("Programme")
    assert "Bridge" not in again.read()


def test_undo_brings_it_back_with_what_was_chosen(person: Person) -> None:
    written(person)
    person.click("Programme")
    person.tab_to("Move: Bridge")
    person.press("Alt+Up")
    before = exported(person.path, person.clock)
    person.click("Details: Bridge")
    person.click("Open its page")
    person.click("Delete")
    person.click("Undo")
    assert "Bridge" in person.read()
    assert exported(person.path, person.clock) == before
    assert "bridge" in planned(person.path, person.clock)
    person.click("Programme")
    assert person.can_see("Bridge: on")


def test_hurt_it_is_skipped_and_comes_back_like_any_other(person: Person) -> None:
    written(person)
    only_own(person)
    person.click("Today")
    person.click("Start")
    person.press("Return", "Shift+Right", "Space")
    person.wait(5 + 4)
    person.press("H", "5", "O", "Esc")
    person.click("Done")
    assert "Skipped since 2 Mar: hurt 5 with the left leg" in person.read()
    assert "bridge" not in planned(person.path, person.clock)
    person.sleep_over()
    person.click("Try again: Bridge")
    assert "bridge" in planned(person.path, person.clock)


def test_a_damaged_file_is_named_and_everything_else_goes_on(
    person: Person, sit_down: SitDown
) -> None:
    written(person)
    person.leave()
    file = own_folder(person.path) / "exercises" / "bridge.toml"
    file.write_text(file.read_text().replace("sets = ", "sets = 500 #"))
    again = sit_down(clock=person.clock)
    assert "A file of yours was left out" in again.read()
    assert "bridge.toml" in again.read()
    assert "sets" in again.read()
    again.click("Programme")
    assert "bridge.toml" in again.read()
    assert "bridge" not in planned(again.path, again.clock)
    again.click("Today")
    again.click("Start")
    again.press("Return")
    assert again.in_session


def test_files_that_do_not_fit_together_are_named(sit_down: SitDown, welcomed: Path) -> None:
    folder = own_folder(welcomed) / "exercises"
    folder.mkdir(parents=True)
    (folder / "bridge.toml").write_text(BRIDGE_FILE)
    (folder / "other.toml").write_text(BRIDGE_FILE)
    (folder / "clam.toml").write_text(BRIDGE_FILE.replace('"bridge"', '"clam"'))
    person = sit_down()
    assert "other.toml: id is 'bridge'" in person.read()
    assert "clam.toml: id is 'clam'" in person.read()
    person.click("Programme")
    person.click("Add")
    assert planned(person.path, person.clock)[-2:] == ["hamstring-stretch", "bridge"]
    person.click("Undo")
    assert "bridge" not in planned(person.path, person.clock)


def test_something_else_in_the_place_of_the_folder(
    sit_down: SitDown, welcomed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_folder(welcomed).write_text("Not a folder.")
    person = sit_down()
    monkeypatch.setattr("sys.excepthook", person.program.faults.take)
    assert "cannot be looked into" in person.read()
    person.click("Programme")
    person.click("Add your own exercise")
    write_with_keys(person)
    person.press("Ctrl+Return")
    assert is_on(person, Page.FORM)
    assert "was not written" in person.read()
    assert exported(person.path, person.clock)["choices"] == []
    own_folder(welcomed).unlink()
    person.press("Ctrl+Return")
    assert is_on(person, Page.EXERCISE)


def written(person: Person) -> None:
    """Somebody has written a bridge."""
    person.click("Add your own exercise")
    write_with_keys(person)
    person.press("Ctrl+Return")
    assert is_on(person, Page.EXERCISE)
