"""Wires each page: its view, its presenter, and what a press on it does."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from rehabtimer import paths
from rehabtimer.core.settings import Theme
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.today import TodayView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.today import TodayPresenter

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


class Pages:
    """The pages beside the sidebar, each made when it is first opened and filled whenever it is."""

    def __init__(
        self, application: QApplication, window: MainWindow, leads: Leads, case: Case
    ) -> None:
        """Offer every page of a case to the window."""
        self._application = application
        self._window = window
        self._leads = leads
        self._case = case
        self._fill: dict[Page, Callable[[], None]] = {}
        self._summary_of = ""
        for page, make in {
            Page.TODAY: self._today,
            Page.TRENDS: self._trends,
            Page.PROGRAMME: self._programme,
            Page.GUIDE: self._guide,
            Page.SETTINGS: self._settings,
            Page.SUMMARY: self._summary,
        }.items():
            window.add_page(page, make)
        window.page_opened.connect(self.fill)
        window.demo.setVisible(case.demo)

    def fill(self, page: Page) -> None:
        """Show on a page what holds now."""
        if page in self._fill:
            self._fill[page]()

    def show_summary(self, session: str) -> None:
        """Sum up a session that has just ended."""
        self._summary_of = session
        self._window.forget_page(Page.SUMMARY)
        self._window.open_page(Page.SUMMARY)

    def _today(self) -> QWidget:
        view, presenter = TodayView(), TodayPresenter(self._case)

        def fill() -> None:
            view.show_frame(presenter.frame())

        def try_again(exercise: str) -> None:
            presenter.try_again(exercise)
            fill()

        self._fill[Page.TODAY] = fill
        view.start_wanted.connect(self._leads.start_session)
        view.resume_wanted.connect(self._leads.resume_session)
        view.trends_wanted.connect(lambda: self._window.open_page(Page.TRENDS))
        view.try_again_wanted.connect(try_again)
        view.answered.connect(presenter.answer)
        return view

    def _trends(self) -> QWidget:
        from rehabtimer.gui.views.trends import TrendsView
        from rehabtimer.presenters.trends import TrendsPresenter

        view, presenter = TrendsView(), TrendsPresenter(self._case)

        def fill() -> None:
            view.show_frame(presenter.frame())

        self._fill[Page.TRENDS] = fill
        view.span_chosen.connect(then(presenter.choose, fill))
        return view

    def _programme(self) -> QWidget:
        from rehabtimer.app.programme_wiring import wire_programme
        from rehabtimer.gui.views.programme import ProgrammeView
        from rehabtimer.presenters.programme import ProgrammePresenter

        view = ProgrammeView()
        self._fill[Page.PROGRAMME] = wire_programme(view, ProgrammePresenter(self._case))
        return view

    def _guide(self) -> QWidget:
        from rehabtimer.gui.views.care import CareView
        from rehabtimer.presenters.care import CarePresenter

        view, presenter = CareView(), CarePresenter(paths.resources())
        self._fill[Page.GUIDE] = lambda: view.show_frame(presenter.frame())
        return view

    def _settings(self) -> QWidget:
        from rehabtimer.app.sound_wiring import SoundWiring
        from rehabtimer.gui.views.settings import SettingsView
        from rehabtimer.presenters.settings import SettingsPresenter
        from rehabtimer.presenters.sound_settings import SoundPresenter

        view = SettingsView()
        presenter = SettingsPresenter(self._case, self._case.store.database.path)
        sound = SoundWiring(
            view.sound, SoundPresenter(self._case), self._leads.surroundings.sounding
        )

        def fill() -> None:
            view.show_frame(presenter.frame())
            sound.fill()

        self._fill[Page.SETTINGS] = fill
        for signal, verb in (
            (view.time_set, presenter.set_time),
            (view.wait_chosen, presenter.set_wait),
            (view.first_chosen, presenter.set_first),
            (view.group_floor_set, presenter.set_group_floor),
            (view.theme_chosen, presenter.set_theme),
            (view.text_size_set, presenter.set_text_size),
            (view.still_set, presenter.set_still),
            (view.day_start_set, presenter.set_day_start),
            (view.defaults_wanted, presenter.restore_defaults),
            (view.undo_wanted, presenter.undo),
        ):
            signal.connect(then(verb, fill))
        sound.turn_to(here=True)
        self._window.page_opened.connect(lambda page: sound.turn_to(here=page is Page.SETTINGS))
        view.care_wanted.connect(lambda: self._window.open_page(Page.GUIDE))
        view.look_changed.connect(self._change_look)
        return view

    def _summary(self) -> QWidget:
        from rehabtimer.gui.views.summary import SummaryView
        from rehabtimer.presenters.summary import SummaryPresenter

        view, presenter = SummaryView(), SummaryPresenter(self._case, self._summary_of)
        self._fill[Page.SUMMARY] = lambda: view.show_frame(presenter.frame())
        view.done_wanted.connect(lambda: self._window.open_page(Page.TODAY))
        view.resume_wanted.connect(self._leads.resume_session)
        view.pain_told.connect(presenter.tell_pain)
        view.note_written.connect(presenter.note)
        return view

    def _change_look(self, theme: Theme, scale: float) -> None:
        apply_theme(self._application, theme, scale)
        self._window.take_up_look()


def then(verb: Callable[..., object], afterwards: Callable[[], None]) -> Callable[..., None]:
    """Return a slot that carries out a verb and then shows what has become of it."""

    def slot(*values: object) -> None:
        verb(*values)
        afterwards()

    return slot
