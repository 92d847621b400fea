"""Pictures of the Settings about one's own data, and of an export that is taken in."""

import json
from dataclasses import replace

from studio import Studio, case_of, part, tell

from rehabtimer.app.program import Program
from rehabtimer.core.pain import Moment, Score
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.data_settings import DataSettingsCard
from rehabtimer.gui.views.merge_panel import MergePanel
from rehabtimer.gui.views.settings import SettingsView
from rehabtimer.presenters.merge_panel import MergeFrame, Phase
from rehabtimer.presenters.merging import Progress
from rehabtimer.storage.transfer import export_json

_WHERE = "/home/robin/.local/share/rehabtimer/rehabtimer.db"


def settings(studio: Studio) -> None:
    """Look at where the data is, at a file that is looked into, taken in, and taken back."""
    with studio.sitting(studio.histories.demo()) as program:
        tell(case_of(program), Score(5), Moment.EXTRA, note="From the other laptop.")
        file = studio.histories.written("rehabtimer-2025-11-21.json", "")
        export_json(case_of(program).store.database, file)
    broken = studio.histories.written("broken.json", file.read_text("utf-8")[:5000])
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        _to_data(studio, program)
        studio.shoot(program, "settings-data")
        view.file_dropped.emit(file)
        panel = part(program, MergePanel)
        _wait(studio, panel)
        studio.shoot(program, "import-json")
        panel.take.click()
        _wait(studio, panel)
        studio.shoot(program, "import-json-done")
        panel.close_button.click()
        _to_data(studio, program)
        studio.shoot(program, "settings-data-undo")
        view.file_dropped.emit(broken)
        panel = part(program, MergePanel)
        _wait(studio, panel)
        studio.shoot(program, "import-json-refused")


def working(studio: Studio) -> None:
    """Look at the panel half-way, and with conflicts."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        view.file_dropped.emit(studio.histories.written("other.json", json.dumps({})))
        panel = part(program, MergePanel)
        _wait(studio, panel)
        panel.show_frame(_half_way())
        studio.shoot(program, "import-json-working")
        panel.show_frame(replace(_half_way(), **_CONFLICTS))
        studio.shoot(program, "import-json-conflicts")


_CONFLICTS = {
    "phase": Phase.FOUND,
    "is_working": False,
    "take": "Import",
    "title": "rehabtimer-2025-11-21.json",
    "lead": "Nothing has been changed yet.",
    "lines": ("3 sessions are new.", "120 answers about pain are the same."),
    "conflicts_title": "12 entries are different here and in the file; the newer one holds:",
    "conflicts": tuple(f"Session of {day} November: the file's is newer." for day in range(9, 21)),
}


def _half_way() -> MergeFrame:
    progress = Progress(62, 100, "Reading sets: 102,300 of 165,000")
    return MergeFrame(
        phase=Phase.LOOKING,
        title="Looking into “rehabtimer-2025-11-21.json” …",
        lead="",
        lines=(),
        conflicts_title="",
        conflicts=(),
        problem="",
        is_working=True,
        progress=progress.done / progress.total,
        progress_text=progress.text,
        take="",
        close="Cancel",
    )


def _open(program: Program) -> SettingsView:
    program.window.open_page(Page.SETTINGS)
    return part(program, SettingsView)


def _to_data(studio: Studio, program: Program) -> None:
    card = part(program, DataSettingsCard)
    card.path.setText(_WHERE)
    studio.scroll_to(card)


def _wait(studio: Studio, panel: MergePanel) -> None:
    """Let the work in the panel come to its end."""
    for _turn in range(2000):
        studio.settle()
        if not panel.is_working:
            return
