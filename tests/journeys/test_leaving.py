"""Leaving in the middle, by key, by the window's own button, or because the machine slept."""

from datetime import timedelta
from pathlib import Path

from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.widgets.week_strip import WeekStrip
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.window import Person, child


def in_the_middle(sit_down: SitDown, clock: FakeClock | None = None) -> Person:
    """Somebody in the fifth rep of the first set of leg lifts."""
    person = sit_down(clock=clock)
    person.click("Start")
    person.press("Return")
    person.wait(5 + 15 + 5 + 15)  # two sets are done
    person.press("Shift+Right", "Shift+Right")
    person.wait(5 + 4 * 7 + 3)
    assert (person.title, person.run.view.rep.text()) == ("Straight leg lift", "Rep 5 of 20")
    return person


def assert_stands_there_again(person: Person) -> None:
    """The rep that was running begins anew, and nothing else."""
    assert person.title == "Straight leg lift"
    assert person.run.view.stage.side.text() == "LEFT LEG"
    assert (person.word, person.digits) == ("IN POSITION", 5)
    person.wait(5)
    assert (person.word, person.run.view.rep.text()) == ("GO", "Rep 5 of 20")


def test_left_with_escape_and_taken_up_from_today(sit_down: SitDown, welcomed: Path) -> None:
    person = in_the_middle(sit_down)
    person.press("Esc")
    assert person.page is Page.SUMMARY
    assert "You did 2 of 33 sets" in person.read()
    person.click("Done")
    assert "Straight leg lift: set 1, left leg, rep 5. 2 of 33 sets are done." in person.read()
    person.click("Resume")
    assert_stands_there_again(person)
    person.play_on(lambda: person.press("Space"))
    kept = person.kept
    assert len(kept.sessions) == 1
    assert kept.sessions[0].status is SessionStatus.ENDED
    assert len({row.key for row in kept.done}) == len(kept.done)
    lifted = [(row.attempt, row.reps, row.seconds) for row in kept.of("straight-leg-lift")]
    assert lifted[0] == (1, 20, 41.0)  # with the second that was held when Escape was pressed
    assert lifted[1:] == [(1, 20, 40.0)] * 3


def test_taken_up_from_the_summary(sit_down: SitDown, welcomed: Path) -> None:
    person = in_the_middle(sit_down)
    person.press("Esc")
    person.tab_to("Go on with it")
    person.press("Space")
    assert_stands_there_again(person)


def test_the_window_is_closed_and_opened_again(sit_down: SitDown, welcomed: Path) -> None:
    person = in_the_middle(sit_down)
    person.leave()
    again = sit_down(clock=person.clock)
    assert "Your session is waiting" in again.read()
    again.tab_to("Resume")
    again.press("Space")
    assert_stands_there_again(again)


def test_next_day_it_is_over_and_counts_in_part(sit_down: SitDown, welcomed: Path) -> None:
    person = in_the_middle(sit_down)
    person.leave()
    person.clock.wall += timedelta(days=1)
    again = sit_down(clock=person.clock)
    assert "Week 1, day 2" in again.read()
    assert not again.can_see("Resume")
    assert "Monday 2 March: partly done" in child(again.window, WeekStrip).accessibleName()
    assert again.kept.sessions[0].status is SessionStatus.LEFT


def test_a_day_begins_while_the_window_is_open(sit_down: SitDown, welcomed: Path) -> None:
    person = in_the_middle(sit_down)
    person.press("Esc")
    person.click("Done")
    person.clock.wall += timedelta(days=1)
    person.click("Resume")  # it was still in sight
    assert not person.in_session
    assert "Week 1, day 2" in person.read()
    assert not person.can_see("Resume")


def test_sleep_pauses_and_counts_nothing(sit_down: SitDown, welcomed: Path) -> None:
    person = in_the_middle(sit_down)
    before = (person.run.view.rep.text(), person.digits)
    person.sleep(40)
    assert person.word == "PAUSED"
    assert "The computer was away for 40 s. Nothing was counted meanwhile." in person.notice
    assert (person.run.view.rep.text(), person.digits) == before
    person.press("Space")
    person.wait(3 + 4)
    assert person.run.view.rep.text() == "Rep 6 of 20"
    lifted = person.kept.of("straight-leg-lift")[0]
    assert (lifted.side, lifted.reps, lifted.seconds) == (Side.LEFT, 5, 10.0)


def test_not_now_leaves_nothing_behind(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.click("Not now")
    assert not person.in_session
    person.press("Tab")
    assert person.focus, "the keyboard is lost"
    assert all(row.outcome is None for row in person.kept.sets)
