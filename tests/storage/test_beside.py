"""A file is written beside its place: whole or not at all, and nothing of it is left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rehabtimer.storage import beside
from rehabtimer.storage.beside import replacing, sweep

TOP = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from rehabtimer.storage.beside import replacing
with replacing(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(params=["nameless", "named", "half"])
def any_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that can do without a name, one that cannot, and one that gives none afterwards."""

    def refuse(*_asked: object, **_more: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    if request.param == "named":
        monkeypatch.setattr(beside, "_NAMELESS", 0)
    if request.param == "half":
        monkeypatch.setattr(os, "link", refuse)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("any_disk")
def test_it_takes_the_place_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.json"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("any_disk")
def test_whatever_goes_wrong_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> None:
        with replacing(tmp_path / "a.json") as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names(tmp_path) == []


@pytest.mark.usefixtures("any_disk")
def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "none" / "a.json"):
        pass


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="needs files without a name")
def test_a_program_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path / "a.json")]
    ran = subprocess.run(command, cwd=TOP, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert names(tmp_path) == []


def test_what_is_left_all_the_same_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    for name in (".rehabtimer-x.part", "exercises/.rehabtimer-y.part", "exercises/mine.toml"):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    sweep(tmp_path / "missing")
    assert names(tmp_path) == ["exercises"]
    assert names(tmp_path / "exercises") == ["mine.toml"]
