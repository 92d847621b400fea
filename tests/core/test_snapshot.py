"""What is done and what is still to come, at one moment."""

import pytest

from rehabtimer.core.events import Outcome, Tally
from rehabtimer.core.programme import Side
from rehabtimer.core.progress import Progress
from rehabtimer.core.route import Route
from rehabtimer.core.snapshot import Outlook, Snapshot, State, look_ahead
from rehabtimer.core.timeline import Step
from tests.support.builders import LEGS, NO_TIME, lift, stretch, timeline

# get ready 4, 2 reps 10, rest 10, 2 reps 10 | rest 8, get ready 4, a stretch 15
STEPS = timeline(lift(reps=2, sets=2), stretch("calf"))
SET_1, REST, SET_2, BETWEEN, CALF = 1, 7, 8, 14, 16
SECONDS = 34 + 27
AN_OUTLOOK = Outlook(left=0, upcoming=None, fractions=(), outcomes=())


def look(
    index: int, remaining: float, *done: int, state: State = State.RUNNING, skip: int | None = None
) -> Outlook:
    progress = Progress(STEPS)
    for begun in done:
        progress.enter(STEPS[begun])
        progress.end_set()
    if skip is not None:
        progress.skip_rest(skip)
    return look_ahead(Route(STEPS), progress, index, remaining, state)


def test_at_the_start_all_is_left() -> None:
    outlook = look(0, 4.0, state=State.READY)

    assert outlook.left == SECONDS
    assert outlook.upcoming is STEPS[SET_1]
    assert list(outlook.fractions) == [0, 0]
    assert outlook.outcomes == ((None, None), (None,))


def test_in_the_middle_of_an_exercise() -> None:
    outlook = look(REST, 4.0, SET_1)

    assert outlook.left == 4 + 10 + 27
    assert list(outlook.fractions) == [1 - 14 / 34, 0]
    assert outlook.outcomes == ((Outcome.DONE, None), (None,))


@pytest.mark.parametrize(
    "index, upcoming",
    [(0, SET_1), (SET_1 + 3, SET_2), (REST, SET_2), (SET_2, CALF), (BETWEEN, CALF), (CALF, None)],
)
def test_what_comes_up_is_the_work_of_the_next_set(index: int, upcoming: int | None) -> None:
    expected: Step | None = None if upcoming is None else STEPS[upcoming]

    assert look(index, 1.0).upcoming is expected


def test_an_exercise_that_is_settled_is_not_left() -> None:
    outlook = look(SET_2, 1.0, SET_1, skip=1)

    assert outlook.left == 1 + 9
    assert outlook.upcoming is None
    assert outlook.fractions[1] == 0


def test_an_exercise_behind_shows_the_share_of_its_sets_that_was_done() -> None:
    assert look(BETWEEN, 8.0, SET_2).fractions == (0.5, 0)


def test_added_time_makes_no_fraction_less_than_nothing() -> None:
    assert look(0, 600.0).fractions == (0, 0)


def test_an_exercise_of_no_time_is_at_its_beginning() -> None:
    steps = timeline(stretch(hold=0), timing=NO_TIME)

    assert look_ahead(Route(steps), Progress(steps), 0, 0.0, State.RUNNING).fractions == (0,)


def test_sets_that_were_left_out_count_as_gone_through() -> None:
    whole = timeline(stretch(sets=2, sides=LEGS))
    right = timeline(stretch(sets=2, sides=LEGS[1:]))
    progress = Progress(whole)
    progress.leave_out([step.key for step in whole if step.side is Side.LEFT and step.ends_set])

    outlook = look_ahead(Route(right), progress, 0, 4.0, State.PAUSED)

    assert outlook.fractions == (0.5,)
    assert look_ahead(Route(right), progress, 3, 0.0, State.PAUSED).fractions == (1,)
    assert outlook.outcomes[0].count(Outcome.SKIPPED) == 2


def test_at_the_end_nothing_is_left() -> None:
    outlook = look(CALF, 9.0, SET_1, CALF, state=State.FINISHED)

    assert (outlook.left, outlook.upcoming) == (0, None)
    assert outlook.fractions == (0.5, 1)


def seen(state: State, elapsed: float) -> Snapshot:
    return Snapshot(
        state=state,
        step=STEPS[CALF],
        elapsed=elapsed,
        duration=15.0,
        count_in=0.0,
        tally=Tally(),
        outlook=AN_OUTLOOK,
    )


def test_what_remains_of_a_step() -> None:
    assert seen(State.RUNNING, 6.0).remaining == 9
    assert seen(State.PAUSED, 6.0).remaining == 9
    assert seen(State.FINISHED, 6.0).remaining == 0
