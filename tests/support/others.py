"""Exports from another laptop of the same person."""

from pathlib import Path

from msgspec.structs import replace

from rehabtimer.core.settings import Theme
from rehabtimer.paths import own_folder
from rehabtimer.storage.transfer import export_json
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.pain import entry


def from_elsewhere(folder: Path, note: str = "Elsewhere.") -> Path:
    """An export with one answer that has a note, a dark theme, and what lies in the own folder."""
    file = folder / "elsewhere.json"
    with welcomed(folder) as case:
        case.store.diary.add(entry(note=note))
        case.save(replace(case.settings, theme=Theme.DARK))
        database = case.store.database
        export_json(database, file, A_MORNING, own_folder(database.path))
    return file
