"""A sound device that dies, hangs or is unplugged in the middle of a session, and comes back."""

import signal
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from rehabtimer.core.clock import monotonic
from rehabtimer.core.cues import Cue
from tests.sound.conftest import Begin
from tests.sound.session import Session
from tests.support.hearing import hears
from tests.support.processes import is_running
from tests.support.pulse import SoundServer, wait_until

Harm = Callable[[SoundServer], None]

LONGEST_STALL = 0.1  # seconds
TOLD_WITHIN, BACK_WITHIN = 5.0, 15.0
ENDS_WITHIN = 3.0

HARMS = [
    pytest.param(SoundServer.kill, SoundServer.start, id="the server dies"),
    pytest.param(SoundServer.freeze, SoundServer.thaw, id="the server hangs"),
    pytest.param(SoundServer.unplug, SoundServer.plug_in, id="the device is unplugged"),
]


@pytest.mark.parametrize("harm,mend", HARMS)
def test_the_session_goes_on_and_sound_comes_back(
    begin: Begin, server: SoundServer, harm: Harm, mend: Harm
) -> None:
    session = begin("wall-slide", 2.0)
    sleep(9)  # all of a rep was drawn once by now
    harmed = monotonic()
    harm(server)
    wait_until(lambda: bool(session.problem), "nothing is told", TOLD_WITHIN)
    told = monotonic() - harmed
    sleep(4)
    mended = monotonic()
    mend(server)
    wait_until(lambda: not session.problem, "it stays silent", BACK_WITHIN)
    back = monotonic() - mended
    with server.tape() as tape:
        since = monotonic()
        session.wait_for(since + 11)
        sleep(0.5)
    due = [cue for moment, cue in session.plan if since + 0.2 < moment < since + 10]
    stall = max(session.stalls(since=harmed), default=0.0)
    print(
        f"\ntold after {told:.1f} s, back after {back:.1f} s, longest stall {stall * 1000:.0f} ms"
    )
    assert {Cue.GO, Cue.HOLD, Cue.COUNT, Cue.RETURN} == set(due)
    assert [cue for cue in set(due) if hears(tape, cue, since) < 0.9] == []
    assert stall < LONGEST_STALL


def test_without_a_server_a_session_begins_and_says_so(begin: Begin, server: SoundServer) -> None:
    server.kill()
    session = begin("hip-flexor-stretch", 4.0)
    assert "There is no sound: no audio device was found." in session.problem
    session.wait_for(session.plan[-1][0])
    assert session.finish() == 0


@pytest.mark.parametrize("harm", [SoundServer.kill, SoundServer.freeze])
def test_the_program_ends_as_soon_as_ever(begin: Begin, server: SoundServer, harm: Harm) -> None:
    session = begin("hip-flexor-stretch", 4.0)
    players = children(session)
    session.wait_for(session.plan[-1][0] - 0.5)  # so that it is in the middle of its last tones
    harm(server)
    assert session.finish() == 0
    ended = [fact["loop_ended"] for fact in session.told if "loop_ended" in fact]
    print(f"\nthe process ended {(monotonic() - ended[0]) * 1000:.0f} ms after its window")
    assert monotonic() - ended[0] < ENDS_WITHIN
    wait_until(lambda: not any(map(is_running, players)), "the player lives on", ENDS_WITHIN)


@pytest.mark.parametrize("hangs", [False, True])
def test_no_player_outlives_a_program_that_is_killed(
    begin: Begin, server: SoundServer, hangs: bool
) -> None:
    session = begin("wall-slide")
    players = children(session)
    if hangs:
        server.freeze()
        sleep(4)  # a fresh one hangs as it begins
        players |= children(session)
    session.process.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(map(is_running, players)), "the player lives on", ENDS_WITHIN)


def children(session: Session) -> set[int]:
    pid = session.process.pid
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    assert found, "there is no player"
    return set(map(int, found))
