"""The report on paper: two pages whatever there is to say, nothing over anything else."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.presenters.report_frame import ExerciseLine, ReportFrame, Section
from rehabtimer.report.blocks import Leaf
from rehabtimer.report.pages import report_pages, shared
from rehabtimer.report.paper import sheet_of, usual_paper
from rehabtimer.report.pdf import pdf_of
from tests.support.cases import opened
from tests.support.reports import (
    made_up,
    pdf_facts,
    pdf_fonts,
    pdf_text,
    report_from,
    report_of,
)

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "It hurt a little on the way down, and then not any more. " * 7
NAMES = ("Zoë Ångström-Nováková", "יעל כהן", "李小龙", "<b>Bold</b> &amp; Co", "Ann" * 26)


@pytest.fixture
def six_weeks(tmp_path: Path) -> Iterator[ReportFrame]:
    with made_up(tmp_path) as store:
        yield report_from(store, 6, "Jana Nováková")


def full(frame: ReportFrame) -> ReportFrame:
    """The same report with more in every part than there is room for."""
    line = ExerciseLine(
        name="Standing on one leg while looking up: with a hand on a wall",
        planned="2 sets of 20 each leg, 2 s hold",
        done="84 % left leg\n96 % right leg",
        pain="Worst 10 of 10, hurt on 999 days",
        skips="Skipped since 14 Nov: hurt 5 with the left leg · back on 20 Nov\n" * 3,
    )
    rows = tuple(("14 Nov 2025", LONG) for _n in range(60))
    return replace(
        frame,
        warnings=tuple("14 Nov: Sharp pain; swelling, locking or giving way" for _n in range(4)),
        exercises=(line,) * 25,
        changes=Section("Changes", rows, 7),
        notes=Section("Notes", rows, 5000),
        scores=Section("Scores", rows),
        besides=Section("Besides", rows[:8]),
    )


def written(file: Path, frame: ReportFrame, paper: Paper = Paper.A4) -> Path:
    file.write_bytes(pdf_of(report_pages(frame, paper), paper, frame.title))
    return file


def squeezed(text: str) -> str:
    """A text without its spaces, which a PDF does not keep as they were."""
    return "".join(text.split())


def check_room(leaf: Leaf, paper: Paper) -> None:
    """Nothing leaves the margins, and nothing stands on anything else."""
    inside = sheet_of(paper).inside
    areas = sorted((placed.area for placed in leaf.placed), key=lambda area: area.top())
    assert all(inside.contains(area.adjusted(1, 1, -1, -1)) for area in areas)
    assert all(upper.bottom() <= lower.top() + 1 for upper, lower in pairwise(areas))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("is_full", [False, True])
def test_it_has_two_pages_of_the_paper(
    six_weeks: ReportFrame, tmp_path: Path, paper: Paper, is_full: bool
) -> None:
    frame = full(six_weeks) if is_full else six_weeks
    for leaf in report_pages(frame, paper):
        check_room(leaf, paper)
    facts = pdf_facts(written(tmp_path / "report.pdf", frame, paper))
    size = {Paper.A4: "595 x 842 pts (A4)", Paper.LETTER: "612 x 792 pts (letter)"}
    assert (facts["Pages"], facts["Page size"]) == ("2", size[paper])
    assert (facts["Title"], facts["Creator"]) == ("Exercise and pain report", "RehabTimer")


def test_an_empty_history_has_two_pages_with_room_for_notes(tmp_path: Path) -> None:
    with opened(tmp_path) as case:
        frame = report_of(case)
    for leaf in report_pages(frame, Paper.A4):
        check_room(leaf, Paper.A4)
    text = pdf_text(written(tmp_path / "report.pdf", frame))
    assert text.count("\f") == 2
    assert "Room for notes" in text
    assert "Page 1 of 2" in text
    assert "Page 2 of 2" in text
    assert "Your first answers appear here after a session" in text


@pytest.mark.slow
def test_ten_years_have_two_pages(tmp_path: Path) -> None:
    with made_up(tmp_path, days=3650) as store:
        frame = report_from(store, None)
    for leaf in report_pages(frame, Paper.LETTER):
        check_room(leaf, Paper.LETTER)
    text = pdf_text(written(tmp_path / "report.pdf", frame, Paper.LETTER))
    assert text.count("\f") == 2
    assert frame.figures[0].value in text
    assert " more in the program" in text


def test_what_it_says_can_be_selected_in_the_order_in_which_it_is_read(
    six_weeks: ReportFrame, tmp_path: Path
) -> None:
    text = squeezed(pdf_text(written(tmp_path / "report.pdf", six_weeks)))
    expected = [
        "Exercise and pain report",
        "Jana Nováková",
        *[figure.value for figure in six_weeks.figures],
        six_weeks.pain.headlines[0],
        six_weeks.pain.summary.split(".")[0],
        "Week 1",
        "Each exercise",
        "Page 1 of 2",
        "Changes of the programme",
        "In the person's own words",
        six_weeks.notes.rows[0][1],
        "What these figures can't say",
        "Page 2 of 2",
    ]
    found = [text.find(squeezed(part)) for part in expected]
    assert -1 not in found
    assert found == sorted(found)


def test_every_exercise_is_found_with_its_figures(six_weeks: ReportFrame, tmp_path: Path) -> None:
    text = " ".join(pdf_text(written(tmp_path / "report.pdf", six_weeks), "-raw").split())
    for line in six_weeks.exercises:
        assert line.name in text
        assert " ".join(line.done.split()) in text
        assert " ".join(line.pain.split()) in text


def test_the_words_of_the_chart_are_words(six_weeks: ReportFrame, tmp_path: Path) -> None:
    text = pdf_text(written(tmp_path / "report.pdf", six_weeks))
    assert "Worst pain that day (0–10)" in text
    assert "Left knee" in text


def test_all_fonts_are_inside(six_weeks: ReportFrame, tmp_path: Path) -> None:
    named = replace(six_weeks, name="李小龙 יעל")
    fonts = pdf_fonts(written(tmp_path / "report.pdf", named))
    assert fonts
    assert set(fonts.values()) == {"yes"}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_written_as_it_is(six_weeks: ReportFrame, tmp_path: Path, name: str) -> None:
    frame = replace(six_weeks, name=name)
    first, second = report_pages(frame, Paper.A4)
    check_room(first, Paper.A4)
    check_room(second, Paper.A4)
    text = pdf_text(written(tmp_path / "report.pdf", frame))
    assert text.count("\f") == 2
    if name.isascii() and len(name) < 40:
        assert name in text


def test_rows_that_have_no_room_are_counted(six_weeks: ReportFrame, tmp_path: Path) -> None:
    text = pdf_text(written(tmp_path / "report.pdf", full(six_weeks)))
    counts = [int(line.split()[2]) for line in text.splitlines() if " more in the program" in line]
    assert len(counts) == 5
    assert max(counts) > 5000


def test_pages_are_the_same_every_time(six_weeks: ReportFrame) -> None:
    first, again = (
        [(p.area, type(p.block)) for leaf in report_pages(six_weeks, Paper.A4) for p in leaf.placed]
        for _n in range(2)
    )
    assert first == again


@pytest.mark.parametrize(
    "wants,room,given",
    [
        ([10, 20], 100, [10, 20]),
        ([10, 200, 300], 100, [10, 45, 45]),
        ([200, 10, 50], 100, [45, 10, 45]),
        ([], 100, []),
    ],
)
def test_a_room_is_shared_so_that_what_is_small_is_whole(
    wants: list[float], room: float, given: list[float]
) -> None:
    assert shared(wants, room) == given


@pytest.mark.parametrize(
    "environment,paper",
    [
        ({"LC_ALL": "en_US.UTF-8"}, Paper.LETTER),
        ({"LC_ALL": "en_GB.UTF-8"}, Paper.A4),
        ({"LC_ALL": "", "LC_PAPER": "de_DE.UTF-8"}, Paper.A4),
        ({"LC_PAPER": "es_MX.UTF-8"}, Paper.LETTER),
        ({"LC_ALL": "C.UTF-8", "LC_PAPER": "fr_CA"}, Paper.LETTER),
    ],
)
def test_the_paper_is_what_is_usual_where_one_lives(
    environment: dict[str, str], paper: Paper, qapp: QApplication
) -> None:
    assert usual_paper(environment) is paper


def test_its_foot_says_when_it_was_made(six_weeks: ReportFrame) -> None:
    assert "made with RehabTimer on 2 March 2026" in six_weeks.footer
