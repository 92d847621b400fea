"""Files of exercises: looked at, described and written from the command line."""

import json
import re
import stat
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rehabtimer import paths
from tests.cli.conftest import Run
from tests.support.own_exercises import BRIDGE_FILE, KNEE_FILE, written


@pytest.mark.parametrize(
    "text,said",
    [
        (BRIDGE_FILE, 'holds the exercise "Bridge" (bridge).'),
        (KNEE_FILE, 'holds the programme "Knee" (knee): 2 exercises, 28 days.'),
    ],
)
def test_a_good_file(run: Run, tmp_path: Path, text: str, said: str) -> None:
    ran = run("programme", "check", written(tmp_path, text))
    assert ran == (0, f'"from-a-friend.toml" {said}\n', "")


@pytest.mark.parametrize("folder", ["exercises", "programmes"])
def test_every_shipped_file_is_good(run: Run, folder: str) -> None:
    for path in (paths.resources() / folder).glob("*.toml"):
        assert run("programme", "check", path).code == 0


def test_the_examples_for_therapists_are_good(run: Run, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "programmes.md").read_text("utf-8")
    examples = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(examples) == 2
    for text in examples:
        ran = run("programme", "check", written(tmp_path, text))
        assert (ran.code, ran.out.split()[1]) == (0, "holds")


@pytest.mark.parametrize(
    "text,said",
    [
        ("", "neither an exercise, which has dose, sides and steps, nor a programme"),
        (BRIDGE_FILE.replace("hold = 2", "hold = 4000"), "dose.hold is 4000; expected a number"),
        (KNEE_FILE.replace('"clam"', '"plank"'), "exercises[0] is 'plank'; expected the id of"),
        ("#" * 10_000_000, "the file is larger than 64 kB"),
        ("a = 1\na = 2", "this is not valid TOML"),
    ],
)
def test_a_bad_file(run: Run, tmp_path: Path, text: str, said: str) -> None:
    ran = run("programme", "check", written(tmp_path, text))
    assert (ran.code, ran.err, ran.out.count("\n")) == (1, "", 1)
    assert ran.out.startswith("from-a-friend.toml: ")
    assert said in ran.out


def test_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    for name in ("missing.toml", "."):
        ran = run("programme", "check", tmp_path / name)
        assert ran.code == 2
        assert ran.complaint.endswith(".")


def test_looking_makes_nothing(run: Run, tmp_path: Path, own_home: Path) -> None:
    run("programme", "check", written(tmp_path, KNEE_FILE))
    run("programme", "schema")
    assert list(own_home.rglob("*")) == []


def test_the_schema(run: Run) -> None:
    ran = run("programme", "schema")
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(tomllib.loads(KNEE_FILE))
    assert not validator.is_valid(tomllib.loads(KNEE_FILE.replace("hold = 2", "hold = 0")))


@pytest.mark.parametrize("identity", ["clam", "runners-knee"])
def test_an_export_can_be_checked(run: Run, tmp_path: Path, identity: str) -> None:
    file = tmp_path / "mine.toml"
    ran = run("programme", "export", identity, file)
    assert (ran.code, ran.out) == (0, f'"{identity}" was written to "{file}".\n')
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert run("programme", "check", file).code == 0


def test_an_own_programme_travels_from_one_history_to_another(run: Run, tmp_path: Path) -> None:
    one, other, sent = tmp_path / "one.db", tmp_path / "other.db", tmp_path / "sent.toml"
    assert run("import", written(tmp_path, KNEE_FILE), "--database", one).code == 0
    assert run("programme", "export", "knee", sent, "--database", one).code == 0
    assert run("import", sent, "--database", other).code == 0
    folders = (tmp_path / "one-own", tmp_path / "other-own")
    files = [{p.name: p.read_bytes() for p in f.rglob("*.toml")} for f in folders]
    assert files[0] == files[1]
    assert files[0].keys() == {"bridge.toml", "knee.toml"}


def test_an_export_replaces_only_when_told(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "mine")
    ran = run("programme", "export", "clam", file)
    assert (ran.code, file.read_text("utf-8")) == (2, "mine")
    assert "is there already" in ran.complaint
    assert run("programme", "export", "clam", file, "--force").code == 0
    assert tomllib.loads(file.read_text("utf-8"))["id"] == "clam"


@pytest.mark.parametrize(
    "words,said",
    [
        (("gone", "x.toml"), 'Nothing here has the id "gone"'),
        (("../clam", "x.toml"), 'Nothing here has the id "../clam"'),
        (("clam", "x.json"), "choose a name that ends in .toml"),
        (("clam", "missing/x.toml"), "was not written (no such file or directory)"),
    ],
)
def test_what_cannot_be_exported(
    run: Run, tmp_path: Path, words: tuple[str, str], said: str
) -> None:
    ran = run("programme", "export", words[0], tmp_path / words[1])
    assert ran.code == 2
    assert said in ran.complaint
    assert list(tmp_path.iterdir()) == []
