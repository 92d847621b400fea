"""A session in the real program with the voice on: it is spoken, or its engine hangs."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.settings import Sound
from tests.sound.conftest import Begin
from tests.support.hearing import hears, loudness
from tests.support.pulse import SoundServer, Tape
from tests.support.speechd import SpeechDaemon

LONGEST_STALL = 0.1  # seconds
LOUD, SILENT = 300.0, 20.0  # of 32767
# Get ready 5 s, hold 10 s, change sides 5 s, hold 10 s. What is said then, and when no tone sounds:
SAID = {
    "Standing hip flexor stretch, left leg, 10 seconds.": (3.0, 4.5),
    "Half way.": (10.05, 10.5),
    "Switch sides: right leg.": (15.8, 16.5),
    "Half way, again.": (25.05, 25.5),
}
QUIET = (8.0, 9.9)


@pytest.fixture
def daemon(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechDaemon]:
    """A speech-dispatcher that sessions find, which have the voice on."""
    folder = Path(tempfile.mkdtemp(prefix="rt-"))
    running = SpeechDaemon(folder, server)
    monkeypatch.setattr("tests.sound.session.FULL", Sound(tones=1.0, voice=True, voice_volume=1.0))
    try:
        running.start()
        server.environment.update(running.environment)
        yield running
    finally:
        running.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("hangs", [False, True])
def test_tones_are_heard_with_a_voice_and_with_one_that_hangs(
    begin: Begin, daemon: SpeechDaemon, tape: Tape, hangs: bool
) -> None:
    if hangs:
        daemon.freeze()
    session = begin("hip-flexor-stretch")
    start, plan = session.plan[0][0], session.plan
    session.wait_for(plan[-1][0])
    assert session.finish() == 0
    tape.stop()
    heard = {
        line: round(loudness(tape, start + first, start + last))
        for line, (first, last) in SAID.items()
    }
    stall = max(session.stalls(since=start), default=0.0)
    sure = {cue: round(hears(tape, cue), 2) for cue in {cue for _, cue in plan}}
    print(f"\nhangs: {hangs}; longest stall {stall * 1000:.0f} ms; {heard}; {sure}")
    assert stall < LONGEST_STALL
    assert min(sure.values()) > (0.9 if hangs else 0.6)
    assert loudness(tape, start + QUIET[0], start + QUIET[1]) < SILENT
    if hangs:
        assert max(heard.values()) < SILENT
    else:
        assert min(heard.values()) > LOUD
    assert session.problems == []
