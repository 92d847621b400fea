"""The system's own dialogs for choosing a file: the only windows beside ours."""

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
