"""Which sets are done: each attempt opens once and ends once."""

import pytest

from rehabtimer.core.events import Attempt, Outcome, RepEnded, SetEnded, SetStarted, Tally
from rehabtimer.core.programme import Side
from rehabtimer.core.progress import Attempted, Progress
from rehabtimer.core.timeline import SetKey
from tests.support.builders import LEGS, lift, stretch, timeline

STEPS = timeline(lift(reps=2, sets=2), stretch("calf", sides=LEGS))
LIFT_1, LIFT_2 = (SetKey("lift", Side.LEFT, number) for number in (1, 2))
CALF_LEFT, CALF_RIGHT = (SetKey("calf", side, 1) for side in LEGS)
WORK = {step.key: step for step in STEPS if step.phase.is_work}


@pytest.fixture
def progress() -> Progress:
    return Progress(STEPS)


def test_at_first_nothing_is_done(progress: Progress) -> None:
    assert progress.open is None
    assert progress.latest is None
    assert progress.outcomes(0) == (None, None)
    assert not progress.is_settled(0)
    assert not progress.is_complete


def test_an_attempt_collects_what_is_done(progress: Progress) -> None:
    attempt = Attempt(LIFT_1, 1)

    assert progress.enter(WORK[LIFT_1]) == [SetStarted(attempt)]
    assert progress.enter(WORK[LIFT_1]) == []
    progress.hold(1.5)
    assert progress.end_rep() == [RepEnded(attempt, Tally(1, 1.5))]
    progress.hold(2)
    assert progress.end_rep() == [RepEnded(attempt, Tally(2, 3.5))]
    assert progress.end_set() == [SetEnded(attempt, Tally(2, 3.5), Outcome.DONE)]
    assert (progress.open, progress.tally) == (None, Tally())


def test_only_an_open_attempt_ends(progress: Progress) -> None:
    assert progress.end_rep() == []
    assert progress.end_set() == []
    assert progress.abandon() == []


def test_what_was_left_is_partial_or_skipped(progress: Progress) -> None:
    progress.enter(WORK[LIFT_1])
    progress.hold(0.5)
    progress.abandon()
    progress.enter(WORK[LIFT_2])
    progress.abandon()

    assert progress.outcomes(0) == (Outcome.PARTIAL, Outcome.SKIPPED)
    assert progress.is_settled(0)
    assert progress.latest == LIFT_2


def test_a_set_keeps_its_best_outcome(progress: Progress) -> None:
    progress.enter(WORK[LIFT_1])
    progress.end_set()
    progress.enter(WORK[LIFT_1])

    (ended,) = progress.abandon()

    assert ended == SetEnded(Attempt(LIFT_1, 2), Tally(), Outcome.SKIPPED)
    assert progress.outcome(LIFT_1) is Outcome.DONE


def test_a_set_left_for_later_is_not_settled(progress: Progress) -> None:
    for key in (LIFT_1, LIFT_2):
        progress.enter(WORK[key])
        progress.hold(1)
        progress.abandon(for_good=key == LIFT_1)

    assert progress.outcomes(0) == (Outcome.PARTIAL, Outcome.PARTIAL)
    assert not progress.is_settled(0)
    assert progress.latest == LIFT_1

    assert progress.skip_rest(0) == []
    assert progress.is_settled(0)


def test_skipping_an_exercise_ends_what_has_not_ended(progress: Progress) -> None:
    progress.enter(WORK[LIFT_1])
    progress.end_set()

    assert progress.skip_rest(0) == [SetEnded(Attempt(LIFT_2), Tally(), Outcome.SKIPPED)]
    assert progress.skip_rest(0) == []
    assert progress.outcomes(0) == (Outcome.DONE, Outcome.SKIPPED)
    assert progress.outcomes(1) == (None, None)


def test_a_skipped_set_done_after_all_is_a_second_attempt(progress: Progress) -> None:
    progress.skip_rest(1)

    assert progress.enter(WORK[CALF_LEFT]) == [SetStarted(Attempt(CALF_LEFT, 2))]
    progress.end_set()
    assert progress.outcomes(1) == (Outcome.DONE, Outcome.SKIPPED)


def test_it_is_complete_when_every_set_was_done(progress: Progress) -> None:
    for step in WORK.values():
        assert not progress.is_complete
        progress.enter(step)
        progress.end_set()

    assert progress.is_complete


def test_what_was_left_open_is_still_open() -> None:
    before = [
        Attempted(Attempt(LIFT_1, 1), Tally(2, 4), Outcome.DONE),
        Attempted(Attempt(LIFT_2, 1), Tally(0, 1), Outcome.PARTIAL),
        Attempted(Attempt(LIFT_2, 2), Tally(1, 2), None),
    ]

    progress = Progress(STEPS, before)

    assert (progress.open, progress.tally) == (Attempt(LIFT_2, 2), Tally(1, 2))
    assert progress.enter(WORK[LIFT_2]) == []
    assert progress.outcomes(0) == (Outcome.DONE, Outcome.PARTIAL)
    assert progress.is_settled(0)


@pytest.mark.parametrize("number", [1, 2])
def test_an_attempt_that_came_to_nothing_is_begun_anew(number: int) -> None:
    earlier = [Attempted(Attempt(LIFT_1, n), Tally(), Outcome.SKIPPED) for n in range(1, number)]

    progress = Progress(STEPS, [*earlier, Attempted(Attempt(LIFT_1, number), Tally(), None)])

    assert progress.open is None
    assert progress.enter(WORK[LIFT_1]) == [SetStarted(Attempt(LIFT_1, number))]


def test_numbers_count_on_whatever_the_order_of_the_records() -> None:
    before = [Attempted(Attempt(LIFT_1, n), Tally(), Outcome.SKIPPED) for n in (3, 1, 2)]

    assert Progress(STEPS, before).enter(WORK[LIFT_1]) == [SetStarted(Attempt(LIFT_1, 4))]
