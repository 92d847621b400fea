"""What is written here comes after what was here, also where it came from a clock that is ahead."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine

from rehabtimer.core.settings import Settings, Theme
from rehabtimer.storage.engine import driver_connection
from rehabtimer.storage.moments import just_after, moment_text
from rehabtimer.storage.store import Store
from tests.support.former_versions import column
from tests.support.histories import pain
from tests.support.laptops import Laptop

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Wall:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(path: Path, wall: Wall) -> Iterator[Store]:
    with Store.open(path, now=wall) as store:
        yield store


def written(store: Store) -> str:
    ((moment,),) = column(store.database.path, "pain", "updated_at")
    return str(moment)


def test_a_clock_that_goes_on_is_believed(store: Store, wall: Wall) -> None:
    answer = pain(3)
    store.diary.add(answer)
    wall.now += HOUR
    store.diary.change(replace(answer, score=4))
    assert written(store) == moment_text(NOW + HOUR)


def test_after_a_clock_was_put_back_a_change_still_comes_later(store: Store, wall: Wall) -> None:
    answer = pain(3)
    store.diary.add(answer)
    wall.now -= HOUR
    store.diary.change(replace(answer, score=4))
    assert written(store) == just_after(moment_text(NOW)) > moment_text(NOW)


def test_also_in_the_next_run(path: Path, store: Store, wall: Wall) -> None:
    answer = pain(3)
    store.diary.add(answer)
    store.close()
    wall.now -= HOUR
    with Store.open(path, now=wall) as again:
        again.diary.change(replace(answer, score=4))
        assert written(again) == just_after(moment_text(NOW))


def test_what_was_deleted_comes_back_after_that(store: Store, wall: Wall) -> None:
    answer = pain(3)
    store.diary.add(answer)
    store.diary.remove(answer.id)
    wall.now -= HOUR
    store.diary.add(answer)
    assert written(store) > column(store.database.path, "deletions", "at")[0][0]


def test_a_clock_that_was_days_ahead_is_not_believed(store: Store, wall: Wall) -> None:
    answer = pain(3)
    wall.now += timedelta(days=40)
    store.diary.add(answer)
    wall.now = NOW
    store.diary.change(replace(answer, score=4))
    assert written(store) == moment_text(NOW)


def test_what_another_connection_wrote_is_seen(path: Path, store: Store, wall: Wall) -> None:
    store.preferences.save(Settings(theme=Theme.DARK))
    ahead = Wall()
    ahead.now = NOW + HOUR
    with Store.open(path, now=ahead) as other:
        other.diary.add(pain(1))
    store.preferences.save(Settings(theme=Theme.LIGHT))
    ((moment,),) = column(path, "preferences", "updated_at")
    assert moment == just_after(moment_text(NOW + HOUR))


@pytest.mark.parametrize("how", ["changed", "deleted"])
def test_the_same_file_again_takes_nothing_back(tmp_path: Path, how: str) -> None:
    here, ahead = Laptop(tmp_path / "here"), Laptop(tmp_path / "ahead")
    answer = pain(3)
    ahead.now += HOUR
    ahead.store.diary.add(answer)
    file = ahead.export()
    here.takes(file)
    here.later(600)
    if how == "changed":
        here.store.diary.change(replace(answer, score=7))
    else:
        here.store.diary.remove(answer.id)
    before = here.everything
    assert not here.takes(file).changes
    assert here.everything == before
    here.close()
    ahead.close()


def test_there_is_no_moment_after_the_last() -> None:
    end = "9999-12-31T23:59:59.999999Z"
    assert just_after(end) == end
    assert just_after("2026-04-01T12:00:00.999999Z") == "2026-04-01T12:00:01.000000Z"


def test_an_engine_of_somebody_else_is_refused() -> None:
    engine = create_engine("sqlite://")
    with pytest.raises(TypeError):
        driver_connection(engine)
    engine.dispose()
