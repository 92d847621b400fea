"""The History: a month with a chosen day, and the sessions as a list that can be searched."""

from datetime import date, timedelta

from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_day import day_frame
from rehabtimer.presenters.history_frame import HistoryFrame
from rehabtimer.presenters.history_month import last_day, month_frame, month_of, months_later
from rehabtimer.presenters.history_search import SessionSearch, has_words
from rehabtimer.presenters.history_words import groups_of
from rehabtimer.presenters.log_frame import EARLIEST
from rehabtimer.storage.past import SessionLine

PAGE_ROWS = 50


class HistoryPresenter:
    """Remembers which day is chosen, and what is searched for."""

    def __init__(self, case: Case, changes: HistoryChanges) -> None:
        """Begin with today; `changes` are shared with the pages of single sessions."""
        self._case = case
        self._changes = changes
        self._chosen = self._came = case.today
        self._query = ""
        self._shown = PAGE_ROWS
        self._search = SessionSearch(case)

    def frame(self) -> HistoryFrame:
        """Return the whole screen."""
        case = self._case
        lines, count = self._lines()
        shown, more = lines[: self._shown], len(lines) > self._shown
        return HistoryFrame(
            title=_("History"),
            subtitle=_("What you did and how it felt, day by day."),
            month=month_frame(case, self._chosen),
            query=self._query,
            found=_found(count) if self._is_searching else "",
            day=None if self._is_searching else day_frame(case, self._chosen),
            groups=groups_of(shown, case.today),
            empty="" if shown else self._empty(),
            earlier=_("Show earlier sessions") if more else "",
            undo_text=self._changes.text,
        )

    def look_again(self) -> None:
        """Take in what may have changed elsewhere, and a new day that has begun."""
        self._search.forget()
        if self._chosen == self._came != self._case.today:
            self._chosen = self._case.today
        self._came = self._case.today

    def choose(self, day: date) -> None:
        """Look at a day, and no longer for something."""
        self._chosen = min(max(day, EARLIEST), last_day(self._case))
        self.search("")

    def choose_today(self) -> None:
        """Look at today."""
        self.choose(self._case.today)

    def move(self, days: int) -> None:
        """Look at a day so many days later, or earlier."""
        self.choose(self._chosen + timedelta(days=days))

    def move_months(self, months: int) -> None:
        """Look at the same day of another month."""
        self.choose(months_later(self._chosen, months))

    def move_to_edge(self, *, last: bool) -> None:
        """Look at the first or the last day of the month."""
        self.choose(month_of(self._chosen)[last])

    def search(self, query: str) -> None:
        """Look for sessions that have these words; an empty text shows them all."""
        if query.strip() != self._query.strip():
            self._shown = PAGE_ROWS
        self._query = query

    def show_earlier(self) -> None:
        """Show another fifty sessions."""
        self._shown += PAGE_ROWS

    def only_session(self, day: date) -> str:
        """Return the id of the session of a day, if it has just one, else ""."""
        found = self._case.store.past.between(day, day)
        return found[0].id if len(found) == 1 else ""

    def undo(self) -> None:
        """Take back the last change."""
        self._changes.undo()
        self._search.forget()

    @property
    def _is_searching(self) -> bool:
        return bool(self._query.strip())

    def _lines(self) -> tuple[list[SessionLine], int]:
        """Return one session more than is shown, if there is one, and how many were found."""
        if self._is_searching:
            found = self._search.find(self._query)
            return found, len(found)
        return self._case.store.past.latest(self._shown + 1), 0

    def _empty(self) -> str:
        if self._is_searching and not has_words(self._query):
            text = _("There is no word in “{query}”: sessions are found by letters and digits.")
            return text.format(query=self._query.strip())
        if self._is_searching:
            text = _(
                "Nothing is found for “{query}”. Try a month such as “march”, an exercise,"
                " “partly”, or a word from a note."
            )
            return text.format(query=self._query.strip())
        return _(
            "No sessions yet. Each one stands here once it is begun. One that you did without"
            " the timer can be added: choose its day, then “Add a session”."
        )


def _found(count: int) -> str:
    return ngettext("{n} session found", "{n} sessions found", count)
