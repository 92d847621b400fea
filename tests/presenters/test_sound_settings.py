"""The sound part of the Settings: every change is kept at once, within its limits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.settings import Settings, Sound, VoiceCount
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.settings import SettingsPresenter
from rehabtimer.presenters.sound_settings import SoundPresenter
from tests.support.cases import reopened, welcomed


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> SoundPresenter:
    return SoundPresenter(case)


def chosen(options: tuple[Option, ...]) -> list[str]:
    return [option.key for option in options if option.chosen]


def change_everything(presenter: SoundPresenter) -> None:
    presenter.set_tones(30)
    presenter.set_voice(False)
    presenter.set_voice_volume(50)
    presenter.set_voice_name("english-us")
    presenter.set_rate("faster")
    presenter.set_count("reps")


def test_at_first_there_is_a_voice_that_counts_seconds(presenter: SoundPresenter) -> None:
    frame = presenter.frame()
    assert (frame.tones, frame.voice, frame.voice_volume, frame.voice_name) == (100, True, 100, "")
    assert chosen(frame.rates) == ["normal"]
    assert chosen(frame.counts) == ["seconds"]
    assert frame.sample


def test_changes_are_there_at_the_next_start(case: Case, presenter: SoundPresenter) -> None:
    change_everything(presenter)
    again = reopened(case)
    assert again.settings.sound == Sound(
        tones=0.3,
        voice=False,
        voice_volume=0.5,
        voice_name="english-us",
        rate=0.4,
        count=VoiceCount.REPS,
    )
    frame = SoundPresenter(again).frame()
    assert (frame.tones, frame.voice_volume, frame.voice_name) == (30, 50, "english-us")
    assert (chosen(frame.rates), chosen(frame.counts)) == (["faster"], ["reps"])


@pytest.mark.parametrize("given, kept", [(-20, 0.0), (0, 0.0), (100, 1.0), (400, 1.0)])
def test_volumes_stay_within_what_can_be_heard(
    case: Case, presenter: SoundPresenter, given: float, kept: float
) -> None:
    presenter.set_tones(given)
    presenter.set_voice_volume(given)
    assert (case.settings.sound.tones, case.settings.sound.voice_volume) == (kept, kept)


def test_the_defaults_bring_the_sound_back_and_undo_takes_it_away(
    case: Case, presenter: SoundPresenter
) -> None:
    change_everything(presenter)
    before = case.settings.sound
    whole = SettingsPresenter(case)
    whole.restore_defaults()
    assert case.settings.sound == Settings().sound
    whole.undo()
    assert case.settings.sound == before


def test_a_change_of_the_sound_after_the_defaults_is_not_undone(
    case: Case, presenter: SoundPresenter
) -> None:
    whole = SettingsPresenter(case)
    whole.set_day_start(2)
    whole.restore_defaults()
    presenter.set_tones(10)
    assert whole.frame().undo_text == ""
    whole.undo()
    assert case.settings.sound.tones == 0.1
    assert case.settings.day_start == Settings().day_start
