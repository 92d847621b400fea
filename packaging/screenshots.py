"""Renders every screen with made-up history, light and dark, comfortable and small, as PNG files.

Time stands still on a fixed morning, so that two runs give the same pictures; but for the figures
that move on exercises' own pages, which are caught at about the same moment.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import contact_sheet
import screens
import screens_data
import screens_exercise
import screens_history
import screens_hurts
import screens_log
import screens_programme
import screens_report
import screens_today
import screens_trends
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from studio import Histories, Look, Studio

from rehabtimer.core.settings import Theme

SIZES = ("1366x768", "1024x640")
THEMES = (Theme.LIGHT, Theme.DARK)
SERIES: tuple[Callable[[Studio], None], ...] = (
    screens.first_start,
    screens.pages,
    screens.session,
    screens_hurts.hurts,
    screens_hurts.monitoring,
    screens_hurts.settings,
    screens_programme.programme,
    screens_programme.course,
    screens_programme.own,
    screens_programme.importing,
    screens_exercise.pages,
    screens_exercise.own,
    screens_exercise.form,
    screens_today.calm,
    screens_today.limit,
    screens_today.course,
    screens_data.settings,
    screens_data.working,
    screens_log.pain,
    screens_log.activity,
    screens_log.total,
    screens_history.month,
    screens_history.session,
    screens_history.forgotten,
    screens_trends.charts,
    screens_trends.keyboard,
    screens_trends.spans,
    screens_trends.paper,
    screens_report.report,
    screens_report.sheet,
)


def name_of(series: Callable[[Studio], None]) -> str:
    """Return what a series is called, such as hurts.monitoring."""
    return f"{series.__module__}.{series.__name__}".removeprefix("screens_")


def _size(text: str) -> QSize:
    wide, high = text.split("x")
    return QSize(int(wide), int(high))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the PNG files go")
    parser.add_argument("--theme", type=Theme, action="append", choices=THEMES, default=None)
    parser.add_argument("--size", type=_size, action="append", metavar="WIDTHxHEIGHT")
    parser.add_argument("--scale", type=float, default=1.0, help="of the text, 0.8 to 1.6")
    parser.add_argument("--only", metavar="WORD", default="", help="only series of such a name")
    return parser.parse_args()


def main() -> int:
    """Render all screens into the folder that is given."""
    asked = _arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    if not asked.only:
        contact_sheet.draw(asked.folder)
    chosen = [series for series in SERIES if asked.only in name_of(series)]
    with tempfile.TemporaryDirectory() as scratch:
        histories = Histories(Path(scratch))
        for theme in asked.theme or THEMES:
            for size in asked.size or map(_size, SIZES):
                look = Look(theme, size, asked.scale)
                studio = Studio(application, asked.folder, look, histories)
                for series in chosen:
                    series(studio)
    print(f"{len(list(asked.folder.glob('*.png')))} pictures in {asked.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
