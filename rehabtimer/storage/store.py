"""Everything that is kept, behind one door."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from rehabtimer.storage.courses import Courses
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.history import History
from rehabtimer.storage.past import Past
from rehabtimer.storage.preferences import Preferences
from rehabtimer.storage.skips import Skips
from rehabtimer.storage.workouts import TotalScores, Workouts


class Store:
    """One open database and what can be asked of it."""

    def __init__(self, database: Database) -> None:
        """Take over an open database; closing the store closes it."""
        self.database = database
        self.history = History(database)
        self.past = Past(database)
        self.diary = Diary(database)
        self.courses = Courses(database)
        self.skips = Skips(database)
        self.workouts = Workouts(database)
        self.total_scores = TotalScores(database)
        self.preferences = Preferences(database)

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, now: Callable[[], datetime] | None = None
    ) -> "Store":
        """Open the history at `path`, making it if need be; UserError says why it cannot be.

        `now` tells when rows are written; the system's clock, unless it is given.
        """
        return cls(Database.open(path, read_only=read_only, now=now))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> "Store":
        """Use the store in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close at the end of the block."""
        self.close()
