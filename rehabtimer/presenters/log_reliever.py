"""The tick for a pain reliever: on a day, and never how much of what."""

from datetime import date

from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.changes import Changes
from rehabtimer.presenters.log_forms import RelieverTick
from rehabtimer.presenters.log_frame import EARLIEST
from rehabtimer.presenters.wording import date_text

_KEY = "reliever:"


class RelieverLog:
    """Keeps the tick of today, or of the day that was chosen; each to be undone."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Keep them in the diary of a case."""
        self._case = case
        self._changes = changes
        self._chosen: date | None = None

    def tick(self) -> RelieverTick:
        """Return the tick of the chosen day."""
        day, today = self._day, self._case.today
        text = _("Took a pain reliever today")
        if day != today:
            text = _("Took a pain reliever on {date}").format(date=date_text(day))
        return RelieverTick(
            day=day,
            earliest=EARLIEST,
            latest=today,
            taken=day in self._case.store.diary.relievers(day, day),
            text=text,
            note=_("The article says to ask a doctor about pain relievers."),
        )

    def choose_day(self, day: date) -> None:
        """Tell of another day, today at the latest."""
        today = self._case.today
        self._chosen = None if day >= today else max(day, EARLIEST)

    def take(self, taken: bool) -> None:
        """Keep whether one was taken on that day."""
        self._keep(self._day, taken=taken)

    def remove(self, identity: str) -> bool:
        """Take a tick away, if it is one."""
        if not identity.startswith(_KEY):
            return False
        self._keep(date.fromisoformat(identity.removeprefix(_KEY)), taken=False)
        return True

    @property
    def _day(self) -> date:
        return self._chosen or self._case.today

    def _keep(self, day: date, *, taken: bool) -> None:
        diary = self._case.store.diary
        if (day in diary.relievers(day, day)) is taken:
            return
        diary.take_reliever(day, taken=taken)
        text = _("“{entry}” is kept.") if taken else _("“{entry}” was deleted.")
        entry = _("{text}, {date}").format(text=reliever_text(), date=date_text(day))
        self._changes.remember(
            text.format(entry=entry),
            lambda: diary.take_reliever(day, taken=not taken),
            lambda: diary.relievers(day, day),
        )


def reliever_key(day: date) -> str:
    """Return the id of a day's tick in the diary."""
    return f"{_KEY}{day.isoformat()}"


def reliever_text() -> str:
    """Return a tick in words."""
    return _("Pain reliever taken")
