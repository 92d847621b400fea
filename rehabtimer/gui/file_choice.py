"""The system's own dialogs for choosing a file: the only windows beside ours."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def open_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Let the person choose a file that is there; None if they choose none.

    `kinds` is what is shown, such as "Programmes (*.toml)".
    """
    name, _kind = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def save_file(parent: QWidget, title: str, kinds: str, name: str) -> Path | None:
    """Let the person name a file to write, `name` being proposed; None if they name none.

    Whether one that is there should be replaced has been asked by then.
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(name).suffix)


def save_as(
    parent: QWidget, title: str, kinds: Sequence[tuple[str, str]], name: str
) -> tuple[Path, bool] | None:
    """Let the person name a file of one of several kinds; None if they name none.

    A kind is what is shown, and the end of such a name, such as ".csv"; `name` is proposed without
    one. A known end that was typed holds, else that of the chosen kind is added. Returns the path,
    and whether it was asked if one that is there should be replaced.
    """
    filters = {f"{text} (*{end})": end for text, end in kinds}
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, ";;".join(filters))
    if not chosen:
        return None
    if any(chosen.lower().endswith(end) for end in filters.values()):
        return Path(chosen), True
    return Path(chosen + filters.get(kind, next(iter(filters.values())))), False
