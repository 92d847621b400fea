"""Opens the real window once, and says how long each part took."""

import platform
from pathlib import Path
from time import perf_counter

import msgspec
from PySide6.QtCore import QEventLoop, qVersion
from PySide6.QtWidgets import QApplication

from rehabtimer import __version__
from rehabtimer.app.program import Program
from rehabtimer.cli import WindowOptions
from rehabtimer.core.clock import SystemClock
from rehabtimer.core.text import _
from rehabtimer.gui.main_window import Page


class Report(msgspec.Struct, frozen=True):
    """What a self-test found; times in milliseconds since the command began."""

    ok: bool
    version: str
    python: str
    qt: str
    display: str
    toolkit_ms: float
    window_painted_ms: float
    today_ready_ms: float
    exercises: int
    problem: str = ""

    def as_json(self) -> str:
        """Return the report as one JSON object."""
        return msgspec.json.encode(self).decode()

    def as_text(self) -> str:
        """Return the report as a few plain lines."""
        lines = [
            _("RehabTimer {version}, Python {python}, Qt {qt} on {display}"),
            _("window painted after {window_painted_ms:.0f} ms"),
            _("Today ready after {today_ready_ms:.0f} ms, {exercises} exercises"),
            self.problem or _("all is well"),
        ]
        return "\n".join(lines).format(**msgspec.structs.asdict(self))


def measure(application: QApplication, path: Path, options: WindowOptions, begun: float) -> Report:
    """Show the window and Today, close them, and report; `begun` is when the command started."""

    def since() -> float:
        return round((perf_counter() - begun) * 1000, 1)

    toolkit = since()
    program = Program(application, path, SystemClock(), options)
    program.window.show()
    _settle(application)
    painted = since()
    program.load()
    if program.problem is None:
        program.window.open_page(Page.TODAY)
    _settle(application)
    ready = since()
    exercises = len(program.case.programme.exercises) if program.case else 0
    program.window.close()
    program.close()
    return Report(
        ok=program.problem is None and exercises > 0,
        version=__version__,
        python=platform.python_version(),
        qt=qVersion(),
        display=application.platformName(),
        toolkit_ms=toolkit,
        window_painted_ms=painted,
        today_ready_ms=ready,
        exercises=exercises,
        problem=str(program.problem or ""),
    )


def _settle(application: QApplication) -> None:
    """Let everything that is due be painted."""
    application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1000)
    application.sendPostedEvents()
    application.processEvents()
