"""A case with a real database behind it, and sessions played in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.schedule import EVERY_DAY
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.storage.store import Store
from tests.support.clock import FakeClock


@cache
def shipped() -> Programme:
    """The programme of the article."""
    return load_programme(paths.resources())


@contextmanager
def opened(folder: Path, clock: FakeClock | None = None) -> Iterator[Case]:
    """A case that keeps everything in a file of `folder`."""
    with Store.open(folder / "rehabtimer.db") as store:
        yield Case(store, clock or FakeClock(), shipped())


@contextmanager
def welcomed(
    folder: Path, *, affected: Side = Side.LEFT, stairs_hurt: bool = False, day: int = 5
) -> Iterator[Case]:
    """A case on day `day` of its programme, which is daily."""
    with opened(folder) as case:
        case.welcome(
            affected=affected,
            stairs_hurt=stairs_hurt,
            weekdays=EVERY_DAY,
            start=case.today - timedelta(days=day - 1),
        )
        yield case


def reopened(case: Case) -> Case:
    """The same case as it would be read at the next start."""
    return Case(case.store, case.clock, case.programme)


def play(case: Case, seconds: int) -> SessionPresenter:
    """A session under way for so many seconds."""
    presenter = SessionPresenter.begin(case, automatic=True)
    presenter.start()
    pass_time(case, presenter, seconds)
    return presenter


def pass_time(case: Case, presenter: SessionPresenter, seconds: int) -> None:
    """Let a session run on, with a tick a second."""
    clock = case.clock
    assert isinstance(clock, FakeClock)
    for _ in range(seconds):
        if presenter.is_over:
            return
        clock.advance(1)
        presenter.tick()
