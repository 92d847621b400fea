"""A second window on the same file is refused, and harms nothing."""

from pathlib import Path

from tests.journeys.conftest import SitDown


def test_the_second_is_told_and_the_first_goes_on(
    sit_down: SitDown, exits: list[int], welcomed: Path
) -> None:
    first = sit_down()
    first.click("Start")
    first.press("Return")
    second = sit_down()
    assert exits == [2]
    assert second.program.problem is not None
    assert "is open in another RehabTimer window" in str(second.program.problem)
    assert second.program.case is None
    second.leave()
    first.wait(5 + 15)
    assert len(first.kept.done) == 1
    third = sit_down()
    assert third.program.problem is not None, "the second one took the lock with it"


def test_the_file_is_free_once_the_window_is_closed(sit_down: SitDown, welcomed: Path) -> None:
    sit_down().leave()
    assert sit_down().program.problem is None


def test_the_very_first_start_is_the_only_one_too(
    sit_down: SitDown, exits: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "new" / "folder" / "knee.db"
    sit_down(path)
    second = sit_down(path)
    assert exits == [2]
    assert "is open in another RehabTimer window" in str(second.program.problem)


def test_a_link_to_the_file_is_no_way_round(
    sit_down: SitDown, exits: list[int], welcomed: Path, tmp_path: Path
) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "other.db"
    link.symlink_to(welcomed)
    first = sit_down()
    second = sit_down(link)
    assert exits == [2]
    assert "is open in another RehabTimer window" in str(second.program.problem)
    second.leave()
    first.leave()
    third = sit_down(link)
    assert third.program.problem is None
    assert third.program.case
    assert third.program.case.store.database.path == welcomed
    assert [path.name for path in link.parent.iterdir()] == ["other.db"]
