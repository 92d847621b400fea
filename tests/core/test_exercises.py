"""The ten shipped files say what the article says, in few words, and promise nothing."""

import re
import tomllib
from pathlib import Path

import pytest

from rehabtimer import paths
from rehabtimer.core.catalogue import figures_in, read_exercise
from rehabtimer.core.exercise_file import ANSWERS, ExerciseFile
from rehabtimer.core.programme import (
    Change,
    Exercise,
    Legs,
    Phase,
    Position,
    Programme,
    Range,
    Steps,
)

ORDER = (
    "quad-stretch",
    "hip-flexor-stretch",
    "straight-leg-lift",
    "calf-stretch",
    "step-up",
    "clam",
    "wall-slide",
    "donkey-kick",
    "it-band-stretch",
    "hamstring-stretch",
)

MOST_WORDS = 14
AVOIDED = (
    r"treats",
    r"heals",
    r"cures",
    r"prescribes",
    r"diagnoses",
    r"clinically proven",
    r"safe for your knee",
    r"the app recommends",
)


def one(value: float) -> Range:
    return Range(low=value, target=value, high=value, limit=value)


def span(low: float, target: float, high: float) -> Range:
    return Range(low=low, target=target, high=high, limit=high)


NOT_GIVEN = Range(low=1, target=1, high=1, limit=3, given=False)

# hold seconds, reps, sets
DOSES = {
    "quad-stretch": (one(15), one(1), span(2, 2, 3)),
    "hip-flexor-stretch": (one(10), one(1), NOT_GIVEN),
    "straight-leg-lift": (one(2), one(20), span(2, 2, 3)),
    "calf-stretch": (span(15, 15, 30), one(1), one(3)),
    "step-up": (one(1), one(10), NOT_GIVEN),
    "clam": (one(2), span(5, 15, 15), one(2)),
    "wall-slide": (one(5), span(10, 10, 15), span(2, 2, 3)),
    "donkey-kick": (one(1), one(10), NOT_GIVEN),
    "it-band-stretch": (span(5, 10, 10), one(1), span(2, 2, 3)),
    "hamstring-stretch": (one(20), one(1), span(1, 3, 3)),
}

# moving, legs, change of side, position, what the article says "up to" about
RULES = {
    "quad-stretch": (False, Legs.EACH, Change.SET, Position.STANDING, ()),
    "hip-flexor-stretch": (False, Legs.EACH, Change.SET, Position.STANDING, ()),
    "straight-leg-lift": (True, Legs.EACH, Change.SET, Position.LYING, ()),
    "calf-stretch": (False, Legs.PAINFUL, Change.LEG, Position.STANDING, ()),
    "step-up": (True, Legs.EACH, Change.SET, Position.STANDING, ()),
    "clam": (True, Legs.EACH, Change.SET, Position.SIDE_LYING, ("reps",)),
    "wall-slide": (True, Legs.TOGETHER, Change.SET, Position.STANDING, ()),
    "donkey-kick": (True, Legs.EACH, Change.SET, Position.ALL_FOURS, ()),
    "it-band-stretch": (False, Legs.EACH, Change.SET, Position.STANDING, ("hold",)),
    "hamstring-stretch": (False, Legs.EACH, Change.SET, Position.LYING, ("sets",)),
}

NAMES_AND_AREAS = {
    "quad-stretch": ("Standing quad stretch", ("quadriceps", "hip flexors")),
    "hip-flexor-stretch": ("Standing hip flexor stretch", ("hip flexors", "psoas")),
    "straight-leg-lift": ("Straight leg lift", ("quadriceps", "hips")),
    "calf-stretch": ("Standing calf stretch", ("calves", "shins")),
    "step-up": ("Step up", ("glutes", "quadriceps")),
    "clam": ("Clam", ("hips", "glutes")),
    "wall-slide": ("Wall slide", ("quadriceps", "glutes", "calves")),
    "donkey-kick": ("Donkey kick", ("glutes",)),
    "it-band-stretch": ("IT band stretch", ("glutes", "hips", "upper legs")),
    "hamstring-stretch": ("Hamstring stretch", ("hamstrings",)),
}

# What must be said, whatever the words around it.
FACTS = {
    "quad-stretch": ("same side", "heel", "before anything hurts", "knees close together"),
    "hip-flexor-stretch": ("2.5 cm (1 inch)", "tailbone", "pelvis forward", "neutral"),
    "straight-leg-lift": ("90 degrees", "45 degrees", "Tighten your thigh", "slowly"),
    "calf-stretch": ("eye level", "heel flat", "inward", "slowly", "Stand back up"),
    "step-up": ("thigh tight", "slowly"),
    "clam": ("they touch", "Raise your top knee slowly", "Lower the knee slowly"),
    "wall-slide": ("15 cm (6 in)", "45 degrees", "slowly", "shoulders"),
    "donkey-kick": ("hip height", "foot flexed", "ceiling", "back flat", "next rep starts there"),
    "it-band-stretch": ("Left leg in front: right hand", "side of that hand", "slowly"),
    "hamstring-stretch": ("behind the other thigh", "Straighten that knee", "foot flexed"),
}

DOUBTS = {
    "hip-flexor-stretch": "no number of sets",
    "step-up": "no number of sets",
    "donkey-kick": "no number of sets",
    "clam": "up to 15 reps",
    "it-band-stretch": "leans towards the raised arm",
    "hamstring-stretch": "up to three sets",
    "calf-stretch": "painful leg only",
}


@pytest.fixture(params=ORDER)
def exercise(request: pytest.FixtureRequest, programme: Programme) -> Exercise:
    return programme.exercise(request.param)


def all_steps(exercise: Exercise) -> list[Steps]:
    return [exercise.steps, *(variant.steps for variant in exercise.variants)]


def words(line: str) -> int:
    return len(line.split())


def test_the_programme_lasts_six_weeks_in_the_order_of_the_article(programme: Programme) -> None:
    assert programme.id == "runners-knee"
    assert programme.name == "Runner's knee"
    assert programme.days == 42
    assert tuple(exercise.id for exercise in programme.exercises) == ORDER


def test_no_exercise_lies_around_unused(resources: Path) -> None:
    assert {path.stem for path in (resources / "exercises").glob("*")} == set(ORDER)


def test_doses_are_those_of_the_article(exercise: Exercise) -> None:
    dose = exercise.dose
    assert (dose.hold, dose.reps, dose.sets) == DOSES[exercise.id]


def test_movement_and_sides_are_those_of_the_article(exercise: Exercise) -> None:
    assert (
        exercise.moving,
        exercise.sides.legs,
        exercise.sides.change,
        exercise.position,
        exercise.dose.up_to,
    ) == RULES[exercise.id]


def test_names_and_areas_are_those_of_the_article(exercise: Exercise) -> None:
    assert (exercise.name, exercise.areas) == NAMES_AND_AREAS[exercise.id]


def test_only_the_step_up_depends_on_stairs(programme: Programme) -> None:
    skipped = {e.id: e.starts_skipped_if for e in programme.exercises if e.starts_skipped_if}
    assert skipped == {"step-up": "stairs-hurt"}
    assert set(skipped.values()) == set(ANSWERS)


def test_the_quad_stretch_has_two_easier_versions(programme: Programme) -> None:
    variants = {e.id: [v.id for v in e.variants] for e in programme.exercises if e.variants}
    assert variants == {"quad-stretch": ["lying", "strap"]}


def test_every_leg_that_works_alone_is_named(exercise: Exercise) -> None:
    assert bool(exercise.sides.label) == (exercise.sides.legs is not Legs.TOGETHER)


def test_labels_name_the_leg_that_the_article_means(programme: Programme) -> None:
    labels = {e.id: e.sides.label for e in programme.exercises}
    assert labels["hip-flexor-stretch"] == "the back leg"
    assert labels["step-up"] == "the leg on the step"
    assert labels["it-band-stretch"] == "the front leg"
    assert labels["hamstring-stretch"] == "the raised leg"


def test_instructions_are_two_to_five_short_lines(exercise: Exercise) -> None:
    for steps in all_steps(exercise):
        assert 2 <= len(steps.lines) <= 5
        assert [line for line in steps.lines if words(line) > MOST_WORDS] == []


def test_every_line_is_a_sentence(exercise: Exercise) -> None:
    for steps in all_steps(exercise):
        assert [line for line in steps.lines if not re.fullmatch(r"[A-Z].*\.", line)] == []


def test_each_phase_of_work_has_its_line(exercise: Exercise) -> None:
    for steps in all_steps(exercise):
        assert steps.prepare
        assert steps.line(Phase.HOLD)
        assert bool(steps.line(Phase.GO)) == exercise.moving
        assert bool(steps.line(Phase.RETURN)) == exercise.moving
        assert steps.line(Phase.REST) == ""


def test_the_facts_of_the_movement_are_there(exercise: Exercise) -> None:
    said = " ".join(exercise.steps.lines)
    assert [fact for fact in FACTS[exercise.id] if fact not in said] == []


def test_safety_is_one_short_line_about_what_to_do_when_it_hurts(exercise: Exercise) -> None:
    assert words(exercise.safety) <= MOST_WORDS
    assert re.search(r"hurt|pain", exercise.safety)
    assert re.search(r"stop|ease off|leave (it|this) out", exercise.safety)


def test_doubts_are_told(programme: Programme) -> None:
    notes = {e.id: e.note for e in programme.exercises if e.note}
    assert set(notes) == set(DOUBTS)
    assert [name for name, doubt in DOUBTS.items() if doubt not in notes[name]] == []


def test_what_the_source_leaves_open_is_always_told(exercise: Exercise) -> None:
    dose = exercise.dose
    if not dose.sets.given:
        assert "our choice" in exercise.note
    if dose.up_to:
        assert "no lower end" in exercise.note
        assert "our choice" in exercise.note


def test_variants_keep_to_their_movement(programme: Programme) -> None:
    lying, strap = programme.exercise("quad-stretch").variants
    assert "belly" in lying.steps.prepare[0]
    assert "strap" in strap.steps.prepare[0]
    assert "towel" in strap.name


def resource_texts() -> list[Path]:
    return sorted(p for p in paths.resources().rglob("*") if p.suffix in {".toml", ".md"})


@pytest.mark.parametrize("path", resource_texts(), ids=lambda path: path.name)
def test_nothing_is_promised(path: Path) -> None:
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert re.findall(rf"\b(?:{'|'.join(AVOIDED)})\b", text, re.IGNORECASE) == []


def test_the_avoided_words_would_be_found() -> None:
    text = "Clinically proven: this heals, and the heel is fine."
    found = re.findall(rf"\b(?:{'|'.join(AVOIDED)})\b", text, re.IGNORECASE)
    assert found == ["Clinically proven", "heals"]


def test_files_name_no_key_that_equals_its_default(resources: Path) -> None:
    """Empty lists and texts would be noise for those who read or translate the files."""
    for path in (resources / "exercises").glob("*.toml"):
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        assert set(found) <= set(ExerciseFile.__struct_fields__)
        assert all(value not in ("", []) for value in found.values())
        assert read_exercise(path, figures_in(resources)).id == path.stem
