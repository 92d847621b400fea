"""Leads from the Programme to one exercise, to the form of one's own, to files, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, then
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.presenters.files import quoted

if TYPE_CHECKING:
    from rehabtimer.gui.widgets.overlay import Overlay
    from rehabtimer.presenters.import_panel import Way


class ProgrammePages:
    """Makes the pages that are about exercises, each when it is opened."""

    def __init__(self, board: Board) -> None:
        """Nothing is made before it is opened."""
        self._board = board
        self._overlay: Overlay | None = None
        self._exercise = ""  # whose page is opened
        self._from = Page.PROGRAMME  # where that was
        self._edited = ""  # and whose form; "" is a new one

    def open_exercise(self, exercise: str) -> None:
        """Open the page of an exercise; it leads back to the page it was opened from."""
        if self._board.window.page not in (Page.EXERCISE, Page.FORM):
            self._from = self._board.window.page
        self._exercise = exercise
        self._open_anew(Page.EXERCISE)

    def open_form(self, exercise: str = "") -> None:
        """Open the form for an exercise of one's own, a new one or one that is there."""
        if not exercise:
            self._from = Page.PROGRAMME
        self._edited = exercise
        self._open_anew(Page.FORM)

    def import_file(self, path: Path) -> None:
        """Open the Programme, and look into a file of exercises on it."""
        self._board.window.open_page(Page.PROGRAMME)
        self._preview(path)

    # The Programme

    def make_programme(self) -> QWidget:
        """Make the Programme."""
        from rehabtimer.app.programme_wiring import wire_programme
        from rehabtimer.gui.views.programme import ProgrammeView
        from rehabtimer.gui.widgets.overlay import Overlay
        from rehabtimer.presenters.programme import ProgrammePresenter

        view = ProgrammeView()
        self._overlay = Overlay(self._board.window.inside, view)
        self._board.window.page_opened.connect(self._close_panel)
        self._board.fill_with(
            Page.PROGRAMME, wire_programme(view, ProgrammePresenter(self._board.case))
        )
        view.exercises.open_wanted.connect(self.open_exercise)
        view.file_dropped.connect(self._preview)
        view.foot.new_wanted.connect(self.open_form)
        view.foot.import_wanted.connect(self._choose_import)
        view.foot.export_wanted.connect(self._choose_export)
        view.foot.sheet_wanted.connect(self._open_sheet)
        return view

    def _open_sheet(self) -> None:
        from rehabtimer.app.report_page import open_sheet

        open_sheet(self._board)

    def _choose_import(self) -> None:
        path = file_choice.open_file(self._board.window, _("Import a programme"), _kinds())
        if path is not None:
            self._preview(path)

    def _choose_export(self) -> None:
        course = self._board.case.course.programme
        path = self._file_to_write(course)
        if path is None:
            return
        try:
            self._board.case.library.export(course, path, replace=True)
        except UserError as error:
            self._board.window.show_notice(str(error))
        else:
            text = _("The programme was written to {file}.")
            self._board.window.show_notice(text.format(file=quoted(path)))

    def _preview(self, path: Path) -> None:
        from rehabtimer.gui.views.import_panel import ImportPanel
        from rehabtimer.presenters.import_panel import ImportPresenter

        presenter = ImportPresenter(self._board.case, path)
        panel = ImportPanel(presenter.frame())

        def take(way: "Way") -> None:
            said = presenter.take(way)
            if said:
                panel.finish(said)
            else:
                panel.show_frame(presenter.frame())

        def done(sentence: str) -> None:
            self._board.fill(Page.PROGRAMME)
            self._board.window.show_notice(sentence)

        panel.wanted.connect(take)
        panel.done.connect(done)
        if self._overlay is not None:
            self._overlay.open(panel)

    def _close_panel(self, _page: Page) -> None:
        """Let no panel stay over a page that it is not about."""
        if self._overlay is not None and self._overlay.panel is not None:
            self._overlay.close_panel()

    # One exercise

    def make_exercise(self) -> QWidget:
        """Make the page of the exercise that was asked for last."""
        from rehabtimer.gui.views.exercise_page import ExercisePageView
        from rehabtimer.presenters.exercise_page import ExercisePagePresenter

        exercise, before = self._exercise, self._from
        view, presenter = ExercisePageView(), ExercisePagePresenter(self._board.case, exercise)
        if before is Page.TRENDS:
            view.name_way_back(_("← Trends"), _("Back to Trends"))

        def fill() -> None:
            view.show_frame(presenter.frame())

        def export() -> None:
            path = self._file_to_write(exercise)
            if path is not None:
                presenter.export(path)

        self._board.fill_with(Page.EXERCISE, fill)
        view.back_wanted.connect(lambda: self._board.window.open_page(before))
        view.edit_wanted.connect(lambda: self.open_form(exercise))
        view.export_wanted.connect(then(export, fill))
        view.delete_wanted.connect(then(presenter.delete, fill))
        view.version_chosen.connect(then(presenter.show_version, fill))
        view.version_wanted.connect(then(presenter.use_version, fill))
        view.undo_wanted.connect(then(presenter.undo, fill))
        return view

    # The form

    def make_form(self) -> QWidget:
        """Make the form for the exercise that was asked for last."""
        from rehabtimer.gui.views.exercise_form import ExerciseFormView
        from rehabtimer.presenters.exercise_form import ExerciseFormPresenter

        view, presenter = ExerciseFormView(), ExerciseFormPresenter(self._board.case, self._edited)

        def fill() -> None:
            view.show_frame(presenter.frame())

        def save() -> None:
            if presenter.save():
                self.open_exercise(presenter.saved)
            else:
                fill()

        def leave() -> None:
            if presenter.leave():
                self._go_back()
            else:
                fill()

        self._board.fill_with(Page.FORM, fill)
        view.written.connect(then(presenter.write, fill))
        view.number_set.connect(then(presenter.set_number, fill))
        view.chosen.connect(then(presenter.choose, fill))
        view.save_wanted.connect(save)
        view.leave_wanted.connect(leave)
        view.keep_wanted.connect(then(presenter.keep_editing, fill))
        view.throw_wanted.connect(then(presenter.throw_away, self._go_back))
        return view

    def _go_back(self) -> None:
        """Leave the form for where it was opened from."""
        if self._edited:
            self.open_exercise(self._edited)
        else:
            self._board.window.open_page(Page.PROGRAMME)

    def _open_anew(self, page: Page) -> None:
        self._board.window.forget_page(page)
        self._board.window.open_page(page)

    def _file_to_write(self, name: str) -> Path | None:
        return file_choice.save_file(self._board.window, _("Export"), _kinds(), f"{name}.toml")


def _kinds() -> str:
    return _("Programmes and exercises (*.toml)")
