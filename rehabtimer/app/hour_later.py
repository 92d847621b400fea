"""Asks how the knee is an hour after a session, wherever the person is by then."""

from PySide6.QtCore import QObject, QTimer

from rehabtimer.app.wiring import Board
from rehabtimer.core.text import _
from rehabtimer.gui.main_window import Page
from rehabtimer.presenters.today_questions import TodayQuestions


class HourLater(QObject):
    """Waits for the hour to pass, and then lets Today ask, or says on another page that it does."""

    def __init__(self, board: Board) -> None:
        """Nothing is due before `look`."""
        super().__init__(board.window)
        self._board = board
        self._questions = TodayQuestions(board.case)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.ask)

    def look(self) -> None:
        """See when the question is due; a session may have ended, or a day begun."""
        seconds = self._questions.seconds_to_next()
        if seconds is None:
            self._due.stop()
        else:
            self._due.start(round(1000 * seconds) + 1)

    @property
    def is_waiting(self) -> bool:
        """Whether a question will come."""
        return self._due.isActive()

    def ask(self) -> None:
        """Let Today ask now, or say that it does."""
        if self._board.window.page is Page.TODAY:
            self._board.fill(Page.TODAY)
        else:
            self._board.window.show_notice(_("An hour has passed: Today asks how your knee is."))
