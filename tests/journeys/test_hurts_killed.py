"""The program is killed while somebody tells what hurts, or right after; then it is taken up."""

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision, Moment
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.commands import exported, status
from tests.support.window import Person, read_file

# The program itself: in the first hold of the right leg somebody presses H and more keys, and
# at that very moment the power goes.
HURTING = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from rehabtimer.__main__ import main
from rehabtimer.core.programme import Phase
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.views.session import SessionView

keys = sys.argv.pop(1)
show, begun = SessionView.show_frame, []

def hurt(view):
    view.verb_wanted.emit(Verb.HURTS)
    for key in keys:
        QTest.keyClick(view.overlay.panel, key)
    os.kill(os.getpid(), signal.SIGKILL)

def show_and_hurt(view, frame, notice=""):
    show(view, frame, notice)
    if frame.phase is Phase.HOLD and frame.side == "right" and not begun:
        begun.append(view)
        QTimer.singleShot(0, lambda: hurt(view))

SessionView.show_frame = show_and_hurt
sys.exit(main(sys.argv[1:]))
"""

RIGHT_1 = ("Standing quad stretch", "RIGHT LEG", "Set 1 of 2")
EASIER = ("Standing quad stretch: Lying on your belly", *RIGHT_1[1:])
LEFT_2 = ("Standing quad stretch", "LEFT LEG", "Set 2 of 2")
NEXT = ("Standing hip flexor stretch", "LEFT LEG", "Set 1 of 1")


@pytest.mark.parametrize(
    "keys, place, told, skipped",
    [
        ("", RIGHT_1, [], []),
        ("4", RIGHT_1, [(4, None)], []),
        ("4G", RIGHT_1, [(4, Decision.GO_ON)], []),
        ("4V", EASIER, [(4, Decision.EASIER)], []),
        ("4F", RIGHT_1, [(4, Decision.LESS)], []),
        ("4K", LEFT_2, [(4, Decision.SKIP_SIDE)], ["side"]),
        ("4T", NEXT, [(4, Decision.SKIP_TODAY)], ["today"]),
        ("4D1", NEXT, [(4, Decision.SKIP_UNTIL)], ["until"]),
        ("4O", NEXT, [(4, Decision.SKIP_OPEN)], ["open"]),
        ("4E", RIGHT_1, [(4, Decision.END)], []),
        ("4S", RIGHT_1, [(4, None)], []),
    ],
)
def test_killed_and_taken_up(
    sit_down: SitDown,
    tmp_path: Path,
    keys: str,
    place: tuple[str, str, str],
    told: list[tuple[int, Decision | None]],
    skipped: list[str],
) -> None:
    path = tmp_path / "killed.db"
    hurt_and_die(path, keys)

    clock = FakeClock(datetime.now().astimezone())
    during = [entry for entry in read_file(path).pain if entry.moment is Moment.DURING]
    assert [(entry.score, entry.decision) for entry in during] == told
    assert all(entry.sharp is ("S" in keys) for entry in during)
    assert [skip["reach"] for skip in exported(path, clock)["skips"]] == skipped
    assert [skip["reach"] for skip in status(path, clock)["skipped_then"]] == skipped

    person = sit_down(path, clock=clock, start=True)
    person.wait(5 + 0.5)
    assert where(person) == place
    if "F" in keys:
        assert person.digits <= 8
    if "K" in keys:
        person.play_on(lambda: None)
        assert "left leg" not in person.read()
        assert "2 of 4 sets. Left knee: 4 of 10 · right leg skipped" in person.read()
    assert len(person.kept.sessions) == 1


def where(person: Person) -> tuple[str, str, str]:
    view = person.run.view
    return person.title, view.stage.side.text(), view.sets.accessibleName()


def hurt_and_die(path: Path, keys: str) -> None:
    """Run the program until it is killed by what it does itself."""
    command = [sys.executable, "-c", HURTING, keys, "--start", "--speed", "60", "--side", "left"]
    child = subprocess.run(
        [*command, "--database", str(path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
