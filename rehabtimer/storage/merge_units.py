"""What is compared when two histories become one: a unit is kept or given up as a whole."""

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple

import msgspec

from rehabtimer.storage.tables import metadata

Values = tuple[Any, ...]
Key = tuple[str, ...]


class Kind:
    """One kind of unit: the table of its rows, and the tables of what belongs to each of them."""

    def __init__(self, name: str, *parts: tuple[str, str], order: str = "") -> None:
        """Take the table, and the tables of the parts with the column that names the row."""
        table = metadata.tables[name]
        self.name = name
        self.columns = tuple(column.name for column in table.columns)
        self.key = tuple(column.name for column in table.primary_key.columns)
        self.parts = parts
        self.places = tuple(self.columns.index(each) for each in self.key)
        self.written = self.columns.index("updated_at")
        listed = ", ".join(f'"{each}"' for each in self.columns)
        which = " AND ".join(f'"{each}" = ?' for each in self.key)
        self.all = f"SELECT {listed} FROM {name} ORDER BY {order or ', '.join(self.key)}"  # noqa: S608
        self.one = f"SELECT {listed} FROM {name} WHERE {which}"  # noqa: S608
        self.of_parts = tuple(
            f"SELECT * FROM {part} WHERE {link} = ? ORDER BY {_key_of(part)}"  # noqa: S608
            for part, link in parts
        )

    def place(self, column: str) -> int:
        """Return where a column stands in a row."""
        return self.columns.index(column)


def _key_of(table: str) -> str:
    return ", ".join(column.name for column in metadata.tables[table].primary_key.columns)


# Choices come in the order in which they were made, as far as that can still be told: a programme's
# own exercises stand in it.
KINDS: Final = (
    Kind("courses", ("plan_changes", "course"), ("pauses", "course")),
    Kind("choices", order="updated_at, course, exercise"),
    Kind("sessions", ("sets", "session")),
    Kind("workouts"),
    Kind("pain"),
    Kind("skips"),
    Kind("relievers"),
    Kind("total_scores"),
    Kind("preferences"),
)
"""Every kind, parents before their children."""

FOLLOWED: Final = ("courses", "choices", "skips")
"""The kinds that give way where a history has only begun by itself."""

RECORDS: Final = ("sessions", "workouts", "pain", "total_scores")
"""The kinds that make a history one."""

# What is there only because a person has wanted it; a course begins by itself, with its first plan.
_WANTED: Final = (
    "SELECT 1 FROM choices",
    "SELECT 1 FROM skips",
    "SELECT 1 FROM relievers",
    "SELECT 1 FROM pauses",
    "SELECT 1 FROM courses WHERE arrangement <> ''",
    "SELECT 1 FROM courses LIMIT 1 OFFSET 1",
    "SELECT 1 FROM plan_changes GROUP BY course HAVING count(*) > 1",
    "SELECT 1 FROM preferences WHERE key NOT IN ('demo', 'welcomed', 'units')",
)


class Unit(NamedTuple):
    """A row with its parts; `head` has the columns in their order."""

    kind: Kind
    head: Values
    parts: tuple[tuple[Values, ...], ...]

    @property
    def key(self) -> Key:
        """Its key."""
        return tuple(self.head[place] for place in self.kind.places)

    @property
    def grave(self) -> tuple[str, str]:
        """Under which kind and id it is remembered if it was deleted."""
        return self.kind.name, "/".join(self.key)

    @property
    def updated_at(self) -> str:
        """When it was written last."""
        found: str = self.head[self.kind.written]
        return found

    @property
    def content(self) -> tuple[Any, ...]:
        """All of it but when it was written."""
        written = self.kind.written
        return (*self.head[:written], *self.head[written + 1 :], self.parts)

    @property
    def weight(self) -> tuple[str, bytes]:
        """What the unit that holds has more of: it was written later, or else is greater."""
        return self.updated_at, msgspec.json.encode(self.content)

    def get(self, column: str) -> Any:
        """Return the value of a column."""
        return self.head[self.kind.place(column)]

    def without(self, column: str) -> "Unit":
        """Return the unit with nothing in a column."""
        place = self.kind.place(column)
        return self._replace(head=(*self.head[:place], None, *self.head[place + 1 :]))


class Side:
    """One of the two histories, to be read."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Read through a connection that has a transaction, or needs none."""
        self.raw = raw

    def units(self, kind: Kind) -> Iterator[Unit]:
        """Yield the units of a kind by their keys."""
        for head in self.raw.execute(kind.all):
            yield self._whole(kind, head)

    def unit(self, kind: Kind, key: Key) -> Unit | None:
        """Return one unit, or None where there is none."""
        head = self.raw.execute(kind.one, key).fetchone()
        return None if head is None else self._whole(kind, head)

    def written(self, kind: str, identity: str) -> str:
        """Return when a session or another activity was written last; "" where there is none."""
        query = f"SELECT updated_at FROM {kind} WHERE id = ?"  # noqa: S608
        found = self.raw.execute(query, (identity,)).fetchone()
        return found[0] if found else ""

    def count(self, kind: str) -> int:
        """Return how many rows a table has."""
        found: int = self.raw.execute(f"SELECT count(*) FROM {kind}").fetchone()[0]  # noqa: S608
        return found

    @cached_property
    def graves(self) -> dict[tuple[str, str], str]:
        """When what was deleted, by kind and id."""
        rows = self.raw.execute("SELECT kind, id, at FROM deletions")
        return {(kind, identity): at for kind, identity, at in rows}

    @cached_property
    def has_begun(self) -> bool:
        """Whether there is, or was, any record; else its programme has only begun by itself."""
        return any(map(self.count, RECORDS)) or any(kind in RECORDS for kind, _ in self.graves)

    @cached_property
    def is_anybodys(self) -> bool:
        """Whether anything is there that a person has told or chosen, in this or another way."""
        return self.has_begun or any(self.raw.execute(query).fetchone() for query in _WANTED)

    @cached_property
    def is_demo(self) -> bool:
        """Whether the history is made up."""
        query = "SELECT 1 FROM preferences WHERE key = 'demo' AND value = 'true'"
        return self.raw.execute(query).fetchone() is not None

    def _whole(self, kind: Kind, head: Values) -> Unit:
        identity = head[kind.places[0]]
        parts = tuple(tuple(self.raw.execute(query, (identity,))) for query in kind.of_parts)
        return Unit(kind, head, parts)
