"""Pictures of the report and the exercise sheet, as they stand before they are printed."""

from studio import Studio, part

from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.gui.views.report_options import ReportOptions
from rehabtimer.gui.views.trends import TrendsView


def report(studio: Studio) -> None:
    """Look at the report after five weeks, and of somebody with a name."""
    with studio.sitting(studio.histories.demo()) as program:
        program.window.open_page(Page.TRENDS)
        part(program, TrendsView).report_wanted.emit()
        studio.shoot(program, "report")
        part(program, ReportOptions).name_written.emit("Jana Nováková")
        studio.shoot(program, "report-name")


def sheet(studio: Studio) -> None:
    """Look at the exercise sheet."""
    with studio.sitting(studio.histories.demo()) as program:
        program.window.open_page(Page.PROGRAMME)
        part(program, ProgrammeView).foot.sheet_wanted.emit()
        studio.shoot(program, "sheet")
