"""Where the pictures are taken: one window in one look and size, on a morning that stands still."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

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
from rehabtimer.core.pain import Moment, Score
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.presenters.case import Case
from rehabtimer.storage.store import Store

MORNING = datetime(2025, 11, 21, 8, 0, tzinfo=UTC)
DAYS = 37
_INSTANT = 0.5
_TURNS = 4

W = TypeVar("W", bound=QWidget)


class Look(NamedTuple):
    """How the window is to look."""

    theme: Theme
    size: QSize
    scale: float

    @property
    def name(self) -> str:
        """The end of a picture's name."""
        large = "" if self.scale == 1 else f"-{self.scale:g}"
        return f"{self.theme}-{self.size.width()}x{self.size.height()}{large}"


class StillClock:
    """A clock that only moves when it is told to."""

    speed = 1.0

    def __init__(self) -> None:
        """Start on the fixed morning."""
        self.passed = 0.0
        self.wall = MORNING

    def seconds(self) -> float:
        """Return the seconds passed so far."""
        return self.passed

    def now(self) -> datetime:
        """Return what the clock on the wall says."""
        return self.wall


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


class Histories:
    """Files of made-up records, each made once and copied for whoever changes it."""

    def __init__(self, folder: Path) -> None:
        """Make nothing yet."""
        self._folder = folder
        self._numbers = count()

    def demo(self, days: int = DAYS) -> Path:
        """Return a history in which today is programme day `days`."""
        made = self._folder / f"demo-{days}.db"
        if not made.exists():
            with Store.open(made) as store:
                programme = load_programme(paths.resources())
                demo.write(demo.make_history(programme, MORNING.date(), days), store)
        return Path(shutil.copy(made, self._place() / "history.db"))

    def new(self) -> Path:
        """Return a place where there is no history yet."""
        return self._place() / "history.db"

    def fresh(self) -> Path:
        """Return the history of somebody who has answered the first questions, and done nothing."""
        path = self.new()
        with Store.open(path) as store:
            store.preferences.save(Settings(welcomed=True))
        return path

    def written(self, name: str, text: str) -> Path:
        """Return a file that somebody sent."""
        path = self._place() / name
        path.write_text(text, encoding="utf-8")
        return path

    def _place(self) -> Path:
        place = self._folder / str(next(self._numbers))
        place.mkdir()
        return place


class Studio:
    """One window in one look and size, and a folder for its pictures."""

    def __init__(
        self, application: QApplication, folder: Path, look: Look, histories: Histories
    ) -> None:
        """Take every picture in the same look."""
        self._application = application
        self._folder = folder
        self._look = look
        self.histories = histories
        self.clock = StillClock()
        application.setCursorFlashTime(0)
        apply_theme(application, look.theme, look.scale)

    @contextmanager
    def sitting(self, database: Path) -> Iterator[Program]:
        """Open the program on a history; it is the fixed morning."""
        self.clock = StillClock()
        program = Program(self._application, database, self.clock, WindowOptions(), Quiet())
        program.window.resize(self._look.size)
        program.window.show()
        program.load()
        if program.problem is not None:
            raise program.problem
        try:
            yield program
        finally:
            program.window.close()
            program.close()
            program.window.deleteLater()
            self.settle()

    def settle(self) -> None:
        """Let everything find its place."""
        for _turn in range(_TURNS):
            self._application.processEvents()
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def shoot(self, program: Program, name: str) -> None:
        """Take a picture of the window as it is."""
        self.settle()
        if program.session is not None:  # the same picture, with a sound device or without
            program.session.view.show_sound(muted=False)
        program.window.grab().save(str(self._folder / f"{name}-{self._look.name}.png"))

    def run(self, session: SessionRun, seconds: float) -> None:
        """Let a session run on."""
        for _turn in range(round(seconds / _INSTANT)):
            self.clock.passed += _INSTANT
            session.wake()

    def type(self, where: QWidget, keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            QTest.keyClick(where, key)
        self.settle()

    def scroll_to(self, widget: QWidget, above: int = 0) -> None:
        """Scroll a page until a part of it stands at the top, with some pixels above it."""
        self.settle()
        area = widget.parentWidget()
        while not isinstance(area, QScrollArea):
            area = area.parentWidget()
        top = widget.mapTo(area.widget(), QPoint(0, 0)).y()
        area.verticalScrollBar().setValue(top - above)


def session_of(program: Program) -> SessionRun:
    """Return the session on screen."""
    if program.session is None:
        raise RuntimeError("no session was started")
    return program.session


def part(program: Program, kind: type[W]) -> W:
    """Return the part of the window of a kind that is in sight."""
    seen = (each for each in program.window.findChildren(kind) if each.isVisible())
    found = next(seen, None)
    if found is None:
        raise RuntimeError(f"there is no {kind.__name__} in sight")
    return found


def case_of(program: Program) -> Case:
    """Return the case that is open."""
    if program.case is None:
        raise RuntimeError("no history is open")
    return program.case


def make_calm(case: Case) -> None:
    """Let no answer of the last ten days be more than a 2."""
    for entry in case.store.diary.entries(case.today - timedelta(days=10), case.today):
        if entry.score is not None and entry.score > 2:
            case.store.diary.change(replace(entry, score=2))


def tell(case: Case, score: Score | None, moment: Moment, **values: object) -> None:
    """Tell of the left knee now."""
    entry = PainEntry(id=new_id(), when=case.stamp, knee=Side.LEFT, score=score, moment=moment)
    case.store.diary.add(replace(entry, **values))
