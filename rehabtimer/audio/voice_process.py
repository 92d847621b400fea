"""The child process that speaks, seen from the window, which it can neither block nor outlive."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from rehabtimer.audio.voice_messages import LONGEST_LINE, Wish, line_of, read_answer

_PROGRAM = Path(__file__).resolve().parents[2]  # the folder in which `rehabtimer` lies
_WORK = 0.05  # seconds of the processor; a child that hangs uses less than that in a minute


def speaker_command(language: str, *more: str) -> tuple[str, ...]:
    """Return the command of the child; `language` is that of the texts, as in "en"."""
    return (sys.executable, "-m", "rehabtimer.audio.speaker", language, *more)


class SpeakerProcess(QObject):
    """One child, from its start to its end, which it reports once.

    It belongs to the application, so that it may finish its sentence after whoever started it.
    """

    told = Signal(object)  # an Answer
    broken = Signal()  # it ended or could not start, or told nonsense

    def __init__(self, command: Sequence[str]) -> None:
        """Nothing happens before `start`."""
        super().__init__(QCoreApplication.instance())
        self._rest = b""
        self._worked = 0.0
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setWorkingDirectory(str(_PROGRAM))
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._look)
        self._process.finished.connect(self._look)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._end_now)

    def start(self) -> None:
        """Start it; nothing is waited for."""
        self._process.start()

    def tell(self, wish: Wish) -> None:
        """Send a message; it waits in memory while the child does not read."""
        self._process.write(line_of(wish))

    def has_worked(self) -> bool:
        """Whether it used the processor since this last was true; false where nobody can tell."""
        used = _processor_seconds(self._process.processId())
        if used - self._worked < _WORK:
            return False
        self._worked = used
        return True

    def finish(self, within_ms: int) -> None:
        """Let it end what it says, but kill it after a time; nothing is reported any more."""
        self.blockSignals(True)
        self._process.closeWriteChannel()
        QTimer.singleShot(within_ms, self, self._process.kill)

    def kill(self) -> None:
        """End it at once; nothing is reported any more."""
        self.blockSignals(True)
        self._process.kill()

    def _read(self) -> None:
        self._rest += self._process.readAllStandardOutput().data()
        *lines, self._rest = self._rest.split(b"\n")
        try:
            answers = [read_answer(line) for line in lines]
        except msgspec.MsgspecError:
            self.broken.emit()
            return
        for answer in answers:
            self.told.emit(answer)
        if len(self._rest) > LONGEST_LINE:
            self.broken.emit()

    def _look(self) -> None:
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.broken.emit()
            self.deleteLater()

    def _end_now(self) -> None:
        self._process.kill()
        self._process.waitForFinished(200)


def _processor_seconds(pid: int) -> float:
    """Return how long a process has worked; 0 on systems without /proc, and once it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
