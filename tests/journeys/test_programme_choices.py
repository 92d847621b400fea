"""What is chosen on the Programme holds from the next session on, and can be undone."""

from pathlib import Path
from typing import Any

import pytest

from rehabtimer.gui.views.programme import ProgrammeView
from tests.journeys.conftest import SitDown
from tests.support.commands import exported, planned, status
from tests.support.window import Person, child

QUAD, HIP, LIFT, CLAM = "quad-stretch", "hip-flexor-stretch", "straight-leg-lift", "clam"


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before the Programme."""
    person = sit_down()
    person.click("Programme")
    return person


def view(person: Person) -> ProgrammeView:
    return child(person.window, ProgrammeView)


def chosen(person: Person, exercise: str) -> dict[str, Any]:
    """What `status --json` says was chosen for an exercise."""
    found = status(person.path, person.clock)["chosen"]
    return next((each for each in found if each["exercise"] == exercise), {})


def rows(person: Person) -> list[str]:
    return list(view(person).exercises.rows)


def in_session(person: Person) -> list[str]:
    """The exercises of a session that is begun now, and left."""
    person.open_page("Today")
    person.click("Start")
    person.press("Return")
    person.wait(1)
    names = [item.exercise for item in person.kept.sessions[-1].prescription.exercises]
    person.press("Esc")
    person.click("Done")
    person.open_page("Programme")
    return names


def test_the_order_by_keys(person: Person) -> None:
    person.tab_to("Move: Straight leg lift")
    person.press("Alt+Up", "Alt+Up")
    assert rows(person)[:3] == [LIFT, QUAD, HIP]
    assert planned(person.path, person.clock)[:3] == [LIFT, QUAD, HIP]
    assert status(person.path, person.clock)["order"][:3] == [LIFT, QUAD, HIP]
    assert in_session(person)[:3] == [LIFT, QUAD, HIP]
    person.tab_to("Move: Clam")
    person.press("Alt+Down")
    person.tab_to("Undo")
    person.press("Space")
    assert rows(person)[:3] == [LIFT, QUAD, HIP]


def test_the_order_by_drag(person: Person) -> None:
    listed = view(person).exercises.rows
    person.drag(listed[QUAD].handle, listed[LIFT])
    assert rows(person)[:3] == [HIP, LIFT, QUAD]
    assert planned(person.path, person.clock)[:3] == [HIP, LIFT, QUAD]
    person.click("Undo")
    assert rows(person)[:3] == [QUAD, HIP, LIFT]
    assert status(person.path, person.clock)["order"] == []


def test_beyond_the_article_by_keys(person: Person) -> None:
    person.tab_to("Details: Straight leg lift")
    person.press("Space")
    person.tab_to("Straight leg lift, Reps")
    person.press("Up")
    assert "Go beyond the article?" in person.read()
    assert chosen(person, LIFT) == {}, "not before it is confirmed"
    person.tab_to("Go beyond the article")
    person.press("Space")
    assert "Beyond the article." in person.read()
    assert chosen(person, LIFT)["reps"] == 21
    person.press("Up")
    assert chosen(person, LIFT)["reps"] == 22, "it is asked once"
    person.tab_to("Undo")
    person.press("Space")
    assert chosen(person, LIFT).get("reps") in (None, 21)


def test_beyond_the_article_by_mouse_and_refused(person: Person) -> None:
    person.click("Details: Clam")
    person.click("Clam, Sets: more")
    assert "The article says 2 sets. Go beyond the article?" in person.read()
    person.click("Keep it")
    assert "Go beyond the article?" not in person.read()
    assert chosen(person, CLAM) == {}
    person.click("Clam, Reps: less")
    assert chosen(person, CLAM)["reps"] == 14, "that is within the article"
    person.click("Undo")
    assert chosen(person, CLAM) == {}


def test_old_sessions_keep_the_dose_that_they_had(person: Person) -> None:
    in_session(person)
    person.click("Details: Clam")
    person.click("Clam, Reps: less")
    person.click("Clam, Sets: less")
    person.click("Go beyond the article")
    assert {row.planned_reps for row in person.kept.of(CLAM)} == {15}
    in_session(person)
    assert [(row.planned_reps, row.set) for row in person.kept.of(CLAM)] == [(14, 1), (14, 1)]
    first = person.kept.sessions[0].id
    kept = exported(person.path, person.clock)["sets"]
    old = [row for row in kept if (row["session"], row["exercise"]) == (first, CLAM)]
    assert [row["planned_reps"] for row in old] == [15] * 4


def test_only_one_leg_and_an_easier_version(person: Person) -> None:
    person.click("Details: Standing quad stretch")
    person.click("Lying on your belly")
    person.click("Right only")
    assert chosen(person, QUAD)["only"] == "right"
    assert chosen(person, QUAD)["variant"]
    person.open_page("Today")
    assert "Lying on your belly" in person.read()
    person.click("Start")
    person.press("Return")
    assert person.title == "Standing quad stretch: Lying on your belly"
    assert person.run.view.stage.side.text() == "RIGHT LEG"
    assert {row.side for row in person.kept.of(QUAD)} == {"right"}
    person.press("Esc")
    person.click("Programme")
    person.click("Undo")
    assert chosen(person, QUAD)["only"] is None
    assert chosen(person, QUAD)["variant"], "one change at a time"


def test_a_swap(person: Person) -> None:
    person.click("Clam: on")
    person.click("Details: Donkey kick")
    swaps = view(person).exercises.rows["donkey-kick"].details
    assert swaps is not None
    swaps.swaps.setCurrentIndex(1)
    person.click("Swap")
    assert "Clam is done instead of Donkey kick." in person.read()
    names = in_session(person)
    assert CLAM in names
    assert "donkey-kick" not in names
    assert names.index(CLAM) > names.index("wall-slide")


def test_off_until_a_date_of_ones_own_by_keys(person: Person) -> None:
    person.tab_to("Details: Clam")
    person.press("Space")
    person.tab_to("Until a date")
    person.press("Space")
    assert person.focus == "Clam: back on"
    person.press("Up", "Up")
    person.tab_to("Turn off until then")
    person.press("Space")
    (off,) = status(person.path, person.clock)["skipped"]
    assert (off["exercise"], off["reach"], off["reason"]) == (CLAM, "until", "own-choice")
    back = off["until"]
    assert CLAM not in planned(person.path, person.clock)
    assert CLAM in planned(person.path, person.clock, "--date", back)
    person.open_page("Today")
    assert "Off since 2 Mar: your own choice · back on" in person.read()
    while person.clock.now().date().isoformat() < back:
        assert CLAM not in planned(person.path, person.clock)
        person.sleep_over()
    assert "your own choice" not in person.read()


def test_what_hurt_this_week_in_one_step_and_the_article_again(person: Person) -> None:
    person.open_page("Today")
    person.click("Start")
    person.press("Return", "H", "3", "T", "H", "5", "T", "Esc")
    person.click("Programme")
    person.click("Skip what hurt this week")
    skipped = status(person.path, person.clock)["skipped"]
    assert [(each["exercise"], each["score"]) for each in skipped] == [(QUAD, 3), (HIP, 5)]
    person.open_page("Today")
    assert "hurt 3 with the left leg" in person.read()
    assert "hurt 5 with the left leg" in person.read()
    person.open_page("Programme")
    person.click("Details: Clam")
    person.click("Clam, Reps: less")
    person.tab_to("Move: Clam")
    person.press("Alt+Up")
    everything = exported(person.path, person.clock)

    person.click("Restore the article's programme")
    answer = status(person.path, person.clock)
    assert (answer["skipped"], answer["chosen"], answer["order"]) == ([], [], [])
    assert len(planned(person.path, person.clock)) == 10
    person.click("Undo")
    assert exported(person.path, person.clock) == everything


def test_nothing_changes_in_a_session_under_way(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.press("Return", "Esc")
    person.click("Programme")
    person.click("Clam: on")
    person.open_page("Today")
    person.click("Resume")
    assert "Clam" in person.run.view.segments.accessibleName()
