"""What a chart has to give, in files: whole, or not there and said so in one sentence."""

import csv
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.presenters.chart_files import keep_figures, keep_pages, keep_picture, picture_kind
from rehabtimer.presenters.csv_text import as_it_was
from rehabtimer.presenters.trends_table import Table


def test_the_suffix_tells_the_kind() -> None:
    kinds = [picture_kind(Path(name)) for name in ("pain.png", "pain.SVG", "my.knee.pdf")]
    assert kinds == ["png", "svg", "pdf"]


@pytest.mark.parametrize("name", ["pain.jpg", "pain", "pain.png.txt"])
def test_other_kinds_are_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(UserError) as refused:
        picture_kind(Path(name))
    assert str(refused.value) == (
        f'"{name}" was not written: choose a name that ends in .png, .svg or .pdf.'
    )


@pytest.mark.parametrize("keep", [keep_picture, keep_pages])
def test_bytes_are_written_as_they_are(tmp_path: Path, keep: type) -> None:
    path = tmp_path / "a"
    said = keep(path, b"\x00\x01")
    assert path.read_bytes() == b"\x00\x01"
    assert str(path) in said


@pytest.mark.parametrize("keep", [keep_picture, keep_pages])
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, keep: type) -> None:
    with pytest.raises(UserError) as refused:
        keep(tmp_path / "no" / "pain.png", b"x")
    assert str(refused.value).count(".") >= 1
    assert "was not written" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_figures_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "pain.csv"
    table = Table(("day", "left"), (("2026-03-02", "5"), ("2026-03-03", "")))
    keep_figures(path, table)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows == [["day", "left"], ["2026-03-02", "5"], ["2026-03-03", ""]]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "＝1+1"])
def test_no_cell_is_run(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "a.csv"
    keep_figures(path, Table(("name",), ((cell,),)))
    (_head, (read,)) = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert read.startswith("'")
    assert as_it_was(read) == cell


def test_numbers_below_zero_stay_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    keep_figures(path, Table(("change",), (("-1.5",), ("+2",))))
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[1:] == [["-1.5"], ["+2"]]
