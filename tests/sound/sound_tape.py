"""The ears of this group: what they hear is what was played, and when."""

import subprocess
from time import sleep

import numpy as np
import pytest

from rehabtimer.core.clock import monotonic
from tests.support.pulse import RATE, SoundServer, Tape

CLICK = (np.ones(441) * 12_000).astype("<i2").tobytes()
SILENCE = bytes(2 * RATE // 100)


def test_clicks_are_heard_when_they_are_played(server: SoundServer, tape: Tape) -> None:
    """The player is `pacat` with a short buffer, so this is how late anything is at its best."""
    command = ["pacat", "--raw", "--rate=44100", "--channels=1", "--format=s16le"]
    written: list[float] = []
    with subprocess.Popen(
        [*command, "--latency-msec=10"], env=server.environment, stdin=subprocess.PIPE
    ) as player:
        assert player.stdin is not None
        next_at = monotonic() + 0.5
        for number in range(100):  # blocks of 10 ms, each tenth of them a click
            is_click = number % 10 == 9
            player.stdin.write(CLICK if is_click else SILENCE)
            player.stdin.flush()
            written += [monotonic()] if is_click else []
            next_at = max(next_at, monotonic()) if number == 0 else next_at + 0.01
            sleep(max(0.0, next_at - monotonic()))
        player.stdin.close()
        sleep(0.3)
    loud = np.abs(tape.samples().astype(int)) > 6_000
    heard = [tape.moment(int(sample)) for sample in np.flatnonzero(loud[1:] & ~loud[:-1])]
    late = np.array(heard) - np.array(written)
    print(f"\na click is heard {late.min() * 1000:.1f} to {late.max() * 1000:.1f} ms after it")
    assert len(heard) == len(written) == 10
    assert late.min() > -0.002
    assert late.max() < 0.04


def test_the_tape_keeps_time(tape: Tape) -> None:
    sleep(3)
    first, last = tape.moment(0), tape.moment(len(tape.samples()) - 1)
    assert last == pytest.approx(monotonic(), abs=0.1)
    assert last - first == pytest.approx(tape.seconds, abs=0.005)
