"""What the page of one exercise says."""

from dataclasses import dataclass

from rehabtimer.presenters.exercise_chart import ExerciseChart
from rehabtimer.presenters.exercise_loop import Loop
from rehabtimer.presenters.exercise_skips import SkipLine
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.trends_table import Table


@dataclass(frozen=True)
class ExercisePageFrame:
    """The whole page; `notice` is what was just done, and `undo_text` what would be undone."""

    name: str
    areas: str
    dose: str
    minutes: str
    versions: tuple[Option, ...]  # empty while there is only one
    version_note: str
    can_use_version: bool
    steps: tuple[str, ...]
    safety: str
    equipment: str
    note: str
    loop: Loop
    still: bool
    skips: tuple[SkipLine, ...]
    no_skips: str
    chart: ExerciseChart | None
    table: Table | None
    no_chart: str
    can_change: bool
    notice: str
    undo_text: str
