"""Somebody who asks the program to stop while files and rows change together waits a moment."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from rehabtimer.presenters.merge_steps import merge
from rehabtimer.storage import own_copies
from rehabtimer.storage.copies import Copy
from rehabtimer.storage.interrupts import Interrupts
from rehabtimer.storage.store import Store
from tests.support.good_json import good, text
from tests.support.laptops import Laptop, finished

TOP = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from rehabtimer.__main__ import main
from rehabtimer.storage import own_copies

put = own_copies.Putting.put

def killed(self, copies):
    put(self, copies)
    os.kill(os.getpid(), signal.SIGKILL)

own_copies.Putting.put = killed
main(sys.argv[1:])
"""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "here")
    yield laptop
    laptop.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An export with a session and an exercise of one's own."""
    file = tmp_path / "there.json"
    file.write_bytes(text(good()))
    return file


def is_here(laptop: Laptop) -> tuple[int, bool]:
    is_written = (laptop.own / "exercises" / "bridge.toml").exists()
    return len(laptop.rows("sessions")), is_written


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interrupt_between_files_and_rows_leaves_both(
    here: Laptop, file: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    real = own_copies.Putting.put

    def interrupted(self: own_copies.Putting, copies: object) -> None:
        if when == "before":
            signal.raise_signal(signal.SIGINT)
        real(self, copies)  # type: ignore[arg-type]
        if when == "after":
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(own_copies.Putting, "put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        here.takes(file)
    assert is_here(here) == (1, True)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interrupt_before_that_leaves_neither(
    here: Laptop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_asked: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("rehabtimer.storage.merge_run._judge_files", interrupted)
    with pytest.raises(KeyboardInterrupt):
        here.takes(file)
    assert is_here(here) == (0, False)


def test_the_way_back_is_there_all_the_same(
    here: Laptop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = own_copies.Putting.put

    def interrupted(self: own_copies.Putting, copies: object) -> None:
        real(self, copies)  # type: ignore[arg-type]
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(own_copies.Putting, "put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        finished(merge(here.path, file, here.own, keeps_copy=True))
    assert is_here(here) == (1, True)
    found = Copy.beside(here.path, here.own)
    assert found
    found.put_back(here.store.database)
    assert is_here(here) == (0, False)


def test_elsewhere_than_in_the_main_thread_nothing_is_held() -> None:
    def work() -> None:
        with Interrupts() as asked:
            asked.hold()
            found.append(signal.getsignal(signal.SIGINT))

    found: list[object] = []
    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert found == [signal.default_int_handler]


@pytest.mark.skipif(os.name != "posix", reason="needs signals of POSIX")
def test_killed_in_between_it_is_completed_by_the_next_time(tmp_path: Path, file: Path) -> None:
    history = tmp_path / "here" / "rehabtimer.db"
    words = ["import", str(file), "--database", str(history)]
    ran = subprocess.run([sys.executable, "-c", KILLED, *words], cwd=TOP, check=False)
    assert ran.returncode == -signal.SIGKILL
    own = history.with_name("rehabtimer-own")
    assert (own / "exercises" / "bridge.toml").exists()
    assert list(tmp_path.rglob("*.part")) == []
    again = [sys.executable, "-m", "rehabtimer", *words]
    subprocess.run(again, cwd=TOP, check=True, capture_output=True)
    laptop = Laptop(history.parent)
    assert is_here(laptop) == (1, True)
    laptop.close()
    Store.open(history, read_only=True).close()
