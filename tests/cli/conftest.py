"""Runs the program in this process, and keeps one made-up history to ask about."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from rehabtimer.__main__ import main


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error, without the program's name."""
        assert self.err.startswith("rehabtimer: ")
        assert self.err.count("\n") == 1
        assert self.err.endswith("\n")
        assert self.out == ""
        return self.err.removeprefix("rehabtimer: ").rstrip("\n")


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program with these words."""

    def run(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up history of 37 days; only read it."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    assert main(["demo", str(file)]) == 0
    return file
