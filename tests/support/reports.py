"""Histories for the report and what it says of them, and a look into PDF files."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path

from rehabtimer.core.programme import Side
from rehabtimer.demo import make_history, write
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.report import ReportWish, read_report
from rehabtimer.presenters.report_frame import ReportFrame, Section
from rehabtimer.storage.store import Store
from tests.support.cases import shipped
from tests.support.clock import FakeClock


@contextmanager
def made_up(folder: Path, days: int = 37) -> Iterator[Store]:
    """A made-up history that has reached its day `days` on the morning of a fake clock."""
    with Store.open(folder / "rehabtimer.db") as store:
        write(make_history(shipped(), FakeClock().now().date(), days), store)
        yield store


def report_of(case: Case, weeks: int | None = 6, name: str | None = None) -> ReportFrame:
    """The report of a case at its moment."""
    wish = ReportWish(weeks=weeks, name=name)
    return read_report(case.store, case.course, wish, case.clock.now())


def report_from(store: Store, weeks: int | None = 6, name: str | None = None) -> ReportFrame:
    """The report of a history on the morning of a fake clock."""
    course = store.courses.current()
    assert course is not None
    return read_report(store, course, ReportWish(weeks=weeks, name=name), FakeClock().now())


def texts(value: object) -> list[str]:
    """Every text in a frame."""
    if isinstance(value, Side):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in texts(each)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def lines(section: Section) -> list[str]:
    """The rows of a section, as they are read."""
    return [": ".join(row) for row in section.rows]


def pdf_text(file: Path, *options: str) -> str:
    """The text of a PDF, as a reader would select it."""
    return _said("pdftotext", *options, str(file), "-")


def pdf_facts(file: Path) -> dict[str, str]:
    """What a PDF says about itself."""
    pairs = (line.split(":", 1) for line in _said("pdfinfo", str(file)).splitlines())
    return {key: value.strip() for key, value in pairs}


def pdf_fonts(file: Path) -> dict[str, str]:
    """The fonts of a PDF, and whether each is embedded: "yes" or "no"."""
    rows = _said("pdffonts", str(file)).splitlines()[2:]
    return {row.split()[0]: row.split()[-5] for row in rows}


def _said(*command: str) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return ran.stdout
