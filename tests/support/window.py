"""A person at the real window, over a real file: presses keys, clicks, reads, lets time pass."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.app.program import Program
from rehabtimer.app.session_run import SessionRun
from rehabtimer.app.sounding import Sounding
from rehabtimer.app.surroundings import Surroundings
from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.cli import WindowOptions
from rehabtimer.core.events import Outcome
from rehabtimer.core.records import PainEntry, SessionRecord, SetRecord
from rehabtimer.core.settings import Theme
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.mini import MiniTimer
from rehabtimer.storage.store import Store
from tests.support.clock import FakeClock

LONGEST_STEP = 1.5  # seconds between two looks at the clock; beyond 2 it counts as sleep
PAGES = ("Today", "Trends", "History", "Programme", "Log", "Guide", "Settings")
_MOST_STOPS = 200

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Kept:
    """What is in the file."""

    sessions: list[SessionRecord]
    sets: list[SetRecord]
    pain: list[PainEntry]

    @property
    def done(self) -> list[SetRecord]:
        """The attempts at sets that were done."""
        return [row for row in self.sets if row.outcome is Outcome.DONE]

    def of(self, exercise: str) -> list[SetRecord]:
        """The attempts at the sets of one exercise."""
        return [row for row in self.sets if row.exercise == exercise]


def read_file(path: Path) -> Kept:
    """Read a file of records as another program would; sets are those of the last session."""
    with Store.open(path, read_only=True) as store:
        sessions = store.history.sessions(None, date.max)
        sets = store.history.sets(sessions[-1].id) if sessions else []
        return Kept(sessions, sets, store.diary.entries(None, date.max))


class Silent(Surroundings):
    """A computer whose tones and voice give up at once, for the sake of quick tests."""

    @cached_property
    def sounding(self) -> Sounding:
        nothing = [sys.executable, "-I", "-S", "-c", "pass"]
        tones = Tones(paths.resources() / "sounds", player=nothing)
        return Sounding(tones, Voice(command=nothing))


class Person:
    """Sits at the window; looks only at what is to be seen, and at the file afterwards."""

    def __init__(
        self, qtbot: QtBot, path: Path, clock: FakeClock | None = None, **options: Any
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.path = path
        self.clock = clock or FakeClock()
        self._sits = True
        self._moment = 0.0  # of the keyboard; keys come a second apart
        look = options.get("theme") or Theme.LIGHT
        assert isinstance(look, Theme), f"{look!r} is no look, and would be the light one"
        apply_theme(application, look)
        self.program = Program(application, path, self.clock, WindowOptions(**options), Silent())
        with qtbot.waitActive(self.program.window):
            self.program.window.show()
            self.program.window.activateWindow()
        self.program.load()
        settle()

    def leave(self) -> None:
        """Close the window, as its frame's button does, and with it the program."""
        if self._sits:
            self._sits = False
            self._sits_alone()
            self.window.close()
            self.program.close()
            self.window.deleteLater()
            settle()

    def _sits_alone(self) -> None:
        """Whatever else was shown would flash up, and take the keyboard."""
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        strange = [w for w in shown if not isinstance(w, MainWindow | MiniTimer)]
        assert not strange, f"more than the window is on the screen: {strange}"

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def run(self) -> SessionRun:
        """The session on screen."""
        assert self.program.session is not None, "there is no session on"
        return self.program.session

    @property
    def in_session(self) -> bool:
        return self.program.session is not None

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def kept(self) -> Kept:
        return read_file(self.path)

    # Hands

    def press(self, *keys: str, after: float = 1.0) -> None:
        """Press keys one by one, each `after` so many seconds of a hand's time."""
        for key in keys:
            self._moment += after
            if self.program.session is not None:
                self.program.session.view.keys._now = lambda: self._moment
            pressed = combination(key)
            handle = self.window.windowHandle()
            QTest.keyClick(handle, pressed.key(), pressed.keyboardModifiers())
            settle()

    def tab_to(self, name: str, key: str = "Tab") -> QWidget:
        """Press Tab until something whose name begins so has the focus."""
        for _stop in range(_MOST_STOPS):
            self.press(key)
            focused = QApplication.focusWidget()
            if focused and any(text.startswith(name) for text in _names(focused)):
                return focused
        raise AssertionError(f"the keyboard never comes to {name}: {self.focus}")

    def choose(self, group: Iterable[str], name: str, arrows: str = "Left Right") -> None:
        """Tab to what is chosen of a group, and press arrows until it is another one."""
        back, on = arrows.split()
        names = list(group)
        for _stop in range(_MOST_STOPS):
            if self.focus in names:
                break
            self.press("Tab")
        for _name in names:
            assert self.focus in names, f"the focus is lost: {self.focus}"
            if self.focus != name:
                self.press(on if names.index(self.focus) < names.index(name) else back)
        assert self.focus == name

    def open_page(self, name: str) -> None:
        """Open a page from the sidebar by keyboard."""
        self.choose(PAGES, name, "Up Down")
        if self.page.value != name.lower():  # the Summary belongs to Today
            self.press("Space")

    @property
    def focus(self) -> str:
        """The name of what has the focus."""
        focused = QApplication.focusWidget()
        return next(iter(_names(focused)), type(focused).__name__) if focused else ""

    def click(self, target: str | QWidget, at: float = 0.5) -> None:
        """Click a button by its name, or any other part; `at` is how far to the right, 0 to 1."""
        widget = self.find(target) if isinstance(target, str) else target
        _scroll_to(widget)
        settle()
        middle = widget.rect().center()
        middle.setX(round(widget.width() * at))
        spot = widget.mapTo(self.window, middle)
        hit = self.window.childAt(spot)
        assert hit is not None
        assert hit is widget or widget.isAncestorOf(hit), f"{target} is covered by {hit}"
        handle = self.window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        settle()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(focused, Qt.Key.Key_Return)
            QTest.keyClicks(focused, line)
        settle()

    def drag(self, handle: QWidget, over: QWidget) -> None:
        """Take hold of something, move it to the lower edge of something else, and let go."""
        _scroll_to(over)
        _scroll_to(handle)
        settle()
        left = Qt.MouseButton.LeftButton
        target = handle.mapFromGlobal(over.mapToGlobal(QPoint(20, over.height() - 4)))
        QTest.mousePress(handle, left, pos=handle.rect().center())
        QTest.mouseMove(handle, target)
        QTest.mouseRelease(handle, left, pos=target)
        settle()

    def drop(self, path: Path, on: QWidget) -> None:
        """Drop a file on something, as from the desktop's file manager."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        middle, left = on.rect().center(), Qt.MouseButton.LeftButton
        how = (Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(on, QDragEnterEvent(middle, *how))
        QApplication.sendEvent(on, QDropEvent(QPointF(middle), *how))
        settle()

    def find(self, name: str) -> QAbstractButton:
        """The button in sight that bears a name, exactly or as its beginning."""
        seen = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible()]
        exact = [b for b in seen if name in _names(b)]
        begins = [b for b in seen if any(text.startswith(name) for text in _names(b))]
        found = exact or begins
        assert found, f"no button {name!r} among {[_names(b) for b in seen]}"
        return found[0]

    def can_see(self, name: str) -> bool:
        """Whether a button of that name is in sight."""
        seen = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible()]
        return any(text.startswith(name) for b in seen for text in _names(b))

    # Eyes

    def read(self) -> str:
        """Every word of the labels in sight, a line each."""
        settle()
        labels = self.window.findChildren(QLabel)
        return "\n".join(words.text() for words in labels if words.isVisible() and words.text())

    @property
    def word(self) -> str:
        """The word in the ring, such as HOLD."""
        return self.run.view.ring.accessibleName().rpartition(" ")[0]

    @property
    def digits(self) -> int:
        """The digits in the ring."""
        return int(self.run.view.ring.accessibleName().rpartition(" ")[2])

    @property
    def title(self) -> str:
        """The exercise on stage."""
        return self.run.view.stage.title.text()

    @property
    def notice(self) -> str:
        """The notice on stage, if one is in sight."""
        shown = self.run.view.stage.notice
        return shown.text() if shown.isVisible() else ""

    # Time

    def wait(self, seconds: float, every: float = LONGEST_STEP) -> None:
        """Let time pass; the program looks at the clock as it goes."""
        while seconds > 1e-9:
            step = min(every, seconds)
            self.sleep(step)
            seconds -= step
        settle()

    def sleep(self, seconds: float) -> None:
        """Let time pass without a look at the clock until it is over."""
        self.clock.advance(seconds)
        if self.program.session is not None:
            self.program.session.wake()

    def sleep_over(self, days: int = 1, hour: int = 8) -> None:
        """Let so many nights pass, and come back to the window, as the desktop tells it."""
        later = self.clock.wall + timedelta(days=days)
        self.clock.wall = later.replace(hour=hour, minute=0, second=0)
        self.return_to_window()

    def return_to_window(self) -> None:
        """Come back to the window from another one: what is on the page is shown anew."""
        self.program._refresh(Qt.ApplicationState.ApplicationActive)
        settle()

    def wait_until(self, is_so: Callable[[], bool], most: float = 4000) -> None:
        """Let time pass until something is so."""
        waited = 0.0
        while not is_so():
            assert waited < most, f"it never came to that: {self.read()}"
            self.wait(0.5)
            waited += 0.5

    def play_on(self, go_on: Callable[[], object]) -> None:
        """Follow the session to its end; `go_on` is what to do where the clock waits."""
        for _tick in range(10_000):
            if not self.in_session:
                settle()
                return
            if self.word in ("SPACE TO GO", "SKIPPED"):
                go_on()
            self.sleep(LONGEST_STEP)
            if _tick % 40 == 0:
                settle()
        raise AssertionError("the session never ends")


def combination(key: str) -> QKeyCombination:
    """A key with its modifiers, by its name."""
    sequence: Any = QKeySequence(key)
    pressed: QKeyCombination = sequence[0]
    return pressed


def press(widget: QWidget, key: str) -> None:
    """Press a key within a widget, by its name."""
    pressed = combination(key)
    QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget with the left button, in its middle or elsewhere."""
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, at or widget.rect().center())


def child(parent: QWidget, kind: type[W]) -> W:
    """The one part of a kind that is in sight."""
    (found,) = [part for part in parent.findChildren(kind) if part.isVisible()]
    return found


def settle() -> None:
    """Let everything that is due happen, be painted, and go away."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _names(widget: QWidget) -> list[str]:
    texts = [widget.accessibleName()]
    if isinstance(widget, QAbstractButton):
        texts.append(widget.text().replace("&", ""))
    return [text for text in texts if text]


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            settle()
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
