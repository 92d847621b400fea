"""What is to be heard of a session, when, and how long a spoken line can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.cues import Cue
from rehabtimer.core.settings import Sound, VoiceCount
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.session import SessionPresenter
from tests.support.cases import pass_time, play, welcomed
from tests.support.clock import FakeClock


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def sounding(case: Case, **changes: object) -> None:
    sound = replace(Sound(), **changes)
    case.save(replace(case.settings, sound=sound))


def heard(case: Case, session: SessionPresenter, seconds: int) -> tuple[list[Cue], list[str]]:
    """Everything of the next seconds, in order."""
    pass_time(case, session, seconds)
    return session.take_cues(), session.take_lines()


def test_tones_and_lines_come_together_and_once(case: Case) -> None:
    session = play(case, 0)
    assert session.take_cues() == [Cue.GET_READY]
    assert session.take_lines() == ["Standing quad stretch, left leg, 15 seconds."]
    assert (session.take_cues(), session.take_lines()) == ([], [])
    cues, lines = heard(case, session, 5 + 15)
    assert cues == [Cue.HOLD, Cue.COUNT, Cue.COUNT, Cue.COUNT, Cue.SWITCH]
    assert lines == ["Hold.", "Half way.", "3", "2", "1", "Switch sides: right leg."]


def test_without_a_voice_the_tones_go_on_alone(case: Case) -> None:
    sounding(case, voice=False)
    session = play(case, 0)
    cues, lines = heard(case, session, 5 + 15)
    assert Cue.COUNT in cues
    assert lines == []
    assert session.frame().said == ""


def test_the_voice_counts_what_was_chosen(case: Case) -> None:
    sounding(case, count=VoiceCount.NEITHER)
    session = play(case, 0)
    assert "3" not in heard(case, session, 20)[1]


def test_what_is_said_can_be_read_while_it_is_said(case: Case) -> None:
    session = play(case, 5)
    assert session.frame().said == "Hold."
    pass_time(case, session, 3)
    assert session.frame().said == "Hold."
    pass_time(case, session, 1)
    assert session.frame().said == ""


def test_a_line_goes_with_the_moment_that_it_belongs_to(case: Case) -> None:
    session = play(case, 6)
    session.toggle()
    assert session.frame().said == "Paused."
    session.toggle()
    assert session.frame().said == "", "counting in is no pause"


def test_nothing_is_written_for_who_wants_silence(case: Case) -> None:
    session = play(case, 5)
    session.toggle_mute()
    assert session.frame().said == ""
    session.toggle_mute()
    assert session.frame().said == "Hold."


def test_a_hurried_session_is_silent(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        clock = case.clock
        assert isinstance(clock, FakeClock)
        clock.speed = 120.0
        session = play(case, 30)
        assert (session.take_cues(), session.take_lines()) == ([], [])


def test_the_screen_is_wanted_while_time_runs_and_five_minutes_longer(case: Case) -> None:
    session = play(case, 8)
    assert session.wants_screen()
    assert session.seconds_of_screen() is None
    session.pause()
    assert session.wants_screen()
    assert session.seconds_of_screen() == 300
    pass_time(case, session, 299)
    assert session.wants_screen()
    pass_time(case, session, 1)
    assert not session.wants_screen()
    session.toggle()
    assert session.wants_screen()
    session.leave()
    assert not session.wants_screen()
