"""Starts the program: display, window, then everything that can wait for the first paint."""

import gc
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from rehabtimer import paths
from rehabtimer.app.display import require_display, require_fonts
from rehabtimer.cli import WindowOptions
from rehabtimer.core.clock import SystemClock
from rehabtimer.core.errors import UserError
from rehabtimer.core.settings import Theme
from rehabtimer.core.text import _
from rehabtimer.storage.peek import Peek, peek

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run(options: WindowOptions) -> int:
    """Open the window and stay until it closes; return the exit code.

    Raises UserError where no window can be opened or the history cannot be used.
    """
    require_display()
    with _database(options) as path:
        return _run(options, path)


def _run(options: WindowOptions, path: Path) -> int:
    found = peek(path)
    application = make_application(options, found)
    from PySide6.QtCore import QTimer

    from rehabtimer.app.program import Program

    program = Program(application, path, SystemClock(options.speed), options)
    program.faults.install()
    program.window.show()
    QTimer.singleShot(0, program.load)
    code = application.exec()
    program.close()
    if program.problem is not None:
        raise program.problem
    return code


def selftest(options: WindowOptions, *, as_json: bool) -> int:
    """Open the window, show Today, print how long it took, and close; return the exit code.

    Without a database of its own it uses a fresh one, so that nobody's history is touched.
    """
    begun = perf_counter()
    require_display()
    with tempfile.TemporaryDirectory(prefix="rehabtimer-") as folder:
        path = options.database or Path(folder) / "selftest.db"
        from rehabtimer.app.selftest import measure

        application = make_application(options, peek(path))
        report = measure(application, path, options, begun)
    sys.stdout.write((report.as_json() if as_json else report.as_text()) + "\n")
    return 0 if report.ok else 1


def make_application(options: WindowOptions, found: Peek) -> "QApplication":
    """Make the toolkit's application in the look that is wanted; UserError without fonts.

    Until `Program.load` is over, nobody looks for garbage: imports make much, and none of it is.
    """
    gc.disable()
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QApplication

    from rehabtimer.gui.theme import apply_theme

    application = QApplication([sys.argv[0]])
    application.setApplicationName("rehabtimer")
    application.setApplicationDisplayName("RehabTimer")
    application.setDesktopFileName("rehabtimer")
    # Without fonts Qt still names three families, which have no letters.
    require_fonts(can_write=QFontMetrics(application.font()).inFont("a"))
    apply_theme(application, options.theme or found.theme or Theme.SYSTEM, found.text_scale)
    return application


@contextmanager
def _database(options: WindowOptions) -> Iterator[Path]:
    """Give the file to use; a demo lives in a folder of its own and goes when the window does."""
    if not options.demo:
        yield options.database or paths.default_database()
        return
    if options.database is not None:
        raise UserError(
            _("--demo and --database do not go together: --demo uses a history of its own.")
        )
    with tempfile.TemporaryDirectory(prefix="rehabtimer-demo-") as folder:
        yield Path(folder) / "demo.db"
