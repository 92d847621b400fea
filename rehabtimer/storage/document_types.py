"""The kinds of values in an export, as its schema and its sentences about errors tell them.

The limits are those of the tables and, where a figure could make the program stumble, those of
what a person can set.
"""

import re
from datetime import date, datetime
from typing import Annotated, Final, Literal

from msgspec import Meta

from rehabtimer.core.faults import wrong
from rehabtimer.core.workouts import MOST_TOTAL

LONGEST_ID: Final = 100
LONGEST_NAME: Final = 200
LONGEST_NOTE: Final = 2_000
LONGEST_SESSION_NOTE: Final = 20_000  # where it is written, nothing limits it
LONGEST_LIST: Final = 10_000  # of ids in one text
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2999, 12, 31)
MOST_OFFSET: Final = 24 * 60 - 1
MOST: Final = 1_000_000

# What hides, or turns the direction of all that stands behind it.
_HIDDEN: Final = (
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
)
ONE_LINE: Final = r"\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
HIDDEN: Final = re.compile(f"[{_HIDDEN}]")
"""What no note of a file may have, and no export writes."""

UNSEEN: Final = re.compile(f"[{ONE_LINE}]")
"""What no name or id may have, which stand on one line."""

_DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z"
MOMENT: Final = re.compile(f"{_DATE}T{_TIME}")
"""What every moment of a file looks like."""


def _text(longest: int, kind: str, hidden: str = ONE_LINE, least: int = 0) -> Meta:
    signs = "without control or direction characters"
    return Meta(
        min_length=least or None,
        max_length=longest,
        pattern=f"^[^{hidden}]*$",
        description=f"{kind} of {least} to {longest} characters, {signs}",
    )


def _number(least: int, most: int) -> Meta:
    return Meta(ge=least, le=most, description=f"a whole number from {least} to {most}")


Id = Annotated[str, _text(LONGEST_ID, "an id", least=1)]
Named = Annotated[str, _text(LONGEST_ID, "a text")]
Name = Annotated[str, _text(LONGEST_NAME, "a text")]
DeletedId = Annotated[str, _text(2 * LONGEST_ID + 1, "an id", least=1)]
Ids = Annotated[str, _text(LONGEST_LIST, "ids with a space between: a text")]
Note = Annotated[str, _text(LONGEST_NOTE, "a text", _HIDDEN)]
SessionNote = Annotated[str, _text(LONGEST_SESSION_NOTE, "a text", _HIDDEN)]
Day = Annotated[str, Meta(pattern=f"^{_DATE}$", description="a date such as 2026-03-31")]
DayOrNothing = Annotated[
    str, Meta(pattern=f"^({_DATE})?$", description="a date such as 2026-03-31, or an empty text")
]
When = Annotated[
    str,
    Meta(
        pattern=f"^{_DATE}T{_TIME}$",
        description="a moment in UTC such as 2026-03-31T18:30:00.000000Z",
    ),
]
Weekdays = Annotated[
    str,
    Meta(pattern="^1?2?3?4?5?6?7?$", description='weekdays such as "135", Monday being 1'),
]
Offset = Annotated[int, _number(-MOST_OFFSET, MOST_OFFSET)]
Count = Annotated[int, _number(0, MOST)]
Ordinal = Annotated[int, _number(1, MOST)]
Painful = Annotated[int, _number(0, 10)]
Days = Annotated[int, _number(1, 3660)]
Reps = Annotated[int, _number(1, 1000)]
Sets = Annotated[int, _number(1, 100)]
Hold = Annotated[float, Meta(ge=0, le=3600, description="a number of seconds from 0 to 3600")]
Amount = Annotated[float, Meta(ge=0, le=MOST, description=f"a number from 0 to {MOST}")]
Total = Annotated[float, Meta(ge=0, le=MOST_TOTAL, description=f"a number from 0 to {MOST_TOTAL}")]
Speed = Annotated[float, Meta(gt=0, le=MOST, description=f"a number above 0, up to {MOST}")]
YesNo = Literal[0, 1]


def check_day(key: str, text: str | None) -> None:
    """Raise Fault unless a text of the right shape is a date of the calendar, or none at all."""
    if not text:
        return
    try:
        is_one = EARLIEST <= date.fromisoformat(text) <= LATEST
    except ValueError:
        is_one = False
    if not is_one:
        raise wrong(key, text, f"a date from {EARLIEST} to {LATEST}")


def check_moment(key: str, text: str | None) -> None:
    """Raise Fault unless a text of the right shape is a moment of the calendar, or none at all."""
    if text is None:
        return
    try:
        is_one = EARLIEST <= datetime.fromisoformat(text).date() <= LATEST
    except ValueError:
        is_one = False
    if not is_one:
        raise wrong(key, text, f"a moment from {EARLIEST} to {LATEST}")
