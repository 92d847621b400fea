"""The panel over the Programme covers the window whole, and stays over no other page."""

from pathlib import Path

from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.import_panel import ImportPanel
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.gui.widgets.overlay import Overlay
from tests.journeys.conftest import SitDown
from tests.support.own_exercises import BRIDGE_FILE, written
from tests.support.window import child


def test_another_page_takes_the_panel_away(
    sit_down: SitDown, welcomed: Path, tmp_path: Path
) -> None:
    person = sit_down()
    person.click("Programme")
    person.drop(written(tmp_path, BRIDGE_FILE), child(person.window, ProgrammeView))
    over = child(person.window, ImportPanel).parentWidget()
    assert isinstance(over, Overlay)
    assert over.geometry() == person.window.inside.rect()
    person.window.open_page(Page.TODAY)
    assert not over.isVisible()
    assert over.panel is None
