"""What is kept, as a person would see it: whenever it was written."""

from typing import Any

Tables = dict[str, Any]


def as_seen(tables: Tables) -> Tables:
    """The rows of an export without when they were written, and without what was deleted."""
    return {
        name: [{key: row[key] for key in row if key != "updated_at"} for row in rows]
        for name, rows in tables.items()
        if name != "deletions"
    }
