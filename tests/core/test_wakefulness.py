"""The screen stays awake while a session runs, and for five minutes of standing still."""

import pytest

from rehabtimer.core.wakefulness import Wakefulness


@pytest.fixture
def rule() -> Wakefulness:
    return Wakefulness()


def test_a_running_session_keeps_the_screen_awake(rule: Wakefulness) -> None:
    assert rule.wants(running=True, now=0.0)
    assert rule.wants(running=True, now=4000.0)
    assert rule.seconds_left(4000.0) is None


def test_nothing_is_counted_before_the_first_question(rule: Wakefulness) -> None:
    assert rule.seconds_left(1000.0) is None


def test_a_pause_of_five_minutes_lets_it_go(rule: Wakefulness) -> None:
    rule.wants(running=True, now=10.0)
    assert rule.wants(running=False, now=100.0)
    assert rule.wants(running=False, now=399.9)
    assert not rule.wants(running=False, now=400.0)
    assert not rule.wants(running=False, now=5000.0)


def test_it_tells_when_to_ask_again(rule: Wakefulness) -> None:
    rule.wants(running=False, now=100.0)
    assert rule.seconds_left(100.0) == 300.0
    assert rule.seconds_left(250.0) == 150.0
    assert rule.seconds_left(900.0) == 0.0


def test_going_on_keeps_it_awake_again(rule: Wakefulness) -> None:
    rule.wants(running=False, now=0.0)
    assert not rule.wants(running=False, now=301.0)
    assert rule.wants(running=True, now=302.0)
    assert rule.wants(running=False, now=303.0)
    assert rule.seconds_left(303.0) == 300.0


def test_a_session_that_waits_to_begin_has_five_minutes_too(rule: Wakefulness) -> None:
    assert rule.wants(running=False, now=50.0)
    assert not rule.wants(running=False, now=350.0)
