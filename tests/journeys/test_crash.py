"""The program is killed in the middle of a session, as by a power cut, and started again."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Phase
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
    place = (frame.exercise, frame.side, frame.set_text, frame.rep_text or "Rep 1", frame.phase)
    if frame.phase.is_work and told != [place]:
        told[:] = [place]
        print("|".join(place), flush=True)

SessionView.show_frame = show_and_tell
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("moments", [1, 19, 61])
def test_killed_at_any_moment_and_taken_up_where_it_was(
    sit_down: SitDown, tmp_path: Path, moments: int
) -> None:
    path = tmp_path / "killed.db"
    shown = run_and_kill(path, moments)
    exercise, side, number, rep, _phase = shown.split("|")

    kept = read_file(path)
    assert len(kept.sessions) == 1
    timeline = compile_timeline(kept.sessions[0].prescription)
    seen = next(
        step.index
        for step in timeline
        if (step.exercise, step.side) == (exercise, side)
        and number.startswith(f"Set {step.set} ")
        and f"{rep} ".startswith(f"Rep {step.rep} ")
    )
    point = resumable(path)
    assert seen <= kept.sessions[0].position  # a rep was kept before the next one was shown
    step = timeline[kept.sessions[0].position]
    assert (point["exercise"], point["side"], point["set"], point["rep"]) == (
        step.exercise,
        step.side,
        step.set,
        step.rep,
    )
    before = [key.key for key in timeline[: step.index] if key.ends_set]
    assert [row.key for row in kept.done] == before
    assert all(row.reps == row.planned_reps for row in kept.done)
    under_way = [row for row in kept.sets if row.outcome is not Outcome.DONE and row.reps]
    assert [row.reps for row in under_way] == ([step.rep - 1] if step.rep > 1 else [])

    person = sit_down(path, clock=FakeClock(datetime.now().astimezone()))
    person.tab_to("Resume") if not person.program.welcoming else person.program.resume_session()
    person.press("Space") if not person.in_session else None
    if person.word == "SPACE TO GO":  # taught until a session has come to its end
        person.press("Space")
    person.wait(5 + 0.5)
    assert person.run.view.stage.side.text() == f"{step.side} leg".upper()
    assert person.run.view.sets.accessibleName() == f"Set {step.set} of {step.sets}"
    if step.phase.is_work and step.reps > 1:
        assert person.run.view.rep.text() == f"Rep {step.rep} of {step.reps}"
    person.play_on(lambda: person.press("Space"))
    whole = person.kept
    assert len(whole.sessions) == 1
    assert [row.key for row in whole.done] == [key.key for key in timeline if key.ends_set]
    assert all(row.reps == row.planned_reps for row in whole.done)


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
    for _moment in range(moments):
        assert child.stdout.readline(), "the program ended by itself"
    child.kill()
    rest = child.stdout.read().splitlines()
    child.wait()
    child.stdout.close()
    return [line for line in rest if line.count("|") == 4][-1] if rest else ""


def resumable(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "rehabtimer", "status", "--json", "--database", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    point: dict[str, Any] = json.loads(told.stdout)["resumable"]
    return point
