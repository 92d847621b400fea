"""A made-up history never mixes with one's own, however little of it there is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.settings import Settings, Theme, Units
from rehabtimer.demo import make_history, write
from tests.storage.test_courses import course
from tests.storage.test_merging import own_file, trained
from tests.storage.test_skips import skip
from tests.support.cases import shipped
from tests.support.histories import DAY
from tests.support.laptops import Laptop, said


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "here")
    yield laptop
    laptop.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "there")
    yield laptop
    laptop.close()


def demo_of(laptop: Laptop) -> Path:
    write(make_history(shipped(), DAY, days=5, seed=1), laptop.store)
    return laptop.export()


def test_a_demo_is_not_mixed_with_ones_own(here: Laptop, there: Laptop) -> None:
    trained(here)
    before = here.everything
    with pytest.raises(UserError, match="made-up"):
        here.takes(demo_of(there))
    assert here.everything == before
    before = there.everything
    with pytest.raises(UserError, match="made up"):
        there.takes(here.export())
    assert there.everything == before


def chosen(laptop: Laptop) -> None:
    laptop.store.courses.begin(course(Choice(exercise="clam", on=False)))


def skipped(laptop: Laptop) -> None:
    begun = course()
    laptop.store.courses.begin(begun)
    laptop.store.skips.keep(skip(begun.id))


def arranged(laptop: Laptop) -> None:
    begun = course()
    laptop.store.courses.begin(begun)
    laptop.store.courses.arrange(begun.id, ["clam"])


def relieved(laptop: Laptop) -> None:
    laptop.store.diary.take_reliever(DAY, taken=True)


def set_up(laptop: Laptop) -> None:
    laptop.store.preferences.save(Settings(theme=Theme.DARK))


def written_down(laptop: Laptop) -> None:
    own_file(laptop, "mine")


@pytest.mark.parametrize("live", [chosen, skipped, arranged, relieved, set_up, written_down])
def test_a_demo_takes_nothing_over_that_is_ones_own(
    here: Laptop, there: Laptop, live: Callable[[Laptop], None]
) -> None:
    live(here)
    before, file = here.everything, demo_of(there)
    for attempt in (here.looks_into, here.takes):
        with pytest.raises(UserError, match="it is not mixed with your own"):
            attempt(file)
    assert here.everything == before


def test_what_began_by_itself_is_nothing_of_ones_own(here: Laptop, there: Laptop) -> None:
    here.store.courses.begin(course())
    here.store.preferences.save(Settings(welcomed=True, units=Units.MILES))
    here.takes(demo_of(there))
    assert here.store.preferences.demo()


def test_a_demo_may_go_where_nothing_is(here: Laptop, there: Laptop) -> None:
    file = demo_of(there)
    here.takes(file)
    assert here.store.preferences.demo()
    assert here.everything == said(file)
    assert not here.takes(file).changes
