"""Wires the sound part of the Settings: what is kept, and what is heard of it at once."""

from collections.abc import Callable

from rehabtimer.app.sounding import Sounding
from rehabtimer.gui.views.sound_settings import SoundSection
from rehabtimer.presenters.sound_settings import SoundPresenter


class SoundWiring:
    """Keeps every change, and lets the sound be tested with it."""

    def __init__(
        self, section: SoundSection, presenter: SoundPresenter, sounding: Sounding
    ) -> None:
        """Connect the three; nothing is loaded before the section is filled."""
        self._section = section
        self._presenter = presenter
        self._sounding = sounding
        for signal, verb in (
            (section.tones_set, presenter.set_tones),
            (section.voice_set, presenter.set_voice),
            (section.voice_volume_set, presenter.set_voice_volume),
            (section.voice_named, presenter.set_voice_name),
            (section.rate_chosen, presenter.set_rate),
            (section.count_chosen, presenter.set_count),
        ):
            signal.connect(self._slot(verb))
        section.voice_set.connect(lambda on: self.turn_to(here=on))
        section.test_wanted.connect(self._test)
        sounding.changed.connect(self._show_problems)
        sounding.voices_changed.connect(self._show_voices)

    def fill(self) -> None:
        """Show what is chosen."""
        self._section.show_frame(self._presenter.frame())
        self._sounding.take_up(self._presenter.sound)
        self._show_problems()

    def turn_to(self, *, here: bool) -> None:
        """Find out which voices there are when the page is opened; be silent when it is left."""
        if here:
            self._sounding.find_voices(self._presenter.sound)
        else:
            self._sounding.close()

    def _slot(self, verb: Callable[..., None]) -> Callable[..., None]:
        def slot(value: object) -> None:
            verb(value)
            self.fill()

        return slot

    def _test(self) -> None:
        self._sounding.test(self._presenter.sound, self._presenter.frame().sample)
        self._show_problems()

    def _show_problems(self) -> None:
        self._section.show_problems(self._sounding.problem, self._sounding.voice_problem)

    def _show_voices(self) -> None:
        self._section.show_voices(self._sounding.voices)
