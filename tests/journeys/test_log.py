"""The Log: answers at any time, as many as one likes; each edited, deleted, and undone."""

from datetime import timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.gui.views.log import LogView
from rehabtimer.gui.views.log_form import EntryForm
from tests.journeys.conftest import SitDown
from tests.support.commands import exported, status
from tests.support.window import Person, child


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before an empty Log."""
    person = sit_down()
    person.open_page("Log")
    person.press("Space")  # from the sidebar into the page
    return person


def kept(person: Person) -> list[PainEntry]:
    return person.kept.pain


def form(person: Person) -> EntryForm:
    return child(person.window, LogView).form


def test_any_number_a_day_with_keys_only(person: Person) -> None:
    for digits in ("3", "0", "10"):
        person.press(*digits)
        person.tab_to("Keep it")
        person.press("Space")
        person.clock.advance(60)
    assert [(entry.moment, entry.knee, entry.score) for entry in kept(person)] == [
        (Moment.EXTRA, Side.LEFT, 3),
        (Moment.EXTRA, Side.LEFT, 0),
        (Moment.EXTRA, Side.LEFT, 10),
    ]
    for score in ("3", "0", "10"):
        assert f"Left knee: {score} of 10" in person.read()


def test_what_one_was_doing_with_keys_only(person: Person) -> None:
    person.choose(("Left knee", "Right knee", "Both knees"), "Right knee")
    person.press("Space", "4")
    person.tab_to("Sitting for long")
    person.press("Space")
    person.tab_to("Note")
    person.type("At the cinema, row 7")
    person.tab_to("Keep it")
    person.press("Space")
    (entry,) = kept(person)
    assert (entry.knee, entry.score) == (Side.RIGHT, 4)
    assert (entry.activity, entry.note) == (Activity.SITTING, "At the cinema, row 7")
    assert "At the cinema, row 7" in person.read()
    (row,) = exported(person.path, person.clock)["pain"]
    assert (row["activity"], row["note"]) == (Activity.SITTING.value, "At the cinema, row 7")


def test_both_knees_with_the_mouse_only_and_undo(person: Person) -> None:
    person.click("Both knees")
    person.click("How much does it hurt? 6 of 10")
    person.click("Stairs")
    person.click("Keep it")
    assert {entry.knee for entry in kept(person)} == {Side.LEFT, Side.RIGHT}
    person.click("Undo")
    assert kept(person) == []
    assert "Nothing in your diary yet." in person.read()


def test_without_a_number_nothing_is_kept(person: Person) -> None:
    person.click("Keep it")
    assert "Please choose a number from 0 to 10." in person.read()
    assert kept(person) == []
    person.press("4")
    assert "Please choose a number" not in person.read()


def test_earlier_but_never_later(person: Person) -> None:
    person.press("5")
    person.click("Earlier")
    form(person).time.field.setFocus()
    person.press("Up")
    person.click("Keep it")
    assert "That is still to come; please choose a time up to now." in person.read()
    assert kept(person) == []
    person.click("A day earlier")
    person.click("Keep it")
    (entry,) = kept(person)
    assert entry.when.day == person.clock.now().date() - timedelta(days=1)


def test_before_four_in_the_morning_belongs_to_the_day_before(person: Person) -> None:
    person.press("5")
    person.click("Earlier")
    form(person).time.field.setFocus()
    person.press("0", "3", "3", "0")
    person.click("Keep it")
    (entry,) = kept(person)
    assert entry.when.local.hour == 3
    assert entry.when.day == person.clock.now().date() - timedelta(days=1)


def test_edit_delete_and_undo_with_keys_only(person: Person) -> None:
    person.press("5")
    person.tab_to("Keep it")
    person.press("Space")
    person.tab_to("Edit: Left knee")
    person.press("Space", "8")
    person.tab_to("Keep the change")
    person.press("Space")
    assert [entry.score for entry in kept(person)] == [8]
    person.tab_to("Undo")
    person.press("Space")
    assert [entry.score for entry in kept(person)] == [5]
    person.tab_to("Delete: Left knee")
    person.press("Space")
    assert kept(person) == []
    assert person.focus == "Undo"
    person.press("Space")
    assert [entry.score for entry in kept(person)] == [5]
    person.tab_to("Edit: Left knee")
    person.press("Space", "9", "Esc")
    assert [entry.score for entry in kept(person)] == [5]
    assert person.focus.startswith("Edit: Left knee")


def test_what_hurt_in_a_session_can_be_edited_and_deleted(person: Person) -> None:
    person.open_page("Today")
    person.click("Start")
    person.press("Return", "H", "4", "T", "Esc")
    person.click("Log")
    assert "Standing quad stretch" in person.read()
    person.click("Edit: Left knee: 4 of 10")
    person.press("6")
    person.click("Keep the change")
    assert status(person.path, person.clock)["hurts"][0]["score"] == 6
    person.click("Delete: Left knee: 6 of 10")
    assert status(person.path, person.clock)["hurts"] == []
    person.click("Undo")
    assert status(person.path, person.clock)["hurts"][0]["score"] == 6


def test_a_note_that_is_too_long_is_refused_and_not_lost(person: Person) -> None:
    person.press("4")
    form(person).note.setPlainText("x" * 2001)
    person.click("Keep it")
    assert kept(person) == []
    assert form(person).note.toPlainText() == "x" * 2001
    form(person).note.setPlainText("x" * 2000)
    person.click("Keep it")
    assert len(kept(person)[0].note) == 2000


def test_bidi_and_line_breaks_in_a_note_do_no_harm(person: Person) -> None:
    person.press("4")
    form(person).note.setPlainText("\u202eevil\u202c\n<b>bold</b>\x00")
    person.click("Keep it")
    assert len(kept(person)) == 1
    assert "<b>bold</b>" in person.read()


def test_sixty_answers_on_one_day(person: Person) -> None:
    for _answer in range(60):
        person.press("2")
        form(person).save.click()
        person.clock.advance(30)
    assert len(kept(person)) == 60
    person.click("Today")
    person.click("Log")
    assert person.read().count("\nLeft knee: 2 of 10") == 60
