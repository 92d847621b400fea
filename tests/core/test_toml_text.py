"""What is written as TOML is read back as it was."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rehabtimer.core.exercise_file import ExerciseFile, exercise_of
from rehabtimer.core.faults import Fault
from rehabtimer.core.programme import Exercise, Programme
from rehabtimer.core.programme_file import Listing, ProgrammeFile, listing_of, own_of
from rehabtimer.core.toml_file import filled, read_table
from rehabtimer.core.toml_text import exercise_toml, programme_toml
from tests.support.own_exercises import FIGURES, bridge, exercises, fixed

KNEE = Listing(id="knee", name="Knee", days=28, exercises=("clam", "bridge"))


def read(data: bytes) -> Exercise:
    return exercise_of(filled(read_table(data), ExerciseFile), figures=FIGURES, own=True)


@settings(deadline=None, max_examples=200)
@given(exercises())
def test_any_exercise_of_a_form_survives(exercise: Exercise) -> None:
    assert read(exercise_toml(exercise, FIGURES)) == exercise


@settings(deadline=None, max_examples=50)
@given(exercises(), st.integers(1, 366))
def test_any_programme_survives(exercise: Exercise, days: int) -> None:
    identity = "x" if exercise.id == "knee" else exercise.id
    exercise = replace(exercise, id=identity)
    listing = replace(KNEE, days=days, exercises=tuple(dict.fromkeys(("clam", identity))))
    data = programme_toml(listing, [exercise], FIGURES)
    found = filled(read_table(data), ProgrammeFile)
    assert (listing_of(found), own_of(found, FIGURES)) == (listing, (exercise,))


def test_the_shipped_exercises_survive(programme: Programme) -> None:
    for exercise in programme.exercises:
        assert replace(read(exercise_toml(exercise, FIGURES)), own=False) == exercise


def test_whole_numbers_are_written_as_such_and_nothing_empty() -> None:
    table = tomllib.loads(exercise_toml(bridge(), FIGURES).decode())
    assert table["dose"] == {
        "hold": 2,
        "reps": {"target": 10, "low": 5, "high": 15, "limit": 15},
        "sets": 2,
    }
    assert (table["rest"], type(table["rest"])) == (20, int)
    assert not {"note", "figure", "equipment", "variants"} & table.keys()


def test_a_programme_without_own_exercises_has_no_such_key() -> None:
    data = programme_toml(replace(KNEE, exercises=("clam",)), (), FIGURES)
    assert tomllib.loads(data.decode()).keys() == {"id", "name", "days", "exercises"}


@pytest.mark.parametrize(
    "changed,said",
    [
        ({"name": ""}, "name is missing; expected text."),
        ({"name": "a\nb"}, "name is 'a\\nb'; expected one line without control"),
        ({"name": "\ud800"}, "name is '\\ud800'; expected one line without control"),
        ({"name": "x" * 81}, "expected at most 80 characters."),
        ({"safety": "x" * 2001}, "expected at most 2000 characters."),
        ({"rest": 181.0}, "rest is 181; expected a number from 0 to 180."),
        ({"rest": float("nan")}, "rest is nan; expected a number from 0 to 180."),
        ({"figure": "bridge"}, "figure is 'bridge'; expected one of: calf-stretch, clam"),
        ({"id": "../bridge"}, "id is '../bridge'; expected 1 to 64 of the characters"),
        ({"areas": ()}, "areas is missing; expected a list."),
        ({"dose": replace(bridge().dose, hold=fixed(4000))}, "dose.hold is 4000; expected"),
        ({"dose": replace(bridge().dose, hold=fixed(float("inf")))}, "dose.hold is inf; expected"),
        ({"dose": replace(bridge().dose, reps=fixed(2.5))}, "dose.reps is 2.5; expected a whole"),
        ({"moving": False}, "steps.go is 'Lift your hips.'; expected no such line"),
    ],
)
def test_what_could_not_be_read_is_not_written(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(Fault) as caught:
        exercise_toml(bridge(**changed), FIGURES)
    assert said in str(caught.value)


def test_a_programme_that_could_not_be_read_is_not_written() -> None:
    with pytest.raises(Fault, match=r"own\[0\].id is 'bridge'; expected an id that is in exercise"):
        programme_toml(replace(KNEE, exercises=("clam",)), [bridge()], FIGURES)
    many = [bridge(f"e{number}", note="x" * 2000) for number in range(40)]
    listing = replace(KNEE, exercises=tuple(each.id for each in many))
    with pytest.raises(Fault, match="larger than 64 kB"):
        programme_toml(listing, many, FIGURES)


def test_a_writer_that_loses_something_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = tomli_w.dumps
    monkeypatch.setattr(tomli_w, "dumps", lambda table: real(table | {"name": "Other"}))
    with pytest.raises(Fault, match="could not be read back"):
        exercise_toml(bridge(), FIGURES)
    with pytest.raises(Fault, match="could not be read back"):
        programme_toml(KNEE, [bridge()], FIGURES)
