"""The voice with a real engine: it is heard, and where it hangs nobody else does."""

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest

from rehabtimer.audio.speaker_engine import LONGEST_CALL
from rehabtimer.audio.voice_problems import no_answer
from rehabtimer.core.clock import monotonic
from rehabtimer.core.cues import Cue
from tests.support.hearing import hears, loudness
from tests.support.processes import is_running
from tests.support.pulse import SoundServer, Tape, wait_until
from tests.support.speechd import SpeechDaemon

TOP = Path(__file__).parents[2]
SILENT = 20.0  # of 32767
LONGEST_STALL = 0.1  # seconds
PATIENCE = 2.0  # seconds until the voice is given up
HEAR_MS = 0.02
LINE = "Standing quad stretch, left leg, 15 seconds."


class Window:
    """The small window of `tests.sound.speaking`; what it tells is kept in `told`."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.told: list[dict[str, Any]] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.sound.speaking"],
            cwd=TOP,
            env=environment | {"QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def do(self, line: str) -> float:
        """Let it do something; return when it had been done."""
        count = len(self.found("done"))
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        wait_until(lambda: len(self.found("done")) > count, f"it does not {line}", 30)
        at: float = self.found("done")[-1]["at"]
        return at

    def load(self, rate: float = 0.0, volume: float = 1.0) -> float:
        """Load tones and voice; return when that was asked."""
        return self.do(f"load {rate} {volume}")

    def load_voice(self, rate: float = 0.0, volume: float = 1.0) -> None:
        """Load them, and wait for the voice."""
        count = len(self.found("voices"))
        self.load(rate, volume)
        wait_until(lambda: len(self.found("voices")) > count, f"no voice: {self.told[-3:]}", 30)

    def found(self, fact: str) -> list[dict[str, Any]]:
        return [told for told in self.told if fact in told]

    @property
    def problem(self) -> str:
        return str(self.found("problem")[-1]["problem"]) if self.found("problem") else ""

    @property
    def child(self) -> int:
        return int(self.found("child")[-1]["child"])

    def longest_stall(self, since: float) -> float:
        return max((t["stall"] for t in self.found("stall") if t["at"] > since), default=0.0)

    def wait_for_problem(self) -> float:
        """Wait until the voice is given up; return when it was."""
        wait_until(lambda: bool(self.problem), "no problem is told", 30)
        at: float = self.found("problem")[-1]["at"]
        return at

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told.append(json.loads(line))


@pytest.fixture
def daemon(server: SoundServer) -> Iterator[SpeechDaemon]:
    """A speech-dispatcher of the test's own."""
    folder = Path(tempfile.mkdtemp(prefix="rt-"))
    running = SpeechDaemon(folder, server)
    try:
        running.start()
        yield running
    finally:
        running.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def window(daemon: SpeechDaemon) -> Iterator[Window]:
    """A window whose tones and voice reach the private servers."""
    running = Window(daemon.environment)
    yield running
    running.close()


def seconds_heard(tape: Tape, since: float, until: float) -> float:
    """Return how much of a stretch of time was not silent."""
    count = round((until - since) / HEAR_MS)
    moments = [since + number * HEAR_MS for number in range(count)]
    return HEAR_MS * sum(loudness(tape, at, at + HEAR_MS) > SILENT for at in moments)


def test_a_line_is_heard(window: Window, tape: Tape) -> None:
    window.load_voice()
    begun = monotonic()
    sleep(0.5)
    at = window.do(f"say {LINE}")
    sleep(4.0)
    heard = seconds_heard(tape, at, at + 4.0)
    first = next(
        d for d in range(200) if loudness(tape, at + d / 100, at + d / 100 + 0.02) > SILENT
    )
    print(f"\nheard for {heard:.1f} s, from {first * 10} ms on; {window.longest_stall(begun):.3f}")
    assert seconds_heard(tape, begun, at) == 0.0
    assert 1.5 < heard < 3.9
    assert first < 50
    assert window.longest_stall(begun) < LONGEST_STALL
    assert window.problem == ""


def test_the_newest_line_ends_the_one_before(window: Window, tape: Tape) -> None:
    window.load_voice()
    window.do(f"say {LINE} {LINE} {LINE}")
    sleep(1.0)
    at = window.do("say 3")
    sleep(2.0)
    assert seconds_heard(tape, at - 1.0, at) > 0.5
    assert 0.1 < seconds_heard(tape, at, at + 2.0) < 1.0
    assert window.problem == ""


def test_rate_and_volume_are_heard(window: Window, tape: Tape) -> None:
    heard: dict[tuple[float, float], tuple[float, float]] = {}
    window.load_voice()
    for rate, volume in ((0.0, 1.0), (0.5, 1.0), (-0.5, 1.0), (0.0, 0.5)):
        window.load(rate, volume)
        at = window.do("say Rest. Next: Clam, left side, 15 reps.")
        sleep(6.0 if rate < 0 else 4.0)
        end = monotonic()
        heard[rate, volume] = seconds_heard(tape, at, end), loudness(tape, at, end)
    print(f"\nseconds and loudness at rate and volume: {heard}")
    usual, loud = heard[0.0, 1.0]
    assert heard[0.5, 1.0][0] < usual * 0.9
    assert heard[-0.5, 1.0][0] > usual * 1.1
    assert heard[0.0, 0.5][1] < loud * 0.8


def test_the_last_line_is_heard_to_its_end(window: Window, tape: Tape) -> None:
    window.load_voice()
    at = window.do("say Done. That was everything for today.")
    window.do("unload")
    sleep(4.0)
    assert seconds_heard(tape, at, at + 4.0) > 1.2
    wait_until(lambda: not is_running(window.child), "the child lives on", 10)


@pytest.mark.parametrize("when", ["before it loads", "before a line", "in a line"])
def test_a_daemon_that_hangs_stops_neither_window_nor_tones(
    window: Window, daemon: SpeechDaemon, tape: Tape, when: str
) -> None:
    if when == "before it loads":
        daemon.freeze()
        asked = window.load()
    else:
        window.load_voice()
        if when == "in a line":
            window.do(f"say {LINE}")
            sleep(0.5)
        daemon.freeze()
        asked = window.do("say Hold.")
    sleep(1.0)  # the tones are loaded by now, and the voice still hangs
    assert window.problem == ""
    played = [(Cue.GO, window.do("play go"))]
    given_up = window.wait_for_problem()
    played += [(Cue.REST, window.do("play rest"))]
    sleep(1.0)
    stall = window.longest_stall(asked)
    print(f"\n{when}: given up {given_up - asked:.2f} s after; longest stall {stall * 1000:.0f} ms")
    assert window.problem == no_answer()
    assert given_up - asked < PATIENCE + 0.4
    assert stall < LONGEST_STALL
    assert [cue for cue, at in played if hears(tape, cue, at - 0.05) < 0.6] == []
    wait_until(lambda: not is_running(window.child), "the child lives on", 12)


@pytest.mark.parametrize("is_loaded", [False, True])
def test_once_the_daemon_goes_on_the_voice_is_back(
    window: Window, daemon: SpeechDaemon, tape: Tape, is_loaded: bool
) -> None:
    if is_loaded:
        window.load_voice()
        daemon.freeze()
        window.do("say Hold.")
        window.wait_for_problem()
        daemon.thaw()
        window.load_voice()  # as the next session does
    else:
        daemon.freeze()
        window.load()
        window.wait_for_problem()
        daemon.thaw()
        wait_until(lambda: bool(window.found("voices")), "it does not come back by itself", 20)
    at = window.do("say Hold.")
    sleep(2.0)
    assert window.problem == ""
    assert seconds_heard(tape, at, at + 2.0) > 0.2


def test_a_daemon_that_dies_is_noticed_at_the_next_line(
    window: Window, daemon: SpeechDaemon
) -> None:
    window.load_voice()
    daemon.close()
    asked = window.do("say Hold.")
    assert window.wait_for_problem() - asked < PATIENCE + 0.4
    assert window.longest_stall(asked) < LONGEST_STALL


@pytest.mark.parametrize("hangs", [False, True])
def test_no_child_outlives_a_window_that_is_killed(
    window: Window, daemon: SpeechDaemon, hangs: bool
) -> None:
    if hangs:
        daemon.freeze()
        window.load()
        sleep(0.5)  # it hangs in its engine by now
    else:
        window.load_voice()
    assert is_running(window.child)
    window.process.send_signal(signal.SIGKILL)
    wait_until(
        lambda: not is_running(window.child), "the child lives on", LONGEST_CALL + 3 if hangs else 3
    )


def test_without_a_daemon_it_says_so_at_once(server: SoundServer) -> None:
    nowhere = {"SPEECHD_ADDRESS": "unix_socket:/nowhere/socket", "PATH": "/nowhere"}
    window = Window(server.environment | nowhere)
    try:
        asked = window.load()
        told = window.wait_for_problem() - asked
        assert window.problem == ("There is no voice. These packages bring one: speech-dispatcher.")
        assert told < PATIENCE
    finally:
        window.close()
