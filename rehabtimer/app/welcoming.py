"""Wires the first start: its questions, and the case that takes the answers."""

from collections.abc import Callable

from rehabtimer.app.wiring import then
from rehabtimer.gui.main_window import MainWindow
from rehabtimer.gui.views.welcome import WelcomeView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.sound_settings import sample_line
from rehabtimer.presenters.welcome import WelcomePresenter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rehabtimer.app.surroundings import Surroundings


class Welcoming:
    """The questions of the first start, until they are answered or passed over."""

    def __init__(
        self,
        window: MainWindow,
        case: Case,
        surroundings: Callable[[], "Surroundings"],
        on_end: Callable[[], None],
    ) -> None:
        """`on_end` is called when the last question is done with."""
        self._window = window
        self._case = case
        self._surroundings = surroundings
        self._presenter = WelcomePresenter(case)
        self._on_end = on_end
        self._is_heard = False
        self.view = WelcomeView()
        self.view.test_wanted.connect(self._test)
        for signal, verb in (
            (self.view.chosen, self._presenter.choose),
            (self.view.weekday_toggled, self._presenter.toggle_weekday),
            (self.view.start_chosen, self._presenter.start_on),
            (self.view.next_wanted, self._presenter.next),
            (self.view.skip_wanted, self._presenter.skip),
            (self.view.back_wanted, self._presenter.back),
        ):
            signal.connect(then(verb, self._show))

    def open(self) -> None:
        """Ask the first question."""
        self._window.open_whole(self.view)
        self._show()

    def _test(self) -> None:
        sounding = self._surroundings().sounding
        if not self._is_heard:
            self._is_heard = True
            sounding.changed.connect(self._show_problem)
        sounding.test(self._case.settings.sound, sample_line())

    def _show_problem(self) -> None:
        sounding = self._surroundings().sounding
        self.view.show_sound_problem(sounding.problem or sounding.voice_problem)

    def _show(self) -> None:
        if not self._presenter.is_over:
            self.view.show_frame(self._presenter.frame())
            return
        if self._is_heard:
            self._surroundings().sounding.changed.disconnect(self._show_problem)
        self._on_end()
        self._window.drop_whole(self.view)
