"""Pictures of the first start, of every page, and of a session from its question to its summary."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from studio import Studio, session_of

from rehabtimer.gui.keys import Verb
from rehabtimer.gui.main_window import Page

_BAND = 7  # place in the demo's session, from 0
_FIRST_TWO, _REP = 150.0, 7.0  # seconds: two stretches with their rests; one leg lift


def first_start(studio: Studio) -> None:
    """Go through the questions of the first start, and look at the empty screens."""
    with studio.sitting(studio.histories.new()) as program:
        for number in range(1, 5):
            studio.shoot(program, f"welcome-{number}")
            if program.welcoming is not None:
                program.welcoming.view.next.click()
        studio.shoot(program, "today-first-day")
        program.window.open_page(Page.TRENDS)
        studio.shoot(program, "trends-empty")


def pages(studio: Studio) -> None:
    """Look at every page after five weeks."""
    with studio.sitting(studio.histories.demo()) as program:
        for page in (Page.TODAY, Page.TRENDS, Page.PROGRAMME, Page.LOG, Page.GUIDE, Page.SETTINGS):
            program.window.open_page(page)
            studio.shoot(program, page)


def session(studio: Studio) -> None:
    """Follow a session from its first question to its summary."""
    with studio.sitting(studio.histories.demo()) as program:
        program.start_session()
        run = session_of(program)
        studio.shoot(program, "session-before")
        if run.view.overlay.panel is not None:
            QTest.keyClick(run.view.overlay.panel, Qt.Key.Key_Return)
        studio.shoot(program, "session-get-ready")
        for name, seconds in (
            ("session-go", _FIRST_TWO + 6.0),
            ("session-hold", 6 * _REP + 2.0),
            ("session-return", 1.5),
            ("session-switch", 13 * _REP + 4.0),
        ):
            studio.run(run, seconds)
            studio.shoot(program, name)
        run.do(Verb.SKIP_EXERCISE)
        run.do(Verb.BACK)
        studio.shoot(program, "session-rest")
        run.go_to(_BAND)
        studio.run(run, 9.0)
        run.do(Verb.TOGGLE)
        studio.shoot(program, "session-paused")
        run.do(Verb.KEYS)
        studio.shoot(program, "session-keys")
        run.view.overlay.close_panel()
        run.view.set_floor(True)
        run.wake()
        studio.shoot(program, "session-floor")
        run.view.set_floor(False)
        run.do(Verb.LEAVE)
        studio.shoot(program, "summary")
        program.window.open_page(Page.TODAY)
        studio.shoot(program, "today-resume")
