"""Taking in a file: what a preview tells, how conflicts are settled, and all of it or nothing."""

from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.presenters.library import Conflict, Library, Preview, Standing
from rehabtimer.presenters.library_words import preview_lines
from tests.support.own_exercises import BRIDGE_FILE, KNEE_FILE, bridge, library, written

OTHER_BRIDGE = BRIDGE_FILE.replace("hold = 2", "hold = 3")
OTHER_KNEE = KNEE_FILE.replace("hold = 2", "hold = 3")
CLAM = BRIDGE_FILE.replace('"bridge"', '"clam"')


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    return library(tmp_path)


def preview(shelf: Library, folder: Path, text: str) -> Preview:
    return shelf.preview(written(folder, text))


def own_files(folder: Path) -> dict[str, bytes]:
    own = folder / "own"
    return {str(p.relative_to(own)): p.read_bytes() for p in own.rglob("*") if p.is_file()}


def standings(found: Preview) -> list[tuple[str, Standing]]:
    return [(entry.id, entry.standing) for entry in found.entries]


def test_a_preview_writes_nothing(tmp_path: Path, shelf: Library) -> None:
    found = preview(shelf, tmp_path, KNEE_FILE)
    assert standings(found) == [("knee", Standing.NEW), ("bridge", Standing.NEW)]
    assert (found.conflicts, found.is_known, found.may_replace) == ((), False, True)
    assert [path.name for path in tmp_path.iterdir()] == ["from-a-friend.toml"]
    assert preview_lines(found) == [
        '"from-a-friend.toml" holds the programme "Knee" (knee): 2 exercises, 28 days.',
        '"Knee" (knee) is new.',
        '"Bridge" (bridge) is new.',
    ]


def test_taking_in_an_exercise(tmp_path: Path, shelf: Library) -> None:
    taken = shelf.take(preview(shelf, tmp_path, BRIDGE_FILE))
    assert (taken.programme, taken.exercises) == (None, ("bridge",))
    assert library(tmp_path).exercises == (bridge(),)


def test_taking_in_a_programme(tmp_path: Path, shelf: Library) -> None:
    taken = shelf.take(preview(shelf, tmp_path, KNEE_FILE))
    assert (taken.programme, taken.exercises) == ("knee", ("bridge",))
    assert sorted(own_files(tmp_path)) == ["exercises/bridge.toml", "programmes/knee.toml"]
    assert [each.id for each in library(tmp_path).programme("knee").exercises] == [
        "clam",
        "bridge",
    ]


@pytest.mark.parametrize("conflict", [None, *Conflict])
@pytest.mark.parametrize("text", [BRIDGE_FILE, KNEE_FILE])
def test_taking_in_twice_changes_nothing(
    tmp_path: Path, shelf: Library, text: str, conflict: Conflict | None
) -> None:
    first = shelf.take(preview(shelf, tmp_path, text))
    before = own_files(tmp_path)
    again = preview(shelf, tmp_path, text)
    assert (again.is_known, again.conflicts) == (True, ())
    assert shelf.take(again, conflict) == first
    assert own_files(tmp_path) == before
    assert preview_lines(again)[-1] == '"Bridge" (bridge) is there already, and the same.'


def test_a_conflict_has_to_be_decided(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    found = preview(shelf, tmp_path, OTHER_BRIDGE)
    assert standings(found) == [("bridge", Standing.CHANGED)]
    assert found.may_replace
    with pytest.raises(UserError, match='"bridge" is there already, and different; replace it, or'):
        shelf.take(found)
    assert shelf.exercises == (bridge(),)


def test_one_may_replace_the_other(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    shelf.take(preview(shelf, tmp_path, OTHER_BRIDGE), Conflict.REPLACE)
    (mine,) = library(tmp_path).exercises
    assert mine.dose.hold.target == 3


def test_both_may_be_kept(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    taken = shelf.take(preview(shelf, tmp_path, OTHER_BRIDGE), Conflict.KEEP_BOTH)
    assert taken.exercises == ("bridge-2",)
    first, second = library(tmp_path).exercises
    assert first == bridge()
    assert (second.id, second.name, second.dose.hold.target) == ("bridge-2", "Bridge (2)", 3)
    before = own_files(tmp_path)
    again = shelf.take(preview(shelf, tmp_path, OTHER_BRIDGE), Conflict.KEEP_BOTH)
    assert again == taken
    assert own_files(tmp_path) == before


def test_a_programme_follows_its_renamed_exercises(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    taken = shelf.take(preview(shelf, tmp_path, OTHER_KNEE), Conflict.KEEP_BOTH)
    assert (taken.programme, taken.exercises) == ("knee", ("bridge-2",))
    assert [each.id for each in shelf.programme("knee").exercises] == ["clam", "bridge-2"]
    before = own_files(tmp_path)
    assert shelf.take(preview(shelf, tmp_path, OTHER_KNEE), Conflict.KEEP_BOTH) == taken
    assert own_files(tmp_path) == before


def test_a_programme_that_would_change_by_that_is_kept_beside(
    tmp_path: Path, shelf: Library
) -> None:
    shelf.take(preview(shelf, tmp_path, KNEE_FILE))
    found = preview(shelf, tmp_path, OTHER_KNEE)
    assert standings(found) == [("knee", Standing.SAME), ("bridge", Standing.CHANGED)]
    taken = shelf.take(found, Conflict.KEEP_BOTH)
    assert (taken.programme, taken.exercises) == ("knee-2", ("bridge-2",))
    assert [each.id for each in shelf.programme("knee").exercises] == ["clam", "bridge"]
    assert [each.id for each in shelf.programme("knee-2").exercises] == ["clam", "bridge-2"]
    assert [each.name for each in shelf.programmes] == ["Runner's knee", "Knee", "Knee (2)"]
    assert shelf.take(preview(shelf, tmp_path, OTHER_KNEE), Conflict.KEEP_BOTH) == taken


def test_a_changed_programme_is_a_conflict_too(tmp_path: Path, shelf: Library) -> None:
    shelf.take(preview(shelf, tmp_path, KNEE_FILE))
    longer = preview(shelf, tmp_path, KNEE_FILE.replace("28", "42"))
    assert standings(longer) == [("knee", Standing.CHANGED), ("bridge", Standing.SAME)]
    assert shelf.take(longer, Conflict.KEEP_BOTH).programme == "knee-2"
    assert (shelf.programme("knee").days, shelf.programme("knee-2").days) == (28, 42)
    shelf.take(longer, Conflict.REPLACE)
    assert shelf.programme("knee").days == 42


def test_what_is_shipped_is_never_replaced(tmp_path: Path, shelf: Library) -> None:
    found = preview(shelf, tmp_path, CLAM)
    assert (standings(found), found.may_replace) == ([("clam", Standing.TAKEN)], False)
    assert preview_lines(found)[1] == (
        '"Bridge" (clam) has an id that is in use: it can only be kept beside the other.'
    )
    with pytest.raises(UserError, match='"clam" belongs to RehabTimer or to something else'):
        shelf.take(found, Conflict.REPLACE)
    assert own_files(tmp_path) == {}
    assert shelf.take(found, Conflict.KEEP_BOTH).exercises == ("clam-2",)
    assert shelf.programme().exercise("clam").name == "Clam"


def test_a_shipped_programme_with_an_exercise_of_its_own_is_kept_beside(
    tmp_path: Path, shelf: Library
) -> None:
    shelf.export("runners-knee", tmp_path / "whole.toml")
    text = (tmp_path / "whole.toml").read_text("utf-8")
    clam = CLAM.replace("[steps]", "[own.steps]")
    found = preview(shelf, tmp_path, f"{text}\n[[own]]\n{clam}")
    assert standings(found)[0] == ("runners-knee", Standing.SAME)
    taken = shelf.take(found, Conflict.KEEP_BOTH)
    assert (taken.programme, taken.exercises) == ("runners-knee-2", ("clam-2",))
    assert len(shelf.programme().exercises) == len(shelf.programme("runners-knee-2").exercises)


@pytest.mark.parametrize(
    "text,identity",
    [
        (BRIDGE_FILE.replace('"bridge"', '"runners-knee"'), "runners-knee"),
        (BRIDGE_FILE.replace('"bridge"', '"knee"'), "knee"),
        (KNEE_FILE.replace('"knee"', '"runners-knee"'), "runners-knee"),
        (KNEE_FILE.replace('"knee"', '"step-up"'), "step-up"),
        (KNEE_FILE.replace('"knee"', '"plank"'), "plank"),
    ],
)
def test_an_id_belongs_to_one_thing_only(
    tmp_path: Path, shelf: Library, text: str, identity: str
) -> None:
    shelf.take(preview(shelf, tmp_path, KNEE_FILE))
    shelf.save(bridge("plank"))
    found = preview(shelf, tmp_path, text)
    assert standings(found)[0] == (identity, Standing.TAKEN)
    taken = shelf.take(found, Conflict.KEEP_BOTH)
    assert f"{identity}-2" in (taken.programme, *taken.exercises)


def test_a_twin_that_the_programme_lists_already_is_not_listed_twice(
    tmp_path: Path, shelf: Library
) -> None:
    shelf.save(bridge())
    shelf.take(preview(shelf, tmp_path, OTHER_BRIDGE), Conflict.KEEP_BOTH)
    text = OTHER_KNEE.replace('"bridge"]', '"bridge", "bridge-2"]')
    shelf.take(preview(shelf, tmp_path, text), Conflict.KEEP_BOTH)
    ids = [each.id for each in shelf.programme("knee").exercises]
    assert ids == ["clam", "bridge-3", "bridge-2"]


def test_no_name_is_given_twice(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    shelf.save(bridge("plank"))
    shelf.take(preview(shelf, tmp_path, OTHER_BRIDGE), Conflict.KEEP_BOTH)
    plank = OTHER_BRIDGE.replace('"bridge"', '"plank"')
    taken = shelf.take(preview(shelf, tmp_path, plank), Conflict.KEEP_BOTH)
    assert taken.exercises == ("plank-2",)
    names = [each.name for each in shelf.exercises]
    assert sorted(names) == ["Bridge", "Bridge", "Bridge (2)", "Bridge (3)"]
    assert shelf.take(preview(shelf, tmp_path, plank), Conflict.KEEP_BOTH) == taken


def test_no_programme_has_the_name_of_another(tmp_path: Path, shelf: Library) -> None:
    hip = KNEE_FILE.replace('"knee"', '"hip"')
    for text in (KNEE_FILE, hip):
        shelf.take(preview(shelf, tmp_path, text))
    for text in (KNEE_FILE, hip):
        longer = preview(shelf, tmp_path, text.replace("28", "42"))
        shelf.take(longer, Conflict.KEEP_BOTH)
    own = [each.name for each in shelf.programmes if each.own]
    assert sorted(own) == ["Knee", "Knee", "Knee (2)", "Knee (3)"]


def test_long_names_keep_their_number(tmp_path: Path, shelf: Library) -> None:
    text = BRIDGE_FILE.replace('"Bridge"', f'"{"x" * 80}"').replace("bridge", "y" * 64)
    shelf.take(preview(shelf, tmp_path, text))
    other = preview(shelf, tmp_path, text.replace("hold = 2", "hold = 3"))
    (identity,) = shelf.take(other, Conflict.KEEP_BOTH).exercises
    found = shelf.exercise(identity)
    assert found
    assert (found.id, found.name) == ("y" * 62 + "-2", "x" * 76 + " (2)")


def test_exercises_that_nobody_has_are_named(tmp_path: Path, shelf: Library) -> None:
    with pytest.raises(UserError) as caught:
        preview(shelf, tmp_path, KNEE_FILE.replace('"clam"', '"plank"'))
    assert str(caught.value) == (
        "from-a-friend.toml: exercises[0] is 'plank'; expected the id of an exercise that "
        "RehabTimer has, or that stands in this file."
    )
    shelf.save(bridge("plank"))
    assert not preview(shelf, tmp_path, KNEE_FILE.replace('"clam"', '"plank"')).conflicts


def test_what_was_previewed_is_taken_even_if_the_file_has_changed(
    tmp_path: Path, shelf: Library
) -> None:
    found = preview(shelf, tmp_path, BRIDGE_FILE)
    found.path.write_text("something else", encoding="utf-8")
    shelf.take(found)
    assert shelf.exercises == (bridge(),)


def test_a_conflict_since_the_preview_is_noticed(tmp_path: Path, shelf: Library) -> None:
    found = preview(shelf, tmp_path, OTHER_BRIDGE)
    shelf.save(bridge())
    with pytest.raises(UserError, match="is there already, and different"):
        shelf.take(found)
    assert shelf.exercises == (bridge(),)


def test_all_of_it_or_nothing(
    tmp_path: Path, shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.save(bridge())
    before = own_files(tmp_path)
    found = preview(shelf, tmp_path, OTHER_KNEE)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "knee.toml":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(UserError, match=r"knee.toml was not written \(no space left"):
        shelf.take(found, Conflict.REPLACE)
    assert own_files(tmp_path) == before
    assert library(tmp_path).exercises == shelf.exercises == (bridge(),)


def test_what_was_removed_comes_back_by_taking_it_in(tmp_path: Path, shelf: Library) -> None:
    shelf.save(bridge())
    shelf.remove("bridge")
    shelf.take(preview(shelf, tmp_path, OTHER_BRIDGE))
    assert [each.dose.hold.target for each in shelf.exercises] == [3]
