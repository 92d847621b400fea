"""The part of the Settings about one's own data: where it is, and how it goes out and comes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.paths import own_folder
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.wording import date_text
from rehabtimer.storage.copies import Copy, OwnText, own_texts


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
    """An import that can be undone, with what tells that nothing was kept since.

    `written` is how many rows had been written by then, and `texts` are the files of one's own.
    """

    name: str
    copy: Copy
    written: int
    texts: Mapping[Path, OwnText]


class DataPresenter:
    """Says what was done last, and takes an import back."""

    def __init__(self, case: Case) -> None:
        """Nothing was imported yet by this window; there may be a copy from before it."""
        self._case = case
        self._own = own_folder(case.store.database.path)
        self._imported: _Imported | None = None
        self._former = Copy.beside(case.store.database.path, self._own)
        self._said = ""
        self._asks = False

    def frame(self) -> DataFrame:
        """Return this part of the screen."""
        undo = ""
        if self._imported and not self._asks:
            undo = _("{file} was imported.").format(file=self._imported.name)
        elif self._former and not self._asks:
            undo = _("The import of {date} can be undone.").format(date=self._date(self._former))
        return DataFrame(
            path=str(self._case.store.database.path),
            demo=_demo() if self._case.demo else "",
            said=self._said,
            undo_text=undo,
            question=self._question() if self._asks else "",
        )

    def say(self, sentence: str) -> None:
        """Say what was done, or why not; "" says nothing."""
        self._said = sentence

    def imported(self, name: str, copy: Copy | None) -> None:
        """Remember an import, and forget the one before it."""
        self._asks, self._said = False, ""
        if copy is not None:
            written = self._case.store.database.rows_written
            self._imported = _Imported(name, copy, written, own_texts(self._own))
            self._former = None

    def undo(self) -> bool:
        """Take the import back, and say whether that was done.

        If anything was kept since then, or may have been, ask first: it would go with it.
        """
        copy = self._imported.copy if self._imported else self._former
        if copy is None:
            return False
        if not self._asks and self._may_lose():
            self._asks = True
            return False
        return self._put_back(copy)

    def refuse(self) -> None:
        """Leave everything as it is after all."""
        self._asks = False

    def close(self) -> None:
        """Offer nothing any more, and take this window's copy away; an older one waits its time."""
        imported, self._imported = self._imported, None
        if imported:
            imported.copy.remove()

    def _may_lose(self) -> bool:
        """Say whether anything was kept since the import; of an older one nobody knows."""
        if self._imported is None:
            return True
        try:
            texts = own_texts(self._own)
        except UserError:
            return True
        return (self._imported.written, self._imported.texts) != (
            self._case.store.database.rows_written,
            texts,
        )

    def _put_back(self, copy: Copy) -> bool:
        self._asks = False
        try:
            copy.put_back(self._case.store.database)
        except UserError as error:
            self._said = str(error)
            return False
        self._case.read_anew()
        self._said = _("Everything is as it was before the import.")
        copy.remove()
        self._imported = self._former = None
        return True

    def _date(self, copy: Copy) -> str:
        local = copy.made_at.astimezone(self._case.clock.now().tzinfo)
        return date_text(local.date())

    def _question(self) -> str:
        if self._imported or self._former is None:
            return _(
                "Something else was kept since the import, and would go with it. Undo the import"
                " all the same?"
            )
        text = _(
            "Undo the import of {date}? Whatever was kept here since then, exercises of your own"
            " too, goes with it."
        )
        return text.format(date=self._date(self._former))


def _demo() -> str:
    return _("This is made-up demo data: it never mixes with your own, and exports say so, too.")
