"""Where a session goes next: by step, by block, by exercise."""

import pytest

from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.progress import Progress
from rehabtimer.core.route import Route
from rehabtimer.core.timeline import SetKey, Timeline
from tests.support.builders import LEGS, NO_PAUSES, PACE, lift, stretch, timeline

# get ready, 2 reps, rest, 2 reps | rest, get ready, a stretch | rest, get ready, a stretch
STEPS = timeline(lift(reps=2, sets=2), stretch("calf"), stretch("quad"))
PREPARE, SET_1, REST, SET_2 = 0, 1, 7, 8
BETWEEN, PREPARE_CALF, CALF = 14, 15, 16
BETWEEN_QUAD, PREPARE_QUAD, QUAD, END = 17, 18, 19, 20
LIFT_1, LIFT_2 = (SetKey("lift", Side.LEFT, number) for number in (1, 2))


@pytest.fixture
def route() -> Route:
    return Route(STEPS)


@pytest.fixture
def progress() -> Progress:
    return Progress(STEPS)


def do(progress: Progress, *indexes: int) -> None:
    for index in indexes:
        progress.enter(STEPS[index])
        progress.end_set()


def test_an_empty_timeline_leads_nowhere() -> None:
    route = Route(())

    assert (route.end, route.places, route.first_work(0)) == (0, 0, None)


def test_a_route_counts_its_exercises(route: Route) -> None:
    assert (route.end, route.places) == (END, 3)


@pytest.mark.parametrize("index", [PREPARE, SET_1, REST, SET_2 + 5, BETWEEN, PREPARE_CALF])
def test_one_step_follows_the_other(route: Route, progress: Progress, index: int) -> None:
    assert route.after(index, progress) == index + 1


def test_settled_exercises_are_passed_over(route: Route, progress: Progress) -> None:
    do(progress, CALF)
    assert route.after(SET_2 + 5, progress) == BETWEEN_QUAD

    progress.skip_rest(2)
    assert route.after(SET_2 + 5, progress) == END
    assert route.next_exercise(0, progress) == END


def test_an_exercise_that_is_settled_itself_is_gone_through(
    route: Route, progress: Progress
) -> None:
    do(progress, SET_1, SET_2)

    assert route.after(PREPARE, progress) == SET_1


@pytest.mark.parametrize(
    "index, target",
    [
        (PREPARE, SET_1),
        (SET_1, REST),
        (SET_1 + 5, REST),
        (REST, SET_2),
        (SET_2 + 1, BETWEEN),
        (BETWEEN, PREPARE_CALF),
        (QUAD, END),
    ],
)
def test_the_next_block(route: Route, progress: Progress, index: int, target: int) -> None:
    assert route.next_block(index, progress) == target


@pytest.mark.parametrize(
    "index, start, previous",
    [
        (PREPARE, PREPARE, PREPARE),
        (SET_1 + 4, SET_1, PREPARE),
        (REST, REST, SET_1),
        (SET_2, SET_2, REST),
        (BETWEEN, BETWEEN, SET_2),
        (CALF, CALF, PREPARE_CALF),
    ],
)
def test_the_block_at_hand_and_the_one_before(
    route: Route, index: int, start: int, previous: int
) -> None:
    assert route.block_start(index) == start
    assert route.back(route.block_start(index), 2.0) == previous
    assert route.back(route.block_start(index), 2.1) == start


@pytest.mark.parametrize(
    "index, latest, target",
    [
        (SET_1 + 4, None, SET_1),
        (SET_2 + 4, LIFT_1, SET_2),
        (REST, LIFT_1, SET_1),
        (BETWEEN_QUAD, LIFT_2, SET_2),
        (BETWEEN, None, BETWEEN),
    ],
)
def test_the_set_to_redo(route: Route, index: int, latest: SetKey | None, target: int) -> None:
    assert route.set_to_redo(index, latest) == target


def test_an_exercise_starts_after_the_rest_before_it(route: Route) -> None:
    assert [route.exercise_start(place) for place in range(4)] == [
        PREPARE,
        PREPARE_CALF,
        PREPARE_QUAD,
        END,
    ]


def test_an_exercise_without_pauses_starts_with_work() -> None:
    route = Route(timeline(stretch("a"), stretch("b"), timing=NO_PAUSES))

    assert [route.exercise_start(place) for place in (0, 1)] == [0, 1]


def test_the_next_exercise(route: Route, progress: Progress) -> None:
    assert route.next_exercise(0, progress) == PREPARE_CALF

    do(progress, CALF)
    assert route.next_exercise(0, progress) == PREPARE_QUAD


def test_the_first_set_not_done(route: Route, progress: Progress) -> None:
    assert route.first_undone(0, progress) == PREPARE
    do(progress, SET_1)
    assert route.first_undone(0, progress) == REST
    do(progress, SET_2)
    assert route.first_undone(0, progress) == PREPARE


def test_a_set_done_in_part_is_not_done(route: Route, progress: Progress) -> None:
    progress.enter(STEPS[SET_1])
    progress.hold(1)
    progress.abandon()

    assert route.first_undone(0, progress) == PREPARE


def test_all_of_the_last_exercise_done(route: Route, progress: Progress) -> None:
    do(progress, QUAD)

    assert route.first_undone(2, progress) == PREPARE_QUAD


@pytest.mark.parametrize(
    "index, start",
    [
        (SET_1 + 2, SET_1),
        (SET_1 + 3, SET_1 + 3),
        (SET_1 + 5, SET_1 + 3),
        (SET_2, SET_2),
        (REST, REST),
        (PREPARE, PREPARE),
        (CALF, CALF),
    ],
)
def test_the_start_of_a_rep(route: Route, index: int, start: int) -> None:
    assert route.rep_start(index) == start


def test_the_first_rep_of_all_starts_at_the_beginning() -> None:
    assert Route(timeline(lift(), timing=NO_PAUSES)).rep_start(2) == 0


def test_seconds_between_steps(route: Route) -> None:
    assert route.seconds_between(PREPARE, SET_1) == PACE.prepare
    assert route.seconds_between(SET_1, REST) == 2 * (PACE.go + 2 + PACE.back)
    assert route.seconds_between(0, END) == sum(step.seconds for step in STEPS)


def test_the_span_of_an_exercise_holds_the_rest_before_it(route: Route) -> None:
    spans = [route.place_span(place) for place in range(3)]

    assert spans == [(0, BETWEEN), (BETWEEN, BETWEEN_QUAD), (BETWEEN_QUAD, END)]


def test_the_first_work_from_a_step_on(route: Route) -> None:
    assert route.first_work(BETWEEN) is STEPS[CALF]
    assert route.first_work(SET_1 + 1) is STEPS[SET_1 + 1]
    assert route.first_work(END) is None


# ------------------------------------------------------------------ a timeline that has changed

BOTH = timeline(stretch("calf"), stretch("quad", sets=2, sides=LEGS), stretch("hip"))
RIGHT_ONLY = timeline(stretch("calf"), stretch("quad", sets=2, sides=LEGS[1:]), stretch("hip"))
QUAD_RIGHT_1, QUAD_RIGHT_2 = (SetKey("quad", Side.RIGHT, number) for number in (1, 2))


def index_of(steps: Timeline, key: SetKey, phase: Phase) -> int:
    return next(step.index for step in steps if (step.key, step.phase) == (key, phase))


def test_a_step_is_found_again_in_another_timeline() -> None:
    route = Route(RIGHT_ONLY)
    hip = index_of(BOTH, SetKey("hip", Side.LEFT, 1), Phase.HOLD)

    assert route.same(BOTH[hip]) == len(RIGHT_ONLY) - 1
    assert route.same(BOTH[index_of(BOTH, QUAD_RIGHT_2, Phase.HOLD)]) == index_of(
        RIGHT_ONLY, QUAD_RIGHT_2, Phase.HOLD
    )


def test_getting_ready_is_the_same_whatever_set_it_leads_to() -> None:
    ready = index_of(BOTH, SetKey("quad", Side.LEFT, 1), Phase.PREPARE)

    assert Route(RIGHT_ONLY).same(BOTH[ready]) == index_of(RIGHT_ONLY, QUAD_RIGHT_1, Phase.PREPARE)


def test_what_is_not_there_any_more_is_not_found() -> None:
    change = index_of(BOTH, QUAD_RIGHT_1, Phase.SWITCH)
    gone = index_of(BOTH, SetKey("quad", Side.LEFT, 2), Phase.HOLD)

    assert Route(RIGHT_ONLY).same(BOTH[change]) is None
    assert Route(RIGHT_ONLY).same(BOTH[gone]) is None


def test_the_sets_from_a_step_on_are_those_of_its_exercise() -> None:
    route = Route(BOTH)

    second = route.sets_from(index_of(BOTH, QUAD_RIGHT_1, Phase.HOLD))

    assert second == {QUAD_RIGHT_1, SetKey("quad", Side.LEFT, 2), QUAD_RIGHT_2}
    assert list(route.sets)[1:3] == [SetKey("quad", Side.LEFT, 1), QUAD_RIGHT_1]


@pytest.mark.parametrize(
    "later, done, key",
    [
        ([QUAD_RIGHT_1, QUAD_RIGHT_2], [], QUAD_RIGHT_1),
        ([QUAD_RIGHT_2], [], QUAD_RIGHT_2),
        ([QUAD_RIGHT_1, QUAD_RIGHT_2], [QUAD_RIGHT_1], QUAD_RIGHT_2),
        ([QUAD_RIGHT_2], [QUAD_RIGHT_2], SetKey("hip", Side.LEFT, 1)),
        ([], [], SetKey("hip", Side.LEFT, 1)),
    ],
)
def test_the_way_on_from_a_set_that_is_gone(
    later: list[SetKey], done: list[SetKey], key: SetKey
) -> None:
    progress = Progress(RIGHT_ONLY)
    for each in done:
        progress.enter(RIGHT_ONLY[index_of(RIGHT_ONLY, each, Phase.HOLD)])
        progress.end_set()

    index = Route(RIGHT_ONLY).onward(1, later, progress)

    assert RIGHT_ONLY[index].key == key
    assert not RIGHT_ONLY[index].phase.is_work


def test_redo_of_a_set_that_is_gone_means_what_is_at_hand() -> None:
    ready = index_of(RIGHT_ONLY, QUAD_RIGHT_1, Phase.PREPARE)

    assert Route(RIGHT_ONLY).set_to_redo(ready, SetKey("quad", Side.LEFT, 1)) == ready


def test_what_follows_a_whole_set(route: Route, progress: Progress) -> None:
    assert route.after_set(LIFT_1, progress) == REST
    assert route.after_set(LIFT_2, progress) == BETWEEN
