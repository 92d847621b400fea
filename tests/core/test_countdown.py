"""Cues where a person jumps, pauses, waits and adds time, and where ticks come late."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.core.cues import COUNTED, LATEST, Countdown, Cue, cues_for
from rehabtimer.core.programme import Phase
from rehabtimer.core.timeline import Timeline
from tests.support.builders import LEGS, lift, stretch, timeline
from tests.support.player import Player

FRAME = 1 / 30

# get ready, 2 reps; switch, 2 reps; rest, get ready, a stretch of 15 s; rest, one of 4 s
STEPS = timeline(lift(reps=2, sides=LEGS), stretch("calf"), stretch("short", hold=4))
PREPARE, GO, HOLD, CALF, SHORT = 0, 1, 2, 16, 19


def begin(at: int = 0, **options: float) -> Player:
    player = Player(STEPS, **options)  # type: ignore[arg-type]
    player.reach(at)
    return player


def after(player: Player, verb: str, *arguments: float) -> list[Cue]:
    return cues_for(player.do(verb, *arguments), player.seen)


def listen(
    player: Player, seconds: float, countdown: Countdown, every: float = FRAME
) -> list[float]:
    """Let time pass, tick by tick; return what was left of the hold at each count."""
    heard = []
    while seconds > 0:
        player.tick_after(min(every, seconds))
        seconds -= every
        heard += [round(player.seen.remaining, 1) for _ in countdown.tick(player.seen)]
    return heard


# ------------------------------------------------------------------ as steps begin


def test_what_was_jumped_over_is_not_told() -> None:
    player = begin(PREPARE)
    assert after(player, "skip_exercise") == [Cue.GET_READY]


def test_a_set_that_is_counted_in_gets_ready_first() -> None:
    player = begin(PREPARE)
    assert after(player, "skip") == [Cue.GET_READY]
    assert cues_for(player.tick_after(1.5), player.seen) == []
    assert cues_for(player.tick_after(1.5), player.seen) == [Cue.GO]


def test_work_that_is_gone_on_with_is_told_when_its_time_runs_again() -> None:
    player = begin(CALF)
    assert after(player, "pause") == []
    assert after(player, "resume") == []
    assert cues_for(player.play(3.0), player.seen) == [Cue.HOLD]


def test_a_rest_that_is_gone_on_with_is_told_at_once() -> None:
    player = begin(CALF - 2)
    player.do("pause")
    assert after(player, "resume") == [Cue.REST]


def test_a_step_entered_while_paused_is_told_when_its_time_runs() -> None:
    player = begin(PREPARE)
    player.do("pause")
    assert after(player, "skip_exercise") == []
    assert after(player, "resume") == [Cue.GET_READY]


def test_a_step_that_waits_gets_ready() -> None:
    player = Player(STEPS, waits=[GO])
    player.start()
    player.tick_after(2.0)
    assert cues_for(player.tick_after(2.0), player.seen) == [Cue.GET_READY]
    assert player.state == "waiting"
    assert after(player, "resume") == []
    assert cues_for(player.play(3.0), player.seen) == [Cue.GO]


def test_the_end_is_told_even_if_it_comes_early() -> None:
    assert after(begin(HOLD), "stop") == [Cue.END]


# ------------------------------------------------------------------ before a hold ends


@pytest.mark.parametrize(
    "hold,expected", [(4.9, []), (5, [3.0, 2.0, 1.0])], ids=["short", "just long enough"]
)
def test_only_holds_of_five_seconds_or_more_are_counted(hold: float, expected: list[float]) -> None:
    player = Player(timeline(stretch(hold=hold)))
    player.reach(1)
    assert listen(player, hold - 0.1, Countdown()) == expected


def test_only_holds_are_counted() -> None:
    player, countdown = begin(CALF - 2), Countdown()
    assert player.step.phase is Phase.REST
    assert listen(player, player.step.seconds - 0.1, countdown) == []


def test_each_step_has_its_own() -> None:
    steps = timeline(stretch(hold=6, sets=2))
    player, countdown = Player(steps), Countdown()
    player.reach(1)
    whole = sum(step.seconds for step in steps[1:])
    assert listen(player, whole - 0.01, countdown) == [3.0, 2.0, 1.0] * 2


def test_a_set_done_again_has_its_own() -> None:
    player, countdown = begin(CALF), Countdown()
    assert listen(player, 12.5, countdown) == [3.0]
    player.do("redo")
    assert listen(player, 3 + 14.9, countdown) == [3.0, 2.0, 1.0]


def test_time_added_moves_them() -> None:
    player, countdown = begin(CALF), Countdown()
    assert listen(player, 13.5, countdown) == [3.0, 2.0]
    player.do("add_time", 10.0)
    assert listen(player, 11.4, countdown) == [3.0, 2.0, 1.0]


def test_time_taken_away_jumps_over_what_is_too_late() -> None:
    player, countdown = begin(CALF), Countdown()
    listen(player, 2.4, countdown)
    player.do("add_time", -10.0)
    assert listen(player, 2.5, countdown) == [2.0, 1.0]


@pytest.mark.parametrize("pause_at", [11.99, 12.0, 12.01], ids=["before", "at", "after"])
def test_a_pause_neither_loses_nor_repeats_one(pause_at: float) -> None:
    player, countdown = begin(CALF), Countdown()
    heard = listen(player, pause_at, countdown, every=0.25)
    player.do("pause")
    heard += listen(player, 60.0, countdown, every=1.0)
    player.do("resume")
    heard += listen(player, 3 + 14.9 - pause_at, countdown)
    assert heard == [3.0, 2.0, 1.0]


@pytest.mark.parametrize("late,expected", [(LATEST - 0.01, [Cue.COUNT]), (LATEST + 0.01, [])])
def test_one_that_is_late_is_left_out(late: float, expected: list[Cue]) -> None:
    player, countdown = begin(CALF), Countdown()
    listen(player, 11.5, countdown)
    player.tick_after(0.5 + late)
    assert countdown.tick(player.seen) == expected


def test_a_late_tick_plays_no_burst() -> None:
    player, countdown = begin(CALF), Countdown()
    listen(player, 11.9, countdown)
    player.tick_after(1.15)
    assert countdown.tick(player.seen) == [Cue.COUNT]
    assert countdown.tick(player.seen) == []


@pytest.mark.parametrize("speed,expected", [(4.0, [3.0, 2.0, 1.0]), (5.0, [])])
def test_a_clock_in_a_hurry_is_not_counted(speed: float, expected: list[float]) -> None:
    assert listen(begin(CALF), 14.9, Countdown(speed)) == expected


def test_lateness_is_in_real_seconds() -> None:
    player, countdown = begin(CALF), Countdown(speed=4.0)
    listen(player, 11.5, countdown)
    player.tick_after(1.2)
    assert countdown.tick(player.seen) == [Cue.COUNT]


# ------------------------------------------------------------------ whatever happens

_ACTIONS: dict[str, Callable[[Player], object]] = {
    "frame": lambda player: player.tick_after(FRAME),
    "third": lambda player: player.tick_after(1 / 3),
    "second": lambda player: player.tick_after(1.0),
    "pause": lambda player: player.do("pause"),
    "resume": lambda player: player.do("resume"),
    "longer": lambda player: player.do("add_time", 10.0),
    "redo": lambda player: player.do("redo"),
}


@given(st.lists(st.sampled_from(sorted(_ACTIONS)), max_size=60), st.sampled_from([6.0, 15.0]))
def test_a_count_is_never_late_never_doubled_and_only_in_a_running_hold(
    actions: list[str], hold: float
) -> None:
    steps: Timeline = timeline(stretch(hold=hold, sets=2))
    player, countdown = Player(steps), Countdown()
    player.reach(1)
    told: set[float] = set()
    before = player.seen.remaining
    for action in actions:
        _ACTIONS[action](player)
        now = player.seen
        if now.remaining > before:
            told = set()
        before = now.remaining
        for _ in countdown.tick(now):
            assert now.state == "running"
            assert now.step.phase is Phase.HOLD
            (moment,) = [m for m in COUNTED if 0 <= m - now.remaining <= LATEST]
            assert moment not in told
            told.add(moment)
