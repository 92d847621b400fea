"""The form for an exercise of one's own: what it asks, what it says, and what it keeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Change, Exercise, Legs, Level, Position, Range
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_checks import MOST_WORDS, problems
from rehabtimer.presenters.exercise_draft import (
    Draft,
    Field,
    draft_of,
    exercise_of_draft,
    lines_of,
    listed,
)
from rehabtimer.presenters.exercise_form import ExerciseFormPresenter
from rehabtimer.presenters.exercise_form_frame import OWN, REPS_KIND, SETTING, STRETCH, FormFrame
from rehabtimer.presenters.options import Option
from tests.support.cases import reopened, shipped, welcomed

LONG = " ".join(["step"] * (MOST_WORDS + 1))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def form(case: Case) -> ExerciseFormPresenter:
    return ExerciseFormPresenter(case)


def fill(form: ExerciseFormPresenter) -> None:
    """Type as much as it takes."""
    form.write(Field.NAME, "Side step")
    form.write(Field.AREAS, "hips, glutes")
    form.write(Field.STEPS, "Stand tall.\nPut a band round your ankles.")


def own(case: Case, form: ExerciseFormPresenter) -> Exercise:
    return case.programme.exercise(form.saved)


def chosen(options: tuple[Option, ...]) -> str:
    return next(option.key for option in options if option.chosen)


def said(frame: FormFrame) -> dict[Field, str]:
    return {field: text.problem for field, text in frame.texts.items() if text.problem}


# What it asks


def test_a_new_form_is_empty_and_complains_of_nothing(form: ExerciseFormPresenter) -> None:
    frame = form.frame()
    assert frame.title == "An exercise of your own"
    assert {text.text for text in frame.texts.values()} == {""}
    assert said(frame) == {}
    assert (frame.message, frame.asking, frame.focus) == ("", "", None)
    assert frame.preview == "2 sets, 15 s each leg · 1 min"
    assert chosen(frame.choices[Field.KIND]) == STRETCH
    assert not form.is_changed


def test_reps_ask_for_their_own_lines_and_numbers(form: ExerciseFormPresenter) -> None:
    assert {Field.GO, Field.BACK}.isdisjoint(form.frame().texts)
    assert Field.REPS not in form.frame().numbers
    form.choose(Field.KIND, REPS_KIND)
    frame = form.frame()
    assert {Field.GO, Field.BACK} <= frame.texts.keys()
    assert frame.numbers[Field.REPS].value == 10
    assert frame.numbers[Field.HOLD].value == 2, "nobody holds each rep for 15 s"
    assert frame.preview == "2 sets of 10 each leg, 2 s hold · 5 min"
    form.choose(Field.KIND, STRETCH)
    assert form.frame().numbers[Field.HOLD].value == 15


def test_a_hold_that_was_set_stays_with_either_kind(form: ExerciseFormPresenter) -> None:
    form.set_number(Field.HOLD, 20)
    form.choose(Field.KIND, REPS_KIND)
    assert form.frame().numbers[Field.HOLD].value == 20


def test_the_rest_is_that_of_the_settings_or_its_own(
    case: Case, form: ExerciseFormPresenter
) -> None:
    assert Field.REST_SECONDS not in form.frame().numbers
    assert form.frame().choices[Field.REST][0].text == "As in Settings, 30 s"
    form.choose(Field.REST, OWN)
    form.set_number(Field.REST_SECONDS, 45)
    assert form.frame().numbers[Field.REST_SECONDS].value == 45
    fill(form)
    assert form.save()
    assert own(case, form).rest == 45
    again = ExerciseFormPresenter(case, form.saved)
    assert chosen(again.frame().choices[Field.REST]) == OWN
    again.choose(Field.REST, SETTING)
    assert again.save()
    assert own(case, again).rest is None


def test_both_legs_together_do_not_change_sides(form: ExerciseFormPresenter) -> None:
    form.choose(Field.LEGS, Legs.TOGETHER)
    assert Field.CHANGE not in form.frame().choices
    form.choose(Field.LEGS, Legs.PAINFUL)
    form.choose(Field.CHANGE, Change.LEG)
    assert chosen(form.frame().choices[Field.CHANGE]) == Change.LEG
    assert form.frame().preview == "2 times 15 s, left leg · 1 min"


@pytest.mark.parametrize(
    "field, tried, kept",
    [
        (Field.HOLD, 0, 0.5),
        (Field.HOLD, 4000, 600),
        (Field.SETS, 0, 1),
        (Field.SETS, 21, 20),
        (Field.REPS, 500, 100),
        (Field.REPS, 7.4, 7),
        (Field.REST_SECONDS, -1, 0),
        (Field.REST_SECONDS, 181, 180),
    ],
)
def test_numbers_stay_within_the_bounds_of_a_file(
    form: ExerciseFormPresenter, field: Field, tried: float, kept: float
) -> None:
    form.choose(Field.KIND, REPS_KIND)
    form.choose(Field.REST, OWN)
    form.set_number(field, tried)
    assert form.frame().numbers[field].value == kept


def test_a_figure_can_be_chosen_and_is_shown(case: Case, form: ExerciseFormPresenter) -> None:
    figures = form.frame().figures
    assert len(figures) == 11
    assert (figures[0].text, figures[0].chosen) == ("No picture", True)
    form.choose(Field.FIGURE, "clam")
    assert form.frame().picture == "clam"
    fill(form)
    assert form.save()
    assert own(case, form).figure == "clam"


# What it says


def test_what_is_missing_is_said_when_somebody_saves(form: ExerciseFormPresenter) -> None:
    assert not form.save()
    frame = form.frame()
    assert said(frame) == {
        Field.NAME: "Give it a name.",
        Field.AREAS: "Name at least one, such as hips.",
        Field.STEPS: "Write one to five steps, a line each.",
    }
    assert frame.message == "Not saved yet. Please look at: Name · Areas · Steps to get ready"
    assert frame.focus is Field.NAME
    assert form.frame().focus is None, "the keyboard is led there once"
    form.write(Field.NAME, "Side step")
    assert Field.NAME not in said(form.frame())
    assert form.frame().message == ""


def test_reps_need_to_be_told_how_they_go(form: ExerciseFormPresenter) -> None:
    fill(form)
    form.choose(Field.KIND, REPS_KIND)
    assert not form.save()
    assert said(form.frame()) == {
        Field.GO: "Say what to do on the way there.",
        Field.BACK: "Say what to do on the way back.",
    }


@pytest.mark.parametrize(
    "field, text, problem",
    [
        (Field.STEPS, f"Stand.\n\n{LONG}", "Line 2 has 15 words; 14 at most."),
        (Field.STEPS, "a\nb\nc\nd\ne\nf", "These are 6 lines; 5 at most."),
        (Field.STEPS, "x" * 301, "300 characters at most."),
        (Field.HOLD_LINE, LONG, "These are 15 words; 14 at most."),
        (Field.HOLD_LINE, "x" * 301, "300 characters at most."),
        (Field.NAME, "n" * 81, "80 characters at most."),
        (Field.NAME, " clam ", "There is an exercise of that name already."),
        (Field.AREAS, ",".join(map(str, range(13))), "12 at most, please."),
        (Field.EQUIPMENT, "b" * 81, "80 characters at most."),
        (Field.SAFETY, "s" * 2001, "2000 characters at most."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_at_once(
    form: ExerciseFormPresenter, field: Field, text: str, problem: str
) -> None:
    form.write(field, text)
    assert said(form.frame()) == {field: problem}
    assert not form.save()
    assert form.frame().texts[field].text == text, "nothing is lost on a mistake"


# What it keeps


def test_a_saved_exercise_is_in_the_next_session(case: Case, form: ExerciseFormPresenter) -> None:
    fill(form)
    form.choose(Field.POSITION, Position.LYING)
    form.write(Field.EQUIPMENT, "a band, , a mat,a band")
    assert form.save()
    assert form.saved == "side-step"
    made = own(case, form)
    assert made.steps.prepare == ("Stand tall.", "Put a band round your ankles.")
    assert made.steps.hold == "Hold still and keep breathing."
    assert made.safety == "If this hurts your knee, stop and leave it out."
    assert made.equipment == ("a band", "a mat")
    assert made.position is Position.LYING
    assert case.prescription().exercises[-1].exercise == "side-step"
    assert not form.is_changed
    again = reopened(case)
    again.reload()
    assert again.programme.exercise("side-step") == made


def test_two_exercises_never_share_an_id(case: Case, form: ExerciseFormPresenter) -> None:
    fill(form)
    form.save()
    case.library.remove(form.saved)
    case.reload()
    second = ExerciseFormPresenter(case)
    fill(second)
    assert second.save()
    assert second.saved == "side-step-2", "what was deleted keeps its history to itself"


def test_an_edit_keeps_its_id_its_choices_and_what_the_form_does_not_ask_for(case: Case) -> None:
    quad = shipped().exercise("quad-stretch")
    mine = replace(quad, id="mine", name="Mine", own=True, note="From the hospital.")
    case.library.save(mine)
    case.choose(Choice(exercise="mine", sets=3))
    case.reload()
    form = ExerciseFormPresenter(case, "mine")
    assert form.frame().title == "Edit an exercise"
    assert Field.KIND not in form.frame().choices, "its easier versions have lines of this kind"
    form.write(Field.NAME, "Mine too")
    form.set_number(Field.SETS, 5)
    assert form.save()
    changed = own(case, form)
    assert form.saved == "mine"
    assert changed.dose.sets == Range(low=2, target=5, high=5, limit=5)
    assert changed == replace(
        mine, name="Mine too", dose=replace(mine.dose, sets=changed.dose.sets)
    )
    assert case.choice("mine").sets == 3


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(
    case: Case, form: ExerciseFormPresenter
) -> None:
    fill(form)
    folder = case.store.database.path.with_name("rehabtimer-own")
    folder.write_text("in the way")
    assert not form.save()
    assert form.frame().message
    assert form.frame().texts[Field.NAME].text == "Side step"
    assert form.is_changed
    folder.unlink()
    assert form.save()


# Leaving


def test_nothing_is_asked_where_nothing_would_be_lost(form: ExerciseFormPresenter) -> None:
    assert form.leave()
    form.write(Field.NAME, "S")
    form.write(Field.NAME, "")
    assert form.leave()


def test_leaving_asks_first(form: ExerciseFormPresenter) -> None:
    fill(form)
    assert not form.leave()
    assert form.frame().asking == "What you have changed is not saved yet."
    form.keep_editing()
    assert form.frame().asking == ""
    assert form.frame().texts[Field.NAME].text == "Side step"
    assert not form.leave()
    form.throw_away()
    assert form.leave()
    assert form.frame().texts[Field.NAME].text == ""


def test_typing_on_answers_the_question(form: ExerciseFormPresenter) -> None:
    fill(form)
    form.leave()
    form.write(Field.NAME, "Side steps")
    assert form.frame().asking == ""


# Words and drafts


@pytest.mark.parametrize(
    "text, found",
    [
        ("hips,glutes", ("hips", "glutes")),
        (" hips ,, hips ", ("hips",)),
        ("hips\nglutes", ("hips", "glutes")),
        ("\u202ehips\u200b\t and  thighs", ("hips and thighs",)),
        (" , \u200e", ()),
    ],
)
def test_a_list_is_what_stands_between_commas(text: str, found: tuple[str, ...]) -> None:
    assert listed(text) == found


def test_lines_without_words_do_not_count() -> None:
    assert lines_of("\n Stand. \r\n\u2028\u202d\n Sit.\u2029Lie.") == ("Stand.", "Sit.", "Lie.")


@pytest.mark.parametrize("exercise", shipped().exercises, ids=lambda each: each.id)
def test_a_draft_of_a_shipped_exercise_gives_it_back(exercise: Exercise) -> None:
    mine = replace(exercise, own=True)
    assert exercise_of_draft(draft_of(mine, 30), mine.id, mine) == mine
    assert problems(draft_of(mine, 30), ()) == {}


def test_a_range_without_figures_in_the_source_keeps_its_limit() -> None:
    mine = shipped().exercise("step-up")
    for sets, limit in ((2, 3), (5, 5)):
        draft = replace(draft_of(mine, 30), sets=sets)
        found = exercise_of_draft(draft, "mine", mine).dose.sets
        assert (found.at(Level.TARGET), found.limit, found.given) == (sets, limit, False)


words = st.text(min_size=1, max_size=12)
drafts = st.builds(
    Draft,
    name=words,
    areas=words,
    equipment=st.text(max_size=12),
    position=st.sampled_from(Position),
    moving=st.booleans(),
    hold=st.floats(0.5, 600, allow_nan=False),
    reps=st.integers(1, 100),
    sets=st.integers(1, 20),
    legs=st.sampled_from(Legs),
    change=st.sampled_from(Change),
    own_rest=st.booleans(),
    rest=st.floats(0, 180, allow_nan=False),
    steps=words,
    go=words,
    hold_line=st.text(max_size=12),
    back=words,
    safety=st.text(max_size=12),
    figure=st.sampled_from(["", "clam", "step-up"]),
)


@given(draft=drafts)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_whatever_the_form_finds_right_can_be_kept(case: Case, draft: Draft) -> None:
    form = ExerciseFormPresenter(case)
    form._draft = draft
    form.frame()
    if not form.save():
        assert said(form.frame()), "only what is said beside a field stands in the way"
        return
    kept = case.library.exercise(form.saved)
    assert kept == exercise_of_draft(draft, form.saved)
    case.library.remove(form.saved)
    case.reload()
