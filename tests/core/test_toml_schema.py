"""The schema is one, takes every file that we take, and refuses what we refuse."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Exercise
from rehabtimer.core.shared_file import contents_of
from rehabtimer.core.toml_schema import schema
from rehabtimer.core.toml_text import exercise_toml
from tests.support.own_exercises import BRIDGE_FILE, FIGURES, KNEE_FILE, exercises

SCHEMA = schema(FIGURES)
VALIDATOR = Draft202012Validator(SCHEMA)


def accepts(text: str) -> bool:
    return bool(VALIDATOR.is_valid(tomllib.loads(text)))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")


def test_every_shipped_file_passes(resources: Path) -> None:
    files = [*(resources / "exercises").iterdir(), *(resources / "programmes").iterdir()]
    assert len(files) == 11
    assert [path.name for path in files if not accepts(path.read_text("utf-8"))] == []


@settings(deadline=None, max_examples=50)
@given(exercises())
def test_every_exercise_of_a_form_passes(exercise: Exercise) -> None:
    assert accepts(exercise_toml(exercise, FIGURES).decode())


@pytest.mark.parametrize("text", [BRIDGE_FILE, KNEE_FILE])
def test_good_files_of_ones_own_pass(text: str) -> None:
    assert accepts(text)


BAD = [
    (BRIDGE_FILE, "hold = 2", "hold = 0"),
    (BRIDGE_FILE, "hold = 2", "hold = 4000"),
    (BRIDGE_FILE, "hold = 2", 'hold = "2"'),
    (BRIDGE_FILE, "hold = 2", "hold = true"),
    (BRIDGE_FILE, "high = 15", "high = 500"),
    (BRIDGE_FILE, "low = 5", "low = 5.5"),
    (BRIDGE_FILE, "low = 5, target = 10,", "low = 5,"),
    (BRIDGE_FILE, "high = 15", "high = 15, most = 20"),
    (BRIDGE_FILE, "sets = 2", "sets = 21"),
    (BRIDGE_FILE, "sets = 2 }", "sets = 2, up_to = ['rest'] }"),
    (BRIDGE_FILE, "sets = 2 }", "sets = 2, up_to = ['reps', 'reps'] }"),
    (BRIDGE_FILE, '"together"', '"upper"'),
    (BRIDGE_FILE, '"together"', '"together", change = "rep"'),
    (BRIDGE_FILE, '"lying"', '"floating"'),
    (BRIDGE_FILE, "rest = 20", "rest = 181"),
    (BRIDGE_FILE, "rest = 20", "rest = -1"),
    (BRIDGE_FILE, "rest = 20", 'figure = "dragon"'),
    (BRIDGE_FILE, "rest = 20", "speed = 20"),
    (BRIDGE_FILE, "rest = 20", 'starts_skipped_if = "tired"'),
    (BRIDGE_FILE, "rest = 20", f"equipment = {['x'] * 13}"),
    (BRIDGE_FILE, 'id = "bridge"', 'id = "Bridge"'),
    (BRIDGE_FILE, 'id = "bridge"', f'id = "{"a" * 65}"'),
    (BRIDGE_FILE, 'name = "Bridge"\n', ""),
    (BRIDGE_FILE, '"Bridge"', '" "'),
    (BRIDGE_FILE, '"Bridge"', f'"{"x" * 81}"'),
    (BRIDGE_FILE, '"Bridge"', '"a\\u202Eb"'),
    (BRIDGE_FILE, '"Bridge"', '"a\\u0007b"'),
    (BRIDGE_FILE, "Stop if it hurts.", "x" * 2001),
    (BRIDGE_FILE, "Lift your hips.", "x" * 301),
    (BRIDGE_FILE, '["glutes"]', "[]"),
    (BRIDGE_FILE, '["Lie on your back."]', "[]"),
    (BRIDGE_FILE, 'go = "Lift your hips."\n', ""),
    (BRIDGE_FILE, "moving = true", "moving = false"),
    (KNEE_FILE, "days = 28", "days = 0"),
    (KNEE_FILE, "days = 28", "days = 367"),
    (KNEE_FILE, "days = 28", "days = 1.5"),
    (KNEE_FILE, '["clam", "bridge"]', "[]"),
    (KNEE_FILE, '["clam", "bridge"]', '["clam", "clam", "bridge"]'),
    (KNEE_FILE, '["clam", "bridge"]', '["../clam", "bridge"]'),
    (KNEE_FILE, '["clam", "bridge"]', f"{[f'e{n}' for n in range(100)] + ['bridge']}"),
    (KNEE_FILE, "hold = 2", "hold = 0"),
    (KNEE_FILE, 'go = "Lift your hips."\n', ""),
    (KNEE_FILE, "days = 28", "days = 28\nmoving = true"),
    ("", "", "x = 1"),
]  # fmt: skip


@pytest.mark.parametrize("text,old,new", BAD)
def test_what_we_refuse_it_refuses(text: str, old: str, new: str) -> None:
    assert old in text
    bad = text.replace(old, new, 1)
    assert not accepts(bad)
    with pytest.raises(UserError):
        contents_of(Path("bad.toml"), bad.encode(), FIGURES)


def test_nothing_is_offered_that_stands_for_a_key_left_out() -> None:
    def defaults(part: Any) -> list[Any]:
        if isinstance(part, list):
            return [each for item in part for each in defaults(item)]
        if not isinstance(part, dict):
            return []
        inner = [each for item in part.values() for each in defaults(item)]
        return inner + [value for key, value in part.items() if key == "default"]

    assert sorted(map(str, defaults(SCHEMA))) == ["True", "set"]
