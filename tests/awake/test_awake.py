"""The screen is held awake over a real bus, and what is shown is what really holds."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from threading import enumerate as threads

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer.awake import bus as awake_bus
from rehabtimer.awake import screen
from rehabtimer.awake.screen import Awake, State
from tests.support.screensaver import GNOME, ScreenSaver, address_in

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from rehabtimer.awake.screen import Awake
application = QCoreApplication([])
awake = Awake()
awake.changed.connect(lambda: print(awake.state.name, flush=True))
if sys.argv[1] == "leave":
    awake.changed.connect(lambda: awake.holds and application.quit())
awake.hold()
application.exec()
"""


@pytest.fixture
def awake(qtbot: QtBot) -> Iterator[Awake]:
    awake = Awake()
    yield awake
    awake.release()
    for thread in threads():
        if thread.name == "awake":
            thread.join(10)
            assert not thread.is_alive()


@pytest.fixture
def becomes(qtbot: QtBot, awake: Awake) -> Callable[[State], None]:
    def wait(state: State) -> None:
        qtbot.waitUntil(lambda: awake.state is state, timeout=10_000)

    return wait


Becomes = Callable[[State], None]


def test_it_holds_from_the_promise_on(saver: ScreenSaver, awake: Awake, becomes: Becomes) -> None:
    awake.hold()
    assert (awake.state, awake.holds, awake.words) == (State.ASKED, False, "")
    becomes(State.HELD)
    assert awake.holds
    assert (awake.words, awake.problem) == ("screen stays awake", "")
    asked = saver.next()
    assert asked.what == "Inhibit"
    assert asked.said == ("RehabTimer", "An exercise session is running")
    assert asked.caller in saver.holders.values()


def test_a_release_gives_the_promise_back(
    saver: ScreenSaver, awake: Awake, becomes: Becomes
) -> None:
    awake.hold()
    becomes(State.HELD)
    saver.next()
    (cookie,) = saver.holders
    awake.release()
    assert (awake.state, awake.words) == (State.OFF, "")
    given_back = saver.next()
    assert (given_back.what, given_back.said) == ("UnInhibit", (cookie,))
    assert not saver.holders


def test_asking_twice_asks_once(saver: ScreenSaver, awake: Awake, becomes: Becomes) -> None:
    awake.release()
    assert awake.state is State.OFF
    awake.hold()
    awake.hold()
    becomes(State.HELD)
    awake.hold()
    awake.release()
    awake.release()
    assert [saver.next().what, saver.next().what] == ["Inhibit", "UnInhibit"]
    assert saver.saw_nothing_more()


def test_it_can_hold_again(saver: ScreenSaver, awake: Awake, becomes: Becomes) -> None:
    seen = []
    for _time in range(2):
        awake.hold()
        becomes(State.HELD)
        awake.release()
        seen += [saver.next().what, saver.next().what]
    assert seen == ["Inhibit", "UnInhibit"] * 2


def test_each_change_is_told_once(
    saver: ScreenSaver, awake: Awake, becomes: Becomes, qtbot: QtBot
) -> None:
    told: list[State] = []
    awake.changed.connect(lambda: told.append(awake.state))
    awake.hold()
    becomes(State.HELD)
    awake.release()
    saver.next()
    saver.next()
    assert told == [State.ASKED, State.HELD, State.OFF]


def test_a_release_before_the_promise_gives_it_back_too(
    saver: ScreenSaver, awake: Awake, becomes: Becomes
) -> None:
    saver.may_answer.clear()
    awake.hold()
    assert saver.next().what == "Inhibit"
    awake.release()
    saver.may_answer.set()
    assert saver.next().what == "UnInhibit"
    assert awake.state is State.OFF


def test_an_answer_to_an_earlier_question_is_not_this_one(
    saver: ScreenSaver, awake: Awake, becomes: Becomes, qtbot: QtBot
) -> None:
    saver.refuses = True
    saver.may_answer.clear()
    awake.hold()
    assert saver.next().what == "Inhibit"
    told: list[State] = []
    awake.release()
    awake.changed.connect(lambda: told.append(awake.state))
    saver.may_answer.set()
    saver.refuses = False
    awake.hold()
    becomes(State.HELD)
    assert told == [State.ASKED, State.HELD]


def test_gnome_is_asked_in_its_own_way(
    bus: object, tmp_path: Path, awake: Awake, becomes: Becomes
) -> None:
    gnome = ScreenSaver(address_in(tmp_path), GNOME)
    awake.hold()
    becomes(State.HELD)
    asked = gnome.next()
    name, _window, why, flags = asked.said
    assert (name, why, flags) == ("RehabTimer", "An exercise session is running", 8)  # idle
    awake.release()
    assert gnome.next().what == "Uninhibit"
    gnome.leave()


def test_wakepy_is_loaded_with_the_first_hold_and_not_before() -> None:
    code = "import sys, rehabtimer.awake.screen; sys.exit('wakepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


# What may go wrong


def test_no_bus(awake: Awake, becomes: Becomes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake.hold()
    becomes(State.REFUSED)
    assert not awake.holds
    assert awake.words == "screen may go dark"
    assert awake.problem == (
        "The screen may go dark: nothing on this computer would keep it awake."
    )


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "disabled:", "nonsense", ""])
def test_no_bus_at_the_address(
    awake: Awake, becomes: Becomes, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake.hold()
    becomes(State.REFUSED)
    assert "nothing on this computer" in awake.problem


def test_nobody_on_the_bus_to_ask(bus: object, awake: Awake, becomes: Becomes) -> None:
    awake.hold()
    becomes(State.REFUSED)
    assert "nothing on this computer" in awake.problem


def test_a_desktop_that_refuses(saver: ScreenSaver, awake: Awake, becomes: Becomes) -> None:
    saver.refuses = True
    awake.hold()
    becomes(State.REFUSED)
    assert "nothing on this computer" in awake.problem
    awake.release()
    assert (awake.state, awake.problem) == (State.OFF, "")


def test_a_desktop_that_does_not_answer(
    saver: ScreenSaver, awake: Awake, becomes: Becomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake_bus, "LONGEST_CALL", 0.05)
    saver.may_answer.clear()
    awake.hold()
    becomes(State.REFUSED)
    assert awake.problem == "The screen may go dark: the desktop does not answer."
    # A promise that comes too late is not kept either: the one who asked has left the bus.
    assert saver.next().what == "Inhibit"
    saver.may_answer.set()
    assert saver.next().what == "gone"
    assert not saver.holders


def test_a_library_that_never_comes_back(
    saver: ScreenSaver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.NO_ANSWER_MS <= 2000
    monkeypatch.setattr(screen, "NO_ANSWER_MS", 20)
    saver.may_answer.clear()
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: awake.state is State.REFUSED)
    assert awake.problem == "The screen may go dark: the desktop does not answer."
    saver.may_answer.set()  # it comes back after all
    qtbot.waitUntil(lambda: awake.holds)
    assert awake.problem == ""
    awake.release()
    assert [saver.next().what, saver.next().what] == ["Inhibit", "UnInhibit"]


def test_a_desktop_that_crashes_holds_nothing(
    saver: ScreenSaver, awake: Awake, becomes: Becomes
) -> None:
    awake.hold()
    becomes(State.HELD)
    saver.leave()
    becomes(State.REFUSED)
    assert awake.problem == "The screen may go dark: the desktop keeps it awake no longer."


def test_others_on_the_bus_may_come_and_go(
    saver: ScreenSaver, tmp_path: Path, awake: Awake, becomes: Becomes
) -> None:
    awake.hold()
    becomes(State.HELD)
    ScreenSaver(address_in(tmp_path), "org.example.Other").leave()
    awake.release()
    assert [saver.next().what, saver.next().what] == ["Inhibit", "UnInhibit"]


def test_a_bus_that_dies_holds_nothing(
    saver: ScreenSaver, bus: subprocess.Popen[str], awake: Awake, becomes: Becomes
) -> None:
    awake.hold()
    becomes(State.HELD)
    bus.kill()
    becomes(State.REFUSED)
    assert "no longer" in awake.problem


def test_systems_without_a_bus_are_held_until_released() -> None:
    door, bell = os.pipe()
    os.close(bell)
    with FileIO(door) as listening:
        assert awake_bus.Bus().wait(listening)


def test_a_window_may_go_while_the_answer_is_on_its_way(saver: ScreenSaver, qtbot: QtBot) -> None:
    """What the thread lets go of last is torn down by it, which is no place for a Qt object."""
    for _time in range(20):
        awake = Awake()
        awake.hold()
        assert saver.next().what == "Inhibit"
        del awake
        assert saver.next().what in {"UnInhibit", "gone"}


# The end of the program


def child(way: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, way],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_nothing_holds_after_a_kill(saver: ScreenSaver) -> None:
    with child("stay") as program:
        assert program.stdout
        assert [program.stdout.readline() for _line in range(2)] == ["ASKED\n", "HELD\n"]
        asked = saver.next()
        assert asked.caller in saver.holders.values()
        os.kill(program.pid, signal.SIGKILL)
        assert saver.next() == ("gone", asked.caller, ())
        assert not saver.holders


def test_a_program_that_ends_gives_the_promise_back(saver: ScreenSaver) -> None:
    with child("leave") as program:
        assert [saver.next().what, saver.next().what] == ["Inhibit", "UnInhibit"]
        assert program.wait(10) == 0


def test_a_program_ends_in_time_where_the_desktop_hangs(saver: ScreenSaver) -> None:
    with child("leave") as program:
        assert saver.next().what == "Inhibit"
        saver.may_answer.clear()
        assert program.wait(10) == 0


def test_an_object_that_goes_releases(saver: ScreenSaver, qtbot: QtBot) -> None:
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: awake.holds)
    awake.deleteLater()
    qtbot.waitUntil(lambda: saver.notes.qsize() == 2)
    assert [saver.next().what, saver.next().what] == ["Inhibit", "UnInhibit"]
