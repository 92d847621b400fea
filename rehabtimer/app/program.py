"""The program at work: it opens the history, and leads from screen to screen."""

import gc
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QApplication

from rehabtimer import paths
from rehabtimer.app.faults import Faults
from rehabtimer.cli import WindowOptions
from rehabtimer.core.clock import Clock
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.storage.window_lock import lock_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rehabtimer.app.pages import Pages
    from rehabtimer.app.session_run import SessionRun
    from rehabtimer.app.surroundings import Surroundings
    from rehabtimer.app.welcoming import Welcoming
    from rehabtimer.presenters.case import Case
    from rehabtimer.presenters.session import SessionPresenter

_WRONG_USE = 2


class Program:
    """One window over one history. Until `load` has run, the window is empty."""

    def __init__(
        self,
        application: QApplication,
        path: Path,
        clock: Clock,
        options: WindowOptions,
        surroundings: "Surroundings | None" = None,
    ) -> None:
        """Make the window; nothing is read or written yet.

        `surroundings` are other ones than the computer's own, for tests and pictures.
        """
        self._application = application
        self._path = paths.real(path)
        self._clock = clock
        self._options = options
        self._lock = QLockFile(str(lock_of(path)))
        self._lock.setStaleLockTime(0)
        self.problem: UserError | None = None
        self.case: Case | None = None
        self.session: SessionRun | None = None
        self.welcoming: Welcoming | None = None
        self._pages: Pages | None = None
        self._surroundings = surroundings
        self.window = MainWindow()
        self.window.closing.connect(self._keep_session)
        self.faults = Faults(self.tell_fault, application.exit, paths.log_folder())
        application.applicationStateChanged.connect(self._refresh)

    def load(self) -> None:
        """Open the history and show where the person stands; a UserError ends the program."""
        try:
            self._load()
        except UserError as error:
            self.problem = error
            self._application.exit(_WRONG_USE)
        finally:
            gc.freeze()  # what is loaded stays; looking at it again and again takes 30 ms a time
            gc.enable()

    def start_session(self, *, automatic: bool = False) -> None:
        """Begin today's session; `automatic` asks nothing, and takes up one that is waiting."""
        from rehabtimer.presenters.session import SessionPresenter

        case = self._opened()
        waiting = case.store.history.resumable(case.today) if automatic else None
        if waiting is None:
            presenter = SessionPresenter.begin(case, automatic=automatic)
        else:
            presenter = SessionPresenter.take_up(case, waiting, automatic=True)
        self._run(presenter, ask_first=not automatic)

    def resume_session(self) -> None:
        """Take up the session that is waiting; show Today anew if its day has passed."""
        from rehabtimer.presenters.session import SessionPresenter

        case = self._opened()
        waiting = case.store.history.resumable(case.today)
        if waiting is None:
            self.window.open_page(Page.TODAY)
        else:
            self._run(SessionPresenter.take_up(case, waiting), ask_first=False)

    @property
    def surroundings(self) -> "Surroundings":
        """What sessions use of the computer; it is loaded when it is first wanted."""
        if self._surroundings is None:
            from rehabtimer.app.surroundings import Surroundings

            self._surroundings = Surroundings()
        return self._surroundings

    def tell_fault(self, sentence: str) -> None:
        """Show what went wrong, and stop the clock."""
        self.window.show_notice(sentence)
        if self.session is not None:
            self.session.pause(sentence)

    def close(self) -> None:
        """Keep what is to be kept, and let go of the history."""
        self._keep_session()
        if self._surroundings is not None:
            self._surroundings.close()
        self._pages = None  # the window may still be told that it is active
        if self.case is not None:
            self.case.store.close()
        self._lock.unlock()

    def _opened(self) -> "Case":
        if self.case is None:
            raise RuntimeError("the history is not open yet")
        return self.case

    def _load(self) -> None:
        from rehabtimer.app.pages import Pages

        self._take_lock()
        self.case = self._open_case()
        self._pages = Pages(self._application, self.window, self, self.case)
        if self._options.start:
            self.start_session(automatic=True)
        elif self.case.settings.welcomed:
            self.window.open_page(Page.TODAY)
        else:
            from rehabtimer.app.usual_units import take_up_units
            from rehabtimer.app.welcoming import Welcoming

            take_up_units(self.case)
            self.welcoming = Welcoming(
                self.window, self.case, lambda: self.surroundings, self._welcomed
            )
            self.welcoming.open()

    def _open_case(self) -> "Case":
        from rehabtimer.core.catalogue import load_programme
        from rehabtimer.presenters.case import Case
        from rehabtimer.storage.copies import clear_up
        from rehabtimer.storage.store import Store

        programme = load_programme(paths.resources())
        store = Store.open(self._path, now=self._clock.now)
        clear_up(self._path, self._clock.now())
        if self._options.demo:
            from rehabtimer import demo

            demo.write(demo.make_history(programme, self._clock.now().date()), store)
        case = Case(store, self._clock, programme)
        if self._options.side is not None:
            case.save(replace(case.settings, affected=self._options.side))
        return case

    def _take_lock(self) -> None:
        """A lock lies beside the history, so that its folder has to be there first."""
        from rehabtimer.storage.files import make_folder

        make_folder(self._path)
        if self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError:
            return
        text = _("{path} is open in another RehabTimer window: use that one, or close it first.")
        raise UserError(text.format(path=self._path))

    def _welcomed(self) -> None:
        self.welcoming = None
        if self._surroundings is not None:
            self._surroundings.sounding.close()
        self.window.open_page(Page.TODAY)

    def _run(self, presenter: "SessionPresenter", *, ask_first: bool) -> None:
        from rehabtimer.app.session_run import SessionRun

        self.session = SessionRun(
            self.window,
            presenter,
            self._session_over,
            lambda: self.window.open_page(Page.GUIDE),
            self.surroundings,
        )
        self.session.open(ask_first=ask_first)

    def _session_over(self, session: str) -> None:
        self.session = None
        if self._pages is not None and session:
            self._pages.show_summary(session)
        else:
            self.window.open_page(Page.TODAY)

    def _keep_session(self) -> None:
        if self.session is not None:
            self.session.close()
            self.session = None

    def _refresh(self, state: Qt.ApplicationState) -> None:
        """A new day may have begun while the window was in the background."""
        if state is Qt.ApplicationState.ApplicationActive and self._pages is not None:
            self._pages.fill(self.window.page)
