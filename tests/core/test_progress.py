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


# ------------------------------------------------------------------ sets that are left out


def test_what_is_left_out_ends_as_skipped_and_still_counts(progress: Progress) -> None:
    assert progress.leave_out([CALF_LEFT]) == [
        SetEnded(Attempt(CALF_LEFT), Tally(), Outcome.SKIPPED)
    ]

    assert progress.outcomes(1) == (Outcome.SKIPPED, None)
    assert (progress.left_out(0), progress.left_out(1)) == (0, 1)
    assert not progress.is_settled(1)
    assert progress.leave_out([CALF_LEFT]) == []


def test_a_set_that_was_done_stays_done_when_it_is_left_out(progress: Progress) -> None:
    progress.enter(WORK[CALF_LEFT])
    progress.end_set()

    assert progress.leave_out([CALF_LEFT]) == []

    assert progress.outcomes(1) == (Outcome.DONE, None)
    assert progress.latest is None


def test_the_latest_set_stays_where_another_is_left_out(progress: Progress) -> None:
    progress.enter(WORK[LIFT_1])
    progress.end_set()

    progress.leave_out([CALF_LEFT])

    assert progress.latest == LIFT_1


def test_only_what_is_still_there_is_offered(progress: Progress) -> None:
    progress.skip_rest(0)
    progress.decline(0)
    progress.leave_out([CALF_LEFT])
    progress.enter(WORK[CALF_RIGHT])
    progress.end_set()

    assert progress.next_to_offer() is None


def test_the_other_side_is_offered_where_it_was_skipped(progress: Progress) -> None:
    progress.skip_rest(0)
    progress.decline(0)
    progress.leave_out([CALF_LEFT])
    progress.skip_rest(1)

    assert progress.next_to_offer() == 1
    assert progress.next_to_offer() is None


def test_what_was_skipped_for_today_is_not_offered_after_it_was_taken_up() -> None:
    skipped = [
        Attempted(Attempt(key), Tally(), Outcome.SKIPPED)
        for key in (LIFT_1, LIFT_2, CALF_LEFT, CALF_RIGHT)
    ]

    assert Progress(STEPS, skipped, declined=[0]).next_to_offer() == 1


RIGHT_ONLY = timeline(lift(reps=2, sets=2), stretch("calf", sides=LEGS[1:]))


@pytest.mark.parametrize(
    "tally, outcome, counts_as",
    [
        (Tally(1, 15), Outcome.DONE, Outcome.DONE),
        (Tally(0, 3), Outcome.PARTIAL, Outcome.PARTIAL),
        (Tally(0, 3), None, Outcome.PARTIAL),
        (Tally(), None, Outcome.SKIPPED),
    ],
)
def test_a_set_left_out_before_the_kill_counts_and_is_over(
    tally: Tally, outcome: Outcome | None, counts_as: Outcome
) -> None:
    progress = Progress(RIGHT_ONLY, [Attempted(Attempt(CALF_LEFT), tally, outcome)])

    assert progress.outcomes(1) == (None, counts_as)
    assert progress.left_out(1) == 1
    assert (progress.open, progress.latest) == (None, None)
    assert not progress.is_complete


def test_a_set_left_out_keeps_the_best_of_its_attempts() -> None:
    before = [
        Attempted(Attempt(CALF_LEFT, 1), Tally(1, 15), Outcome.DONE),
        Attempted(Attempt(CALF_LEFT, 2), Tally(), Outcome.SKIPPED),
    ]

    assert Progress(RIGHT_ONLY, before).outcomes(1) == (None, Outcome.DONE)


def test_an_exercise_that_the_session_does_not_have_changes_nothing() -> None:
    other = SetKey("other", Side.LEFT, 1)

    progress = Progress(STEPS, [Attempted(Attempt(other), Tally(1, 15), None)])

    assert progress.open is None
    assert progress.outcomes(0) == (None, None)
