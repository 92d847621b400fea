"""The real child, with the engine that Qt only pretends with: nothing is heard, all else is so."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer.audio.speaker import missing_packages
from rehabtimer.audio.speaker_engine import ENGINES
from rehabtimer.audio.voice import speaker_command
from rehabtimer.audio.voice_messages import (
    Answer,
    Failed,
    Hush,
    Quiet,
    Ready,
    Say,
    Speaking,
    Wish,
    line_of,
    read_answer,
)
from rehabtimer.audio.voice_problems import missing
from rehabtimer.core.clock import monotonic
from tests.support.processes import is_running
from tests.support.voices import PRETENDED, voice_of

TOP = Path(__file__).parents[2]
LONG = "A long line. " * 20


def answers(given: bytes, *command: str, code: int = 0) -> list[Answer]:
    run = subprocess.run(
        command or PRETENDED, input=given, capture_output=True, cwd=TOP, check=False, timeout=60
    )
    assert run.returncode == code, run.stderr
    return [read_answer(line) for line in run.stdout.splitlines()]


def test_it_tells_the_voices_that_can_read_the_language() -> None:
    (ready,) = answers(b"")
    assert isinstance(ready, Ready)
    assert [voice.text for voice in ready.voices] == [
        "Bob (British English)",
        "Anne (British English)",
        "Charly (American English)",
        "Mary (American English)",
    ]


def test_the_voices_of_this_country_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL")
    (ready,) = answers(b"")
    assert isinstance(ready, Ready)
    assert [voice.name for voice in ready.voices] == ["Charly", "Mary", "Bob", "Anne"]


def test_a_language_that_no_voice_can_read_is_no_voice() -> None:
    (failed,) = answers(b"", *speaker_command("tlh", "mock"))
    assert isinstance(failed, Failed)


def test_the_pretended_engine_is_never_taken_unless_asked_for() -> None:
    assert "mock" not in ENGINES
    (failed,) = answers(b"", *speaker_command("en", "nothing"))
    assert failed == Failed(missing_packages())


def test_a_missing_library_is_told() -> None:
    code = (
        "import runpy, sys\n"
        "sys.modules['PySide6.QtTextToSpeech'] = None\n"  # as if it could not be loaded
        "sys.argv[1:] = ['en', 'mock']\n"
        "runpy.run_module('rehabtimer.audio.speaker', run_name='__main__')\n"
    )
    (failed,) = answers(b"", sys.executable, "-c", code)
    assert failed == Failed(missing_packages())


def test_each_wish_has_its_answer_and_the_last_line_comes_to_its_end() -> None:
    wishes: list[Wish] = [Say("Go."), Hush(), Say("Hold.", voice="Mary", rate=0.5, volume=0.3)]
    _ready, *rest = answers("".join(line_of(wish) + "\n" for wish in wishes).encode())
    assert rest == [Speaking(), Quiet(), Speaking()]


@pytest.mark.parametrize("line", [b"hello\n", b'{"type":"sing"}\n', b"\xff\n", b"{}\n"])
def test_a_line_that_is_no_wish_ends_it(line: bytes) -> None:
    answers(line + line_of(Say("Hold.")).encode(), code=1)


def test_the_window_speaks_through_it(qtbot: QtBot) -> None:
    with voice_of(qtbot, PRETENDED) as voice:
        voice.load()
        voice.say("Hold.")
        qtbot.waitUntil(lambda: voice.available and not voice._is_asked, timeout=20_000)
        for line in ("1", "2", "3", LONG, "Rest."):
            voice.say(line)
            qtbot.wait(5)
        voice.hush()
        voice.say("Done.")
        qtbot.waitUntil(lambda: not voice._next and not voice._is_asked, timeout=20_000)
        assert voice.problem == ""


def test_a_missing_engine_is_told_in_one_sentence(qtbot: QtBot) -> None:
    with voice_of(qtbot, speaker_command("en", "nothing")) as voice:
        voice.load()
        qtbot.waitUntil(lambda: bool(voice.problem), timeout=20_000)
        assert voice.problem == missing(missing_packages())
        assert voice.problem.startswith("There is no voice")


def test_no_child_outlives_a_window_that_is_killed() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from tests.support.voices import PRETENDED\n"
        "from rehabtimer.audio.voice import Voice\n"
        "app = QCoreApplication([])\n"
        "voice = Voice(command=PRETENDED)\n"
        "voice.voices_changed.connect(\n"
        "    lambda: print(voice._child.pid, flush=True))\n"
        "voice.load()\n"
        "app.exec()\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        child = int(window.stdout.readline())
        assert is_running(child)
        window.send_signal(signal.SIGKILL)
    end = monotonic() + 20
    while is_running(child):
        assert monotonic() < end, "the child lives on"
        os.sched_yield()


@pytest.mark.parametrize("last", ["pass", "voice.say('Done.')", "voice.unload()"])
def test_a_program_that_ends_with_a_voice_ends_without_a_word(last: str) -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from tests.support.voices import PRETENDED, PATIENT\n"
        "from rehabtimer.audio.voice import Voice\n"
        "app = QCoreApplication([])\n"
        "voice = Voice(command=PRETENDED, limits=PATIENT)\n"
        "def end() -> None:\n"
        f"    {last}\n"
        "    app.quit()\n"
        "voice.voices_changed.connect(end)\n"
        "voice.load()\n"
        "app.exec()\n"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=TOP, capture_output=True, check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


def test_a_call_that_hangs_with_pythons_lock_ends_the_child() -> None:
    code = (
        "import ctypes\n"
        "from rehabtimer.audio import speaker_engine\n"
        "speaker_engine.LONGEST_CALL = 0.2\n"
        "with speaker_engine.time_limit():\n"
        "    pass\n"
        "print('in time', flush=True)\n"
        "with speaker_engine.time_limit():\n"
        "    ctypes.PyDLL(None).sleep(600)\n"  # PyDLL holds the lock meanwhile
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=TOP, capture_output=True, check=False, timeout=60)
    assert run.returncode == 1
    assert run.stdout == b"in time\n"
