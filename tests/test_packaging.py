"""What is handed out: a small wheel with everything in it, and a source archive to make it from."""

import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

import rehabtimer

TOP = Path(__file__).parents[1]
THREE_MEGABYTES = 3_000_000


def _inside(folder: str) -> set[str]:
    """Files below `folder` that belong into a release, relative to the top."""
    paths = (path for path in (TOP / folder).rglob("*") if path.is_file())
    made = {"__pycache__", ".DS_Store"}
    return {
        str(path.relative_to(TOP))
        for path in paths
        if not made & set(path.parts) and path.suffix not in {".pot", ".pyc"}
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--wheel-dir", str(folder), str(TOP)],
        check=True,
    )  # fmt: skip
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_carries_every_module_and_resource(wheel: Path) -> None:
    expected = _inside("rehabtimer") | {f"rehabtimer/_{name}" for name in _inside("resources")}
    assert expected <= set(ZipFile(wheel).namelist())
    assert "rehabtimer/py.typed" in expected


def test_the_wheel_carries_the_migrations(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert any(name.startswith("rehabtimer/storage/migrations/versions/") for name in names)


def test_the_wheel_has_one_top_level_only(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in ZipFile(wheel).namelist()}
    version = rehabtimer.__version__
    assert tops == {"rehabtimer", f"rehabtimer-{version}.dist-info"}


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < THREE_MEGABYTES


def test_the_source_archive_carries_what_the_wheel_is_made_from(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory",
         str(tmp_path)],
        cwd=TOP, check=True, capture_output=True,
    )  # fmt: skip
    (path,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert _inside("rehabtimer") | _inside("resources") | {"LICENSE", "README.md"} <= names
