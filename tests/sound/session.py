"""A session of one exercise in the real program, watched from outside."""

import json
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.clock import SystemClock, monotonic
from rehabtimer.core.cues import Cue
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.schedule import EVERY_DAY
from rehabtimer.core.settings import Settings, Sound
from rehabtimer.presenters.case import Case
from rehabtimer.storage.store import Store
from tests.support.pulse import SoundServer, wait_until

TOP = Path(__file__).parents[2]
FULL = Sound(tones=1.0, voice=False)
COUNTED_FROM = 5.0  # seconds of a hold
TONES = {
    Phase.PREPARE: Cue.GET_READY,
    Phase.GO: Cue.GO,
    Phase.HOLD: Cue.HOLD,
    Phase.RETURN: Cue.RETURN,
    Phase.SWITCH: Cue.SWITCH,
    Phase.REST: Cue.REST,
}


def plan(steps: list[tuple[str, float]], begin: float, speed: float) -> list[tuple[float, Cue]]:
    """Return what has to be heard in a session that nobody disturbs, and at which moment."""
    due: list[tuple[float, Cue]] = []
    at = 0.0
    for phase, seconds in steps:
        due.append((at, TONES[Phase(phase)]))
        at += seconds
        if phase == Phase.HOLD and seconds >= COUNTED_FROM:
            due += [(at - early, Cue.COUNT) for early in (3.0, 2.0, 1.0)]
    return [(begin + moment / speed, cue) for moment, cue in [*due, (at, Cue.END)]]


class Session:
    """The program in a process of its own; what it tells is kept in `told`."""

    def __init__(self, server: SoundServer, database: Path, exercise: str, speed: float) -> None:
        write(database, exercise)
        self.speed = speed
        self.told: list[dict[str, Any]] = []
        command = [sys.executable, "-m", "tests.sound.program", str(database), str(speed)]
        self._log = database.parent / "program.log"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=TOP, env=server.environment, stdout=subprocess.PIPE, stderr=log
            )
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def wait_for_begin(self) -> None:
        """Wait until its clock runs."""
        wait_until(lambda: bool(self.begun) or self.process.poll() is not None, "no session", 30)
        assert self.begun, f"no session: {self._log.read_text()}"

    @property
    def begun(self) -> list[dict[str, Any]]:
        """The one fact of its begin, once that was."""
        return [fact for fact in self.told if "begin" in fact]

    @property
    def plan(self) -> list[tuple[float, Cue]]:
        """What has to be heard, and when."""
        (fact,) = self.begun
        return plan(fact["steps"], fact["begin"], self.speed)

    @property
    def problems(self) -> list[tuple[float, str]]:
        """What was told about sound, and when."""
        return [(fact["at"], fact["problem"]) for fact in self.told if "problem" in fact]

    @property
    def problem(self) -> str:
        """What the window says about sound by now."""
        return self.problems[-1][1] if self.problems else ""

    def stalls(self, since: float = 0.0) -> list[float]:
        """Return how long the window did nothing, in seconds; only what is over 0.03 is told."""
        return [fact["stall"] for fact in self.told if "stall" in fact and fact["at"] > since]

    def wait_for(self, moment: float) -> None:
        """Wait until a moment; the program has to live on meanwhile."""
        while (left := moment - monotonic()) > 0:
            assert self.process.poll() is None, f"the program ended: {self.process.returncode}"
            self._listener.join(min(left, 0.2))

    def finish(self) -> int:
        """Wait for the end of the session and of the program; return its exit code."""
        code = self.process.wait(timeout=30)
        self._listener.join()
        return code

    def kill(self) -> None:
        """End the program, however it is."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told.append(json.loads(line))


def write(database: Path, exercise: str) -> None:
    """Make the file of somebody with a sore left knee who has but one exercise today."""
    programme = load_programme(paths.resources())
    with Store.open(database) as store:
        case = Case(store, SystemClock(), programme)
        case.welcome(affected=Side.LEFT, stairs_hurt=False, weekdays=EVERY_DAY, start=case.today)
        for other in programme.exercises:
            case.switch(other.id, on=other.id == exercise)
        met = tuple(other.id for other in programme.exercises)
        case.save(Settings(welcomed=True, affected=Side.LEFT, met=met, sound=FULL))
