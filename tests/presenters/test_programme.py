"""The Programme: which exercises, with which legs and in which version; all to be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme import ProgrammePresenter
from rehabtimer.presenters.programme_frame import Part
from tests.support.cases import reopened, shipped, welcomed
from tests.support.own_exercises import bridge
from tests.support.programme import chosen, order, row


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> ProgrammePresenter:
    return ProgrammePresenter(case)


def test_every_exercise_has_its_row_in_the_order_of_the_session(
    case: Case, presenter: ProgrammePresenter
) -> None:
    names = [exercise.id for exercise in shipped().exercises]
    assert order(presenter) == names
    presenter.set_group_floor(True)
    assert order(presenter) == [item.exercise for item in case.prescription().exercises] != names
    presenter.set_group_floor(False)
    assert order(presenter) == names


def test_the_total_is_that_of_the_next_session(case: Case, presenter: ProgrammePresenter) -> None:
    assert presenter.frame().total.startswith("33 sets, ")
    assert presenter.frame().listing.empty == ""
    presenter.switch("clam", False)
    assert presenter.frame().total.startswith("29 sets, ")
    for exercise in shipped().exercises:
        presenter.switch(exercise.id, False)
    assert presenter.frame().total == "0 sets, 0 min"
    assert "Every exercise is off" in presenter.frame().listing.empty


@pytest.mark.parametrize(
    "reason, words",
    [
        (OffReason.STAIRS_HURT, "Skipped since 2 Mar: stairs hurt"),
        (OffReason.HURT, "Skipped since 2 Mar: it hurt"),
        (OffReason.OWN_CHOICE, "Off since 2 Mar: your own choice"),
    ],
)
def test_it_says_since_when_and_why_an_exercise_is_off(
    case: Case, presenter: ProgrammePresenter, reason: OffReason, words: str
) -> None:
    case.switch("clam", on=False, reason=reason)
    found = row(presenter, "clam")
    assert (found.on, found.off_text) == (False, words)
    assert found.can_try_again is (reason is not OffReason.OWN_CHOICE)


def test_turning_off_and_undo_keep_reason_and_dose(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.doses.set("step-up", Part.SETS, 2)
    case.switch("step-up", on=False, reason=OffReason.STAIRS_HURT)
    before, skips = case.choice("step-up"), case.store.skips.all("step-up")
    presenter.switch("step-up", True)
    assert case.choice("step-up").on
    assert [skip.tried_on for skip in case.store.skips.all("step-up")] == [case.today]
    assert presenter.frame().undo_text == "Step up is on."
    presenter.undo()
    assert reopened(case).choice("step-up") == before
    assert case.store.skips.all("step-up") == skips
    assert presenter.frame().undo_text == ""


def test_only_the_last_change_can_be_undone(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.switch("clam", False)
    presenter.set_affected(Side.BOTH)
    presenter.undo()
    presenter.undo()
    assert case.settings.affected is Side.LEFT
    assert not case.choice("clam").on


def test_the_way_back_is_closed_by_a_change_elsewhere(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.move("clam", 0)
    case.switch("step-up", on=False, reason=OffReason.HURT)
    assert presenter.frame().undo_text == ""
    presenter.undo()
    assert order(presenter)[0] == "clam"
    presenter.move("clam", 1)
    presenter.undo()
    assert order(presenter)[0] == "clam"
    assert not case.choice("step-up").on
    presenter.move("clam", 1)
    case.save(replace(case.settings, muted=True))
    assert presenter.frame().undo_text == "Clam was moved."


def test_what_changes_nothing_leaves_nothing_to_undo(presenter: ProgrammePresenter) -> None:
    presenter.set_affected(Side.LEFT)
    presenter.set_first("affected")
    presenter.plan.choose("daily")
    presenter.switch("clam", True)
    presenter.doses.set("clam", Part.REPS, 15)
    presenter.doses.reset("clam")
    presenter.doses.go_beyond()
    presenter.choose_variant("quad-stretch", "")
    presenter.choose_legs("clam", "both")
    presenter.set_group_floor(False)
    presenter.skip_hurt()
    presenter.undo()
    assert presenter.frame().undo_text == ""


def test_the_sore_knee_changes_the_session(case: Case, presenter: ProgrammePresenter) -> None:
    presenter.set_affected(Side.BOTH)
    assert totals(compile_timeline(reopened(case).prescription())).sets == 36
    assert row(presenter, "calf-stretch").dose == "3 sets, 15 s each leg"


def test_the_leg_that_goes_first_is_chosen(case: Case, presenter: ProgrammePresenter) -> None:
    assert chosen(presenter.frame().legs.firsts) == ["affected"]
    presenter.set_first("right")
    assert chosen(presenter.frame().legs.firsts) == ["right"]
    assert reopened(case).prescription().exercises[0].sides == (Side.RIGHT, Side.LEFT)
    presenter.set_first("affected")
    assert case.settings.first is None
    presenter.undo()
    assert case.settings.first is Side.RIGHT


def test_one_leg_only_is_a_choice_where_each_leg_does_it(
    case: Case, presenter: ProgrammePresenter
) -> None:
    assert row(presenter, "wall-slide").details.legs == ()
    assert row(presenter, "calf-stretch").details.legs == ()
    presenter.choose_legs("clam", "right")
    assert presenter.frame().undo_text == "Clam: right side only."
    found = row(presenter, "clam")
    assert chosen(found.details.legs) == ["right"]
    assert found.dose == "2 sets of 15, right side, 2 s hold"
    assert next(e for e in case.prescription().exercises if e.exercise == "clam").sides == (
        Side.RIGHT,
    )
    presenter.choose_legs("clam", "both")
    assert presenter.frame().undo_text == "Clam: both legs."
    assert case.choice("clam").only is None


def test_an_easier_version_is_the_standing_choice(
    case: Case, presenter: ProgrammePresenter
) -> None:
    assert row(presenter, "clam").details.variants == ()
    assert chosen(row(presenter, "quad-stretch").details.variants) == [""]
    presenter.choose_variant("quad-stretch", "lying")
    assert presenter.frame().undo_text == "Standing quad stretch: Lying on your belly."
    found = row(presenter, "quad-stretch")
    assert (found.variant, chosen(found.details.variants)) == ("lying", ["lying"])
    assert found.details.steps[0] == "Lie on your belly with both legs long."
    assert reopened(case).prescription().exercises[0].variant == "lying"
    presenter.choose_variant("quad-stretch", "")
    assert presenter.frame().undo_text == "Standing quad stretch: as it is."
    presenter.undo()
    assert case.choice("quad-stretch").variant == "lying"
    presenter.choose_variant("quad-stretch", "")
    assert case.choice("quad-stretch").variant == ""


def test_an_own_exercise_joins_and_leaves_again(case: Case, presenter: ProgrammePresenter) -> None:
    case.library.save(bridge())
    own = presenter.frame().listing.own
    assert [(o.key, o.text, o.note) for o in own] == [("bridge", "Bridge", "Add: Bridge")]
    presenter.add("bridge")
    assert order(presenter)[-1] == "bridge"
    assert row(presenter, "bridge").figure == ""
    assert presenter.frame().listing.own == ()
    assert "bridge" in [item.exercise for item in case.prescription().exercises]
    presenter.undo()
    assert "bridge" not in order(presenter)
    assert presenter.frame().listing.own == own


def test_what_is_wrong_with_own_files_is_said(case: Case, presenter: ProgrammePresenter) -> None:
    assert presenter.frame().listing.problems == ()
    folder = case.store.database.path.with_name("rehabtimer-own") / "exercises"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("nonsense")
    fresh = ProgrammePresenter(reopened(case))
    assert "broken.toml" in fresh.frame().listing.problems[0]


def test_the_article_s_programme_comes_back_and_goes_again(
    case: Case, presenter: ProgrammePresenter
) -> None:
    presenter.doses.set("calf-stretch", Part.HOLD, 20)
    presenter.move("clam", 0)
    presenter.switch("step-up", False)
    presenter.choose_variant("quad-stretch", "strap")
    presenter.set_group_floor(True)
    course = case.course
    presenter.restore_article()
    assert case.course.choices == () == case.course.order
    assert order(presenter) == [exercise.id for exercise in shipped().exercises]
    assert all(row.on for row in presenter.frame().rows)
    presenter.undo()
    assert reopened(case).course == course
    assert case.settings.group_floor


def test_an_exercise_says_what_it_needs_and_where_its_source_leaves_a_doubt(
    presenter: ProgrammePresenter,
) -> None:
    quad, clam = row(presenter, "quad-stretch"), row(presenter, "clam")
    assert quad.details.equipment == "wall or chair for balance, strap or towel, if you like"
    assert clam.details.note.startswith("The article says up to 15 reps")
    assert clam.details.safety
    assert (clam.areas, clam.minutes, clam.figure) == ("hips, glutes", "7 min", "clam")


def test_both_knees_sore_begin_on_the_left(case: Case, presenter: ProgrammePresenter) -> None:
    case.save(replace(case.settings, affected=Side.BOTH))
    assert presenter.frame().legs.firsts[0].text == "Left, as usual"
