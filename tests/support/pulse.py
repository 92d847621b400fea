"""A private PulseAudio server with one silent device, and a tape of what that device plays.

Nothing of it meets the machine's own sound: folder, socket and settings are its own, and it ends
with the test. Needs pulseaudio and pulseaudio-utils (`packaging/test --audio` sees to them).
"""

import os
import signal
import subprocess
from bisect import bisect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import numpy as np
from numpy.typing import NDArray

from rehabtimer.core.clock import monotonic

RATE = 44_100  # that of the tones, so that nothing is resampled
DEVICE = "floor"
_SAMPLE = 2  # bytes
_BURST = 0.001  # seconds
_PATIENCE = 15.0  # seconds until anything has to have happened; a busy machine is no fault
_SINK = ["module-null-sink", f"sink_name={DEVICE}", f"rate={RATE}", "channels=1", "format=s16le"]


class SoundServer:
    """A sound server that can be killed, frozen, and robbed of its only device."""

    def __init__(self, folder: Path) -> None:
        """`folder` is empty and has a short path: sockets allow about 100 characters."""
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "home").mkdir()
        self.environment = os.environ | {
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
        }
        for name in ("PULSE_SINK", "PULSE_SOURCE", "PULSE_CLIENTCONFIG", "DISPLAY"):
            self.environment.pop(name, None)

    def start(self) -> None:
        """Start it, with its device, and wait until it answers."""
        (self._folder / "native").unlink(missing_ok=True)
        command = [
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
            *("--realtime=no", "--high-priority=no", "--disable-shm=yes"),
            *("-L", f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1"),
            *("-L", " ".join(_SINK)),
        ]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        wait_until(self._answers, f"no sound server: {self._folder / 'log'}")

    def close(self) -> None:
        """End it, however it is."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def kill(self) -> None:
        """Let it die without a word to anybody."""
        self.close()

    def freeze(self) -> None:
        """Let it hang: connections stay open, and nothing is answered."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def unplug(self) -> None:
        """Take its only device away."""
        self._control("unload-module", "module-null-sink")

    def plug_in(self) -> None:
        """Give it a device again."""
        self._control("load-module", *_SINK)

    @contextmanager
    def tape(self) -> Iterator["Tape"]:
        """Record the device until the end of the block; begin once the tape runs."""
        tape = Tape(self.environment)
        try:
            wait_until(lambda: tape.is_running, "nothing is recorded")
            yield tape
        finally:
            tape.stop()

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _control(self, *words: str) -> None:
        subprocess.run(
            ["pactl", *words], env=self.environment, check=True, capture_output=True, timeout=30
        )

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"no sound server: {self._folder / 'log'}"
        ask = ["pactl", "get-default-sink"]
        found = subprocess.run(ask, env=self.environment, capture_output=True, check=False)
        return found.stdout.decode().strip() == DEVICE


class Tape:
    """What the device plays, and when: 16-bit samples, each with its moment.

    While a tape runs the device works in steps of 5 ms, so its moments are that exact.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        command = [
            *("parec", "--raw", f"--device={DEVICE}.monitor", "--latency-msec=5"),
            *("--format=s16le", f"--rate={RATE}", "--channels=1"),
        ]
        self._parts: list[bytes] = []
        self._arrivals: list[tuple[int, float]] = []  # samples before, seconds
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
        self._thread = Thread(target=self._listen, name="tape", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether sound arrives as it is played: a new device is up to 2 s ahead of itself."""
        assert self._process.poll() is None, "the tape ended"
        return len(self._arrivals) > 20 and self.seconds > 0.2

    @property
    def seconds(self) -> float:
        """How much is on it by now."""
        return self._arrivals[-1][0] / RATE if self._arrivals else 0.0

    def stop(self) -> None:
        """End the recording; what is on the tape stays."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def samples(self) -> NDArray[np.int16]:
        """Everything that is on it by now."""
        return np.frombuffer(b"".join(self._parts), dtype="<i2")

    def moment(self, sample: int) -> float:
        """Return when a sample was played, in the seconds of `rehabtimer.core.clock.monotonic`.

        The device itself gains 20 ms in 100 s, so only what arrived within a second is looked at.
        """
        arrivals = list(self._arrivals)
        first = bisect(arrivals, (sample - RATE,))
        last = bisect(arrivals, (sample + RATE,))
        near = arrivals[first:last] or arrivals[-1:]
        return min(moment - count / RATE for count, moment in near) + sample / RATE

    def _listen(self) -> None:
        assert self._process.stdout is not None
        rest, count, last = b"", 0, 0.0
        while block := os.read(self._process.stdout.fileno(), 65_536):
            moment = monotonic()
            rest += block
            whole = len(rest) // _SAMPLE * _SAMPLE
            if moment - last > _BURST:  # or it is the rest of what was played at one moment
                self._arrivals.append((count, moment))
            last = moment
            self._parts.append(rest[:whole])
            count += whole // _SAMPLE
            rest = rest[whole:]


def wait_until(is_so: Callable[[], bool], otherwise: str, patience: float = _PATIENCE) -> None:
    """Wait in real time for something to become so; fail with a sentence."""
    end = monotonic() + patience
    while not is_so():
        assert monotonic() < end, otherwise
        sleep(0.02)
