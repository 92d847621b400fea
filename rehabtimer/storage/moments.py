"""Moments as rows have them."""

from datetime import UTC, datetime, timedelta


def moment_text(moment: datetime) -> str:
    """Return an aware moment as UTC text of fixed length, which sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """Return the moment of a text that `moment_text` made."""
    return datetime.fromisoformat(text)


def just_after(text: str) -> str:
    """Return the next moment after one; at the end of time there is none, and it is the same."""
    try:
        return moment_text(moment_of(text) + timedelta(microseconds=1))
    except OverflowError:
        return text


def moment_text_or_none(moment: datetime | None) -> str | None:
    """Return the text of a moment, if there is one."""
    return moment_text(moment) if moment else None


def moment_or_none(text: str | None) -> datetime | None:
    """Return the moment of a text, if there is one."""
    return moment_of(text) if text else None
