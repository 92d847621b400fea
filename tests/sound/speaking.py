"""A small window with tones and the voice, in a process of its own, which does what it is told.

`python -m tests.sound.speaking` reads lines from standard input ("say Hold.", "play rest", "load
0.5 1.0", "quit") and prints lines of JSON; moments are those of `rehabtimer.core.clock.monotonic`.
"""

import json
import sys
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel

from rehabtimer import paths
from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.core.clock import monotonic
from rehabtimer.core.cues import Cue

BEAT_MS = 5
LONG = 0.02  # seconds: a stall that is told


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts | {"at": monotonic()}) + "\n")
    sys.stdout.flush()


class Window(QLabel):
    """Feels its own pulse, and draws a number that changes with it."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._voice = Voice(self)
        self._tones = Tones(paths.resources() / "sounds", self)
        self._voice.problem_changed.connect(lambda words: tell(problem=words))
        self._voice.voices_changed.connect(self._show_voices)
        self._last = monotonic()
        beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        beat.timeout.connect(self._feel)
        beat.start()
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        for line in sys.stdin:
            self.told.emit(line.strip())
        self.told.emit("quit")

    def _feel(self) -> None:
        now = monotonic()
        if now - self._last > LONG:
            tell(stall=now - self._last)
        self._last = now
        self.setText(f"{now:.3f}")

    def _show_voices(self) -> None:
        tell(voices=[voice.name for voice in self._voice.voices])

    def _obey(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        match verb:
            case "load":
                rate, volume = map(float, rest.split())
                self._voice.load("", rate, volume)
                self._tones.load()
                assert self._voice._child is not None
                tell(child=self._voice._child.pid)
            case "say":
                self._voice.say(rest)
            case "play":
                self._tones.play(Cue(rest))
            case "unload":
                self._voice.unload()
            case "quit":
                self._voice.unload()
                self._tones.unload()
                QTimer.singleShot(500, QApplication.quit)
        tell(done=line)


def main() -> int:
    application = QApplication([])
    window = Window()
    window.show()
    listener: QObject = window
    Thread(target=window.listen, daemon=True).start()
    code = application.exec()
    listener.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
