"""Single files from somebody else: which kind they are, and what is wrong with them."""

import os
import sys
import time
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.core.shared_file import Contents, contents_of, read_shared
from tests.support.own_exercises import BRIDGE_FILE, FIGURES, KNEE_FILE, bridge, written

LIMIT_SECONDS = 2


def contents(text: str) -> Contents:
    return contents_of(Path("sent.toml"), text.encode(), FIGURES)


def refusal(data: str | bytes) -> str:
    """The one sentence about a bad file, within the time allowed."""
    started = time.perf_counter()
    with pytest.raises(UserError) as caught:
        contents_of(Path("sent.toml"), data if isinstance(data, bytes) else data.encode(), FIGURES)
    assert time.perf_counter() - started < LIMIT_SECONDS
    message = str(caught.value)
    assert message.startswith("sent.toml: ")
    assert message.isprintable()
    assert message.endswith(".")
    assert len(message) < 500
    return message


def test_an_exercise_is_told_by_its_keys() -> None:
    assert contents(BRIDGE_FILE) == Contents(listing=None, exercises=(bridge(),))


def test_a_programme_is_told_by_its_keys() -> None:
    found = contents(KNEE_FILE)
    assert found.listing
    assert (found.listing.id, found.listing.days) == ("knee", 28)
    assert found.listing.exercises == ("clam", "bridge")
    assert found.exercises == (bridge(),)


def test_a_figure_and_a_rest_can_be_chosen() -> None:
    text = BRIDGE_FILE.replace("rest = 20", 'rest = 0\nfigure = "clam"')
    (exercise,) = contents(text).exercises
    assert (exercise.figure, exercise.rest, exercise.own) == ("clam", 0.0, True)


@pytest.mark.parametrize("text", ["", "x = 1", 'id = "a"\nname = "A"', "[poses]\na = 1"])
def test_what_is_neither_is_said_to_be(text: str) -> None:
    assert "neither an exercise, which has dose, sides and steps, nor" in refusal(text)


@pytest.mark.parametrize(
    "old,new,said",
    [
        ("hold = 2", "hold = 0", "dose.hold is 0; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = 4000", "dose.hold is 4000; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = nan", "dose.hold is nan; expected a number from 0.5 to 600."),
        ("hold = 2", "hold = 1e999", "dose.hold is inf; expected a number from 0.5 to 600."),
        ("high = 15", "high = 500", "dose.reps.high is 500; expected a whole number from 1"),
        ("rest = 20", "rest = 181", "rest is 181; expected a number from 0 to 180."),
        ("rest = 20", "rest = nan", "rest is nan; expected a number from 0 to 180."),
        ("rest = 20", "rest = '20'", "rest is '20'; expected a number."),
        ("rest = 20", "figure = 'dragon'", "figure is 'dragon'; expected one of: calf-stretch,"),
        ('"together"', '"upper"', "sides.legs is 'upper'; expected each or painful or together."),
        ('"Bridge"', f'"{"x" * 81}"', "expected at most 80 characters."),
        ('["glutes"]', f"{['x'] * 13}", "areas has 13 entries; expected at most 12."),
        ('["glutes"]', f"['{'x' * 81}']", "expected at most 80 characters."),
        ("rest = 20", f"equipment = ['{'x' * 81}']", "equipment[0] is 'xxx"),
        ('"together"', f'"together", label = "{"x" * 81}"', "sides.label is 'xxx"),
        ("Lie on your back.", "x" * 301, "steps.prepare[0] is 'xxx"),
        ("Hold them up.", "x" * 301, "steps.hold is 'xxx"),
        ('["Lie on your back."]', f"{['x'] * 13}", "steps.prepare has 13 entries; expected"),
    ],
)
def test_a_bad_exercise_is_named_by_key(old: str, new: str, said: str) -> None:
    assert old in BRIDGE_FILE
    assert said in refusal(BRIDGE_FILE.replace(old, new, 1))


def test_variants_are_few_and_their_names_short() -> None:
    variant = "[[variants]]\nid = '{id}'\nname = '{name}'\nsteps = {{ prepare = ['a'], hold = 'a'"
    variant += ", go = 'a', return = 'a' }}\n"
    many = "".join(variant.format(id=f"v{n}", name="V") for n in range(13))
    assert "variants has 13 entries; expected at most 12." in refusal(BRIDGE_FILE + many)
    long = variant.format(id="v", name="x" * 81)
    assert "variants[0].name is 'xxx" in refusal(BRIDGE_FILE + long)


OWN = KNEE_FILE[KNEE_FILE.index("[[own]]") :]


@pytest.mark.parametrize(
    "text,said",
    [
        (KNEE_FILE.replace('["clam", "bridge"]', "[]"), "exercises is []; expected 1 to 100"),
        (KNEE_FILE.replace('"clam", ', '"bridge", '), "exercises[1] is 'bridge'; expected each"),
        (KNEE_FILE + OWN, "own[1].id is 'bridge'; expected each only once."),
        (
            KNEE_FILE.replace('"clam", "bridge"', '"clam"'),
            "own[0].id is 'bridge'; expected an id that is in exercises.",
        ),
        (
            KNEE_FILE.replace('id = "knee"', 'id = "bridge"'),
            "own[0].id is 'bridge'; expected another id than the programme's.",
        ),
        (KNEE_FILE.replace("hold = 2", "hold = 0"), "own[0].dose.hold is 0; expected a number"),
        (KNEE_FILE.replace("hold = 2", "hold = '2'"), "own[0].dose.hold is '2'; expected"),
        (KNEE_FILE.replace("rest = 20", "speed = 1"), "own[0].speed is 1; expected a known key"),
        (KNEE_FILE.replace('"Knee"', f'"{"x" * 81}"'), "expected at most 80 characters."),
        (KNEE_FILE.replace("Lift your hips.", "a\\u202Eb"), "own[0].steps.go is 'a\\u202eb'"),
        (KNEE_FILE + "[dose]\nhold = 1", "dose is {'hold': 1}; expected a known key: id, name,"),
    ],
)
def test_a_bad_programme_is_named_by_key(text: str, said: str) -> None:
    assert said in refusal(text)


HOSTILE = [
    b"#" * 10_000_000,
    b"[[own]]\n" * 8_000,
    b"own = [" + b"{}," * 20_000 + b"]",
    b"days = 1\n" + b"x = " + b"[" * 60_000,
    b"x = " + b"{a=" * 20_000,
    b"\n".join(b"[t%d.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o]" % n for n in range(1500)),
    b"\n".join(b"a%d.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q = 1" % n for n in range(1500)),
    b"a." * 32_000 + b"a = 1",
    b"\xef\xbb\xbf" * 2 + BRIDGE_FILE.encode(),
    BRIDGE_FILE.encode("utf-16"),
    BRIDGE_FILE.encode() + b"\nid = 'again'",
    "".join(
        f"[[own]]\n{BRIDGE_FILE}".replace("[steps]", "[own.steps]") for _ in range(150)
    ).encode(),
]


@pytest.mark.parametrize("data", HOSTILE, ids=lambda data: repr(data[:20]))
def test_a_hostile_file_is_refused_in_a_moment(data: bytes) -> None:
    refusal(data)


def test_a_file_of_ten_megabytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * 10_000_000)
    assert len(read_shared(path)) < 70_000


def test_a_file_with_the_mark_of_some_editors_is_fine() -> None:
    assert contents("\ufeff" + BRIDGE_FILE).exercises == (bridge(),)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    assert read_shared(written(tmp_path, BRIDGE_FILE)) == BRIDGE_FILE.encode()


def test_a_folder_or_nothing_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="this is a folder or a device; expected a file"):
        read_shared(tmp_path)
    with pytest.raises(UserError, match=r"none\.toml: the file is missing"):
        read_shared(tmp_path / "none.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random", os.devnull])
def test_a_device_is_no_file(device: str) -> None:
    with pytest.raises(UserError, match="this is a folder or a device; expected a file"):
        read_shared(Path(device))
