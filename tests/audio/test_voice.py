"""The voice as the window sees it, with children that hang, die, babble and come late."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer.audio.voice import Voice, VoiceLimits
from rehabtimer.audio.voice_messages import Failed, Hush, Say, VoiceName, line_of, read_wish
from rehabtimer.audio.voice_problems import missing, no_answer, stopped
from rehabtimer.core.clock import monotonic
from tests.support.voices import PATIENT, child, children, note_taker, voice_of

HASTY = VoiceLimits(silent=300, start=900)
HANGS = "time.sleep(600)"


def wait_for_problem(qtbot: QtBot, voice: Voice) -> str:
    qtbot.waitUntil(lambda: bool(voice.problem), timeout=20_000)
    return voice.problem


def wait_until_ready(qtbot: QtBot, voice: Voice) -> None:
    voice.load()
    qtbot.waitUntil(lambda: voice.available, timeout=20_000)


def read(notes: Path) -> list[Say | Hush]:
    lines = notes.read_bytes().splitlines() if notes.exists() else []
    return [read_wish(line) for line in lines]


def said(notes: Path) -> list[str]:
    return [wish.text if isinstance(wish, Say) else "(hush)" for wish in read(notes)]


def test_nothing_runs_before_it_is_loaded(qtbot: QtBot) -> None:
    with voice_of(qtbot, child(HANGS)) as voice:
        voice.say("Hold.")
        voice.hush()
        voice.unload()
        assert voice._child is None
        assert not voice.available
        assert voice.problem == ""


def test_a_child_that_is_ready_tells_its_voices(qtbot: QtBot, tmp_path: Path) -> None:
    with voice_of(qtbot, note_taker(tmp_path / "notes")) as voice:
        with qtbot.waitSignal(voice.voices_changed, timeout=20_000):
            voice.load()
        assert voice.available
        assert voice.voices == (VoiceName("Ada", "Ada (English)"),)


def test_what_is_said_carries_voice_rate_and_volume(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes)) as voice:
        voice.load("Ada", rate=-0.5, volume=0.25)
        voice.say("Hold.")
        qtbot.waitUntil(lambda: len(read(notes)) == 1, timeout=20_000)
        voice.voice, voice.rate, voice.volume = "Bob", 7.0, -1.0
        voice.say("Return.")
        qtbot.waitUntil(lambda: len(read(notes)) == 2, timeout=20_000)
    assert read(notes) == [Say("Hold.", "Ada", -0.5, 0.25), Say("Return.", "Bob", 1.0, 0.0)]


def test_loaded_again_the_child_stays_and_takes_new_wishes(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes)) as voice:
        wait_until_ready(qtbot, voice)
        first = voice._child
        voice.load("Bob", rate=0.5)
        voice.say("Hold.")
        qtbot.waitUntil(lambda: len(read(notes)) == 1, timeout=20_000)
        assert voice._child is first
    assert read(notes) == [Say("Hold.", "Bob", 0.5, 1.0)]


def test_of_what_is_asked_meanwhile_only_the_newest_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes)) as voice:
        voice.load()
        for line in ("Go.", "Hold.", "Return."):
            voice.say(line)
        qtbot.waitUntil(lambda: said(notes) == ["Return."], timeout=20_000)
        for line in ("1", "2", "3"):  # "1" is asked at once; the others come before its answer
            voice.say(line)
        qtbot.waitUntil(lambda: len(said(notes)) == 3, timeout=20_000)
    assert said(notes) in (["Return.", "1", "3"], ["Return.", "3"])


def test_what_waited_too_long_for_the_engine_is_not_said(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    limits = VoiceLimits(silent=20_000, start=20_000, early=1)
    with voice_of(qtbot, note_taker(notes), limits) as voice:
        voice.load()
        voice.say("Long ago.")
        qtbot.waitUntil(lambda: voice.available, timeout=20_000)
        voice.say("Now.")
        qtbot.waitUntil(lambda: len(said(notes)) == 1, timeout=20_000)
    assert said(notes) == ["Now."]


def test_hush_forgets_what_waits_and_ends_what_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes)) as voice:
        voice.load()
        voice.say("Hold.")
        voice.hush()
        qtbot.waitUntil(lambda: voice.available, timeout=20_000)
        voice.hush()
        voice.say("Rest.")
        qtbot.waitUntil(lambda: len(said(notes)) == 2, timeout=20_000)
    assert said(notes) == ["(hush)", "Rest."]


def test_a_line_that_is_hushed_before_it_is_heard_is_no_problem(
    qtbot: QtBot, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes, silent_to="Unheard")) as voice:
        wait_until_ready(qtbot, voice)
        voice.say("Unheard.")
        voice.hush()
        voice.say("Heard.")
        qtbot.waitUntil(lambda: said(notes)[-1:] == ["Heard."], timeout=20_000)
        assert voice.problem == ""


def test_the_last_line_is_still_said_after_unload(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes)) as voice:
        wait_until_ready(qtbot, voice)
        voice.say("Done.")
        voice.unload()
        assert not voice.available
    assert said(notes) == ["Done."]


def test_only_plain_text_reaches_the_child(qtbot: QtBot, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with voice_of(qtbot, note_taker(notes)) as voice:
        wait_until_ready(qtbot, voice)
        voice.say("<speak>Knee\r\n\x1b[1m & \ud800 hip</speak>")
        qtbot.waitUntil(lambda: len(read(notes)) == 1, timeout=20_000)
        voice.say(" \n\t")  # nothing is left of it
        voice.say("x" * 5000)
        qtbot.waitUntil(lambda: len(read(notes)) == 2, timeout=20_000)
    assert said(notes) == ["speak Knee [1m hip /speak", "x" * 300]


# ------------------------------------------------------------------ what can go wrong


def test_a_child_that_hangs_at_its_start_is_given_up(qtbot: QtBot) -> None:
    with voice_of(qtbot, child(HANGS), HASTY) as voice:
        begun = monotonic()
        voice.load()
        voice.say("Hold.")
        assert monotonic() - begun < 0.1
        assert wait_for_problem(qtbot, voice) == no_answer()
        assert not voice.available
        qtbot.waitUntil(lambda: not children(), timeout=20_000)


def test_a_child_that_comes_late_is_welcome_still(qtbot: QtBot, tmp_path: Path) -> None:
    told = list[str]()
    limits = VoiceLimits(silent=200, start=20_000)
    code = "time.sleep(0.6); tell(READY); sys.stdin.read()"
    with voice_of(qtbot, child(code), limits) as voice:
        voice.problem_changed.connect(told.append)
        wait_until_ready(qtbot, voice)
        assert told == [no_answer(), ""]


def test_a_child_that_hangs_is_replaced_when_it_is_loaded_again(qtbot: QtBot) -> None:
    limits = VoiceLimits(silent=200, start=20_000)
    with voice_of(qtbot, child(HANGS), limits) as voice:
        voice.load()
        assert wait_for_problem(qtbot, voice) == no_answer()
        assert voice._child is not None
        first = voice._child._process
        voice.load()
        assert voice.problem == ""
        assert wait_for_problem(qtbot, voice) == no_answer()
        assert voice._child._process is not first
        qtbot.waitUntil(lambda: first not in children(), timeout=20_000)


def test_a_child_that_works_hard_gets_more_time_but_not_for_ever(qtbot: QtBot) -> None:
    with voice_of(qtbot, child("while True: pass"), HASTY) as voice:
        begun = monotonic()
        voice.load()
        assert wait_for_problem(qtbot, voice) == no_answer()
        assert monotonic() - begun > HASTY.start / 1000 - 0.05


def test_a_child_that_does_not_speak_is_given_up_and_not_asked_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    limits = VoiceLimits(silent=700, start=20_000)
    with voice_of(qtbot, note_taker(notes, silent_to="Hold"), limits) as voice:
        wait_until_ready(qtbot, voice)
        voice.say("Go.")
        voice.say("Hold.")
        assert wait_for_problem(qtbot, voice) == no_answer()
        voice.say("Return.")
        voice.hush()
        qtbot.waitUntil(lambda: not children(), timeout=20_000)
    assert said(notes)[-1] == "Hold."


def test_after_a_problem_load_tries_again(qtbot: QtBot, tmp_path: Path) -> None:
    notes, told = tmp_path / "notes", list[str]()
    limits = VoiceLimits(silent=700, start=20_000)
    with voice_of(qtbot, note_taker(notes, silent_to="Hold"), limits) as voice:
        voice.problem_changed.connect(told.append)
        wait_until_ready(qtbot, voice)
        voice.say("Hold.")
        wait_for_problem(qtbot, voice)
        wait_until_ready(qtbot, voice)
        voice.say("Go.")
        qtbot.waitUntil(lambda: said(notes) == ["Hold.", "Go."], timeout=20_000)
        assert told == [no_answer(), ""]


@pytest.mark.parametrize(
    "code",
    [
        "sys.exit(3)",
        "tell(READY); sys.exit(0)",
        "tell(READY); import os; os.kill(os.getpid(), 9)",
        "tell(b'hello\\n'); time.sleep(600)",
        'tell(b\'{"type": "sing"}\\n\'); time.sleep(600)',
        "tell(READY[:-5] + b'\\n'); time.sleep(600)",
        "tell(b'\\xff\\x00' * 500_000); time.sleep(600)",
    ],
)
def test_a_child_that_dies_or_babbles_is_given_up(qtbot: QtBot, code: str) -> None:
    with voice_of(qtbot, child(code)) as voice:
        voice.load()
        assert wait_for_problem(qtbot, voice) == stopped()
        assert not voice.available
        voice.say("Hold.")
        qtbot.waitUntil(lambda: not children(), timeout=20_000)


def test_a_command_that_is_not_there_is_no_crash(qtbot: QtBot) -> None:
    with voice_of(qtbot, ("/nowhere/python", "-m", "speaker")) as voice:
        voice.load()
        assert wait_for_problem(qtbot, voice) == stopped()


def test_a_child_without_an_engine_says_what_to_install(qtbot: QtBot) -> None:
    line = line_of(Failed(("speech-dispatcher", "libspeechd2"))).encode() + b"\n"
    with voice_of(qtbot, child(f"tell({line!r}); time.sleep(600)")) as voice:
        voice.load()
        assert wait_for_problem(qtbot, voice) == (
            "There is no voice. These packages bring one: speech-dispatcher, libspeechd2."
        )


def test_where_no_package_is_known_the_sentence_names_none() -> None:
    assert missing(()) == "There is no voice: this computer has none that can be used."


def test_a_child_that_ignores_its_end_is_killed_after_a_time(qtbot: QtBot) -> None:
    limits = VoiceLimits(silent=20_000, start=20_000, end=50)
    with voice_of(qtbot, child(f"tell(READY); {HANGS}"), limits) as voice:
        wait_until_ready(qtbot, voice)
        voice.unload()
        qtbot.waitUntil(lambda: not children(), timeout=20_000)
        assert voice.problem == ""


def test_a_child_that_is_let_go_tells_nothing_any_more(qtbot: QtBot) -> None:
    with voice_of(qtbot, child("sys.stdin.read(); tell(b'nonsense\\n')"), PATIENT) as voice:
        voice.load()
        voice.unload()
        qtbot.waitUntil(lambda: not children(), timeout=20_000)
        assert voice.problem == ""
