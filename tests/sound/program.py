"""The program with its real window and session, in a process of its own, which tells what it does.

`python -m tests.sound.program DATABASE SPEED`: opens today's session, begins it once the tones are
loaded (as a person who answers the question about pain does), and ends after it. It prints lines
of JSON; moments are those of `rehabtimer.core.clock.monotonic`.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from rehabtimer.app.program import Program
from rehabtimer.app.run import make_application
from rehabtimer.cli import WindowOptions
from rehabtimer.core.clock import SystemClock, monotonic
from rehabtimer.storage.peek import peek

BEAT_MS = 5
LONG = 0.03  # seconds: a stall that is told


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class Witness(QObject):
    """Feels the pulse of the window, and tells what a person would see."""

    def __init__(self, program: Program, clock: SystemClock) -> None:
        super().__init__()
        self._program, self._clock = program, clock
        self._last, self._begun = monotonic(), False
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self.feel)
        self._beat.start()
        self._tones = tones = program.surroundings.sounding._tones
        tones.problem_changed.connect(lambda words: tell(problem=words, at=monotonic()))

    def feel(self) -> None:
        now = monotonic()
        if now - self._last > LONG:
            tell(stall=now - self._last, at=now)
        self._last = now
        if not self._begun and (self._tones.available or self._tones.problem):
            self._begin()
        elif self._begun and self._program.session is None:
            tell(over=now)
            self._beat.stop()
            QTimer.singleShot(1000, self._program.window.close)

    def _begin(self) -> None:
        handle = self._program.window.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_Return)
        session = self._program.session
        assert session is not None
        machine = session._presenter._machine
        begin = self._clock._start + machine._head._origin / self._clock.speed
        steps = [(step.phase, step.seconds) for step in machine.timeline]
        self._begun = True
        tell(begin=begin, steps=steps)


def main(database: Path, speed: float) -> int:
    options = WindowOptions(database=database, speed=speed)
    application = make_application(options, peek(database))
    clock = SystemClock(speed)
    program = Program(application, database, clock, options)
    program.window.show()
    program.load()
    program.start_session()
    witness = Witness(program, clock)
    code = application.exec()
    tell(loop_ended=monotonic())
    program.close()
    witness.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
