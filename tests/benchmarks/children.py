"""Small programs to be timed from outside: each says `painted` and `ready`, and stays a while.

`python -m tests.benchmarks.children NAME [DATABASE]`; NAME is one of the functions below.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

STAY_MS = 30_000
FRAME_MS = 33


def say(word: str) -> None:
    """Tell the parent, which looks at its own clock."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def settle(application: QApplication) -> None:
    """Let everything that is due be painted."""
    application.processEvents()
    application.sendPostedEvents()
    application.processEvents()


def stay(application: QApplication) -> None:
    """Run on, so that the parent can measure memory and processor."""
    QTimer.singleShot(STAY_MS, application.quit)
    application.exec()


def bare(_database: Path) -> None:
    """The smallest window that PySide6 can show."""
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("RehabTimer"))
    window.resize(1366, 768)
    window.show()
    settle(application)
    say("painted")
    say("ready")
    stay(application)


def today(database: Path) -> None:
    """Our program, up to Today."""
    from rehabtimer.app.program import Program
    from rehabtimer.app.run import make_application
    from rehabtimer.cli import WindowOptions
    from rehabtimer.core.clock import SystemClock
    from rehabtimer.storage.peek import peek

    options = WindowOptions(database=database)
    application = make_application(options, peek(database))
    program = Program(application, database, SystemClock(), options)
    program.window.show()
    settle(application)
    say("painted")
    program.load()
    program.window.repaint()  # the list and Start; the small pictures follow one by one
    say("ready")
    settle(application)
    stay(application)
    program.close()


class BareRing(QWidget):
    """A ring and a number, and nothing else."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint them at this moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 40.0
        square = QRectF((self.width() - side) / 2, 20, side, side)
        painter.setPen(QPen(QColor("#DDD8CC"), side * 0.042))
        painter.drawEllipse(square)
        painter.setPen(QPen(QColor("#0E7C6B"), side * 0.042))
        painter.drawArc(square, 90 * 16, round(-360 * 16 * (1 - time.monotonic() / 2 % 1)))
        font = QFont()
        font.setPixelSize(round(side * 0.46))
        painter.setFont(font)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(round(time.monotonic()) % 10))
        painter.end()


def ring(_database: Path) -> None:
    """A bare widget that paints a ring and a number at the rate of a session."""
    application = QApplication([])
    window = QMainWindow()
    painted = BareRing()
    painted.setMaximumSize(550, 550)  # as large as the ring of a session
    window.setCentralWidget(painted)
    window.resize(1366, 768)
    window.show()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(painted.update)
    timer.start(FRAME_MS)
    settle(application)
    say("painted")
    say("ready")
    stay(application)


if __name__ == "__main__":
    programs: dict[str, Callable[[Path], None]] = {
        "bare": bare,
        "today": today,
        "ring": ring,
    }
    programs[sys.argv[1]](Path(sys.argv[2]))
