"""The session of a date: whose doses, which day, and what is said about it."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.prescription import Choice, Timing
from rehabtimer.core.programme import Level, Phase, Programme, Side
from rehabtimer.core.records import Course
from rehabtimer.core.schedule import THREE_DAYS, Plan, PlanChange
from rehabtimer.core.settings import Settings
from rehabtimer.core.timeline import compile_timeline
from rehabtimer.presenters.plan import (
    PlannedDay,
    Wish,
    moment_text,
    plan_document,
    plan_lines,
    planned_day,
)
from tests.support.clock import A_MORNING

MONDAY = A_MORNING.date()
OFF = Choice(exercise="step-up", on=False, reason="stairs-hurt", since="2026-02-14")
OWN = Choice(exercise="clam", reps=8, sets=1)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load_programme(paths.resources())


def course(
    *choices: Choice, start: date = MONDAY, weekdays: tuple[int, ...] = THREE_DAYS
) -> Course:
    plan = Plan(started_on=start, changes=(PlanChange(since=start, weekdays=weekdays),))
    return Course(id="c", programme="runners-knee", plan=plan, choices=choices)


def planned(
    programme: Programme,
    wish: Wish | None = None,
    settings: Settings | None = None,
    followed: Course | None = None,
    now: datetime = A_MORNING,
) -> PlannedDay:
    return planned_day(programme, wish or Wish(), now, settings, followed)


def figures(day: PlannedDay) -> tuple[int, int, float]:
    document = plan_document(day)
    return document.sets, document.reps, document.hold_seconds


def test_somebody_without_a_history_gets_the_articles_targets(programme: Programme) -> None:
    day = planned(programme)
    assert figures(day) == (36, 200, 750)
    assert (day.day, day.on) == (1, MONDAY)
    lines = plan_lines(day)
    assert lines[0] == "Runner's knee, day 1 of 42: Monday 2 March 2026"
    assert lines[1:4] == [
        "There is no history yet.",
        "These are the article's targets, with every exercise on.",
        "For: Both knees",
    ]


def test_own_choices_and_own_times_count(programme: Programme) -> None:
    settings = Settings(affected=Side.LEFT, timing=Timing(rest=10, prepare=0))
    day = planned(programme, settings=settings, followed=course(OFF, OWN))
    document = plan_document(day)
    assert "step-up" not in {step.exercise for step in document.steps}
    assert {step.reps for step in document.steps if step.exercise == "clam"} == {8}
    assert Phase.PREPARE not in {step.phase for step in document.steps}
    # 33 sets without 2 of step up and 2 of clam; 200 reps without 20, and 16 clams instead of 60
    assert figures(day)[:2] == (29, 136)
    assert plan_lines(day)[-1] == "Step up: skipped since 14 Feb, stairs hurt"


@pytest.mark.parametrize(
    "level,sets,reps,holding",
    [(Level.LOW, 29, 160, 525), (Level.TARGET, 33, 200, 705), (Level.HIGH, 40, 265, 1005)],
)
def test_a_level_puts_every_exercise_on_and_own_doses_aside(
    programme: Programme, level: Level, sets: int, reps: int, holding: float
) -> None:
    settings = Settings(affected=Side.LEFT)
    day = planned(programme, Wish(level=level), settings, course(OFF, OWN))
    assert figures(day) == (sets, reps, holding)
    assert "skipped" not in "\n".join(plan_lines(day))


def test_a_level_keeps_own_times(programme: Programme) -> None:
    slow = Settings(affected=Side.LEFT, timing=Timing(go=4))
    usual = Settings(affected=Side.LEFT)
    wish = Wish(level=Level.TARGET)
    seconds = [plan_document(planned(programme, wish, s)).seconds for s in (usual, slow)]
    assert seconds == [2125, 2125 + 200 * 2]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_side_overrides_the_kept_one(programme: Programme, side: Side) -> None:
    day = planned(programme, Wish(side=side), Settings(affected=side.other), course())
    calf = [step.side for step in plan_document(day).steps if step.exercise == "calf-stretch"]
    assert set(calf) == {side}


def test_floor_exercises_are_grouped_if_the_settings_say_so(programme: Programme) -> None:
    steps = plan_document(planned(programme, settings=Settings(group_floor=True))).steps
    order = list(dict.fromkeys(step.exercise for step in steps))
    assert order[5:7] == ["it-band-stretch", "straight-leg-lift"]


def test_the_leg_that_begins_is_the_one_in_the_settings(programme: Programme) -> None:
    settings = Settings(affected=Side.LEFT, first=Side.RIGHT)
    assert plan_document(planned(programme, settings=settings)).steps[0].side is Side.RIGHT


@pytest.mark.parametrize(
    "days,number,said",
    [
        (-1, 0, "No session is planned: the programme begins on Monday 2 March 2026."),
        (0, 1, "A session is planned on this date."),
        (1, 2, "No session is planned: this is a rest day."),
        (2, 3, "A session is planned on this date."),
        (41, 42, "No session is planned: this is a rest day."),
        (42, 43, "No session is planned: the programme ended on Sunday 12 April 2026."),
    ],
)
def test_the_day_of_the_programme(programme: Programme, days: int, number: int, said: str) -> None:
    day = planned(programme, Wish(on=MONDAY + timedelta(days=days)), followed=course())
    assert day.day == plan_document(day).day == number
    lines = plan_lines(day)
    assert lines[1] == said
    assert (f"day {number} of 42" in lines[0]) is (1 <= number <= 42)


def test_the_small_hours_belong_to_the_day_before(programme: Programme) -> None:
    night = A_MORNING.replace(hour=2)
    assert planned(programme, followed=course(), now=night).day == 0
    early = Settings(day_start=1)
    assert planned(programme, settings=early, followed=course(), now=night).day == 1


def test_the_table_is_aligned_and_complete(programme: Programme) -> None:
    lines = plan_lines(planned(programme))
    rows = lines[lines.index("") + 1 :]
    rows = rows[: rows.index("")]
    assert len(rows) == len(programme.exercises)
    assert len(set(map(len, rows))) == 1
    for exercise, row in zip(programme.exercises, rows, strict=True):
        assert row.startswith(f"  {exercise.name}  ")
        assert row.endswith(" min")


def test_the_table_names_an_easier_version(programme: Programme) -> None:
    lying = Choice(exercise="quad-stretch", variant="lying")
    lines = plan_lines(planned(programme, followed=course(lying)))
    assert any(line.startswith("  Standing quad stretch: Lying on your belly  ") for line in lines)


def test_the_totals_are_the_timelines(programme: Programme) -> None:
    day = planned(programme, Wish(side=Side.LEFT))
    assert plan_document(day).seconds == 2125
    assert plan_lines(day)[-1] == (
        "33 sets, 200 reps, 12 min of holding; 35 min in all, with the rests."
    )


def test_with_everything_off_there_is_nothing_to_do(programme: Programme) -> None:
    off = (Choice(exercise=e.id, on=False) for e in programme.exercises)
    day = planned(programme, followed=course(*off))
    assert plan_document(day).steps == ()
    lines = plan_lines(day)
    assert lines[4] == "Every exercise is off."
    assert lines[-1] == "Hamstring stretch: turned off"


def test_every_moment_has_its_line(programme: Programme) -> None:
    timeline = compile_timeline(planned(programme, Wish(side=Side.LEFT)).prescription)
    told = {
        (step.exercise, step.phase, step.side, step.set): moment_text(
            programme.exercise(step.exercise), step
        )
        for step in timeline
    }
    assert all(told.values())
    clam = programme.exercise("clam")
    left, right = Side.LEFT, Side.RIGHT
    assert told["clam", Phase.PREPARE, left, 1] == " ".join(clam.steps.prepare)
    assert told["clam", Phase.GO, left, 1] == clam.steps.go
    assert told["clam", Phase.HOLD, right, 2] == clam.steps.hold
    assert told["clam", Phase.RETURN, right, 2] == clam.steps.back
    assert told["clam", Phase.SWITCH, right, 1] == "Change over: right side now."
    assert told["clam", Phase.REST, left, 1] == "Rest, and get into place."
    assert told["calf-stretch", Phase.REST, left, 2] == "Rest. Same side again."
    assert told["wall-slide", Phase.REST, Side.BOTH, 2] == "Rest. Then the same again."


def test_a_day_can_be_asked_about_whatever_the_kept_one(programme: Programme) -> None:
    day = planned(programme, followed=course())
    assert replace(day, on=date.max).day == (date.max - MONDAY).days + 1
    assert plan_lines(replace(day, on=date.max))[0] == "Runner's knee: Friday 31 December 9999"
