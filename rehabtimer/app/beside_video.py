"""Wires the small timer: while it is open the window is out of the way, and then it is back."""

from collections.abc import Callable

from rehabtimer.gui.keys import Verb
from rehabtimer.gui.main_window import MainWindow
from rehabtimer.gui.views.mini import MiniTimer
from rehabtimer.presenters.session_frame import SessionFrame

_NEEDS_THE_WINDOW = (Verb.HURTS, Verb.KEYS, Verb.FLOOR)


class BesideVideo:
    """The small timer of one session; what needs more room brings the window back."""

    def __init__(self, window: MainWindow, mini: MiniTimer, do: Callable[[Verb], None]) -> None:
        """`do` carries out a verb of the session."""
        self._window = window
        self._mini = mini
        self._do = do
        mini.verb_wanted.connect(self._verb)
        mini.closed.connect(window.come_back)

    @property
    def is_open(self) -> bool:
        """Whether the small timer is on the screen."""
        return self._mini.isVisible()

    def turn(self, *, still: bool) -> None:
        """Open the small timer, or close it."""
        if self.is_open:
            self._mini.close()
            return
        self._mini.set_still(still=still)
        self._mini.show()
        self._window.showMinimized()
        self._mini.activateWindow()

    def show_frame(self, frame: SessionFrame) -> None:
        """Show one moment of the session, if the small timer is open."""
        if self.is_open:
            self._mini.show_frame(frame)

    def end(self) -> None:
        """Close it with the session."""
        self._mini.close()
        self._mini.verb_wanted.disconnect(self._verb)
        self._mini.closed.disconnect(self._window.come_back)

    def _verb(self, verb: Verb) -> None:
        if verb in _NEEDS_THE_WINDOW:
            self._mini.close()
        self._do(verb)
