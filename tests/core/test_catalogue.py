"""Files from outside: every bad one is refused in one sentence with file, key and value."""

import os
import re
import shutil
import sys
import time
import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabtimer.core.catalogue import load_programme, read_exercise
from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Change, Exercise, Legs, Position, Range

LIMIT_SECONDS = 2

MOVING = """\
id = "bridge"
name = "Bridge"
moving = true
areas = ["glutes"]
equipment = ["mat"]
position = "lying"
safety = "Stop if it hurts."

[dose]
hold = 2
reps = { low = 5, target = 10, high = 15 }
sets = { target = 1, limit = 3, given = false }
up_to = ["reps"]

[sides]
legs = "each"
change = "set"
label = "the foot"

[steps]
prepare = ["Lie on your back."]
go = "Lift your hips."
hold = "Hold them up."
return = "Lower them."

[[variants]]
id = "low"
name = "Lower"

[variants.steps]
prepare = ["Lie on a mat."]
go = "Lift a little."
hold = "Hold."
return = "Lower."
"""

SMALLEST = """\
id = "bridge"
name = "Bridge"
moving = false
areas = ["glutes"]
position = "all-fours"
safety = "Stop if it hurts."
dose = { hold = 0.5, reps = 100, sets = 20 }
sides.legs = "together"
steps = { prepare = ["Lie down."], hold = "Hold." }
"""

PROGRAMME = """\
id = "knee"
name = "Knee"
days = 366
exercises = ["bridge"]
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    path = tmp_path / "exercises" / "bridge.toml"
    path.write_text(MOVING, encoding="utf-8")
    return path


@pytest.fixture
def folder(bridge: Path) -> Path:
    (bridge.parents[1] / "programmes").mkdir()
    knee(bridge.parents[1]).write_text(PROGRAMME, encoding="utf-8")
    return bridge.parents[1]


def knee(folder: Path) -> Path:
    return folder / "programmes" / "knee.toml"


def refusal(path: Path, content: str | bytes) -> str:
    """What is said about an exercise file with this content, within the time allowed."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    started = time.perf_counter()
    with pytest.raises(UserError) as caught:
        read_exercise(path)
    assert time.perf_counter() - started < LIMIT_SECONDS
    assert_one_plain_sentence(str(caught.value))
    return str(caught.value)


def assert_one_plain_sentence(message: str) -> None:
    assert message.isprintable()
    assert message.endswith(".")
    assert len(message) < 500


def changed(old: str, new: str, text: str = MOVING) -> str:
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


def test_a_good_file_becomes_an_exercise(bridge: Path) -> None:
    exercise = read_exercise(bridge)
    assert (exercise.id, exercise.name, exercise.moving) == ("bridge", "Bridge", True)
    assert exercise.position is Position.LYING
    assert exercise.dose.hold == Range(low=2, target=2, high=2, limit=2)
    assert exercise.dose.reps == Range(low=5, target=10, high=15, limit=15)
    assert exercise.dose.sets == Range(low=1, target=1, high=1, limit=3, given=False)
    assert exercise.dose.up_to == ("reps",)
    assert (exercise.sides.legs, exercise.sides.change) == (Legs.EACH, Change.SET)
    assert exercise.steps.back == "Lower them."
    assert [variant.steps.go for variant in exercise.variants] == ["Lift a little."]


def test_numbers_have_the_type_that_the_domain_promises(bridge: Path) -> None:
    dose = read_exercise(bridge).dose
    values = [
        value for r in (dose.hold, dose.reps, dose.sets) for value in msgspec.structs.astuple(r)
    ]
    assert {type(value) for value in values} == {float, bool}


def test_what_may_be_left_out(bridge: Path) -> None:
    bridge.write_text(SMALLEST, encoding="utf-8")
    exercise = read_exercise(bridge)
    assert (exercise.equipment, exercise.variants, exercise.dose.up_to) == ((), (), ())
    assert (exercise.note, exercise.starts_skipped_if, exercise.sides.label) == ("", "", "")
    assert exercise.sides.change is Change.SET
    assert exercise.dose.hold.limit == 0.5


def test_what_editors_of_other_systems_add_is_fine(bridge: Path) -> None:
    bridge.write_bytes(b"\xef\xbb\xbf" + MOVING.replace("\n", "\r\n").encode())
    assert read_exercise(bridge).name == "Bridge"


@pytest.mark.parametrize(
    "text",
    [
        "Kniegelenk – Übung",
        "膝\u3000伸ばし",
        "جلوگیری می\u200cشود",
        "👩\u200d⚕️ 2\u00a0cm",
        "x" * 2000,
    ],
)
def test_texts_of_other_languages_are_fine(bridge: Path, text: str) -> None:
    bridge.write_text(changed("Stop if it hurts.", text), encoding="utf-8")
    assert read_exercise(bridge).safety == text


@pytest.mark.parametrize(
    "old,new,said",
    [
        # doses out of bounds
        (
            "high = 15",
            "high = 500",
            "dose.reps.high is 500; expected a whole number from 1 to 100.",
        ),
        ("low = 5", "low = 0", "dose.reps.low is 0; expected a whole number from 1 to 100."),
        ("low = 5", "low = 5.0", "dose.reps.low is 5.0; expected a whole number from 1 to 100."),
        ("hold = 2", "hold = 0.4", "dose.hold is 0.4; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = 601", "dose.hold is 601; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = -1", "dose.hold is -1; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = nan", "dose.hold is nan; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = -inf", "dose.hold is -inf; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = 1e999", "dose.hold is inf; expected a number from 0.5 to 600."),
        ("limit = 3", "limit = 21", "dose.sets.limit is 21; expected a whole number from 1 to 20."),
        (
            "hold = 2",
            "hold = 123456789012345678901234567890",
            "dose.hold is a very large number; expected a number from 0.5 to 600.",
        ),
        # doses out of order
        (
            "low = 5",
            "low = 11",
            "dose.reps.target is 10; expected at least 11, which is dose.reps.low.",
        ),
        (
            "high = 15",
            "high = 9",
            "dose.reps.high is 9; expected at least 10, which is dose.reps.target.",
        ),
        (
            "high = 15",
            "high = 15, limit = 12",
            "dose.reps.limit is 12; expected at least 15, which is dose.reps.high.",
        ),
        (
            "high = 15",
            "high = 15, limit = 20",
            "dose.reps.limit is 20; expected 15, which is dose.reps.high, unless given = false.",
        ),
        # wrong types
        ("hold = 2", 'hold = "2"', "dose.hold is '2'; expected a number or a table."),
        ("hold = 2", "hold = true", "dose.hold is true; expected a number or a table."),
        ("hold = 2", "hold = [2]", "dose.hold is [2]; expected a number or a table."),
        ("low = 5", 'low = "5"', "dose.reps.low is '5'; expected a number."),
        ("given = false", "given = 0", "dose.sets.given is 0; expected true or false."),
        ("moving = true", 'moving = "yes"', "moving is 'yes'; expected true or false."),
        ('"Bridge"', "2024-02-30T25:00:00", "this is not valid TOML"),
        ('"Bridge"', "2024-02-28", "name is 2024-02-28; expected text."),
        ('areas = ["glutes"]', 'areas = "glutes"', "areas is 'glutes'; expected a list."),
        ('["glutes"]', '["glutes", 3]', "areas[1] is 3; expected text."),
        ('go = "Lift a little."', "go = 1", "variants[0].steps.go is 1; expected text."),
        ('return = "Lower."', "return = [1, 2, 3, 4]", "return is [1, 2, 3, ...]; expected text."),
        # unknown and missing keys
        (
            "hold = 2",
            "hold = 2\nspeed = 3",
            "dose.speed is 3; expected a known key: hold, reps, sets, up_to.",
        ),
        (
            "low = 5",
            "lowest = 5",
            "dose.reps.lowest is 5; expected a known key: target, low, high, limit, given.",
        ),
        (
            'id = "low"',
            'id = "low"\ncolour = "red"',
            "variants[0].colour is 'red'; expected a known key: id, name, steps.",
        ),
        ("hold = 2\n", "", "dose.hold is missing; expected a number or a table."),
        ("target = 10, ", "", "dose.reps.target is missing; expected a number."),
        ('name = "Lower"\n', "", "variants[0].name is missing; expected text."),
        ("moving = true\n", "", "moving is missing; expected true or false."),
        ('areas = ["glutes"]\n', "", "areas is missing; expected a list."),
        ('safety = "Stop if it hurts."\n', "", "safety is missing; expected text."),
        # words that mean nothing here
        (
            '"lying"',
            '"floating"',
            "position is 'floating'; expected standing or lying or side-lying or all-fours.",
        ),
        ('"each"', '"every"', "sides.legs is 'every'; expected each or painful or together."),
        ('change = "set"', 'change = "rep"', "sides.change is 'rep'; expected set or leg."),
        (
            'up_to = ["reps"]',
            'up_to = ["reps", "rest"]',
            "dose.up_to[1] is 'rest'; expected hold or reps or sets.",
        ),
        (
            'up_to = ["reps"]',
            'up_to = ["reps", "reps"]',
            "dose.up_to[1] is 'reps'; expected each only once.",
        ),
        (
            "moving = true",
            'moving = true\nstarts_skipped_if = "tired"',
            "starts_skipped_if is 'tired'; expected stairs-hurt.",
        ),
        # ids
        (
            'id = "bridge"',
            'id = "clam"',
            "id is 'clam'; expected the name of the file without .toml.",
        ),
        (
            'id = "bridge"',
            'id = "Bridge"',
            "id is 'Bridge'; expected 1 to 64 of the characters a-z, 0-9 and -.",
        ),
        ('id = "bridge"', 'id = "../x"', "id is '../x'; expected 1 to 64 of the characters"),
        ('id = "low"', 'id = "lów"', "variants[0].id is 'lów'; expected 1 to 64 of the characters"),
        # steps
        (
            'go = "Lift your hips."\n',
            "",
            "steps.go is missing; expected a line, because moving is true.",
        ),
        (
            'return = "Lower them."\n',
            "",
            "steps.return is missing; expected a line, because moving is true.",
        ),
        (
            "moving = true",
            "moving = false",
            "steps.go is 'Lift your hips.'; expected no such line, because moving is false.",
        ),
        (
            'return = "Lower."\n',
            "",
            "variants[0].steps.return is missing; expected a line, because moving is true.",
        ),
        (
            '["Lie on your back."]',
            "[]",
            "steps.prepare is []; expected at least one text.",
        ),
        ('["glutes"]', "[]", "areas is []; expected at least one text."),
        # texts
        ('"Bridge"', '""', "name is ''; expected some text, or the key left out."),
        ('"Bridge"', '" \\t "', "name is ' \\t '; expected some text, or the key left out."),
        ('"Lie on your back."', '"Lie.", ""', "steps.prepare[1] is ''; expected some text"),
        (
            '"Lie on a mat."',
            '"a\\u0007b"',
            "variants[0].steps.prepare[0] is 'a\\x07b'; expected one line",
        ),
        ('"Bridge"', '"a\\nb"', "name is 'a\\nb'; expected one line without control"),
        ('"Bridge"', '"a\\u202Eb"', "name is 'a\\u202eb'; expected one line without control"),
        ('"Bridge"', '"a\u2066b"', "name is 'a\\u2066b'; expected one line without control"),
        ('"Bridge"', '"a\\u2028b"', "name is 'a\\u2028b'; expected one line without control"),
        ('"Bridge"', '"a\\u0085b"', "name is 'a\\x85b'; expected one line without control"),
        ('"Bridge"', f'"{"x" * 2001}"', "expected at most 2000 characters."),
        # syntax
        (
            'name = "Bridge"',
            'name = "Bridge',
            "not valid TOML at line 2, column 15: a quote is missing at the end of the line.",
        ),
        (
            'name = "Bridge"',
            'name = "Bridge"\nname = "Twice"',
            "this is not valid TOML at line 3, column 15: this key is there already.",
        ),
        (
            "[sides]",
            "[dose]",
            ": [dose] is there twice.",
        ),
        ("hold = 2", f"hold = {'9' * 5000}", "valid TOML: a number has too many digits."),
    ],
)
def test_a_bad_exercise_is_named_by_file_key_and_value(
    bridge: Path, old: str, new: str, said: str
) -> None:
    message = refusal(bridge, changed(old, new))
    assert message.startswith("bridge.toml: ")
    assert said in message
    if said.endswith("."):
        assert message.endswith(said)


def test_two_variants_with_one_id(bridge: Path) -> None:
    variant = MOVING[MOVING.index("[[variants]]") :]
    message = refusal(bridge, MOVING + variant)
    assert message == "bridge.toml: variants[1].id is 'low'; expected each only once."


@pytest.mark.parametrize(
    "content,said",
    [
        (b"", "id is missing; expected text."),
        (b"\x00" * 100, "not valid TOML at line 1, column 1: expected a key, or a table such as"),
        (b"id = '\xff'", "byte 7 is not UTF-8; expected UTF-8 text."),
        (MOVING.encode("utf-16"), "byte 1 is not UTF-8; expected UTF-8 text."),
        (b"#" * (64 * 1024 + 1), "the file is larger than 64 kB; expected a few kB."),
        (b"\x7fELF" + bytes(range(256)) * 200, "is not UTF-8; expected UTF-8 text."),
        (b"id = " + b"[" * 60_000, "lists or tables are nested too deeply; expected a few levels."),
        (b"id = " + b"{a=" * 20_000, "lists or tables are nested too deeply"),
        (b"id = " + b"[" * 300 + b"]" * 300, "name is missing; expected text."),
        (b"x = " + b"[" * 300 + b"]" * 300, "x is [[[...]]]; expected a known key: id, name"),
        (b".".join([b"a"] * 18) + b" = 1", "a key has more than 16 dots; expected fewer."),
        (b"a." * 32_000 + b"a = 1", "a key has more than 16 dots; expected fewer."),
        (b"[" + b"a ." * 20_000 + b"a]", "a key has more than 16 dots; expected fewer."),
        (b"[[" + b"a\t.\t" * 16_000 + b"a]]", "a key has more than 16 dots; expected fewer."),
        (b'"\\"".' + b"a." * 32_000 + b"a = 1", "a key has more than 16 dots; expected fewer."),
        (b"x = {b = 1, " + b"'a'." * 16_000 + b"a = 1}", "a key has more than 16 dots"),
        (b'x = {"a".' + b"''." * 20_000 + b"a = 1}", "a key has more than 16 dots"),
        (b".".join([b"a"] * 17) + b" = 1", "a is {'a': {'a': {...}}}; expected a known key: id"),
        (b'"a\\u202Eb" = "\\u202E"', "a\\u202eb is '\\u202e'; expected a known key: id"),
        (b'"' + b"k" * 5000 + b'" = 1', "is 1; expected a known key: id, name"),
        (b'"id` - at `$.dose" = 1', "id` - at `$.dose is 1; expected a known key: id"),
        (b"dose = [[1]]", "id is missing; expected text."),
        (b"x = 0x" + b"f" * 5000, "x is a very large number; expected a known key"),
        (b"x = [0x" + b"f" * 5000 + b"]", "x is [a very large number]; expected a known key"),
        (b'x = "' + b"y" * 60_000 + b'"', "yyy...yyy"),
        (b"x = [" + b"1," * 30_000 + b"]", "x is [1, 1, 1, ...]; expected a known key"),
        (b"\n".join(b"a%d.b.c.d.e.f.g.h.i.j.k.l.m = 1" % i for i in range(1800)), "a0 is {"),
        (b'["' * 30_000, "this is not valid TOML"),
        (b',"\\' * 20_000, "this is not valid TOML"),
        (b"a " * 32_000, "this is not valid TOML"),
    ],
)
def test_hostile_files_are_refused_quickly(bridge: Path, content: bytes, said: str) -> None:
    message = refusal(bridge, content)
    assert message.startswith("bridge.toml: ")
    assert said in message


def test_a_file_may_be_as_large_as_the_limit(bridge: Path) -> None:
    bridge.write_bytes(MOVING.encode().ljust(64 * 1024, b"\n"))
    assert read_exercise(bridge).name == "Bridge"


def test_dots_in_a_text_are_no_key(bridge: Path) -> None:
    text = "Wait" + "." * 50 + " a, b.c.d.e.f. One. Two. Three."
    bridge.write_text(changed("Stop if it hurts.", text), encoding="utf-8")
    assert read_exercise(bridge).safety == text


def test_a_missing_file_is_named_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_exercise(tmp_path / "clam.toml")
    message = str(caught.value)
    assert message == f"clam.toml: the file is missing; expected it in {tmp_path}."


def test_a_missing_file_is_named_with_the_whole_way_to_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(UserError, match=f"expected it in {re.escape(str(tmp_path))}.$"):
        read_exercise(Path("..") / "clam.toml")
    (tmp_path / "here").rmdir()
    with pytest.raises(UserError, match=r"expected it in \.\.\.$"):
        read_exercise(Path("..") / "clam.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "clam.toml").mkdir()
    with pytest.raises(
        UserError, match=r"^clam.toml: this is a folder or a device; expected a file"
    ):
        read_exercise(tmp_path / "clam.toml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "clam.toml")
    with pytest.raises(UserError, match="this is a folder or a device"):
        read_exercise(tmp_path / "clam.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "clam.toml").symlink_to(tmp_path / "clam.toml")
    with pytest.raises(UserError, match=r"^clam.toml: the file cannot be read: .*[a-z]\.$"):
        read_exercise(tmp_path / "clam.toml")


def test_a_name_that_no_system_allows() -> None:
    with pytest.raises(UserError, match=r"^a\\x00b.toml: the file cannot be read: "):
        read_exercise(Path("a\0b.toml"))


@pytest.mark.skipif(sys.platform == "win32", reason="such names are impossible there")
def test_strange_file_names_are_shown_plainly(tmp_path: Path) -> None:
    path = tmp_path / "a\n\u202eb.toml"
    assert refusal(path, b"x = 1").startswith("a\\n\\u202eb.toml: x is 1;")


def test_a_programme_holds_its_exercises_in_order(folder: Path) -> None:
    shutil.copy(folder / "exercises" / "bridge.toml", folder / "exercises" / "a.toml")
    other = folder / "exercises" / "a.toml"
    other.write_text(changed('id = "bridge"', 'id = "a"'), encoding="utf-8")
    knee(folder).write_text(changed('"bridge"', '"bridge", "a"', PROGRAMME), encoding="utf-8")
    programme = load_programme(folder, "knee")
    assert (programme.id, programme.name, programme.days) == ("knee", "Knee", 366)
    assert [exercise.id for exercise in programme.exercises] == ["bridge", "a"]


@pytest.mark.parametrize(
    "old,new,said",
    [
        ("366", "0", "days is 0; expected a whole number from 1 to 366."),
        ("366", "367", "days is 367; expected a whole number from 1 to 366."),
        ("366", "42.0", "days is 42.0; expected a whole number."),
        ("366", "true", "days is true; expected a whole number."),
        ("days = 366\n", "", "days is missing; expected a whole number."),
        (
            "366",
            "1\nweeks = 6",
            "weeks is 6; expected a known key: id, name, days",
        ),
        ('["bridge"]', "[]", "exercises is []; expected 1 to 100 exercises."),
        ('["bridge"]', str([f"e{i}" for i in range(101)]), "expected 1 to 100 exercises."),
        (
            '["bridge"]',
            '["bridge", "bridge"]',
            "exercises[1] is 'bridge'; expected each only once.",
        ),
        (
            '["bridge"]',
            '["bridge", "plank"]',
            "exercises[1] is 'plank'; expected the id of an exercise that has a file.",
        ),
        ('["bridge"]', '["../bridge"]', "exercises[0] is '../bridge'; expected 1 to 64 of"),
        ('["bridge"]', f'["{"a" * 65}"]', "expected 1 to 64 of the characters a-z, 0-9 and -."),
        ('["bridge"]', "[7]", "exercises[0] is 7; expected text."),
        ('id = "knee"', 'id = "hip"', "id is 'hip'; expected the name of the file without .toml."),
        ('"Knee"', '""', "name is ''; expected some text, or the key left out."),
    ],
)
def test_a_bad_programme_is_named_by_file_key_and_value(
    folder: Path, old: str, new: str, said: str
) -> None:
    knee(folder).write_text(changed(old, new, PROGRAMME), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_programme(folder, "knee")
    message = str(caught.value)
    assert_one_plain_sentence(message)
    assert message.startswith("knee.toml: ")
    assert said in message


def test_a_programme_of_a_folder_holds_no_exercises_of_its_own(folder: Path) -> None:
    own = MOVING.replace("[variants.", "[own.variants.").replace("[[variants", "[[own.variants")
    own = re.sub(r"^\[(dose|sides|steps)", r"[own.\1", own, flags=re.MULTILINE)
    knee(folder).write_text(f"{PROGRAMME}[[own]]\n{own}", encoding="utf-8")
    with pytest.raises(UserError, match=r"^knee.toml: own is \[.*; expected no such key"):
        load_programme(folder, "knee")


def test_a_bad_exercise_of_a_programme_is_the_file_that_is_named(folder: Path) -> None:
    (folder / "exercises" / "bridge.toml").write_text("id = 1", encoding="utf-8")
    with pytest.raises(UserError, match=r"^bridge.toml: "):
        load_programme(folder, "knee")


@pytest.mark.parametrize("identity", ["../knee", "", "Knee", "a\u202e", "a" * 65, "knee\n"])
def test_only_ids_become_names_of_files(folder: Path, identity: str) -> None:
    with pytest.raises(UserError, match="is not the id of a programme") as caught:
        load_programme(folder, identity)
    assert_one_plain_sentence(str(caught.value))


def test_a_missing_programme(folder: Path) -> None:
    with pytest.raises(UserError, match=r"^hip.toml: the file is missing; expected it in "):
        load_programme(folder, "hip")


def read_or_refuse(path: Path, content: bytes) -> Exercise | None:
    path.write_bytes(content)
    try:
        return read_exercise(path)
    except UserError as error:
        assert_one_plain_sentence(str(error))
        return None


several = settings(
    max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@several
@given(st.data())
def test_no_damage_to_a_file_is_a_crash(bridge: Path, data: st.DataObject) -> None:
    content = bytearray(MOVING.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse(bridge, bytes(content[: data.draw(st.integers(0, len(content)))]))


VALUES = st.sampled_from(
    ["0", "-1", "7", "1e308", "nan", "''", "'a'", "[]", "[[]]", "{}", "{target=1}", "{id='a'}"]
    + ["true", "2024-01-01", "07:32:00", '"\\u202E"', "[{}]", "['x', 'x']", "9223372036854775808"]
)
LINES = [line for line in MOVING.splitlines() if " = " in line]


@several
@given(st.sampled_from(LINES), VALUES)
def test_no_value_in_any_place_is_a_crash(bridge: Path, line: str, value: str) -> None:
    key = line.partition(" = ")[0]
    exercise = read_or_refuse(bridge, changed(line, f"{key} = {value}").encode())
    if exercise is not None:
        dose = exercise.dose
        assert 0.5 <= dose.hold.low <= dose.hold.target <= dose.hold.high <= dose.hold.limit <= 600
        assert 1 <= dose.reps.low <= dose.reps.target <= dose.reps.high <= 100
        assert 1 <= dose.sets.low <= dose.sets.target <= dose.sets.high <= dose.sets.limit <= 20


@several
@given(st.text(max_size=30))
def test_a_text_that_is_let_in_has_nothing_hidden(bridge: Path, text: str) -> None:
    quoted = "".join(f"\\U{ord(c):08x}" for c in text)
    exercise = read_or_refuse(bridge, changed("Stop if it hurts.", quoted).encode())
    if exercise is not None:
        kinds = {unicodedata.category(c) for c in exercise.safety if c not in "\u200c\u200d"}
        assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


def test_the_whole_programme_is_read_in_a_moment(resources: Path) -> None:
    load_programme(resources)
    started = time.perf_counter()
    load_programme(resources)
    assert time.perf_counter() - started < 0.25  # 7 ms on an idle machine
