"""Where resources, data and logs are: in a checkout, an installed wheel or a frozen bundle."""

import sys
from pathlib import Path

_NAME = "rehabtimer"


def resources() -> Path:
    """Return the folder with exercises, programmes, guide and icons."""
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller in the frozen program
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_folder() -> Path:
    """Return the folder of the user's records; it need not exist yet, and is not made here."""
    from platformdirs import user_data_path  # late: only what reads data needs it

    return user_data_path(_NAME, appauthor=False)


def log_folder() -> Path:
    """Return the folder for logs of faults; it need not exist yet, and is not made here."""
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False)


def default_database() -> Path:
    """Return the database that is used unless `--database` names another one."""
    return data_folder() / f"{_NAME}.db"


def own_folder(database: Path) -> Path:
    """Return the folder of the exercises and programmes of one's own; it need not be there."""
    database = real(database)
    return database.parent / f"{database.stem}-own"


def real(path: Path) -> Path:
    """Return where a path leads, through every link; so one file has one name, and one lock."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle, up to Python 3.12
        return path.absolute()
