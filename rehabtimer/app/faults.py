"""What happens when the program itself is at fault: a log, one plain line, and it goes on."""

import faulthandler
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _

FAULT_EXIT = 70
_TOO_MANY = 3
_WITHIN_SECONDS = 60.0

log = logging.getLogger("rehabtimer")


class Faults:
    """Takes every unexpected exception; three within a minute end the program with exit 70."""

    def __init__(
        self, tell: Callable[[str], None], end: Callable[[int], None], folder: Path
    ) -> None:
        """`tell` shows a sentence, `end` ends the program; the log goes to `folder`."""
        self._tell = tell
        self._end = end
        self._folder = folder
        self._moments: list[float] = []

    def install(self) -> None:
        """Take over from Python's and Qt's own ways of reporting."""
        faulthandler.enable()
        sys.excepthook = self.take
        log.addHandler(_FirstWarning(self._log_to_file))
        qInstallMessageHandler(_log_qt)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault, tell the person that finished sets are safe, and count it."""
        if issubclass(kind, KeyboardInterrupt):
            self._end(130)
            return
        if isinstance(error, UserError):  # the disk refuses, and no fault of the program
            self._say(str(error))
            return
        self._log_to_file()
        log.error("A fault in the program", exc_info=(kind, error, trace))
        now = time.monotonic()
        self._moments = [at for at in self._moments if now - at < _WITHIN_SECONDS] + [now]
        if len(self._moments) >= _TOO_MANY:
            self._end(FAULT_EXIT)
        text = _(
            "Something went wrong in the program. Finished sets are safe; details are in {log}."
        )
        self._say(text.format(log=self._folder / "rehabtimer.log"))

    def _say(self, sentence: str) -> None:
        """Show a sentence, even if what would show it is what is broken."""
        try:
            self._tell(sentence)
        except Exception:
            log.exception("Nor could the fault be shown")

    def _log_to_file(self) -> None:
        if any(isinstance(handler, logging.FileHandler) for handler in log.handlers):
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = logging.FileHandler(self._folder / "rehabtimer.log", encoding="utf-8")
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)


class _FirstWarning(logging.Handler):
    """Opens the log file when there is something to be written to it, and not before."""

    def __init__(self, open_file: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._open_file = open_file

    def emit(self, record: logging.LogRecord) -> None:
        self._open_file()  # logging goes on to the handler that this adds


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own messages are for developers: they go to the log, not to the terminal."""
    del context
    serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    logging.getLogger("rehabtimer.qt").log(
        logging.ERROR if serious else logging.INFO, "%s", message
    )
