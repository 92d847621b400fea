"""The part of the Settings about one's own data: where it is, and how it goes out and comes in."""

from dataclasses import dataclass

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.storage.copies import Copy


@dataclass(frozen=True)
class DataFrame:
    """What the screen shows; `question` is asked before an undo that would take more along."""

    path: str
    demo: str
    said: str
    undo_text: str
    question: str


@dataclass(frozen=True)
class _Imported:
    """An import that can be undone; `written` is how many rows had been written by then."""

    name: str
    copy: Copy
    written: int


class DataPresenter:
    """Says what was done last, and takes an import back."""

    def __init__(self, case: Case) -> None:
        """Nothing was imported yet."""
        self._case = case
        self._imported: _Imported | None = None
        self._said = ""
        self._asks = False

    def frame(self) -> DataFrame:
        """Return this part of the screen."""
        undo = ""
        if self._imported and not self._asks:
            undo = _("{file} was imported.").format(file=self._imported.name)
        return DataFrame(
            path=str(self._case.store.database.path),
            demo=_demo() if self._case.demo else "",
            said=self._said,
            undo_text=undo,
            question=_question() if self._asks else "",
        )

    def say(self, sentence: str) -> None:
        """Say what was done, or why not; "" says nothing."""
        self._said = sentence

    def imported(self, name: str, copy: Copy | None) -> None:
        """Remember an import, and forget the one before it."""
        self._asks, self._said = False, ""
        if copy is not None:
            written = self._case.store.database.rows_written
            self._imported = _Imported(name, copy, written)

    def undo(self) -> bool:
        """Take the import back, and say whether that was done.

        If anything was kept since then, ask first: it would go with it.
        """
        if self._imported is None:
            return False
        if self._imported.written != self._case.store.database.rows_written and not self._asks:
            self._asks = True
            return False
        return self._put_back(self._imported)

    def refuse(self) -> None:
        """Leave everything as it is after all."""
        self._asks = False

    def close(self) -> None:
        """Offer nothing any more, and take the copy away."""
        imported, self._imported = self._imported, None
        if imported:
            imported.copy.remove()

    def _put_back(self, imported: _Imported) -> bool:
        self._asks = False
        try:
            imported.copy.put_back(self._case.store.database)
        except UserError as error:
            self._said = str(error)
            return False
        self._case.read_anew()
        self._said = _("Everything is as it was before the import.")
        self.close()
        return True


def _demo() -> str:
    return _("This is made-up demo data: it never mixes with your own, and exports say so, too.")


def _question() -> str:
    return _(
        "Something else was kept since the import, and would go with it. Undo the import all the"
        " same?"
    )
