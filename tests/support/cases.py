"""A case with a real database behind it, and sessions played in it."""

import json
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
from rehabtimer.storage.transfer import export_json
from tests.support.clock import FakeClock
from tests.support.kept import as_seen


@cache
def shipped() -> Programme:
    """The programme of the article."""
    return load_programme(paths.resources())


@contextmanager
def opened(folder: Path, clock: FakeClock | None = None) -> Iterator[Case]:
    """A case that keeps everything in a file of `folder`."""
    ticking = clock or FakeClock()
    with Store.open(folder / "rehabtimer.db", now=ticking.now) as store:
        yield Case(store, ticking, shipped())


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


def everything_kept(case: Case) -> dict[str, object]:
    """Every row of every table, whenever written, and the settings as they are read."""
    file = case.store.database.path.with_name("kept.json")
    export_json(case.store.database, file)
    tables: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))["tables"]
    return as_seen(tables) | {"preferences": case.store.preferences.settings()}


def clock_of(case: Case) -> FakeClock:
    """The clock of a case, to be moved."""
    assert isinstance(case.clock, FakeClock)
    return case.clock


def days_pass(case: Case, days: int, hour: int = 8, minute: int = 0) -> None:
    """Let so many days go by, and go on at a time of day."""
    wall = clock_of(case).wall + timedelta(days=days)
    clock_of(case).wall = wall.replace(hour=hour, minute=minute)


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
