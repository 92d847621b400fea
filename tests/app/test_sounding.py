"""Tones and the voice together: what reaches the voice, and when nothing does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.app.sound_wiring import SoundWiring
from rehabtimer.app.sounding import Sounding
from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.audio.voice_messages import Hush, Say, read_wish
from rehabtimer.core.cues import Cue
from rehabtimer.core.settings import Sound, Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.sound_settings import SoundSection
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.sound_settings import SoundPresenter
from tests.support.cases import welcomed
from tests.support.players import Players
from tests.support.views import show
from tests.support.voices import child, note_taker, voice_of
from tests.support.window import click, press

# What Qt says where there is no sound server; the program keeps it in its log.
pytestmark = pytest.mark.qt_log_ignore("PulseAudioService", "Couldn't (load|resolve) ")

SOUND = Sound(tones=0.3, voice_volume=0.5, voice_name="Ada", rate=0.4)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def voice(qtbot: QtBot, notes: Path) -> Iterator[Voice]:
    with voice_of(qtbot, note_taker(notes)) as voice:
        yield voice


@pytest.fixture
def tones(tmp_path: Path) -> Tones:
    return Tones(paths.resources() / "sounds", player=Players(tmp_path).well())


@pytest.fixture
def sounding(tones: Tones, voice: Voice) -> Iterator[Sounding]:
    made = Sounding(tones, voice)
    yield made
    made.close()


def asked(notes: Path) -> list[Say | Hush]:
    lines = notes.read_bytes().splitlines() if notes.exists() else []
    return [read_wish(line) for line in lines]


def said(notes: Path) -> list[Say]:
    return [wish for wish in asked(notes) if isinstance(wish, Say)]


def test_a_line_is_said_with_what_was_chosen(qtbot: QtBot, sounding: Sounding, notes: Path) -> None:
    sounding.open(SOUND)
    sounding.play([], ["Hold."])
    qtbot.waitUntil(lambda: bool(said(notes)), timeout=20_000)
    assert said(notes) == [Say("Hold.", "Ada", 0.4, 0.5)]
    sounding.take_up(replace(SOUND, voice_volume=1.0, rate=0.0))
    sounding.play([], ["Return."])
    qtbot.waitUntil(lambda: len(said(notes)) == 2, timeout=20_000)
    assert said(notes)[1] == Say("Return.", "Ada", 0.0, 1.0)


def test_who_wants_silence_hears_no_line(
    qtbot: QtBot, sounding: Sounding, voice: Voice, notes: Path
) -> None:
    sounding.open(SOUND)
    qtbot.waitUntil(lambda: voice.available, timeout=20_000)
    sounding.mute(True)
    sounding.play([], ["Hold."])
    sounding.mute(False)
    sounding.play([], ["Return."])
    qtbot.waitUntil(lambda: bool(said(notes)), timeout=20_000)
    assert [wish.text for wish in said(notes)] == ["Return."]
    assert Hush() in asked(notes)


def test_without_a_voice_none_is_started(sounding: Sounding, voice: Voice) -> None:
    sounding.open(replace(SOUND, voice=False))
    assert not voice.available
    assert sounding.voice_problem == ""


def test_a_voice_that_is_not_wanted_has_no_problem_to_tell(qtbot: QtBot) -> None:
    with voice_of(qtbot, child("pass")) as broken:
        sounding = Sounding(Tones(paths.resources() / "sounds"), broken)
        with qtbot.waitSignal(broken.problem_changed, timeout=20_000):
            sounding.open(SOUND)
        assert sounding.voice_problem.startswith("There is no voice")
        sounding.take_up(replace(SOUND, voice=False))
        assert sounding.voice_problem == ""
        sounding.close()


def test_a_line_waits_until_the_tone_before_it_has_ended(
    qtbot: QtBot, sounding: Sounding, tones: Tones, voice: Voice, notes: Path
) -> None:
    sounding.open(SOUND)
    qtbot.waitUntil(lambda: tones.available and voice.available, timeout=20_000)
    sounding.play([Cue.REST], ["Rest."])
    assert sounding._after_tone.interval() == 1000 * tones.seconds(Cue.REST) > 400
    sounding.play([Cue.COUNT], ["3"])
    assert sounding._after_tone.interval() == 1000 * tones.seconds(Cue.COUNT) < 200
    qtbot.waitUntil(lambda: bool(said(notes)), timeout=20_000)
    assert [wish.text for wish in said(notes)] == ["3"], "the newest line is the one that counts"


def test_without_tones_a_line_waits_for_nothing(
    qtbot: QtBot, sounding: Sounding, tones: Tones, voice: Voice
) -> None:
    sounding.open(replace(SOUND, tones=0.0))
    qtbot.waitUntil(lambda: tones.available and voice.available, timeout=20_000)
    sounding.play([Cue.REST], ["Rest."])
    assert sounding._after_tone.interval() == 0


# In the Settings


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def section(qtbot: QtBot, qapp: QApplication, case: Case, sounding: Sounding) -> SoundSection:
    apply_theme(qapp, Theme.LIGHT)
    section = SoundSection()
    wiring = SoundWiring(section, SoundPresenter(case), sounding)
    wiring.fill()
    show(qtbot, section)
    wiring.turn_to(here=True)
    qtbot.waitUntil(lambda: section.names.count() == 2, timeout=20_000)
    return section


def test_the_systems_voices_are_on_offer(case: Case, section: SoundSection) -> None:
    assert section.names.itemText(0) == "The system's choice"
    assert section.names.itemText(1) == "Ada (English)"
    press(section.names, "Down")
    assert case.settings.sound.voice_name == "Ada"
    press(section.names, "Up")
    assert case.settings.sound.voice_name == ""


def test_a_chosen_voice_that_has_gone_stays_chosen(case: Case, section: SoundSection) -> None:
    case.save(replace(case.settings, sound=replace(Sound(), voice_name="Bob")))
    section.show_frame(SoundPresenter(case).frame())
    assert section.names.currentText() == "Bob"


def test_the_test_says_a_line_as_a_session_would(
    qtbot: QtBot, case: Case, section: SoundSection, notes: Path
) -> None:
    click(section.rates.buttons["faster"])
    click(section.voice_volume.minus)
    click(section.test)
    qtbot.waitUntil(lambda: bool(said(notes)), timeout=20_000)
    line = SoundPresenter(case).frame().sample
    assert said(notes)[-1] == Say(line, "", 0.4, 0.9)


def test_everything_is_set_by_mouse(case: Case, section: SoundSection) -> None:
    click(section.tones.minus)
    click(section.counts.buttons["reps"])
    click(section.voice)
    sound = case.settings.sound
    assert (sound.tones, sound.count, sound.voice) == (0.9, "reps", False)
    for part in (section.voice_volume, section.names, section.rates, section.counts):
        assert not part.isEnabled(), "there is no voice to set"
    assert section.tones.isEnabled()
    assert section.test.isEnabled()


def test_a_voice_turned_on_is_looked_for_at_once(
    qtbot: QtBot, section: SoundSection, voice: Voice
) -> None:
    click(section.voice)
    assert not voice.available, "nobody wants it"
    section.show_voices(())
    click(section.voice)
    qtbot.waitUntil(lambda: section.names.count() == 2, timeout=20_000)


def test_the_problem_of_a_voice_goes_with_the_wish_for_one(
    qtbot: QtBot, qapp: QApplication, case: Case
) -> None:
    apply_theme(qapp, Theme.LIGHT)
    section = SoundSection()
    with voice_of(qtbot, child("pass")) as broken:
        sounding = Sounding(Tones(paths.resources() / "sounds"), broken)
        SoundWiring(section, SoundPresenter(case), sounding).turn_to(here=True)
        show(qtbot, section)
        qtbot.waitUntil(lambda: "There is no voice" in section.problem.text(), timeout=20_000)
        section.voice_set.emit(False)
        assert section.problem.text() == ""
        assert not section.problem.isVisible()


def test_leaving_the_page_ends_the_voice(
    qtbot: QtBot, case: Case, section: SoundSection, sounding: Sounding, voice: Voice
) -> None:
    SoundWiring(section, SoundPresenter(case), sounding).turn_to(here=False)
    assert not voice.available
