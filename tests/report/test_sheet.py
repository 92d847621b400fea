"""The exercise sheet: one page with everything that a day without a computer needs."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from rehabtimer.core.programme import Side
from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.presenters.plan import Wish, planned_day
from rehabtimer.presenters.sheet import MOST_LINES, sheet_frame
from rehabtimer.presenters.sheet_frame import SheetFrame
from rehabtimer.report.paper import MM, sheet_of
from rehabtimer.report.pdf import pdf_of
from rehabtimer.report.sheet import ExerciseRow, sheet_page
from tests.support.cases import shipped
from tests.support.clock import FakeClock
from tests.support.reports import pdf_facts, pdf_fonts, pdf_text

pytestmark = pytest.mark.usefixtures("qapp")

INK = "#1E2A32"


def sheet(side: Side = Side.LEFT) -> SheetFrame:
    return sheet_frame(planned_day(shipped(), Wish(side=side), FakeClock().now()))


def full() -> SheetFrame:
    """A sheet with as many exercises as there may be, and much that is left out."""
    frame = sheet(Side.BOTH)
    line = replace(frame.lines[0], name="Standing on one leg, and so on " * 3, dose="2 sets " * 20)
    boxes = tuple((label, 10) for label, _count in line.boxes)
    return replace(
        frame,
        lines=(replace(line, boxes=boxes),) * MOST_LINES,
        more=("Another one",) * 40,
        skipped=("Step up: skipped since 14 Nov, hurt 5 with the left leg",) * 40,
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("frame", [sheet(), sheet(Side.BOTH), full()], ids=["one", "both", "full"])
def test_it_is_one_page(frame: SheetFrame, paper: Paper, tmp_path: Path) -> None:
    leaf = sheet_page(frame, paper)
    areas = sorted((placed.area for placed in leaf.placed), key=lambda area: area.top())
    assert all(sheet_of(paper).inside.contains(area.adjusted(1, 1, -1, -1)) for area in areas)
    assert all(upper.bottom() <= lower.top() + 1 for upper, lower in pairwise(areas))
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf_of([leaf], paper, frame.title))
    assert pdf_facts(file)["Pages"] == "1"
    assert pdf_facts(file)["Title"] == "Exercise sheet"
    assert set(pdf_fonts(file).values()) == {"yes"}


def test_it_says_every_exercise_with_its_dose_in_order(tmp_path: Path) -> None:
    frame, file = sheet(), tmp_path / "sheet.pdf"
    file.write_bytes(pdf_of([sheet_page(frame, Paper.A4)], Paper.A4, frame.title))
    text = " ".join(pdf_text(file, "-raw").split())
    places = [text.find(f"{line.name} {line.dose}") for line in frame.lines]
    assert len(places) == 10
    assert -1 not in places
    assert places == sorted(places)
    for part in ("Before", "After", "Next morning", "Left knee", "Notes", "Date", "see a doctor"):
        assert part in text
    assert "Right knee" not in text


def test_both_knees_are_asked_about(tmp_path: Path) -> None:
    frame, file = sheet(Side.BOTH), tmp_path / "sheet.pdf"
    file.write_bytes(pdf_of([sheet_page(frame, Paper.A4)], Paper.A4, frame.title))
    text = pdf_text(file)
    assert "Left knee" in text
    assert "Right knee" in text
    assert text.count("Next morning") == 2


def painted(row: ExerciseRow) -> QImage:
    """A row as it is printed, at 4 pixels a millimetre, without a picture."""
    image = QImage(178 * 4, 19 * 4, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.scale(4 / MM, 4 / MM)
    row.paint(painter, QRectF(0, 0, 178 * MM, 19 * MM))
    painter.end()
    return image


def boxes_in(image: QImage, y: int) -> int:
    """How many boxes a line of pixels runs through, right of the words."""
    dark = [image.pixelColor(x, y).lightness() < 140 for x in range(133 * 4, 162 * 4)]
    edges = sum(now and not before for before, now in pairwise(dark))
    return edges // 2


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_there_is_a_box_to_tick_for_each_set_and_side(count: int) -> None:
    line = sheet().lines[0]
    boxes = tuple((label, count) for label, _sets in line.boxes)
    image = painted(ExerciseRow(replace(line, figure="", boxes=boxes), "", 19 * MM))
    assert boxes_in(image, 26) == count  # the middle of the first side's
    assert boxes_in(image, 50) == count


def test_an_exercise_without_a_figure_leaves_its_place_empty() -> None:
    line = sheet().lines[0]
    image = painted(ExerciseRow(replace(line, figure=""), "", 19 * MM))
    place = {image.pixelColor(x, y).name() for x in range(100) for y in range(74)}
    assert place == {"#ffffff"}
    image = painted(ExerciseRow(line, "", 19 * MM))
    assert len({image.pixelColor(x, y).name() for x in range(100) for y in range(74)}) > 10
