"""How loud the tones are, and that speech does not drown them."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.audio.tones import Tones
from rehabtimer.core.clock import monotonic
from rehabtimer.core.cues import Cue
from tests.support.hearing import hears, listen, loudness
from tests.support.pulse import SoundServer, Tape
from tests.support.speechd import SpeechDaemon

TOOK_EFFECT = 0.15  # seconds, with all that is on its way to the device by then


@pytest.fixture
def tones(qtbot: QtBot, server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tones]:
    """Tones that are loaded, at full volume."""
    for name in ("HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_SERVER"):
        monkeypatch.setenv(name, server.environment[name])
    loaded = Tones(paths.resources() / "sounds")
    loaded.load()
    qtbot.waitUntil(lambda: loaded.available, timeout=10_000)
    yield loaded
    loaded.unload()


def test_half_is_quieter_and_nothing_is_silent(qtbot: QtBot, tones: Tones, tape: Tape) -> None:
    for volume in (1.0, 0.75, 0.5, 0.25, 0.0):
        tones.volume = volume
        tones.play(Cue.HOLD)
        qtbot.wait(600)
    tape.stop()
    heard = listen(tape)
    gains = [round(tone.gain, 3) for tone in heard]
    print(f"\nat 1, 3/4, 1/2 and 1/4 the tone is {gains} times as high")
    assert [tone.cue for tone in heard] == [Cue.HOLD] * 4
    assert gains[0] == pytest.approx(1.0, abs=0.02)
    assert sorted(gains, reverse=True) == gains
    assert 0.1 < gains[2] < 0.35


def test_it_changes_while_a_tone_is_heard(qtbot: QtBot, tones: Tones, tape: Tape) -> None:
    tones.play(Cue.END)
    qtbot.wait(200)
    tones.volume = 0.0
    at = monotonic()
    qtbot.wait(600)
    assert loudness(tape, at - 0.1, at) > 500
    assert loudness(tape, at + TOOK_EFFECT, at + 0.5) == 0.0


def test_hush_is_at_once(qtbot: QtBot, tones: Tones, tape: Tape) -> None:
    tones.play(Cue.END)
    qtbot.wait(200)
    tones.muted = True
    at = monotonic()
    qtbot.wait(600)
    assert loudness(tape, at - 0.1, at) > 500
    assert loudness(tape, at + TOOK_EFFECT, at + 0.5) == 0.0


def test_tones_are_heard_while_somebody_speaks(
    qtbot: QtBot, tones: Tones, server: SoundServer, tape: Tape
) -> None:
    with tempfile.TemporaryDirectory(prefix="rt-") as folder:
        daemon = SpeechDaemon(Path(folder), server)
        try:
            daemon.start()
            speak = ["spd-say", "Standing quad stretch, left leg, two sets of fifteen seconds."]
            subprocess.run(speak, env=daemon.environment, check=True, timeout=20)
            begun = monotonic()
            qtbot.waitUntil(lambda: loudness(tape, begun, monotonic()) > 100, timeout=10_000)
            for cue in (Cue.HOLD, Cue.GO, Cue.END):
                tones.play(cue)
                qtbot.wait(700)
        finally:
            daemon.close()
    sure = {cue: hears(tape, cue, begun) for cue in (Cue.HOLD, Cue.GO, Cue.END, Cue.SWITCH)}
    print(f"\nhow surely each tone is heard: {sure}")
    assert min(sure[cue] for cue in (Cue.HOLD, Cue.GO, Cue.END)) > 0.6
    assert sure[Cue.SWITCH] < 0.5
