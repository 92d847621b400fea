"""The template for translators holds what people read, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
PROMISES = re.compile(
    r"\b(treats?|heals?|cures?|prescribes?|diagnos\w+|clinically proven|safe for your knee|"
    r"recommends?)\b",
    re.IGNORECASE,
)


def _extract(file: Path) -> str:
    command = [sys.executable, str(TOP / "packaging/messages.py"), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return file.read_text("utf-8")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _extract(tmp_path_factory.mktemp("locale") / "rehabtimer.pot")


def test_it_holds_the_texts_of_exercises(template: str) -> None:
    assert 'msgid "Standing quad stretch"' in template  # a name
    assert 'msgid "Lying on your belly"' in template  # a variant's name
    assert "#: resources/exercises/clam.toml:2\n" in template


def test_it_holds_every_line_of_instruction(template: str) -> None:
    assert "Stand tall, one hand on a wall or chair for balance." in template


def test_it_leaves_out_what_nobody_reads(template: str) -> None:
    assert 'msgid "quad-stretch"' not in template
    assert 'msgid "each"' not in template


def test_it_holds_the_texts_of_the_program(template: str) -> None:
    assert "#: rehabtimer/" in template


def test_nothing_that_people_read_is_a_promise(template: str) -> None:
    whole = template.replace('"\n"', "")  # as the file breaks long lines
    assert "Your own limit says: ease off, with fewer reps or an easier version." in whole
    assert PROMISES.findall(whole) == []
    assert PROMISES.findall("The app recommends this. It is safe for your knee, and heals.") == [
        "recommends",
        "safe for your knee",
        "heals",
    ]


def test_it_is_the_same_every_time(template: str, tmp_path: Path) -> None:
    assert _extract(tmp_path / "new" / "again.pot") == template
