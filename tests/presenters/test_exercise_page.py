"""One exercise's page: what it says of doing it, and of what became of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Exercise, Phase, Side
from rehabtimer.core.records import PainEntry, Reach, Skip, new_id, planned_sets
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_loop import exercise_loop
from rehabtimer.presenters.exercise_page import ExercisePagePresenter, prescription_of
from rehabtimer.presenters.exercise_page_frame import ExercisePageFrame
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import shipped, welcomed
from tests.support.histories import done, session, stamp

DAY = date(2026, 3, 2)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, affected=Side.BOTH) as case:
        yield case


def frame(case: Case, exercise: str = "clam") -> ExercisePageFrame:
    return ExercisePagePresenter(case, exercise).frame()


def own(case: Case, identity: str = "side-step") -> Exercise:
    """An exercise of one's own that is in the programme."""
    exercise = replace(
        shipped().exercise("clam"), id=identity, name="Side step", own=True, figure=""
    )
    case.library.save(exercise)
    case.choose(Choice(exercise=identity))
    case.reload()
    return exercise


def do(case: Case, exercise: str, day: date, share: float = 1.0) -> None:
    """Do so much of each set of an exercise on a day."""
    asked = prescription_of(case, case.exercise(exercise), Choice(exercise=exercise))
    record = session(stamp(day, 8), chosen=asked)
    rows = [done(row) for row in planned_sets(record.id, asked)]
    part = [replace(row, reps=round(row.reps * share), seconds=row.seconds * share) for row in rows]
    case.store.history.begin_all(((record, part),))


def hurt(case: Case, day: date, score: int | None, knee: Side = Side.LEFT) -> None:
    case.store.diary.add(
        PainEntry(
            id=new_id(),
            when=stamp(day, 9),
            knee=knee,
            score=score,
            moment=Moment.DURING,
            exercise="clam",
        )
    )


def skip(case: Case, day: date, reach: Reach, **changes: object) -> Skip:
    made = Skip(
        id=new_id(),
        when=stamp(day, 10),
        course=case.course.id,
        exercise="clam",
        reason=OffReason.HURT,
        reach=reach,
    )
    made = replace(made, **changes)
    case.store.skips.keep(made)
    return made


# How it is done


def test_it_says_how_the_exercise_goes(case: Case) -> None:
    shown = frame(case)
    assert (shown.name, shown.areas) == ("Clam", "hips, glutes")
    assert (shown.dose, shown.minutes) == ("2 sets of 15 each side, 2 s hold", "7 min")
    assert shown.steps[0] == "Lie on your side with hips and knees bent."
    assert len(shown.steps) == 5
    assert shown.safety.startswith("If this side hurts")
    assert "5 is our choice" in shown.note
    assert frame(case, "step-up").equipment == "box step or stair"


def test_the_dose_is_the_persons_own_even_while_it_is_off(case: Case) -> None:
    case.choose(Choice(exercise="clam", reps=8, on=False))
    assert frame(case).dose.startswith("2 sets of 8 each side")


def test_an_easier_version_can_be_looked_at_and_taken(case: Case) -> None:
    presenter = ExercisePagePresenter(case, "quad-stretch")
    shown = presenter.frame()
    assert [option.text for option in shown.versions][1] == "Lying on your belly"
    assert shown.versions[0].chosen
    assert shown.version_note == "Your sessions have this one."
    assert not shown.can_use_version
    presenter.show_version("lying")
    shown = presenter.frame()
    assert shown.steps[0] == "Lie on your belly with both legs long."
    assert shown.loop.variant == "lying"
    assert shown.version_note == "Your sessions have: Standing quad stretch."
    assert case.choice("quad-stretch").variant == "", "looking changes nothing"
    presenter.use_version()
    assert case.prescription().exercises[0].variant == "lying"
    assert presenter.frame().undo_text == "From the next session on: Lying on your belly."
    presenter.undo()
    assert case.choice("quad-stretch").variant == ""
    presenter.show_version(shown.versions[0].key)
    assert presenter.frame().loop.variant == ""


def test_it_opens_with_the_version_that_sessions_have(case: Case) -> None:
    case.choose(Choice(exercise="quad-stretch", variant="strap"))
    assert [option.chosen for option in frame(case, "quad-stretch").versions] == [
        False,
        False,
        True,
    ]


def test_an_exercise_without_easier_versions_has_no_choice_of_them(case: Case) -> None:
    assert frame(case).versions == ()
    assert frame(case).version_note == ""


# The loop


def test_reps_go_round_in_their_own_tempo_and_change_sides(case: Case) -> None:
    loop = frame(case).loop
    one_rep = [(Phase.GO, 2.0), (Phase.HOLD, 2.0), (Phase.RETURN, 3.0)]
    assert [(beat.phase, beat.seconds) for beat in loop.beats] == [
        *one_rep,
        *one_rep,
        (Phase.SWITCH, 5.0),
        *one_rep,
        *one_rep,
        (Phase.SWITCH, 5.0),
    ]
    assert loop.beats[0].side_text == "Left side"
    assert loop.beats[0].caption == "Raise your top knee slowly, feet touching."
    assert loop.at(14.0)[1].phase is Phase.SWITCH
    assert loop.at(14.0)[1].side is Side.RIGHT, "it is the side that comes next"
    assert loop.at(loop.seconds + 1.0) == loop.at(1.0)


@pytest.mark.parametrize("exercise", [each.id for each in shipped().exercises])
def test_a_loop_goes_on_without_a_gap(case: Case, exercise: str) -> None:
    loop = frame(case, exercise).loop
    for tenth in range(round(loop.seconds * 10) + 1):
        beat, moment = loop.at(tenth / 10)
        assert 0 <= moment.fraction <= 1
        assert moment.duration == beat.seconds > 0
        assert beat.caption


def test_a_long_hold_is_shown_for_a_while_only_and_one_leg_eases_off_between(case: Case) -> None:
    case.save(replace(case.settings, affected=Side.RIGHT))
    beats = frame(case, "calf-stretch").loop.beats
    assert [(beat.phase, beat.seconds) for beat in beats] == [(Phase.HOLD, 6.0), (Phase.REST, 5.0)]
    assert {beat.side for beat in beats} == {Side.RIGHT}


def test_both_legs_at_once_have_no_side(case: Case) -> None:
    loop = frame(case, "wall-slide").loop
    assert {beat.side_text for beat in loop.beats} == {""}
    assert Phase.SWITCH not in {beat.phase for beat in loop.beats}


def test_still_pictures_show_start_and_hold(case: Case) -> None:
    case.save(replace(case.settings, still=True))
    assert frame(case).still
    assert [moment.phase for moment in frame(case).loop.stills()] == [Phase.GO, Phase.HOLD]
    stretch = frame(case, "quad-stretch").loop
    assert [moment.phase for moment in stretch.stills()] == [Phase.PREPARE, Phase.HOLD]


def test_a_setting_of_no_time_still_gives_a_body_time_to_turn(case: Case) -> None:
    exercise = shipped().exercise("quad-stretch")
    item = prescription_of(case, exercise, Choice(exercise=exercise.id)).exercises[0]
    loop = exercise_loop(exercise, item, replace(case.settings.timing, switch=0), "")
    assert loop.beats[1].seconds == 3.0


# Pain and dose over time


def test_before_the_first_session_it_says_what_will_be_there(case: Case) -> None:
    shown = frame(case)
    assert shown.chart is None
    assert shown.table is None
    assert shown.no_chart.startswith("Once you have done it")
    assert shown.no_skips == "It was never skipped."


def test_pain_and_dose_share_their_days(case: Case) -> None:
    do(case, "clam", DAY - timedelta(days=3))
    do(case, "clam", DAY - timedelta(days=1), share=0.5)
    hurt(case, DAY - timedelta(days=1), 3)
    hurt(case, DAY - timedelta(days=1), 5)
    hurt(case, DAY - timedelta(days=1), 1, Side.RIGHT)
    chart = frame(case).chart
    assert chart
    first, second = chart.days
    assert (first.place, first.share, first.scores) == (0, 1.0, ())
    assert (second.place, second.scores) == (2, ((Side.LEFT, 5), (Side.RIGHT, 1)))
    assert second.share == pytest.approx(0.5, abs=0.04)
    assert [knee for knee, _name in chart.knees] == [Side.LEFT, Side.RIGHT]
    assert chart.length == 14, "a few days are no wall of bars"
    assert chart.ticks == ((0, "27 Feb"), (7, "6 Mar"))
    assert chart.note(2) == (
        "Sunday 1 March\nLeft knee: 5 of 10\nRight knee: 1 of 10\n32 of 60 reps"
    )
    assert chart.note(1) == "", "a gap is a gap"
    assert chart.hint == ""
    assert chart.description.endswith("The worst pain told was 5 of 10.")


def test_a_stretch_counts_seconds(case: Case) -> None:
    do(case, "quad-stretch", DAY, share=0.5)
    chart = frame(case, "quad-stretch").chart
    assert chart
    assert chart.days[0].done == "30 of 60 s"
    assert chart.hint == "No pain was told during it."
    assert chart.description == "On average 50 % of it was done."


def test_what_hurt_without_a_score_is_said_and_a_day_without_a_session_has_no_bar(
    case: Case,
) -> None:
    hurt(case, DAY, None)
    chart = frame(case).chart
    assert chart
    assert chart.days[0].share is None
    assert chart.days[0].note == "Monday 2 March\nIt hurt; no score was given"
    assert chart.description == ""


def test_a_knee_that_is_both_counts_for_each(case: Case) -> None:
    hurt(case, DAY, 2, Side.BOTH)
    chart = frame(case).chart
    assert chart
    assert chart.days[0].scores == ((Side.LEFT, 2), (Side.RIGHT, 2))


def test_the_table_has_the_latest_day_first(case: Case) -> None:
    do(case, "clam", DAY - timedelta(days=1))
    hurt(case, DAY, 4)
    table = frame(case).table
    assert table
    assert table.rows == (
        ("Monday 2 March", "Left knee: 4 of 10", "–"),
        ("Sunday 1 March", "–", "60 of 60 reps"),
    )


def test_a_chart_reaches_to_today(case: Case) -> None:
    do(case, "clam", DAY - timedelta(days=40))
    chart = frame(case).chart
    assert chart
    assert chart.length == 41


# Skips


def test_every_skip_says_why_and_how_far(case: Case) -> None:
    back = DAY - timedelta(days=9)
    skip(case, back, Reach.SIDE, side=Side.LEFT, score=4)
    skip(case, back + timedelta(days=1), Reach.TODAY)
    skip(case, back + timedelta(days=2), Reach.UNTIL, until=DAY, reason=OffReason.STAIRS_HURT)
    skip(case, back + timedelta(days=3), Reach.OPEN, reason=OffReason.OWN_CHOICE)
    assert [line.text for line in frame(case).skips] == [
        "24 Feb: skipped until it is turned on again. Your own choice.",
        "23 Feb: skipped until 2 Mar. Stairs hurt.",
        "22 Feb: skipped for that day. It hurt.",
        "21 Feb: the left side was skipped for that day. It hurt 4 of 10.",
    ]
    assert [line.stands for line in frame(case).skips] == [True, False, False, False]
    assert frame(case).skips[0].outcome == "Not tried again yet."
    assert frame(case).no_skips == ""


@pytest.mark.parametrize(
    "score, did, outcome",
    [
        (None, True, "Tried again on 26 Feb: no pain told since."),
        (3, True, "Tried again on 26 Feb: it hurt 3 of 10 at worst."),
        (0, True, "Tried again on 26 Feb: no pain told since."),
        (None, False, "Turned on again on 26 Feb; not done since."),
    ],
)
def test_a_skip_says_how_trying_again_went(
    case: Case, score: int | None, did: bool, outcome: str
) -> None:
    tried = date(2026, 2, 26)
    skip(case, date(2026, 2, 20), Reach.OPEN, score=5, tried_on=tried)
    if did:
        do(case, "clam", tried)
    if score is not None:
        hurt(case, tried, score)
    assert [line.outcome for line in frame(case).skips] == [outcome]


def test_it_hurt_again_without_a_score(case: Case) -> None:
    skip(case, date(2026, 2, 20), Reach.OPEN, tried_on=date(2026, 2, 26))
    hurt(case, date(2026, 2, 26), None)
    assert frame(case).skips[0].outcome == "Tried again on 26 Feb: it hurt."


def test_a_skip_of_the_programme_screen_is_there(case: Case) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=WhatHurt(side=Side.LEFT, score=6))
    assert frame(case).skips[0].text.endswith("It hurt 6 of 10.")
    assert frame(case).skips[0].stands


# Exercises of one's own


def test_only_ones_own_exercises_can_be_changed(case: Case) -> None:
    own(case)
    assert frame(case, "side-step").can_change
    assert not frame(case).can_change
    assert frame(case, "side-step").loop.figure == ""
    assert frame(case).loop.figure == "clam"


def test_deleting_keeps_the_history_and_can_be_undone(case: Case) -> None:
    exercise = own(case)
    do(case, "side-step", DAY)
    presenter = ExercisePagePresenter(case, "side-step")
    presenter.delete()
    shown = presenter.frame()
    assert "side-step" not in [each.id for each in case.programme.exercises]
    assert shown.name == "Side step"
    assert not shown.can_change
    assert shown.chart, "what was done of it is still known"
    assert shown.undo_text == ("Side step was deleted. What you did of it stays in your history.")
    presenter.undo()
    assert case.programme.exercise("side-step") == exercise
    assert presenter.frame().can_change
    assert presenter.frame().undo_text == ""


def test_what_is_shipped_cannot_be_deleted(case: Case) -> None:
    presenter = ExercisePagePresenter(case, "clam")
    presenter.delete()
    assert presenter.frame().undo_text == ""
    assert "clam" in [each.id for each in case.programme.exercises]
    presenter.undo()


def test_an_exercise_is_exported_as_it_can_be_imported(case: Case, tmp_path: Path) -> None:
    own(case)
    presenter = ExercisePagePresenter(case, "side-step")
    presenter.export(tmp_path / "side-step.toml")
    assert presenter.frame().notice == 'It was written to "side-step.toml".'
    assert case.library.preview(tmp_path / "side-step.toml").is_known
    assert presenter.name == "Side step"


def test_an_export_that_fails_says_so(case: Case, tmp_path: Path) -> None:
    own(case)
    presenter = ExercisePagePresenter(case, "side-step")
    presenter.export(tmp_path / "side-step.txt")
    assert "choose a name that ends in .toml" in presenter.frame().notice


def test_an_exercise_whose_file_is_gone_still_has_a_page(case: Case) -> None:
    shown = frame(case, "long-lost")
    assert shown.name == "Long lost"
    assert not shown.can_change
    assert shown.loop.figure == ""
