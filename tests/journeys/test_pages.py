"""The pages beside Today, by keyboard: what is changed there holds in the next session."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from rehabtimer.core.settings import Theme
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.theme import DARK, LIGHT
from rehabtimer.gui.views.today import TodayView
from rehabtimer.storage.peek import peek
from tests.journeys.conftest import SitDown
from tests.support.window import PAGES, child


@pytest.mark.parametrize("page", list(map(Page, map(str.lower, PAGES))))
def test_every_page_opens_by_keyboard(sit_down: SitDown, welcomed: Path, page: Page) -> None:
    person = sit_down()
    person.open_page(page.value.title())
    assert person.page is page
    assert person.focus, "the keyboard is lost"


def test_an_exercise_turned_off_is_off_today(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.open_page("Programme")
    person.tab_to("Clam: on")
    person.press("Space")
    assert "Clam is off." in person.read()
    person.open_page("Today")
    assert "Off since 2 Mar" in person.read()
    person.tab_to("Start")
    person.press("Space", "Return")
    assert "Clam" not in person.run.view.segments.accessibleName()
    assert person.run.view.place.text() == "Exercise 1 of 9"


def test_a_shorter_time_to_get_ready_holds_in_the_next_session(
    sit_down: SitDown, welcomed: Path
) -> None:
    person = sit_down()
    person.click("Start")
    person.press("Return")
    assert person.digits == 5
    person.press("Esc")
    person.open_page("Settings")
    person.tab_to("Getting ready")
    person.press("Up", "Up", "Up")
    person.open_page("Today")
    person.click("Resume")
    assert person.digits == 5, "a session that has begun stays as it was"
    person.press("Esc")
    person.open_page("Today")
    person.click("Start")
    person.press("Return")
    assert person.digits == 8


def test_the_dark_look_holds_at_once_and_next_time(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down(theme=Theme.LIGHT)
    assert ground(person.window) == LIGHT.ground.lower()
    person.open_page("Settings")
    person.choose(("Like the system", "Light", "Dark"), "Dark")
    assert ground(person.window) == DARK.ground.lower()
    assert person.page is Page.SETTINGS
    person.open_page("Today")
    assert ground(person.window) == DARK.ground.lower()
    person.leave()
    assert peek(welcomed).theme is Theme.DARK


def test_larger_text_holds_at_once(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    title = child(person.window, TodayView).title
    before = title.sizeHint().height()
    person.open_page("Settings")
    person.tab_to("Text size")
    person.press("Up", "Up", "Up")
    assert person.focus == "Text size"
    person.open_page("Today")
    title = child(person.window, TodayView).title
    assert title.sizeHint().height() > before * 1.2


def test_the_guide_leads_back(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Settings")
    person.click("When to see someone")
    assert "When to see someone" in person.read()
    person.click("Today")
    assert person.page is Page.TODAY


def ground(widget: QWidget) -> str:
    """The colour on the window's right edge, beside every card."""
    return widget.grab().toImage().pixelColor(widget.width() - 4, 4).name()
