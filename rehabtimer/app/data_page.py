"""Wires the part of the Settings about one's own data: it goes out, comes in, and back again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from rehabtimer.app.wiring import Board, then
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.stepping import Stepping
from rehabtimer.gui.views.merge_panel import MergePanel
from rehabtimer.gui.widgets.overlay import Overlay
from rehabtimer.presenters.data_export import export_kinds, export_name, write_export
from rehabtimer.presenters.data_settings import DataPresenter
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.merge_panel import MergePresenter

if TYPE_CHECKING:
    from rehabtimer.gui.views.settings import SettingsView
    from rehabtimer.presenters.data_export import ExportSteps

_SHORT_MS = 300  # what is over by then needs no words while it lasts
_PROGRAMMES = ".toml"


class DataPage:
    """Leads from the Settings to files and back; one thing at a time."""

    def __init__(
        self, board: Board, view: "SettingsView", import_programme: Callable[[Path], None]
    ) -> None:
        """Connect what is pressed; `import_programme` takes files of exercises."""
        self._board, self._view = board, view
        self._import_programme = import_programme
        self._presenter = DataPresenter(board.case)
        self._overlay = Overlay(board.window.inside, view)
        self._stepping = Stepping(view)
        self._export: ExportSteps | None = None
        self._slow = QTimer(view, singleShot=True, interval=_SHORT_MS)
        self._slow.timeout.connect(self._show_export)
        self._merge: MergePresenter | None = None
        self._connect()

    def fill(self) -> None:
        """Show what holds now."""
        self._view.data.show_frame(self._presenter.frame())

    def _connect(self) -> None:
        card, presenter = self._view.data, self._presenter
        card.folder_wanted.connect(self._open_folder)
        card.copy_wanted.connect(self._copy_path)
        card.export_wanted.connect(self._choose_export)
        card.cancel_wanted.connect(self._cancel_export)
        card.import_wanted.connect(self._choose_import)
        card.undo_wanted.connect(self._undo)
        card.undo_confirmed.connect(self._undo)
        card.undo_refused.connect(then(presenter.refuse, self.fill))
        self._view.file_dropped.connect(self._import)
        self._board.window.closing.connect(self._close)

    def _say(self, sentence: str) -> None:
        self._presenter.say(sentence)
        self.fill()

    # Where it is

    def _open_folder(self) -> None:
        folder = self._board.case.store.database.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            text = _("The folder {folder} could not be opened; open it with your file manager.")
            self._say(text.format(folder=quoted(folder)))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._board.case.store.database.path))
        self._say(_("The path is copied; paste it where you need it."))

    # Out

    def _choose_export(self) -> None:
        if self._export is not None:
            return
        name = export_name(self._board.case.today)
        chosen = file_choice.save_as(self._board.window, _("Export"), export_kinds(), name)
        if chosen is None:
            return
        path, may_replace = chosen
        if path.exists() and not may_replace:
            text = _("{file} is there already; choose another name, or type it with its ending.")
            self._say(text.format(file=quoted(path)))
            return
        self._presenter.say("")
        case = self._board.case
        self._export = write_export(case.store.database.path, path, case.clock.now())
        self._slow.start()
        self._stepping.start(self._step_export, lambda: None)

    def _step_export(self) -> bool:
        if self._export is None:
            return False
        try:
            next(self._export)
        except StopIteration as over:
            self._end_export(over.value)
        except UserError as error:
            self._end_export(str(error))
        return self._export is not None

    def _show_export(self) -> None:
        if self._export is not None:
            self._view.data.show_doing(_("Writing the file …"))

    def _cancel_export(self) -> None:
        if self._export is not None:
            self._export.close()
            self._end_export(_("Nothing was written."))

    def _end_export(self, sentence: str) -> None:
        self._export = None
        self._slow.stop()
        self._stepping.stop()
        self._view.data.show_doing("")
        self._say(sentence)

    # In

    def _choose_import(self) -> None:
        kinds = _("Exports and exercises (*.json *.toml)")
        path = file_choice.open_file(self._board.window, _("Import"), kinds)
        if path is not None:
            self._import(path)

    def _import(self, path: Path) -> None:
        if self._export is not None:
            return
        if path.suffix.lower() == _PROGRAMMES:
            self._import_programme(path)
            return
        self._presenter.say("")
        self.fill()
        self._merge = merge = MergePresenter(self._board.case, path)
        panel = MergePanel(merge.frame())
        panel.take_wanted.connect(lambda: self._take(merge, panel))
        panel.closed.connect(lambda: self._leave(merge))
        self._overlay.open(panel)
        self._board.window.set_apart(apart=True)
        self._work(merge, panel)

    def _take(self, merge: MergePresenter, panel: MergePanel) -> None:
        merge.take()
        panel.show_frame(merge.frame())
        self._work(merge, panel)

    def _work(self, merge: MergePresenter, panel: MergePanel) -> None:
        self._board.is_busy = True
        self._stepping.start(merge.step, lambda: self._show_merge(merge, panel))

    def _show_merge(self, merge: MergePresenter, panel: MergePanel) -> None:
        panel.show_frame(merge.frame())
        if not merge.is_working:
            self._board.is_busy = False
        if merge.is_done:
            self._presenter.imported(merge.name, merge.copy)
            self._show_all_anew()

    def _leave(self, merge: MergePresenter) -> None:
        self._stepping.stop()
        merge.cancel()
        self._merge = None
        self._board.is_busy = False
        self._board.window.set_apart(apart=False)
        self._board.fill(self._board.window.page)

    # Back

    def _undo(self) -> None:
        if self._presenter.undo():
            self._show_all_anew()
        self.fill()

    def _show_all_anew(self) -> None:
        """Let every page be made again when it is next opened; this one shows what holds now."""
        window = self._board.window
        for page in Page:
            if page is not window.page:
                window.forget_page(page)
        window.demo.setVisible(self._board.case.demo)
        self._board.fill(window.page)

    def _close(self) -> None:
        """Leave nothing half done, and no copy behind."""
        if self._merge is not None:
            self._leave(self._merge)
        if self._export is not None:
            self._cancel_export()
        self._presenter.close()
