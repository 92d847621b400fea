"""What every row of an export has in common: its dates are in the calendar."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from rehabtimer.storage.document_types import check_day, check_moment

_MOMENTS: Final = ("at", "updated_at", "ended_at", "edited_at", "begun_at")
_DAYS: Final = ("local_date", "started_on", "since", "until", "not_before", "tried_on")


class Row(Struct, kw_only=True):
    """One row; its fields are the columns of its table."""

    def __post_init__(self) -> None:
        """Raise Fault for a date that is in no calendar."""
        for check, name in _checks(type(self)):
            check(name, getattr(self, name))


_known: dict[type[Row], list[tuple[Callable[[str, str | None], None], str]]] = {}


def _checks(kind: type[Row]) -> list[tuple[Callable[[str, str | None], None], str]]:
    """Return what is to be looked at in a row, found out once for each kind."""
    if kind not in _known:
        names = kind.__struct_fields__
        moments = [(check_moment, name) for name in _MOMENTS if name in names]
        _known[kind] = [*moments, *((check_day, name) for name in _DAYS if name in names)]
    return _known[kind]
