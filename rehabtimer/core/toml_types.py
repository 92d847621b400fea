"""The kinds of text in files from outside: what a schema says of them, and how long they may be."""

from collections.abc import Iterable
from typing import Annotated, Final

from msgspec import Meta

LONGEST_TEXT: Final = 2000
LONGEST_NAME: Final = 80
LONGEST_LINE: Final = 300
MOST_ENTRIES: Final = 12  # of a list of lines, areas, things or variants
MOST_EXERCISES: Final = 100  # of a programme
ID_PATTERN: Final = "[a-z0-9-]{1,64}"

# Something to see, on one line, and nothing that hides or turns the direction of writing.
_PRESENTABLE = (
    r"^(?=.*\S)[^\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\ufeff]*$"
)


def _text(longest: int) -> Meta:
    bounds = {"minLength": 1, "maxLength": longest, "pattern": _PRESENTABLE}
    return Meta(extra_json_schema=bounds)


def some() -> Meta:
    """Return what a schema says of a list with at least one entry."""
    return Meta(extra_json_schema={"minItems": 1, "maxItems": MOST_ENTRIES})


def up_to(most: int = MOST_ENTRIES) -> Meta:
    """Return what a schema says of a list with so many entries, or none."""
    return Meta(extra_json_schema={"maxItems": most})


def each_once(most: int, *, least: int = 0) -> Meta:
    """Return what a schema says of a list with so many entries, none twice."""
    bounds: dict[str, object] = {"maxItems": most, "uniqueItems": True}
    return Meta(extra_json_schema=bounds | ({"minItems": least} if least else {}))


def one_of(names: Iterable[str]) -> Meta:
    """Return what a schema says of a text that is one of these."""
    return Meta(extra_json_schema={"enum": [str(name) for name in names]})


Text = Annotated[str, _text(LONGEST_TEXT)]
Line = Annotated[str, _text(LONGEST_LINE)]
Name = Annotated[str, _text(LONGEST_NAME)]
Identity = Annotated[str, Meta(extra_json_schema={"pattern": f"^{ID_PATTERN}$"})]
