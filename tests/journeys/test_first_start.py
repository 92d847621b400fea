"""The first start, from the first question to the Summary of a whole session."""

from pytestqt.qtbot import QtBot

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.support.window import Person

SETS_WITHOUT_STEP_UP = 31
EXERCISES_WITHOUT_STEP_UP = 9


def test_somebody_starts_with_the_keyboard_alone(sit_down: SitDown) -> None:
    person = sit_down()
    assert "Which knee is sore?" in person.read()
    person.press("1", "Return")  # the left one
    assert "Does any of this apply?" in person.read()
    person.press("Return")  # nothing
    assert "Do stairs hurt?" in person.read()
    person.press("1", "Return")  # yes
    assert "How often?" in person.read()
    person.press("Return")

    assert_today_leaves_step_up_out(person)
    person.tab_to("Start")
    person.press("Space")
    assert "How is the left knee now?" in person.read()
    person.press("3", "Return")

    assert person.title == "Standing quad stretch"
    assert_teaches(person)
    person.press("Space")
    assert person.word == "GET READY"
    person.play_on(lambda: person.press("Space"))
    assert_whole_session_is_kept(person)

    scores = [f"How is the left knee now? {score} of 10" for score in range(11)]
    person.choose(scores, scores[2])
    person.press("Space")
    person.tab_to("Done")
    person.press("Space")
    assert person.page is Page.TODAY
    assert "done for today" in person.read()
    assert [(entry.moment, entry.score) for entry in person.kept.pain] == [
        (Moment.BEFORE, 3),
        (Moment.AFTER, 2),
    ]


def test_somebody_starts_with_the_mouse_alone(sit_down: SitDown) -> None:
    person = sit_down()
    person.click("Left knee")
    person.click("Next")
    person.click("Next")
    person.click("Yes, stairs hurt")
    person.click("Next")
    person.click("Begin")

    assert_today_leaves_step_up_out(person)
    person.click("Start")
    person.click("How is the left knee now? 10 of 10")
    person.click("Start  Enter")

    assert_teaches(person)
    person.play_on(lambda: person.click("Go on"))
    assert_whole_session_is_kept(person)

    person.click("How is the left knee now? 0 of 10")
    person.click("How is the left knee now? 1 of 10")
    person.click("Done")
    assert "done for today" in person.read()
    assert [(entry.moment, entry.score) for entry in person.kept.pain] == [
        (Moment.BEFORE, 10),
        (Moment.AFTER, 1),
    ]


def test_taught_once_is_taught_for_good(sit_down: SitDown) -> None:
    person = sit_down()
    person.press("Return", "Return", "Return", "Return")
    person.click("Start")
    person.press("Return")
    assert_teaches(person)
    person.press("Space")
    person.wait(10)
    assert person.word == "HOLD"
    person.press("Esc")
    person.click("Done")
    person.click("Start")
    person.press("Return")
    assert person.word == "GET READY"
    person.press("Shift+Right")  # this one was never met
    assert_teaches(person)


def assert_today_leaves_step_up_out(person: Person) -> None:
    assert person.page is Page.TODAY
    assert "Week 1, day 1" in person.read()
    assert "Skipped since 2 Mar: stairs hurt" in person.read()


def assert_teaches(person: Person) -> None:
    """All steps are to be read, and the clock waits however long that takes."""
    assert person.word == "SPACE TO GO"
    assert "1.  " in person.run.view.stage.steps.text()
    person.wait(60)
    assert person.word == "SPACE TO GO"


def assert_whole_session_is_kept(person: Person) -> None:
    assert person.page is Page.SUMMARY
    assert f"Done. {SETS_WITHOUT_STEP_UP} of {SETS_WITHOUT_STEP_UP} sets." in person.read()
    assert "stairs hurt" in person.read()
    kept = person.kept
    assert len(kept.sessions) == 1
    assert len(kept.done) == len(kept.sets) == SETS_WITHOUT_STEP_UP
    assert len({row.exercise for row in kept.sets}) == EXERCISES_WITHOUT_STEP_UP
    for row in kept.sets:
        assert row.reps == row.planned_reps
        assert abs(row.seconds - row.planned_seconds) <= 0.05
    before = [entry for entry in kept.pain if entry.moment is Moment.BEFORE]
    assert [(entry.knee, entry.session) for entry in before] == [(Side.LEFT, kept.sessions[0].id)]


def test_a_sound_test_that_cannot_be_heard_says_why(sit_down: SitDown, qtbot: QtBot) -> None:
    person = sit_down()
    person.press("Return", "Return", "Return")
    person.click("Test the sound")
    qtbot.waitUntil(lambda: "There is no " in person.read(), timeout=20_000)
    person.press("Return")
    assert person.page is Page.TODAY
