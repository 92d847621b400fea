"""Figures and orders of a session that were worked out by hand from the article's table."""

from itertools import groupby

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import (
    Choice,
    Prescribed,
    Prescription,
    Timing,
    Wait,
    dose_of,
    first_side,
    prescribe,
    sides_of,
)
from rehabtimer.core.programme import Change, Level, Phase, Position, Programme, Side
from rehabtimer.core.timeline import (
    SetKey,
    Timeline,
    Totals,
    compile_timeline,
    seconds_by_exercise,
    set_order,
    totals,
    waits,
)

L, R, B = Side.LEFT, Side.RIGHT, Side.BOTH

LEFT_AFFECTED = {
    "quad-stretch": [L, R, L, R],
    "hip-flexor-stretch": [L, R],
    "straight-leg-lift": [L, R, L, R],
    "calf-stretch": [L, L, L],
    "step-up": [L, R],
    "clam": [L, R, L, R],
    "wall-slide": [B, B],
    "donkey-kick": [L, R],
    "it-band-stretch": [L, R, L, R],
    "hamstring-stretch": [L, R, L, R, L, R],
}


def timeline_of(
    programme: Programme,
    affected: Side = L,
    level: Level = Level.TARGET,
    timing: Timing | None = None,
) -> Timeline:
    return compile_timeline(prescribe(programme, {}, affected=affected, level=level, timing=timing))


def side_orders(timeline: Timeline) -> dict[str, list[Side]]:
    return {
        name: [step.side for step in steps if step.ends_set]
        for name, steps in groupby(timeline, key=lambda step: step.exercise)
    }


def only(programme: Programme, *kept: str) -> dict[str, Choice]:
    return {e.id: Choice(exercise=e.id, on=e.id in kept) for e in programme.exercises}


def item(**changes: object) -> Prescribed:
    base = Prescribed(
        exercise="hold", moving=False, hold=10, reps=1, sets=2, sides=(L, R), change=Change.SET
    )
    return replace(base, **changes)


def compiled(*items: Prescribed, timing: Timing | None = None) -> Timeline:
    return compile_timeline(
        Prescription(programme="p", affected=L, timing=timing or Timing(), exercises=items)
    )


@pytest.mark.parametrize(
    "affected,level,sets,reps,holding",
    [
        (L, Level.TARGET, 33, 200, 705),
        (R, Level.TARGET, 33, 200, 705),
        (L, Level.HIGH, 40, 265, 1005),
        (R, Level.HIGH, 40, 265, 1005),
        (B, Level.TARGET, 36, 200, 750),
        # Clam with 5 reps, IT band holds of 5 s, one hamstring set a leg.
        (L, Level.LOW, 29, 160, 525),
    ],
)
def test_a_session_asks_for_the_articles_sum(
    programme: Programme, affected: Side, level: Level, sets: int, reps: int, holding: float
) -> None:
    found = totals(timeline_of(programme, affected, level))
    assert (found.sets, found.reps, found.hold_seconds) == (sets, reps, holding)


def test_the_whole_session_takes_as_long_as_its_parts(programme: Programme) -> None:
    # 200 reps of 2 + 3 s; 9 pauses between exercises; 10 times get ready; within the exercises
    # 3+1+3+0+1+3+0+1+3+5 = 20 changes of side and 2 calf + 1 wall slide = 3 rests.
    expected = 705 + 200 * 5 + 9 * 20 + 10 * 5 + 20 * 5 + 3 * 30
    timeline = timeline_of(programme)
    assert totals(timeline).seconds == expected == 2125
    phases = [step.phase for step in timeline]
    assert phases.count(Phase.SWITCH) == 20
    assert phases.count(Phase.REST) == 9 + 3
    assert phases.count(Phase.PREPARE) == 10


def test_each_exercise_alone_takes_its_share(programme: Programme) -> None:
    prescription = prescribe(programme, {}, affected=L)
    seconds = seconds_by_exercise(prescription)
    assert seconds["quad-stretch"] == 5 + 4 * 15 + 3 * 5
    assert seconds["calf-stretch"] == 5 + 3 * 15 + 2 * 30
    assert seconds["wall-slide"] == 5 + 2 * 10 * (2 + 5 + 3) + 30
    assert sum(seconds.values()) + 9 * 20 == totals(compile_timeline(prescription)).seconds


def test_sides_of_each_exercise_with_the_left_knee_affected(programme: Programme) -> None:
    assert side_orders(timeline_of(programme)) == LEFT_AFFECTED


def test_the_right_knee_mirrors_the_left(programme: Programme) -> None:
    mirrored = {name: [side.other for side in sides] for name, sides in LEFT_AFFECTED.items()}
    assert side_orders(timeline_of(programme, R)) == mirrored


def test_both_knees_stretch_one_calf_after_the_other(programme: Programme) -> None:
    expected = LEFT_AFFECTED | {"calf-stretch": [L, L, L, R, R, R]}
    assert side_orders(timeline_of(programme, B)) == expected


def test_a_preferred_side_begins_but_the_painful_leg_stays(programme: Programme) -> None:
    prescription = prescribe(programme, {}, affected=L, first=R)
    orders = side_orders(compile_timeline(prescription))
    assert orders["clam"] == [R, L, R, L]
    assert orders["calf-stretch"] == [L, L, L]
    assert orders["wall-slide"] == [B, B]


def test_both_knees_and_a_preferred_side(programme: Programme) -> None:
    prescription = prescribe(programme, {}, affected=B, first=R)
    assert side_orders(compile_timeline(prescription))["calf-stretch"] == [R, R, R, L, L, L]


@pytest.mark.parametrize(
    "affected,preferred,begins",
    [
        (L, None, L),
        (R, None, R),
        (B, None, L),
        (L, R, R),
        (R, L, L),
        (B, R, R),
        (R, B, R),  # both legs cannot begin: as if nothing was preferred
    ],
)
def test_which_leg_begins(affected: Side, preferred: Side | None, begins: Side) -> None:
    assert first_side(affected, preferred) is begins


def test_sides_of_one_exercise(programme: Programme) -> None:
    assert sides_of(programme.exercise("calf-stretch"), R, L) == (R,)
    assert sides_of(programme.exercise("calf-stretch"), B, R) == (R, L)
    assert sides_of(programme.exercise("wall-slide"), R, L) == (B,)
    assert sides_of(programme.exercise("clam"), R, L) == (L, R)


def test_both_has_no_other_side() -> None:
    assert (L.other, R.other, B.other) == (R, L, B)


def test_floor_exercises_are_grouped_and_keep_their_order(programme: Programme) -> None:
    prescription = prescribe(programme, {}, affected=L, group_floor=True)
    assert [e.exercise for e in prescription.exercises] == [
        "quad-stretch",
        "hip-flexor-stretch",
        "calf-stretch",
        "step-up",
        "wall-slide",
        "it-band-stretch",
        "straight-leg-lift",
        "clam",
        "donkey-kick",
        "hamstring-stretch",
    ]
    assert totals(compile_timeline(prescription)) == totals(timeline_of(programme))


def test_only_standing_is_off_the_floor() -> None:
    assert {position for position in Position if not position.on_floor} == {Position.STANDING}


def test_what_is_off_is_left_out(programme: Programme) -> None:
    off = {"step-up": Choice(exercise="step-up", on=False, reason="stairs-hurt")}
    found = totals(compile_timeline(prescribe(programme, off, affected=L)))
    assert (found.sets, found.reps, found.hold_seconds) == (31, 180, 685)


def test_nothing_on_is_an_empty_session(programme: Programme) -> None:
    prescription = prescribe(programme, only(programme), affected=L)
    assert compile_timeline(prescription) == ()
    assert totals(()) == Totals(sets=0, reps=0, hold_seconds=0, seconds=0)


def test_own_figures_replace_the_articles(programme: Programme) -> None:
    choices = only(programme, "clam")
    choices["clam"] = Choice(exercise="clam", hold=1.5, reps=8, sets=1)
    prescription = prescribe(programme, choices, affected=L, level=Level.HIGH)
    (clam,) = prescription.exercises
    assert (clam.hold, clam.reps, clam.sets) == (1.5, 8, 1)
    found = totals(compile_timeline(prescription))
    assert (found.sets, found.reps, found.hold_seconds) == (2, 16, 24)


def test_one_own_figure_leaves_the_others(programme: Programme) -> None:
    dose = programme.exercise("wall-slide").dose
    assert dose_of(dose, Choice(exercise="wall-slide", sets=1), Level.HIGH) == (5.0, 15, 1)
    hold, reps, sets = dose_of(dose, Choice(exercise="wall-slide", hold=3), Level.LOW)
    assert (hold, reps, sets) == (3.0, 10, 2)
    assert [type(value) for value in (hold, reps, sets)] == [float, int, int]


def test_a_prescription_remembers_what_it_was_made_from(programme: Programme) -> None:
    timing = Timing(rest=10)
    prescription = prescribe(programme, {}, affected=B, timing=timing)
    assert (prescription.programme, prescription.affected) == ("runners-knee", B)
    assert prescription.timing == timing
    assert prescribe(programme, {}, affected=B).timing == Timing()


def test_a_programme_knows_its_exercises(programme: Programme) -> None:
    assert programme.exercise("clam").name == "Clam"
    with pytest.raises(KeyError, match="plank"):
        programme.exercise("plank")


def test_a_rep_goes_holds_and_returns() -> None:
    timeline = compiled(item(moving=True, reps=2, sets=1, sides=(B,)))
    assert [(s.phase, s.rep, s.seconds) for s in timeline] == [
        (Phase.PREPARE, 1, 5),
        (Phase.GO, 1, 2),
        (Phase.HOLD, 1, 10),
        (Phase.RETURN, 1, 3),
        (Phase.GO, 2, 2),
        (Phase.HOLD, 2, 10),
        (Phase.RETURN, 2, 3),
    ]
    assert [s.index for s in timeline if s.ends_rep] == [3, 6]
    assert [s.index for s in timeline if s.ends_set] == [6]


def test_a_stretch_is_only_held() -> None:
    timeline = compiled(item(reps=2, sets=1, sides=(L,)))
    assert [s.phase for s in timeline] == [Phase.PREPARE, Phase.HOLD, Phase.HOLD]
    assert [(s.ends_rep, s.ends_set) for s in timeline[1:]] == [(True, False), (True, True)]
    assert totals(timeline) == Totals(sets=1, reps=0, hold_seconds=20, seconds=25)


def test_another_leg_is_a_switch_and_the_same_leg_a_rest() -> None:
    def pauses(*order: Side, change: Change) -> list[tuple[Phase, float, Side, int]]:
        timeline = compiled(item(sides=order, change=change))
        return [(s.phase, s.seconds, s.side, s.set) for s in timeline[1:] if not s.phase.is_work]

    assert pauses(L, R, change=Change.SET) == [
        (Phase.SWITCH, 5, R, 1),
        (Phase.SWITCH, 5, L, 2),
        (Phase.SWITCH, 5, R, 2),
    ]
    assert pauses(L, R, change=Change.LEG) == [
        (Phase.REST, 30, L, 2),
        (Phase.SWITCH, 5, R, 1),
        (Phase.REST, 30, R, 2),
    ]
    assert pauses(B, change=Change.SET) == [(Phase.REST, 30, B, 2)]


def test_between_exercises_there_is_a_rest_and_then_get_ready() -> None:
    timeline = compiled(
        item(exercise="one", sets=1, sides=(L,)), item(exercise="two", sets=1, sides=(R,))
    )
    assert [(s.exercise, s.phase, s.seconds, s.place, s.block) for s in timeline] == [
        ("one", Phase.PREPARE, 5, 0, 0),
        ("one", Phase.HOLD, 10, 0, 1),
        ("two", Phase.REST, 20, 1, 2),
        ("two", Phase.PREPARE, 5, 1, 3),
        ("two", Phase.HOLD, 10, 1, 4),
    ]
    assert timeline[2].key == SetKey("two", R, 1)


def test_pauses_of_no_time_are_left_out_but_work_is_not() -> None:
    timing = Timing(go=0, back=0, switch=0, rest=0, between=0, prepare=0)
    timeline = compiled(item(moving=True), item(exercise="last"), timing=timing)
    assert all(s.phase.is_work for s in timeline)
    assert [s.index for s in timeline] == list(range(len(timeline)))
    assert sorted({s.block for s in timeline}) == list(range(8))
    assert totals(timeline) == Totals(sets=8, reps=4, hold_seconds=80, seconds=80)


def test_an_exercise_without_sets_adds_nothing() -> None:
    assert compiled(item(sets=0)) == ()
    assert compiled(item(sides=())) == ()


def test_set_order_counts_each_leg_from_one() -> None:
    assert set_order(item()) == ((L, 1), (R, 1), (L, 2), (R, 2))
    assert set_order(item(change=Change.LEG)) == ((L, 1), (L, 2), (R, 1), (R, 2))


def test_every_set_is_ended_once_and_indexes_have_no_gap(programme: Programme) -> None:
    timeline = timeline_of(programme, B, Level.HIGH)
    ended = [step.key for step in timeline if step.ends_set]
    assert len(ended) == len(set(ended))
    assert [step.index for step in timeline] == list(range(len(timeline)))
    blocks = [block for block, _ in groupby(step.block for step in timeline)]
    assert blocks == list(range(len(blocks)))


TWO = (item(exercise="one"), item(exercise="two", moving=True, reps=2, sides=(L,)))


@pytest.mark.parametrize(
    "wait,unfamiliar,expected",
    [
        (Wait.NEVER, set(), []),
        (Wait.NEVER, {"two"}, [("two", Phase.PREPARE, L, 1)]),
        (Wait.EXERCISE, set(), [("one", Phase.PREPARE, L, 1), ("two", Phase.PREPARE, L, 1)]),
        (
            Wait.SET,
            {"one"},
            [
                ("one", Phase.PREPARE, L, 1),
                ("one", Phase.HOLD, R, 1),
                ("one", Phase.HOLD, L, 2),
                ("one", Phase.HOLD, R, 2),
                ("two", Phase.PREPARE, L, 1),
                ("two", Phase.GO, L, 2),
            ],
        ),
    ],
)
def test_where_the_clock_waits(
    wait: Wait, unfamiliar: set[str], expected: list[tuple[str, Phase, Side, int]]
) -> None:
    timeline = compiled(*TWO)
    found = [timeline[index] for index in sorted(waits(timeline, wait, frozenset(unfamiliar)))]
    assert [(s.exercise, s.phase, s.side, s.set) for s in found] == expected


def test_without_get_ready_the_first_set_waits_in_its_place() -> None:
    timing = Timing(prepare=0, rest=0, switch=0)
    timeline = compiled(*TWO, timing=timing)
    by_exercise = [timeline[index] for index in sorted(waits(timeline, Wait.EXERCISE))]
    assert [(s.exercise, s.phase) for s in by_exercise] == [("one", Phase.HOLD), ("two", Phase.GO)]
    by_set = [timeline[index] for index in sorted(waits(timeline, Wait.SET))]
    assert [(s.exercise, s.side, s.set) for s in by_set] == [
        ("one", L, 1),
        ("one", R, 1),
        ("one", L, 2),
        ("one", R, 2),
        ("two", L, 1),
        ("two", L, 2),
    ]


def test_the_shipped_session_waits_once_a_set_at_most(programme: Programme) -> None:
    timeline = timeline_of(programme)
    assert len(waits(timeline, Wait.SET)) == totals(timeline).sets
    assert len(waits(timeline, Wait.EXERCISE)) == len(programme.exercises)
    assert waits(timeline, Wait.NEVER) == frozenset()


def test_lines_belong_to_phases(programme: Programme) -> None:
    steps = programme.exercise("clam").steps
    assert steps.lines == (*steps.prepare, steps.go, steps.hold, steps.back)
    assert steps.line(Phase.RETURN) == steps.back
    assert steps.line(Phase.SWITCH) == ""
    assert programme.exercise("calf-stretch").steps.lines[-1].startswith("Hold the lean")
