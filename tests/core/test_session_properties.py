"""The machine of a session under any order of verbs, gaps and crashes.

More examples: `pytest --hypothesis-profile=...`; the numbers here are multiples of the profile's.
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from rehabtimer.core.events import (
    Attempt,
    Event,
    Outcome,
    Paused,
    PauseReason,
    SessionEnded,
    SetEnded,
    StepEnded,
    StepOutcome,
    StepStarted,
    Tally,
)
from rehabtimer.core.prescription import Prescribed, Timing
from rehabtimer.core.programme import Change, Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.session import GAP_SECONDS
from rehabtimer.core.snapshot import Snapshot, State
from rehabtimer.core.timeline import SetKey, Timeline, set_order, totals
from tests.support.builders import (
    LEGS,
    NO_PAUSES,
    NO_TIME,
    PACE,
    TOGETHER,
    lift,
    prescription,
    stretch,
    timeline,
)
from tests.support.clock import FakeClock
from tests.support.player import Player, only
from tests.support.session_log import NEAR, Log
from tests.support.sore import Sore

pytestmark = pytest.mark.slow

_BASE = settings().max_examples

# ------------------------------------------------------------------ any session

UNEVEN = Timing(go=0.7, back=0, switch=3.3, rest=0, between=7.1, prepare=0.1)
# One draw for each of these, for the sake of thousands of examples.
TIMINGS = [PACE, NO_PAUSES, NO_TIME, UNEVEN]
SIDES = (LEGS, LEGS[::-1], (Side.LEFT,), (Side.RIGHT,), TOGETHER)
KINDS = list(product((0, 1, 3), (1, 2, 3), SIDES, Change, (0.0, 3.3, 15.0)))


def make(place: int, kind: tuple[int, int, tuple[Side, ...], Change, float]) -> Prescribed:
    reps, sets, sides, change, hold = kind
    name = f"exercise-{place}"
    if reps:
        return lift(name, hold=hold, reps=reps, sets=sets, sides=sides, change=change)
    return stretch(name, hold=hold, sets=sets, sides=sides, change=change)


def exercises() -> st.SearchStrategy[tuple[Prescribed, ...]]:
    """One to four exercises, moving or not, on one leg, each leg or both."""
    some = st.lists(st.sampled_from(KINDS), min_size=1, max_size=4)
    return some.map(lambda kinds: tuple(make(place, kind) for place, kind in enumerate(kinds)))


def flowing(steps: Timeline) -> list[SetKey]:
    """Every set in the order of the timeline."""
    return [step.key for step in steps if step.ends_set]


# ------------------------------------------------------------------ undisturbed


@settings(max_examples=2 * _BASE)
@given(
    exercises(),
    st.sampled_from(TIMINGS),
    st.lists(st.floats(0.05, GAP_SECONDS - NEAR), min_size=1, max_size=12),
    st.floats(0, 1e6),
)
def test_undisturbed_it_is_the_timeline_and_keeps_time(
    items: tuple[Prescribed, ...], timing: Timing, ticks: list[float], origin: float
) -> None:
    steps = timeline(*items, timing=timing)
    player = Player(steps, clock=FakeClock(at=origin))
    player.start()
    left = player.seen.outlook.left
    # Whole rounds of the drawn ticks, filled up so that no session takes thousands of them.
    ticks = [*ticks, GAP_SECONDS - NEAR]

    while player.state is not State.FINISHED:
        for tick in ticks:
            passed = player.seen.outlook.left
            player.tick_after(tick)
            assert abs(max(0.0, passed - tick) - player.seen.outlook.left) < NEAR

    ended = only(player.events, StepEnded)
    sets = only(player.events, SetEnded)
    planned = totals(steps)
    assert abs(left - planned.seconds) < NEAR
    assert [event.step for event in only(player.events, StepStarted)] == list(steps)
    assert [event.step for event in ended] == list(steps)
    assert all(event.seconds == event.step.seconds for event in ended)
    assert all(event.outcome is StepOutcome.COMPLETED for event in ended)
    assert [event.attempt for event in sets] == [Attempt(key) for key in flowing(steps)]
    assert [event.attempt.key[1:] for event in sets] == [
        pair for item in items for pair in set_order(item)
    ]
    assert len(sets) == planned.sets
    assert abs(sum(event.tally.seconds for event in sets) - planned.hold_seconds) < NEAR
    drift = player.session._head._origin + player.session._head.duration - origin - planned.seconds
    assert abs(drift) < NEAR
    assert player.events[-1] == SessionEnded(completed=True)
    assert player.seen.outlook.fractions == (1.0,) * len(items)


# ------------------------------------------------------------------ disturbed in any way

_ranks = [Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED, None]
KEYS = ["pause", "resume", "skip", "skip_exercise", "back", "back_exercise", "redo", "go_on"]
MOMENTS = [0.0, 0.1, 0.3, 0.5, 1.0, 1.5, 2.0]
_moments = st.sampled_from(MOMENTS)


class AnyOrderOfVerbs(RuleBasedStateMachine):
    """Every verb in every state, with time of every length between them."""

    player: Sore
    log: Log

    @initialize(
        items=exercises(),
        timing=st.sampled_from(TIMINGS),
        waits=st.frozensets(st.integers(0, 40), max_size=5),
        start=st.booleans(),
    )
    def begin(
        self, items: tuple[Prescribed, ...], timing: Timing, waits: frozenset[int], start: bool
    ) -> None:
        self.waits = waits
        self.clock = FakeClock(at=100.0)
        self.player = Sore(prescription(*items, timing=timing), waits=waits, clock=self.clock)
        self.log = Log(self.player.session.timeline)
        self.running = 0.0  # seconds that a clock could have given to steps
        self.outcomes = self.player.seen.outlook.outcomes
        if start:
            self.log.keep(self.player.start())

    def _do(self, verb: str, *arguments: float) -> list[Event]:
        events = self.player.do(verb, *arguments)
        self.log.keep(events)
        return events

    def _pass(self, seconds: float) -> None:
        if self.player.state in (State.RUNNING, State.COUNT_IN):
            self.running += seconds
        self.clock.advance(seconds)

    # Time

    @rule(seconds=st.floats(0, GAP_SECONDS - NEAR))
    def tick(self, seconds: float) -> None:
        self._pass(seconds)
        self._do("tick")

    @rule(times=st.integers(1, 20))
    def many_ticks(self, times: int) -> None:
        for _ in range(times):
            self.tick(0.9)

    @rule(seconds=st.floats(GAP_SECONDS + NEAR, 1e5))
    def gap(self, seconds: float) -> None:
        before, state = self.player.seen, self.player.state
        self.clock.advance(seconds)
        events = self._do("tick")
        if state in (State.RUNNING, State.COUNT_IN):
            (event,) = only(events, Paused)
            assert event.reason is PauseReason.GAP
            assert abs(event.gap - seconds) < NEAR
            assert self.player.state is State.PAUSED
        assert abs(self.player.seen.elapsed - before.elapsed) < NEAR
        assert self.player.step is before.step

    # Verbs: a moment after the last tick, as keys come

    @rule(
        verb=st.sampled_from(KEYS),
        after=_moments,
    )
    def press(self, verb: str, after: float) -> None:
        self._pass(after)
        state = self.player.state
        self._do(verb)
        if state is State.PAUSED and verb not in ("resume", "go_on"):
            assert self.player.state in (State.PAUSED, State.OFFERED, State.FINISHED)
        if verb == "pause":
            assert self.player.state not in (State.RUNNING, State.COUNT_IN)

    @rule(after=_moments)
    def finish_set(self, after: float) -> None:
        self._pass(after)
        self._do("finish_set")

    @rule(place=st.integers(-1, 4), after=_moments)
    def go_to(self, place: int, after: float) -> None:
        self._pass(after)
        self._do("go_to", place)

    @rule(seconds=st.sampled_from([10, -10, 600]), after=_moments)
    def add_time(self, seconds: float, after: float) -> None:
        self._pass(after)
        self._do("add_time", seconds)

    # Something hurts

    @rule(side=st.sampled_from([*LEGS, None]), after=_moments)
    def skip_side(self, side: Side | None, after: float) -> None:
        self._pass(after)
        self.log.keep(self.player.skip_side(side))
        self.log.gone = set(self.log.planned) - set(flowing(self.player.session.timeline))
        assert not self.player.state.runs

    @rule(after=_moments)
    def less(self, after: float) -> None:
        self._pass(after)
        self.log.keep(self.player.less())
        assert not self.player.state.runs

    @rule(after=_moments)
    def easier(self, after: float) -> None:
        self._pass(after)
        self.log.keep(self.player.easier())
        assert self.player.state in (State.READY, State.WAITING, State.FINISHED)

    @rule()
    def start(self) -> None:
        self.log.keep(self.player.start())

    @rule()
    def stop(self) -> None:
        self._do("stop")
        assert self.player.state is State.FINISHED
        self.take_up_again(self.player.session.position, self.log.attempts)

    # Crashes

    @rule(late=st.booleans())
    def crash(self, late: bool) -> None:
        """Start anew from what was kept; at most the running rep is lost."""
        before = self.player.seen
        position = self.player.session.position
        self.log.crash()
        self.take_up_again(position, self.log.attempts)
        again = self.player.seen.step
        assert [*map(Counter, self.outcomes)] == [*map(Counter, before.outlook.outcomes)]
        if before.state is not State.FINISHED:
            assert (again.key, again.rep) == (before.step.key, before.step.rep)
            assert again.phase.is_work == before.step.phase.is_work
            assert self.player.seen.tally.reps == before.tally.reps
        if late:
            self.log.keep(self.player.start(10.0))

    def take_up_again(self, position: int, kept: dict[Attempt, Attempted]) -> None:
        never_begun = {
            key: Attempted(Attempt(key), Tally(), None)
            for key in self.log.planned
            if not self.log.numbers[key]
        }
        self.log.over = False
        self.player = Sore(
            self.player.prescription,
            waits=self.waits,
            before=[*kept.values(), *never_begun.values()],
            position=position,
            clock=self.clock,
        )
        self.outcomes = self.player.seen.outlook.outcomes

    # What always holds

    @invariant()
    def all_is_well(self) -> None:
        self.what_is_seen_is_possible()
        self.nothing_is_credited_that_no_clock_gave()
        self.the_open_attempt_is_the_set_at_hand()
        self.steps_end_as_often_as_they_start()

    def what_is_seen_is_possible(self) -> None:
        seen = self.player.seen
        assert 0 <= seen.remaining <= seen.duration
        assert 0 <= seen.elapsed <= seen.duration
        assert 0 <= seen.count_in <= 10
        assert (seen.count_in > 0) <= (seen.state is State.COUNT_IN)
        assert seen.outlook.left >= 0
        assert all(0 <= fraction <= 1 for fraction in seen.outlook.fractions)
        upcoming = seen.outlook.upcoming
        assert upcoming is None or upcoming.phase.is_work
        assert seen.step is self.player.session.timeline[seen.step.index]
        assert seen.step.key not in self.log.gone
        self._outcomes_only_improve(seen)

    def _outcomes_only_improve(self, seen: Snapshot) -> None:
        for old, new in zip(self.outcomes, seen.outlook.outcomes, strict=True):
            for before, after in zip(old, new, strict=True):
                assert _ranks.index(after) <= _ranks.index(before)
        self.outcomes = seen.outlook.outcomes

    def nothing_is_credited_that_no_clock_gave(self) -> None:
        assert self.log.stepped <= self.running + NEAR

    def the_open_attempt_is_the_set_at_hand(self) -> None:
        step, attempt = self.player.step, self.log.open
        if self.player.state in (State.READY, State.FINISHED):
            return
        assert (attempt.key if attempt else None) == (step.key if step.phase.is_work else None)

    def steps_end_as_often_as_they_start(self) -> None:
        events = [e for e in self.player.events if isinstance(e, StepStarted | StepEnded)]
        for one, other in pairwise(events):
            assert isinstance(one, StepStarted) != isinstance(other, StepStarted)
            assert isinstance(one, StepEnded) or one.step.mark == other.step.mark

    def teardown(self) -> None:
        """Whatever happened, what is left can be gone through to an end."""
        if not hasattr(self, "player"):
            return
        self.log.keep(self.player.start())
        for _ in range(2000):
            if self.player.state is State.FINISHED:
                break
            self._do("resume")
            self.tick(1.9)
        assert self.player.state is State.FINISHED
        assert self._do("tick") == []


TestAnyOrderOfVerbs = AnyOrderOfVerbs.TestCase
TestAnyOrderOfVerbs.settings = settings(max_examples=4 * _BASE, stateful_step_count=15)

WALK: list[Callable[[AnyOrderOfVerbs, Random], object]] = [
    lambda machine, dice: machine.tick(dice.uniform(0, GAP_SECONDS - NEAR)),
    lambda machine, dice: machine.many_ticks(dice.randint(1, 20)),
    lambda machine, dice: machine.gap(dice.uniform(GAP_SECONDS + NEAR, 1e5)),
    *[lambda machine, dice: machine.press(dice.choice(KEYS), dice.choice(MOMENTS))] * len(KEYS),
    lambda machine, dice: machine.finish_set(dice.choice(MOMENTS)),
    lambda machine, dice: machine.go_to(dice.randint(-1, 4), dice.choice(MOMENTS)),
    lambda machine, dice: machine.add_time(dice.choice([10, -10, 600]), dice.choice(MOMENTS)),
    lambda machine, dice: machine.skip_side(dice.choice([*LEGS, None]), dice.choice(MOMENTS)),
    lambda machine, dice: machine.less(dice.choice(MOMENTS)),
    lambda machine, dice: machine.easier(dice.choice(MOMENTS)),
    lambda machine, dice: machine.start(),
    lambda machine, dice: machine.stop(),
    lambda machine, dice: machine.crash(dice.random() < 0.5),
]


@settings(max_examples=14 * _BASE)
@given(st.integers(0, 2**32))
def test_a_walk_from_one_seed(seed: int) -> None:
    """The same machine three times as fast, and so more often; but such a walk does not shrink."""
    dice = Random(seed)
    machine = AnyOrderOfVerbs()
    kinds = [dice.choice(KINDS) for _ in range(dice.randint(1, 4))]
    machine.begin(
        tuple(make(place, kind) for place, kind in enumerate(kinds)),
        dice.choice(TIMINGS),
        frozenset(dice.sample(range(40), dice.randint(0, 5))),
        dice.random() < 0.9,
    )
    for _ in range(20):
        dice.choice(WALK)(machine, dice)
        machine.all_is_well()
    machine.teardown()
