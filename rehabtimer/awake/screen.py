"""Asks the system to keep the screen awake, and says what came of it."""

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from rehabtimer.awake.hold import Answer, Hold
from rehabtimer.core.text import _

NO_ANSWER_MS = 2000

_SOON_MS, _LATER_MS = 20, 500  # between two looks for an answer


class State(Enum):
    """What is known about the screen."""

    OFF = auto()  # nothing is wanted
    ASKED = auto()  # the system has not answered yet
    HELD = auto()  # the system has promised to keep it awake
    REFUSED = auto()  # it has not, or does so no longer


class Awake(QObject):
    """Keeps the screen awake from `hold` to `release`. Nothing here raises, or waits for a system.

    `changed` tells that `state` or `problem` is another. The end of the program, however hard,
    ends the hold as well.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is loaded or asked before `hold`."""
        super().__init__(parent)
        self._state = State.OFF
        self._problem = ""
        self._hold: Hold | None = None
        self._ear = QTimer(self)
        self._ear.timeout.connect(self._listen)
        self._patience = QTimer(self, singleShot=True, interval=NO_ANSWER_MS)
        self._patience.timeout.connect(self._miss)

    @property
    def state(self) -> State:
        """What is known now."""
        return self._state

    @property
    def holds(self) -> bool:
        """Whether the system has really promised to keep the screen awake."""
        return self._state is State.HELD

    @property
    def problem(self) -> str:
        """Why the screen may go dark, in one sentence; "" unless it was refused."""
        return self._problem

    @property
    def words(self) -> str:
        """What the window says about it, in a few words; "" while there is nothing to say."""
        if self._state is State.HELD:
            return _("screen stays awake")
        return _("screen may go dark") if self._state is State.REFUSED else ""

    def hold(self) -> None:
        """Begin to keep the screen awake; does nothing where that was asked already."""
        if self._hold:
            return
        self._hold = Hold()
        self.destroyed.connect(self._hold.release)
        self._ear.start(_SOON_MS)
        self._patience.start()
        self._tell(State.ASKED)
        self._hold.start()

    def release(self) -> None:
        """Let the screen go dark when it likes."""
        if self._hold:
            hold, self._hold = self._hold, None
            self.destroyed.disconnect(hold.release)
            self._patience.stop()
            self._ear.stop()
            hold.release()
            self._tell(State.OFF)

    def _listen(self) -> None:
        """Take what the thread has said; once it has, nothing but a broken promise is to come."""
        if self._hold and not self._hold.answers.empty():
            self._ear.start(_LATER_MS)
            self._patience.stop()
            self._take(self._hold.answers.get())

    def _miss(self) -> None:
        self._take(Answer.SILENT)

    def _take(self, answer: Answer) -> None:
        held = answer is Answer.HELD
        self._tell(State.HELD if held else State.REFUSED, _problem(answer))

    def _tell(self, state: State, problem: str = "") -> None:
        if (state, problem) != (self._state, self._problem):
            self._state, self._problem = state, problem
            self.changed.emit()


def _problem(answer: Answer) -> str:
    return {
        Answer.HELD: "",
        Answer.REFUSED: _("The screen may go dark: nothing on this computer would keep it awake."),
        Answer.SILENT: _("The screen may go dark: the desktop does not answer."),
        Answer.BROKEN: _("The screen may go dark: the desktop keeps it awake no longer."),
    }[answer]
