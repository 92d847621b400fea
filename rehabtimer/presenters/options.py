"""One of several things to choose from, as a screen shows it."""

from dataclasses import dataclass

from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS
from rehabtimer.core.text import _


@dataclass(frozen=True)
class Option:
    """A choice: `key` goes back to the presenter, `text` is read, `note` explains it."""

    key: str
    text: str
    chosen: bool = False
    note: str = ""


DAILY = "daily"
THREE = "three"


def plan_options(weekdays: tuple[int, ...]) -> tuple[Option, ...]:
    """Return the two plans of the article; neither is chosen where the person has their own."""
    return (
        Option(DAILY, _("Daily"), weekdays == EVERY_DAY, _("42 sessions in six weeks")),
        Option(
            THREE,
            _("Three days a week"),
            len(weekdays) == len(THREE_DAYS),
            _("18 sessions in six weeks"),
        ),
    )


def plan_weekdays(plan: str) -> tuple[int, ...]:
    """Return the ISO weekdays that a plan of the article begins with."""
    return EVERY_DAY if plan == DAILY else THREE_DAYS


def weekday_options(weekdays: tuple[int, ...]) -> tuple[Option, ...]:
    """Return the seven days, Monday first, each chosen if it is among `weekdays`."""
    names = (
        (_("Mo"), _("Monday")),
        (_("Tu"), _("Tuesday")),
        (_("We"), _("Wednesday")),
        (_("Th"), _("Thursday")),
        (_("Fr"), _("Friday")),
        (_("Sa"), _("Saturday")),
        (_("Su"), _("Sunday")),
    )
    return tuple(
        Option(str(number), short, number in weekdays, name)
        for number, (short, name) in enumerate(names, start=1)
    )


def toggled(weekdays: tuple[int, ...], weekday: int) -> tuple[int, ...]:
    """Return the weekdays with one of them added or taken out; the last one stays."""
    changed = tuple(sorted(set(weekdays) ^ {weekday}))
    return changed or weekdays
