"""The library: what there is, own ones beside the shipped, and what is damaged left out."""

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.programme import Exercise
from rehabtimer.presenters.library import Library, Listed
from tests.support.own_exercises import (
    BRIDGE_FILE,
    FIGURES,
    KNEE_FILE,
    bridge,
    exercises,
    fixed,
    library,
    written,
)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def own_file(folder: Path, kind: str, name: str, text: str) -> Path:
    """A file that somebody put into the own folder by hand."""
    (folder / "own" / kind).mkdir(parents=True, exist_ok=True)
    return written(folder / "own" / kind, text, name)


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    return library(tmp_path)


@pytest.fixture
def knee(tmp_path: Path, shelf: Library) -> Library:
    """A library with the programme `knee` and its exercise `bridge`."""
    shelf.take(shelf.preview(written(tmp_path, KNEE_FILE)))
    return shelf


def test_without_own_files_there_is_what_is_shipped(tmp_path: Path, shelf: Library) -> None:
    assert (shelf.exercises, shelf.problems) == ((), ())
    assert shelf.programmes == (Listed(id="runners-knee", name="Runner's knee", own=False),)
    assert len(shelf.programme().exercises) == 10
    assert shelf.figures == FIGURES
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_there_now_and_at_the_next_start(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    assert shelf.exercises == library(tmp_path).exercises == (bridge(),)
    shelf.save(bridge(name="Glute bridge"))
    assert [each.name for each in library(tmp_path).exercises] == ["Glute bridge"]


def test_whatever_is_saved_is_ones_own(shelf: Library) -> None:
    shelf.save(bridge(own=False))
    assert shelf.exercise("bridge") == bridge()


@settings(max_examples=25, deadline=None)
@given(exercises())
def test_any_exercise_of_a_form_is_saved_and_read(exercise: Exercise) -> None:
    with TemporaryDirectory() as folder:
        library(Path(folder)).save(exercise)
        assert library(Path(folder)).exercise(exercise.id) == exercise


@pytest.mark.parametrize(
    "exercise,said",
    [
        (bridge(dose=replace(bridge().dose, hold=fixed(0))), "bridge.toml: dose.hold is 0; exp"),
        (bridge("../bridge"), "id is '../bridge'; expected 1 to 64 of the characters"),
        (bridge("clam"), '"clam" is the id of something else; choose another one.'),
        (bridge("runners-knee"), '"runners-knee" is the id of something else'),
        (bridge(name="a\u202eb"), "bridge.toml: name is 'a\\u202eb'; expected one line"),
    ],
)
def test_what_cannot_be_saved(
    tmp_path: Path, shelf: Library, exercise: Exercise, said: str
) -> None:
    with pytest.raises(UserError) as caught:
        shelf.save(exercise)
    assert said in str(caught.value)
    assert snapshot(tmp_path) == {}


def test_an_exercise_may_not_have_the_id_of_an_own_programme(knee: Library) -> None:
    with pytest.raises(UserError, match='"knee" is the id of something else'):
        knee.save(bridge("knee"))


@pytest.mark.parametrize(
    "name,expected",
    [
        ("Bridge", "bridge"),
        ("Brücke, auf einem Bein!", "brucke-auf-einem-bein"),
        ("膝伸ばし", "exercise"),
        ("", "exercise"),
        ("Clam", "clam-2"),
        ("Runner's knee", "runner-s-knee"),
        ("runners knee", "runners-knee-2"),
        ("x" * 200, "x" * 40),
    ],
)
def test_a_fresh_id_is_made_of_the_name(shelf: Library, name: str, expected: str) -> None:
    assert shelf.fresh_id(name) == expected


def test_a_fresh_id_is_that_of_nothing_else_not_even_of_what_was_removed(knee: Library) -> None:
    knee.save(bridge("bridge-2"))
    knee.remove("bridge")
    assert knee.fresh_id("Bridge") == "bridge-3"
    assert knee.fresh_id("Knee") == "knee-2"


def test_what_was_removed_is_known_but_not_offered(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    shelf.remove("bridge")
    for each in (shelf, library(tmp_path)):
        assert each.exercises == ()
        assert each.exercise("bridge") == bridge()
    shelf.bring_back("bridge")
    assert library(tmp_path).exercises == (bridge(),)


def test_a_removed_programme_is_followed_to_its_end(tmp_path: Path, knee: Library) -> None:
    knee.remove("knee")
    assert [each.id for each in knee.programmes] == ["runners-knee"]
    assert library(tmp_path).programme("knee").name == "Knee"
    assert knee.problems == ()
    knee.bring_back("knee")
    assert [each.id for each in knee.programmes] == ["runners-knee", "knee"]


def test_only_own_ones_can_be_removed_and_removed_ones_brought_back(shelf: Library) -> None:
    for change in (shelf.remove, shelf.bring_back):
        for identity in ("clam", "runners-knee", "nothing", "../own"):
            with pytest.raises(UserError, match="Nothing here has the id"):
                change(identity)


def test_what_is_there_again_is_not_written_over(shelf: Library) -> None:
    shelf.save(bridge())
    shelf.remove("bridge")
    shelf.save(bridge(name="Another"))
    with pytest.raises(UserError, match='"bridge" is there again already'):
        shelf.bring_back("bridge")
    assert [each.name for each in shelf.exercises] == ["Another"]


def test_a_programme_has_its_exercises_from_both_shelves(knee: Library) -> None:
    programme = knee.programme("knee")
    assert (programme.id, programme.days) == ("knee", 28)
    assert [(each.id, each.own) for each in programme.exercises] == [
        ("clam", False),
        ("bridge", True),
    ]
    assert knee.programmes[1] == Listed(id="knee", name="Knee", own=True)


def test_own_exercises_join_a_programme_once_each(knee: Library) -> None:
    knee.save(bridge("plank"))
    also = ["plank", "bridge", "clam", "gone", "plank"]
    assert [each.id for each in knee.programme(also=also).exercises][10:] == ["plank", "bridge"]
    assert [each.id for each in knee.programme("knee", also).exercises] == [
        "clam",
        "bridge",
        "plank",
    ]


def test_a_removed_exercise_leaves_its_programme(knee: Library) -> None:
    knee.remove("bridge")
    assert [each.id for each in knee.programme("knee", ["bridge"]).exercises] == ["clam"]
    assert knee.problems == ()


def test_the_article_stands_in_for_a_programme_that_is_gone(knee: Library) -> None:
    assert knee.programme("gone").id == "runners-knee"
    assert knee.programme("gone").id == "runners-knee"
    assert knee.problems == (
        'The programme "gone" cannot be used now; the article\'s stands in for it.',
    )
    knee.save(bridge("plank"))  # the shelves are read anew
    assert [*knee.problems] == []


def test_the_article_stands_in_for_a_programme_without_exercises(
    tmp_path: Path, shelf: Library
) -> None:
    own_file(tmp_path, "programmes", "a.toml", 'id="a"\nname="A"\ndays=1\nexercises=["gone"]')
    found = library(tmp_path)
    assert found.programme("a").id == "runners-knee"
    assert found.problems[0].startswith("a.toml: the exercise gone is not there; it was left out")
    assert '"a" cannot be used now' in found.problems[1]


@pytest.mark.parametrize(
    "kind,name,text,said",
    [
        ("exercises", "bridge.toml", "", "bridge.toml: id is missing; expected text."),
        ("exercises", "other.toml", BRIDGE_FILE, "id is 'bridge'; expected the name of the file"),
        (
            "exercises",
            "bridge.toml",
            BRIDGE_FILE.replace("hold = 2", "hold = nan"),
            "bridge.toml: dose.hold is nan; expected a number from 0.5 to 600.",
        ),
        (
            "exercises",
            "clam.toml",
            BRIDGE_FILE.replace('"bridge"', '"clam"'),
            "clam.toml: id is 'clam'; expected an id that nothing in RehabTimer has.",
        ),
        ("programmes", "knee.toml", KNEE_FILE, "own is ['bridge']; expected no such key"),
        ("programmes", "clam.toml", "id = 1", "clam.toml: id is 'clam'; expected an id that"),
    ],
)
def test_a_damaged_own_file_is_left_out_and_told(
    tmp_path: Path, kind: str, name: str, text: str, said: str
) -> None:
    library(tmp_path).save(bridge("plank"))
    path = own_file(tmp_path, kind, name, text)
    found = library(tmp_path)
    assert [each.id for each in found.exercises] == ["plank"]
    (problem,) = found.problems
    assert said in problem
    assert problem.endswith(" This file of your own was left out.")
    assert path.read_text("utf-8") == text
    assert found.programme().exercise("clam").name == "Clam"


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("")
    found = library(tmp_path)
    assert found.exercises == ()
    assert "cannot be looked into" in found.problems[0]
    with pytest.raises(UserError, match="was not written"):
        found.save(bridge())


def test_an_exercise_is_exported_as_it_was_saved(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    shelf.export("bridge", tmp_path / "sent.toml")
    assert shelf.preview(tmp_path / "sent.toml").exercises == (bridge(),)
    assert shelf.preview(tmp_path / "sent.toml").is_known


def test_a_programme_is_exported_with_its_own_exercises_inside(
    tmp_path: Path, knee: Library
) -> None:
    knee.export("knee", tmp_path / "sent.toml")
    other = library(tmp_path / "other")
    other.take(other.preview(tmp_path / "sent.toml"))
    assert other.programme("knee") == knee.programme("knee")


def test_shipped_ones_can_be_exported_to_be_changed(tmp_path: Path, shelf: Library) -> None:
    for identity in ("clam", "runners-knee"):
        shelf.export(identity, tmp_path / f"{identity}.toml")
        assert shelf.preview(tmp_path / f"{identity}.toml").is_known


def test_an_export_leaves_out_what_is_not_there(tmp_path: Path, knee: Library) -> None:
    knee.remove("bridge")
    knee.export("knee", tmp_path / "sent.toml")
    assert tomllib.loads((tmp_path / "sent.toml").read_text("utf-8"))["exercises"] == ["clam"]


def test_an_export_replaces_only_when_told(tmp_path: Path, shelf: Library) -> None:
    path = written(tmp_path, "mine", "mine.toml")
    with pytest.raises(UserError, match="is there already"):
        shelf.export("clam", path)
    assert path.read_text("utf-8") == "mine"
    shelf.export("clam", path, replace=True)
    assert shelf.preview(path).is_known
    with pytest.raises(UserError, match=r"ends in \.toml"):
        shelf.export("clam", tmp_path / "x.json")
    with pytest.raises(UserError, match='Nothing here has the id "gone"'):
        shelf.export("gone", tmp_path / "gone.toml")
    assert not (tmp_path / "gone.toml").exists()
