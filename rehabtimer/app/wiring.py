"""What every page is wired with."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication

from rehabtimer.core.errors import UserError
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.presenters.case import Case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rehabtimer.app.surroundings import Surroundings


class Leads(Protocol):
    """What leads from a page to a session."""

    def start_session(self) -> None:
        """Begin today's session."""

    def resume_session(self) -> None:
        """Take up the session that is waiting."""

    @property
    def surroundings(self) -> "Surroundings":
        """What sessions use of the computer."""


class Board:
    """What the pages share: the window, the case, and how each page is filled with what holds."""

    def __init__(
        self, application: QApplication, window: MainWindow, leads: Leads, case: Case
    ) -> None:
        """No page is there yet."""
        self.application = application
        self.window = window
        self.leads = leads
        self.case = case
        self.is_busy = False  # while the history must be left alone
        self._fill: dict[Page, Callable[[], None]] = {}

    def fill_with(self, page: Page, fill: Callable[[], None]) -> None:
        """Remember what shows on a page what holds now."""
        self._fill[page] = fill

    def fill(self, page: Page) -> None:
        """Show on a page what holds now."""
        if page in self._fill and not self.is_busy:
            self._fill[page]()


def then(verb: Callable[..., object], afterwards: Callable[[], None]) -> Callable[..., None]:
    """Return a slot that carries out a verb and then shows what has become of it.

    What was refused is shown as it still is.
    """

    def slot(*values: object) -> None:
        try:
            verb(*values)
        finally:
            afterwards()

    return slot


def tell(window: MainWindow, act: Callable[[], str]) -> None:
    """Show in the window what an act says when it is done, or why it was refused."""
    try:
        sentence = act()
    except UserError as error:
        sentence = str(error)
    window.show_notice(sentence)
