"""Where time comes from."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from rehabtimer.core import clock
from rehabtimer.core.clock import Clock, SystemClock
from tests.support.clock import A_MORNING, FakeClock


def test_the_system_clock_starts_at_zero_and_grows() -> None:
    system = SystemClock()

    seconds = [system.seconds() for _ in range(3)]

    assert 0 <= seconds[0] < 60
    assert seconds == sorted(seconds)
    assert system.speed == 1


def test_a_hurried_clock_makes_more_of_every_second() -> None:
    real = FakeClock(at=500.0)
    hurried = SystemClock(60, real.seconds)

    real.advance(0.5)

    assert hurried.seconds() == 30
    assert hurried.speed == 60


def test_the_wall_clock_carries_its_offset_and_is_not_hurried() -> None:
    now = SystemClock(60).now()

    assert now.utcoffset() is not None
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_time_in_which_the_machine_slept_counts() -> None:
    """Else a laptop that was closed for an hour would go on with the hold in which it slept."""
    if not hasattr(time, "CLOCK_BOOTTIME"):
        pytest.skip("only Linux tells the time since it was booted")

    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    seconds = clock.monotonic()

    assert before <= seconds <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_where_no_such_clock_exists_pythons_own_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_AWAKE_OR_ASLEEP", None)
    before = time.monotonic()

    assert before <= clock.monotonic() <= time.monotonic()


# The clock of the tests is a clock, too.


def test_the_fake_clock_moves_only_by_hand() -> None:
    fake: Clock = FakeClock()
    assert (fake.seconds(), fake.now(), fake.speed) == (0, A_MORNING, 1)


def test_the_fake_clock_hurries_its_seconds_but_not_the_wall() -> None:
    fake = FakeClock(speed=60, at=10)

    fake.advance(2)

    assert fake.seconds() == 130
    assert fake.now() == A_MORNING + timedelta(seconds=2)


def test_the_fake_clock_refuses_to_run_backwards() -> None:
    with pytest.raises(AssertionError):
        FakeClock().advance(-1)
