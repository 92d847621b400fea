"""The program is killed in the middle of a session, as by a power cut, and started again."""

import json
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rehabtimer.core.timeline import compile_timeline
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.window import read_file

# The program itself; it also tells its parent what it has put on the screen.
TELLING = """
import sys
from rehabtimer.__main__ import main
from rehabtimer.gui.views.session import SessionView

show = SessionView.show_frame
told = []

def show_and_tell(view, frame, notice=""):
    show(view, frame, notice)
    place = (frame.figure, frame.side, frame.set_text, frame.rep_text or "Rep 1", frame.phase)
    if frame.phase.is_work and told != [place]:
        told[:] = [place]
        print("|".join(place), flush=True)

SessionView.show_frame = show_and_tell
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("moments", [1, 9, 40])
def test_killed_at_any_moment_and_taken_up_where_it_was(
    sit_down: SitDown, tmp_path: Path, moments: int
) -> None:
    path = tmp_path / "killed.db"
    exercise, side, number, rep, _phase = run_and_kill(path, moments).split("|")

    kept = read_file(path)
    assert len(kept.sessions) == 1
    timeline = compile_timeline(kept.sessions[0].prescription)
    step = timeline[kept.sessions[0].position]
    seen = next(
        step.index
        for step in timeline
        if (step.exercise, step.side) == (exercise, side)
        and number.startswith(f"Set {step.set} ")
        and f"{rep} ".startswith(f"Rep {step.rep} ")
    )
    assert seen <= step.index, "a rep was on the screen before the one before it was kept"
    point = resumable(path)
    assert (point["exercise"], point["side"]) == (step.exercise, step.side)
    assert (point["set"], point["rep"]) == (step.set, step.rep)
    assert [row.key for row in kept.done] == [s.key for s in timeline[: step.index] if s.ends_set]
    assert all(row.reps == row.planned_reps for row in kept.done)
    begun = [row.reps for row in kept.sets if row.outcome is None and row.reps]
    assert begun == ([step.rep - 1] if step.rep > 1 else [])

    person = sit_down(path, clock=FakeClock(datetime.now().astimezone()), start=True)
    person.wait(5 + 0.5)
    assert person.run.view.stage.side.text() == f"{step.side} leg".upper()
    assert person.run.view.sets.accessibleName() == f"Set {step.set} of {step.sets}"
    if step.phase.is_work and step.reps > 1:
        assert person.run.view.rep.text() == f"Rep {step.rep} of {step.reps}"
    if moments == 40:
        person.play_on(lambda: None)
        assert len(person.kept.sessions) == 1
        rows = person.kept.done
        assert [row.key for row in rows] == [step.key for step in timeline if step.ends_set]
        assert all(row.reps == row.planned_reps for row in rows)


def run_and_kill(path: Path, moments: int) -> str:
    """Start a session in a process of its own, kill it after so many, return the last one shown."""
    command = [sys.executable, "-c", TELLING, "--start", "--speed", "60", "--side", "left"]
    child = subprocess.Popen(
        [*command, "--database", str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout is not None
    lines = [child.stdout.readline() for _moment in range(moments)]
    child.kill()
    lines += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    assert child.returncode == -signal.SIGKILL, "the program ended by itself"
    return [line for line in lines if line.endswith("\n")][-1].strip()


def resumable(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "rehabtimer", "status", "--json", "--database", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    point: dict[str, Any] = json.loads(told.stdout)["resumable"]
    return point
