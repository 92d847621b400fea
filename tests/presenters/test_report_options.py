"""What can be chosen about the report and the sheet, and what becomes of it."""

from pathlib import Path

from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.presenters.report_options import ReportPresenter, SheetPresenter
from tests.support.cases import days_pass, play, reopened, welcomed
from tests.support.pain import entry


def chosen(options: tuple[Option, ...]) -> list[str]:
    return [option.text for option in options if option.chosen]


def test_it_begins_with_six_weeks_on_the_usual_paper(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        options = ReportPresenter(case, Paper.LETTER).options
    assert [option.text for option in options.weeks] == ["6 weeks", "12 weeks", "Everything"]
    assert (chosen(options.weeks), chosen(options.papers)) == (["6 weeks"], ["Letter"])
    assert options.name == ""


def test_other_weeks_are_read_anew(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=80) as case:
        presenter = ReportPresenter(case, Paper.A4)
        six = presenter.report()
        presenter.choose_weeks("12")
        twelve = presenter.report()
        presenter.choose_weeks("all")
        everything = presenter.report()
        options = presenter.options
    assert six.about[0] == "Left knee · 24 January 2026 to 2 March 2026"
    assert twelve.about[0] == "Left knee · 13 December 2025 to 2 March 2026"
    assert everything.about[0] == twelve.about[0]
    assert chosen(options.weeks) == ["Everything"]


def test_the_records_are_read_once_while_only_the_name_changes(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        presenter = ReportPresenter(case, Paper.A4)
        before = presenter.report()
        presenter.write_name("  Ann\tRunner ")
        after = presenter.report()
        kept = reopened(case).settings.report_name
    assert (after.name, kept) == ("Ann Runner", "Ann Runner")
    assert after.pain is before.pain


def test_the_same_name_is_not_kept_again(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        presenter = ReportPresenter(case, Paper.A4)
        presenter.write_name("Ann")
        settings = case.settings
        presenter.write_name("Ann ")
        assert case.settings is settings


def test_other_paper_is_taken(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        for presenter in (ReportPresenter(case, Paper.A4), SheetPresenter(case, Paper.A4)):
            presenter.choose_paper("letter")
            assert presenter.paper is Paper.LETTER
            assert chosen(presenter.options.papers) == ["Letter"]


def test_files_are_named_by_their_date(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        assert ReportPresenter(case, Paper.A4).file_name == "knee-report-2026-03-02"
        assert SheetPresenter(case, Paper.A4).file_name == "exercise-sheet-2026-03-02"


def test_the_sheet_is_the_session_of_the_window(tmp_path: Path) -> None:
    with welcomed(tmp_path, affected=Side.RIGHT) as case:
        case.switch("clam", on=False)
        sheet = SheetPresenter(case, Paper.A4).sheet()
        planned = [item.exercise for item in case.prescription().exercises]
    assert len(sheet.lines) == len(planned) == 9
    assert sheet.skipped == ("Clam: turned off since 2 Mar",)
    assert not SheetPresenter(case, Paper.A4).options.weeks


def figures(case: Case) -> list[str]:
    return [figure.value for figure in ReportPresenter(case, Paper.A4).report().figures]


def test_the_window_and_the_command_line_say_the_same(tmp_path: Path) -> None:
    from tests.support.reports import report_of

    with welcomed(tmp_path, day=20) as case:
        play(case, 120).leave()
        case.store.diary.add(entry(score=3))
        days_pass(case, 1)
        assert figures(case) == [figure.value for figure in report_of(case).figures]
