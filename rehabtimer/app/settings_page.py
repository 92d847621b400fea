"""Wires the Settings."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, then
from rehabtimer.core.settings import Theme
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.theme import apply_theme

if TYPE_CHECKING:
    from rehabtimer.gui.views.settings import SettingsView
    from rehabtimer.presenters.pain_settings import PainSettingsPresenter
    from rehabtimer.presenters.settings import SettingsPresenter


def make_settings(board: Board, import_programme: Callable[[Path], None]) -> QWidget:
    """Make the page; a change of the look holds at once, everywhere.

    `import_programme` takes a file of exercises.
    """
    from rehabtimer.app.data_page import DataPage
    from rehabtimer.app.sound_wiring import SoundWiring
    from rehabtimer.app.usual_units import usual_units
    from rehabtimer.gui.views.settings import SettingsView
    from rehabtimer.presenters.pain_settings import PainSettingsPresenter
    from rehabtimer.presenters.settings import SettingsPresenter
    from rehabtimer.presenters.sound_settings import SoundPresenter

    case, window = board.case, board.window
    view = SettingsView()
    presenter = SettingsPresenter(case, usual_units())
    pain = PainSettingsPresenter(case)
    data = DataPage(board, view, import_programme)
    sound = SoundWiring(view.sound, SoundPresenter(case), board.leads.surroundings.sounding)

    def fill() -> None:
        view.show_frame(presenter.frame())
        sound.fill()
        view.pain.show_frame(pain.frame())
        data.fill()

    def change_look(theme: Theme, scale: float) -> None:
        apply_theme(board.application, theme, scale)
        window.take_up_look()

    board.fill_with(Page.SETTINGS, fill)
    for signal, verb in _verbs(view, presenter, pain):
        signal.connect(then(verb, fill))
    sound.turn_to(here=True)
    window.page_opened.connect(lambda page: sound.turn_to(here=page is Page.SETTINGS))
    view.care_wanted.connect(lambda: window.open_page(Page.GUIDE))
    view.look_changed.connect(change_look)
    return view


def _verbs(
    view: "SettingsView", presenter: "SettingsPresenter", pain: "PainSettingsPresenter"
) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
    """Return what each change on the page does."""
    return (
        (view.time_set, presenter.set_time),
        (view.wait_chosen, presenter.set_wait),
        (view.first_chosen, presenter.set_first),
        (view.group_floor_set, presenter.set_group_floor),
        (view.theme_chosen, presenter.set_theme),
        (view.text_size_set, presenter.set_text_size),
        (view.still_set, presenter.set_still),
        (view.day_start_set, presenter.set_day_start),
        (view.units_chosen, presenter.set_units),
        (view.defaults_wanted, presenter.restore_defaults),
        (view.undo_wanted, presenter.undo),
        (view.pain.rule_chosen, pain.choose_rule),
        (view.pain.ease_set, pain.set_ease),
        (view.pain.stop_set, pain.set_stop),
        (view.pain.calm_days_set, pain.set_calm_days),
        (view.pain.calm_most_set, pain.set_calm_most),
        (view.pain.undo_wanted, pain.undo),
    )
