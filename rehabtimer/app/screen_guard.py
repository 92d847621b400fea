"""Keeps the screen awake for as long as a session wants it, and looks again when that ends."""

import math
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from rehabtimer.awake.screen import Awake


class WantsScreen(Protocol):
    """What knows whether somebody is following."""

    def wants_screen(self) -> bool:
        """Return whether the screen should stay awake now."""

    def seconds_of_screen(self) -> float | None:
        """Return the real seconds after which that changes by itself, if it does."""


class ScreenGuard(QObject):
    """Holds and releases the screen; without a tick to call it, a timer of its own does."""

    def __init__(self, awake: Awake, session: WantsScreen, parent: QObject) -> None:
        """Nothing is held before the first look."""
        super().__init__(parent)
        self._awake = awake
        self._session = session
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Hold or release the screen, whichever is right now."""
        if self._session.wants_screen():
            self._awake.hold()
        else:
            self._awake.release()
        left = self._session.seconds_of_screen()
        if left:
            self._timer.start(math.ceil(left * 1000))
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Release the screen for good."""
        self._timer.stop()
        self._awake.release()
