"""What is dragged over a window, as far as it is one file of a kind."""

from PySide6.QtCore import QMimeData


def dropped_file(data: QMimeData, ending: str) -> str | None:
    """Return the path of a single local file with an ending like ".toml", else None."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = urls[0].toLocalFile()
    return path if path.lower().endswith(ending) else None
