"""Renders every screen with made-up history, light and dark, comfortable and small, as PNG files.

Time stands still on a fixed morning, so that two runs give the same pictures.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import contact_sheet
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehabtimer import demo, paths
from rehabtimer.app.program import Program
from rehabtimer.app.session_run import SessionRun
from rehabtimer.app.sounding import Sounding
from rehabtimer.app.surroundings import Surroundings
from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.awake.screen import Awake
from rehabtimer.cli import WindowOptions
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.settings import Theme
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.theme import apply_theme
from rehabtimer.storage.store import Store

MORNING = datetime(2025, 11, 21, 8, 0, tzinfo=UTC)
SIZES = ((1366, 768), (1024, 640))
DAYS = 37
BAND = 7  # place in the demo's session, from 0
FIRST_TWO, REP = 150.0, 7.0  # seconds: two stretches with their rests; one leg lift
INSTANT = 0.5


class StillClock:
    """A clock that only moves when it is told to."""

    speed = 1.0

    def __init__(self) -> None:
        """Start on the fixed morning."""
        self.passed = 0.0

    def seconds(self) -> float:
        """Return the seconds passed so far."""
        return self.passed

    def now(self) -> datetime:
        """Return the fixed morning."""
        return MORNING


class Awakened(Awake):
    """A desktop that keeps its screen awake, without asking the one at hand."""

    words = "screen stays awake"

    def hold(self) -> None:
        """Ask nobody."""
        self.changed.emit()


class Quiet(Surroundings):
    """A computer with sound, a voice and a screen, none of which is touched."""

    @cached_property
    def awake(self) -> Awake:
        """A screen that stays awake."""
        return Awakened()

    @cached_property
    def sounding(self) -> Sounding:
        """Tones and a voice that end at once."""
        nothing = [sys.executable, "-I", "-S", "-c", "pass"]
        tones = Tones(paths.resources() / "sounds", player=nothing)
        return Sounding(tones, Voice(command=nothing))


class Studio:
    """One window in one look and size, and a folder for its pictures."""

    def __init__(self, application: QApplication, folder: Path, theme: Theme, size: QSize) -> None:
        """Use `theme` and `size` for every picture."""
        self._application = application
        self._folder = folder
        self._ending = f"{theme}-{size.width()}x{size.height()}"
        self._size = size
        self.clock = StillClock()
        apply_theme(application, theme)

    def open(self, database: Path) -> Program:
        """Open the program on a history."""
        program = Program(self._application, database, self.clock, WindowOptions(), Quiet())
        program.window.resize(self._size)
        program.window.show()
        program.load()
        if program.problem is not None:
            raise program.problem
        return program

    def shoot(self, program: Program, name: str) -> None:
        """Take a picture of the window as it is."""
        for _turn in range(4):
            self._application.processEvents()
        if program.session is not None:  # the same picture, with a sound device or without
            program.session.view.show_sound(muted=False)
        program.window.grab().save(str(self._folder / f"{name}-{self._ending}.png"))

    def close(self, program: Program) -> None:
        """Close the window and let go of the history."""
        program.window.close()
        program.close()

    def run(self, session: SessionRun, seconds: float) -> None:
        """Let a session run on."""
        for _turn in range(round(seconds / INSTANT)):
            self.clock.passed += INSTANT
            session.wake()


def first_start(studio: Studio, folder: Path) -> None:
    """Go through the questions of the first start, and look at the empty screens."""
    program = studio.open(folder / "new.db")
    for number in range(1, 5):
        studio.shoot(program, f"welcome-{number}")
        if program.welcoming is not None:
            program.welcoming.view.next.click()
    studio.shoot(program, "today-first-day")
    program.window.open_page(Page.TRENDS)
    studio.shoot(program, "trends-empty")
    studio.close(program)


def pages(studio: Studio, database: Path) -> None:
    """Look at every page after six weeks."""
    program = studio.open(database)
    for page in (Page.TODAY, Page.TRENDS, Page.PROGRAMME, Page.GUIDE, Page.SETTINGS):
        program.window.open_page(page)
        studio.shoot(program, page)
    studio.close(program)


def session(studio: Studio, database: Path) -> None:
    """Follow a session from its first question to its summary."""
    program = studio.open(database)
    program.start_session()
    run = program.session
    if run is None:
        return
    studio.shoot(program, "session-before")
    if run.view.overlay.panel is not None:
        QTest.keyClick(run.view.overlay.panel, Qt.Key.Key_Return)
    studio.shoot(program, "session-get-ready")
    for name, seconds in (
        ("session-go", FIRST_TWO + 6.0),
        ("session-hold", 6 * REP + 2.0),
        ("session-return", 1.5),
        ("session-switch", 13 * REP + 4.0),
    ):
        studio.run(run, seconds)
        studio.shoot(program, name)
    run.do(Verb.SKIP_EXERCISE)
    run.do(Verb.BACK)
    studio.shoot(program, "session-rest")
    run.go_to(BAND)
    studio.run(run, 9.0)
    run.do(Verb.TOGGLE)
    studio.shoot(program, "session-paused")
    run.do(Verb.KEYS)
    studio.shoot(program, "session-keys")
    run.do(Verb.HURTS)
    studio.shoot(program, "session-hurts")
    run.view.overlay.close_panel()
    run.view.set_floor(True)
    run.wake()
    studio.shoot(program, "session-floor")
    run.view.set_floor(False)
    run.do(Verb.LEAVE)
    studio.shoot(program, "summary")
    program.window.open_page(Page.TODAY)
    studio.shoot(program, "today-resume")
    studio.close(program)


def history(database: Path) -> None:
    """Make up six weeks."""
    with Store.open(database) as store:
        programme = load_programme(paths.resources())
        demo.write(demo.make_history(programme, MORNING.date(), DAYS), store)


def main() -> int:
    """Render all screens into the folder that is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the PNG files go")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    contact_sheet.draw(folder)
    for theme in (Theme.LIGHT, Theme.DARK):
        for width, height in SIZES:
            with tempfile.TemporaryDirectory() as scratch:
                studio = Studio(application, folder, theme, QSize(width, height))
                history(Path(scratch) / "demo.db")
                first_start(studio, Path(scratch))
                pages(studio, Path(scratch) / "demo.db")
                session(studio, Path(scratch) / "demo.db")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
