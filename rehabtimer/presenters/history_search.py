"""Finds sessions by words: of their date, their notes, their exercises, and how they went."""

import re
import unicodedata
from collections.abc import Iterable

from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_words import line_title, remark_of, speed_text
from rehabtimer.presenters.wording import date_text, short_date
from rehabtimer.storage.past import SessionLine, SessionWords

_WORD = re.compile(r"[^\W_]+")
_NO_WORDS = SessionWords(frozenset(), ())


class SessionSearch:
    """Reads every session once, when it is first asked; each letter typed then costs no reading."""

    def __init__(self, case: Case) -> None:
        """Nothing is read yet."""
        self._case = case
        self._texts: list[tuple[SessionLine, str]] | None = None

    def forget(self) -> None:
        """Read anew when it is next asked."""
        self._texts = None

    def find(self, query: str) -> list[SessionLine]:
        """Return the sessions, newest first, that have a word for each of those asked for.

        A word may be a beginning; a number is a whole one, so that 2 does not find every 20.
        Without a word nothing is found.
        """
        if not has_words(query):
            return []
        wanted = [f" {word} " if word.isdigit() else f" {word}" for word in _words(query)]
        if self._texts is None:
            self._texts = self._read()
        return [line for line, text in self._texts if all(word in text for word in wanted)]

    def _read(self) -> list[tuple[SessionLine, str]]:
        store = self._case.store
        words, names = store.past.words(), _Names(self._case)
        return [
            (line, self._text(line, words.get(line.id, _NO_WORDS), names))
            for line in store.past.latest()
        ]

    def _text(self, line: SessionLine, words: SessionWords, names: "_Names") -> str:
        day = line.started.day
        parts = (
            date_text(day),
            short_date(day),
            day.isoformat(),
            line_title(line),
            remark_of(line, self._case.today),
            speed_text(line.speed),
            line.note,
            *words.notes,
        )
        return f"{names.of(words.exercises)} {' '.join(_words(' '.join(parts)))} "


class _Names:
    """The words in the names of exercises; most sessions have the same ones."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[frozenset[str], str] = {}

    def of(self, exercises: frozenset[str]) -> str:
        if exercises not in self._known:
            names = (_(self._case.exercise(each).name) for each in sorted(exercises))
            self._known[exercises] = f" {' '.join(_words(' '.join(names)))}"
        return self._known[exercises]


def has_words(query: str) -> bool:
    """Whether there is anything to look for: a letter or a digit."""
    return any(_words(query))


def _words(text: str) -> Iterable[str]:
    """Return the words of a text, without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(each for each in plain if not unicodedata.combining(each)))
