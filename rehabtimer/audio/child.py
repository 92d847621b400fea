"""A part of the program that runs as a process of its own, so that its hangs stay its own."""

import atexit
import os
import sys
from collections.abc import Sequence
from logging import getLogger
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import rehabtimer

_log = getLogger(__name__)
_LONGEST_LINE = 65_536  # bytes; whoever says more without a stop babbles
_LAST_WORDS_MS = 500
_alive: set[QProcess] = set()


def command(module: str, *arguments: str) -> list[str]:
    """Return the words that run a module of this program, with this Python and this code."""
    return [sys.executable, "-P", "-m", module, *arguments]


class Child(QObject):
    """A child process with which one exchanges lines. Nothing here waits, and nothing raises.

    `said` gives each line that it says; `ended` comes once if it dies, cannot start or babbles. No
    word comes after `leave` or `kill`, which are for once.
    """

    said = Signal(str)
    ended = Signal()

    def __init__(self, words: Sequence[str], parent: QObject | None = None) -> None:
        """Start the program with its arguments; it has this one's environment."""
        super().__init__(parent)
        self._process = process = QProcess()
        _alive.add(process)
        process.finished.connect(lambda: _alive.discard(process))
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._look)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._note)
        process.setProcessEnvironment(_environment())
        process.start(words[0], list(words[1:]))

    @property
    def pid(self) -> int:
        """Its number among the processes of this computer; 0 while it does not run."""
        return self._process.processId()

    def tell(self, line: str) -> None:
        """Let it read a line now, or when it gets to that; nothing is waited for."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.write(line.encode() + b"\n")
        self._process.waitForBytesWritten(0)  # or it would lie here until the event loop is back

    def leave(self, patience_ms: int) -> None:
        """Let it come to its end by itself, since nothing more is told, or kill it after a time."""
        self._forget()
        self._process.closeWriteChannel()
        last = QTimer(self._process, singleShot=True)
        last.timeout.connect(self._process.kill)
        last.start(patience_ms)

    def kill(self) -> None:
        """End it now, whatever it is doing."""
        self._forget()
        self._process.kill()

    def _forget(self) -> None:
        self.blockSignals(True)
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.deleteLater()
        else:
            self._process.finished.connect(self._process.deleteLater)

    def _read(self) -> None:
        while self._process.canReadLine():
            self.said.emit(_text(self._process.readLine().data()))
        if self._process.bytesAvailable() > _LONGEST_LINE:
            self._process.kill()

    def _note(self) -> None:
        for line in _text(self._process.readAllStandardError().data()).splitlines():
            _log.info("A child says: %s", line)

    def _look(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            _alive.discard(self._process)
            self.ended.emit()

    def _end(self) -> None:
        self._read()
        self.ended.emit()


def _text(said: object) -> str:
    return bytes(said).decode(errors="replace").rstrip("\r\n") if isinstance(said, bytes) else ""


def _environment() -> QProcessEnvironment:
    """Return our own, in which the child finds the same code wherever it was started."""
    environment = QProcessEnvironment.systemEnvironment()
    code = str(Path(rehabtimer.__file__).parents[1])
    known = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (code, known))))
    return environment


@atexit.register
def _end_all() -> None:
    last = list(_alive)
    for process in last:
        process.kill()
    for process in last:
        process.waitForFinished(_LAST_WORDS_MS)
