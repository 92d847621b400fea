"""The tables, as they are now; `migrations` tells how a file came to have them.

Keys are made by the program. Moments are UTC text with the local offset in minutes beside them, and
the local date that they count for is frozen when they are written.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, SessionStatus

metadata = MetaData()

_DIGIT = "[0-9]"
_DATE = f"{_DIGIT * 4}-[01]{_DIGIT}-[0-3]{_DIGIT}"
_MOMENT = f"{_DATE}T[0-2]{_DIGIT}:[0-5]{_DIGIT}:[0-6]{_DIGIT}.{_DIGIT * 6}Z"
_DAY_OF_MINUTES = 24 * 60
_MOST = 1_000_000


def _check(rule: str) -> CheckConstraint:
    return CheckConstraint(rule)


def _one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """Not written as `IN`, for which `integrity_check` builds a list anew for every row."""
    return _check(" OR ".join(f"{column} = '{word}'" for word in words))


def _dated(column: str) -> CheckConstraint:
    return _check(f"{column} GLOB '{_DATE}' AND {column} > '0001'")


def _date_or_none(name: str) -> Column[str]:
    rule = _check(f"{name} = '' OR {name} GLOB '{_DATE}'")
    return Column(name, Text, rule, nullable=False)


def _yes_no(name: str) -> Column[int]:
    return Column(name, Integer, _check(f'"{name}" IN (0, 1)'), nullable=False)


def _word(name: str, words: Iterable[StrEnum], *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, _one_of(name, words), nullable=nullable)


def _timed(column: str) -> CheckConstraint:
    return _check(f"{column} GLOB '{_MOMENT}'")


def _counted(column: str, least: int = 0) -> CheckConstraint:
    return _check(f"{column} BETWEEN {least} AND {_MOST}")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _key() -> Column[str]:
    return Column("id", Text, _check("id <> ''"), primary_key=True, nullable=False)


def _offset() -> Column[int]:
    rule = _check(f'"offset" BETWEEN -{_DAY_OF_MINUTES} AND {_DAY_OF_MINUTES}')
    return Column("offset", Integer, rule, nullable=False)


def _number(name: str, least: int = 0, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, _counted(name, least), nullable=nullable)


def _real(name: str) -> Column[float]:
    return Column(name, REAL, _counted(name), nullable=False)


def _score() -> Column[int]:
    return Column("score", Integer, _check("score BETWEEN 0 AND 10"))


def _side(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, _one_of(name, Side), nullable=nullable)


courses = Table(
    "courses",
    metadata,
    _key(),
    Column("number", Integer, _counted("number", 1), nullable=False, unique=True),
    _text("programme"),
    Column("started_on", Text, _dated("started_on"), nullable=False),
    _number("days", 1),
    _text("arrangement"),
    sqlite_strict=True,
)

plan_changes = Table(
    "plan_changes",
    metadata,
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Text, _dated("since"), primary_key=True, nullable=False),
    Column("weekdays", Text, _check("weekdays NOT GLOB '*[^1-7]*'"), nullable=False),
    sqlite_strict=True,
)

pauses = Table(
    "pauses",
    metadata,
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Text, _dated("since"), primary_key=True, nullable=False),
    Column("until", Text, _dated("until")),
    CheckConstraint("until >= since"),
    sqlite_strict=True,
)

choices = Table(
    "choices",
    metadata,
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    Column("exercise", Text, primary_key=True, nullable=False),
    _yes_no("on"),
    _text("reason"),
    _date_or_none("since"),
    _date_or_none("until"),
    _date_or_none("not_before"),
    _text("variant"),
    _side("only", nullable=True),
    Column("hold", REAL, _counted("hold")),
    _number("reps", 1, nullable=True),
    _number("sets", 1, nullable=True),
    sqlite_strict=True,
)

sessions = Table(
    "sessions",
    metadata,
    _key(),
    _text("programme"),
    Column("at", Text, _timed("at"), nullable=False),
    _offset(),
    Column("local_date", Text, _dated("local_date"), nullable=False),
    Column("updated_at", Text, _timed("updated_at"), nullable=False),
    Column("ended_at", Text, _timed("ended_at")),
    Column("status", Text, _one_of("status", SessionStatus), nullable=False),
    _text("prescription"),
    _number("position"),
    Column("speed", REAL, _check(f"speed > 0 AND speed <= {_MOST}"), nullable=False),
    _text("note"),
    CheckConstraint("(status = 'open') = (ended_at IS NULL)"),
    Index("sessions_by_date", "local_date", "id"),
    sqlite_strict=True,
)

# Kept in the order of its key, without a second copy of it: there are far more of these rows than
# of all others.
sets = Table(
    "sets",
    metadata,
    Column("id", Text, _check("id <> ''"), nullable=False),
    Column("session", ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    _number("sequence"),
    _text("exercise"),
    _side("side"),
    _number("set_number", 1),
    _number("attempt", 1),
    Column("moving", Integer, _check("moving IN (0, 1)"), nullable=False),
    _number("planned_reps"),
    _number("reps"),
    _real("planned_seconds"),
    _real("seconds"),
    Column("outcome", Text, _one_of("outcome", Outcome)),
    PrimaryKeyConstraint("session", "exercise", "side", "set_number", "attempt"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

pain = Table(
    "pain",
    metadata,
    _key(),
    Column("at", Text, _timed("at"), nullable=False),
    _offset(),
    Column("local_date", Text, _dated("local_date"), nullable=False),
    _side("knee"),
    _score(),
    _word("moment", Moment),
    Column("session", Text),
    Column("exercise", Text),
    _side("side", nullable=True),
    _number("set_number", 1, nullable=True),
    _number("rep", nullable=True),
    _text("note"),
    _yes_no("sharp"),
    _yes_no("locking"),
    _word("decision", Decision, nullable=True),
    _word("activity", Activity, nullable=True),
    CheckConstraint("score IS NOT NULL OR moment = 'during'"),
    ForeignKeyConstraint(["session"], ["sessions.id"], ondelete="SET NULL"),
    Index("pain_by_date", "local_date"),
    sqlite_strict=True,
)

skips = Table(
    "skips",
    metadata,
    _key(),
    Column("at", Text, _timed("at"), nullable=False),
    _offset(),
    Column("local_date", Text, _dated("local_date"), nullable=False),
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), nullable=False),
    _text("exercise"),
    _side("side", nullable=True),
    _score(),
    _word("reason", OffReason),
    _word("reach", Reach),
    Column("session", ForeignKey("sessions.id", ondelete="SET NULL")),
    Column("until", Text, _dated("until")),
    Column("tried_on", Text, _dated("tried_on")),
    Index("skips_by_exercise", "exercise", "at"),
    sqlite_strict=True,
)

preferences = Table(
    "preferences",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    _text("value"),
    Column("updated_at", Text, _timed("updated_at"), nullable=False),
    sqlite_strict=True,
)
