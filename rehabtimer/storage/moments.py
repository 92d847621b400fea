"""Moments as rows have them."""

from datetime import UTC, datetime


def moment_text(moment: datetime) -> str:
    """Return an aware moment as UTC text of fixed length, which sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """Return the moment of a text that `moment_text` made."""
    return datetime.fromisoformat(text)
