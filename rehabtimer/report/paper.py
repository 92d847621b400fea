"""The paper: its sizes, its margins, and the unit in which everything on it is laid out."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QLocale, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize

from rehabtimer.presenters.paper_kind import Paper

DPI = 1200  # units an inch, on whatever device; so fine that letters stand where they belong
MM = DPI / 25.4
PT = DPI / 72

_SIDE, _TOP, _BOTTOM = 16 * MM, 14 * MM, 10 * MM

# ISO 3166 codes of the countries that print on Letter; Unicode CLDR, "paperSize: US-Letter".
_LETTER = {
    "BZ", "CA", "CL", "CO", "CR", "DO", "GT", "HN", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
}  # fmt: skip


class Sheet(NamedTuple):
    """A page of paper in units: its size, and the part inside its margins."""

    width: float
    height: float

    @property
    def inside(self) -> QRectF:
        """Where there may be something."""
        return QRectF(_SIDE, _TOP, self.width - 2 * _SIDE, self.height - _TOP - _BOTTOM)


def sheet_of(paper: Paper) -> Sheet:
    """Return the page of a paper."""
    size = page_size(paper).size(QPageSize.Unit.Millimeter)
    return Sheet(size.width() * MM, size.height() * MM)


def page_size(paper: Paper) -> QPageSize:
    """Return a paper as Qt knows it."""
    known = QPageSize.PageSizeId
    return QPageSize(known.Letter if paper is Paper.LETTER else known.A4)


def page_layout(paper: Paper) -> QPageLayout:
    """Return a paper upright, with no margins but those that we keep ourselves."""
    upright = QPageLayout.Orientation.Portrait
    made = QPageLayout(page_size(paper), upright, QMarginsF())
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def usual_paper(environment: Mapping[str, str] = os.environ) -> Paper:
    """Return what is printed on where the user lives: the locale for paper comes first."""
    told = (environment.get(name, "") for name in ("LC_ALL", "LC_PAPER"))
    name = next((text for text in told if "_" in text), "")
    locale = QLocale(name.split(".")[0]) if name else QLocale.system()
    return Paper.LETTER if QLocale.territoryToCode(locale.territory()) in _LETTER else Paper.A4
