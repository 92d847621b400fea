"""Sessions to be timed, from outside and within: `python -m tests.benchmarks.sessions NAME FILE`.

Each says `painted` and `ready`; those that time themselves say their figures as JSON after that.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from rehabtimer.app.program import Program
from rehabtimer.app.run import make_application
from rehabtimer.app.session_run import SessionRun
from rehabtimer.cli import WindowOptions
from rehabtimer.core.clock import SystemClock
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.views.session import SessionView
from rehabtimer.presenters.session_frame import SessionFrame
from rehabtimer.storage.peek import peek
from tests.benchmarks.children import say, settle, stay

EXERCISE = "straight-leg-lift"  # many short reps: go, hold, return
QUICK, BOUNDARIES = 4.0, 120  # the clock is hurried, so that many boundaries come in a minute
HURRIED, FORTY_MINUTES = 60.0, 40 * 60.0


def begun(database: Path, speed: float = 1.0) -> tuple[QApplication, Program, SessionRun]:
    """Start a session in our program, as `--start` does."""
    options = WindowOptions(database=database, start=True)
    application = make_application(options, peek(database))
    program = Program(application, database, SystemClock(speed), options)
    program.window.show()
    settle(application)
    say("painted")
    program.load()
    assert program.session is not None
    return application, program, program.session


def moving(database: Path) -> None:
    """A session in which the figure moves: rep after rep."""
    application, program, run = begun(database)
    _go_to(run, EXERCISE)
    run.do(Verb.SKIP)  # *get ready*
    say("ready")
    stay(application)
    program.close()


def boundaries(database: Path) -> None:
    """How late, in real seconds, each end of a phase is seen on screen."""
    _application, program, run = begun(database, QUICK)
    _go_to(run, EXERCISE)
    say("ready")
    late, loop = list[float](), QEventLoop()
    _watch(run.view, late)
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if len(late) >= BOUNDARIES else None)
    look.start(200)
    loop.exec()
    say(json.dumps(late))
    program.close()


def drift(database: Path) -> None:
    """By how many seconds the session's time is off after forty minutes of it."""
    _application, program, run = begun(database, HURRIED)
    say("ready")
    presenter: Any = run._presenter
    presenter.add_time(FORTY_MINUTES / 4)  # or the session would be over too soon

    def read() -> tuple[float, float]:
        run.wake()
        now = presenter._clock.seconds()
        return now, presenter._machine.snapshot(now).outlook.left

    loop = QEventLoop()
    QTimer.singleShot(round(FORTY_MINUTES / HURRIED * 1000), loop.quit)
    begin, left = read()
    loop.exec()
    end, still_left = read()
    assert still_left > 0
    say(json.dumps((left - still_left) - (end - begin)))
    program.close()


def _go_to(run: SessionRun, exercise: str) -> None:
    presenter: Any = run._presenter
    chosen = [item.exercise for item in presenter.record.prescription.exercises]
    run.go_to(chosen.index(exercise))


def _watch(view: SessionView, late: list[float]) -> None:
    """Note for each first frame of a phase how long after the boundary it was on the screen.

    The boundary is exact: a frame says how much of its phase has passed when the clock was read.
    A timer of no length comes after what is due to be painted has been given to the screen.
    """
    show, before = view.show_frame, list[object]()

    def watched(frame: SessionFrame, notice: str = "") -> None:
        read = monotonic()
        show(frame, notice)
        phase = (frame.phase, frame.rep_text, frame.side)
        if before and before[-1] != phase:
            passed = frame.moment.seconds / QUICK
            QTimer.singleShot(0, lambda: late.append(passed + monotonic() - read))
        before[:] = [phase]

    view.show_frame = watched  # type: ignore[method-assign]


if __name__ == "__main__":
    programs: dict[str, Callable[[Path], None]] = {
        "moving": moving,
        "boundaries": boundaries,
        "drift": drift,
    }
    programs[sys.argv[1]](Path(sys.argv[2]))
