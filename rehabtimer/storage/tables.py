"""The tables, as they are now; `migrations` tells how a file came to have them.

Keys are made by the program. Moments are UTC text with the local offset in minutes beside them, and
the local date that they count for is frozen when they are written. `updated_at` is when a row was
written last; of two copies of a row the later one holds (`merging`).
"""

from sqlalchemy import (
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
from rehabtimer.core.records import Reach, SessionStatus, Source
from rehabtimer.core.workouts import MOST_METRES, MOST_MINUTES, MOST_TOTAL, Sport
from rehabtimer.storage.columns import (
    day,
    day_or_nothing,
    key,
    moment,
    number,
    one_of,
    real,
    score,
    side,
    speed,
    stamp,
    text,
    yes_no,
)
from rehabtimer.storage.schema import DELETABLE

metadata = MetaData()

courses = Table(
    "courses",
    metadata,
    key(),
    text("programme"),
    moment("begun_at"),
    day("started_on"),
    number("days", 1),
    text("arrangement"),
    moment("updated_at"),
    sqlite_strict=True,
)

plan_changes = Table(
    "plan_changes",
    metadata,
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    day("since", primary_key=True),
    Column("weekdays", Text, CheckConstraint("weekdays NOT GLOB '*[^1-7]*'"), nullable=False),
    sqlite_strict=True,
)

pauses = Table(
    "pauses",
    metadata,
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    day("since", primary_key=True),
    day("until", nullable=True),
    CheckConstraint("until >= since"),
    sqlite_strict=True,
)

choices = Table(
    "choices",
    metadata,
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    Column("exercise", Text, primary_key=True, nullable=False),
    yes_no("on"),
    text("reason"),
    day_or_nothing("since"),
    day_or_nothing("until"),
    day_or_nothing("not_before"),
    text("variant"),
    side("only", nullable=True),
    real("hold", nullable=True),
    number("reps", 1, nullable=True),
    number("sets", 1, nullable=True),
    moment("updated_at"),
    sqlite_strict=True,
)

sessions = Table(
    "sessions",
    metadata,
    key(),
    text("programme"),
    *stamp(),
    moment("updated_at"),
    moment("ended_at", nullable=True),
    one_of("status", SessionStatus),
    text("prescription"),
    number("position"),
    speed(),
    text("note"),
    one_of("source", Source),
    moment("edited_at", nullable=True),
    number("planned"),  # sets, and how many of them were done: told by `counting` alone
    number("done"),
    CheckConstraint("(status = 'open') = (ended_at IS NULL)"),
    # All that Trends takes of a session; the row itself is long.
    Index("sessions_by_date", "local_date", "id", "planned", "done"),
    sqlite_strict=True,
)

# Kept in the order of its key, without a second copy of it: there are far more of these rows than
# of all others.
sets = Table(
    "sets",
    metadata,
    Column("id", Text, CheckConstraint("id <> ''"), nullable=False),
    Column("session", ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    number("sequence"),
    text("exercise"),
    side("side"),
    number("set_number", 1),
    number("attempt", 1),
    Column("moving", Integer, CheckConstraint("moving IN (0, 1)"), nullable=False),
    number("planned_reps"),
    number("reps"),
    real("planned_seconds"),
    real("seconds"),
    one_of("outcome", Outcome, nullable=True),
    PrimaryKeyConstraint("session", "exercise", "side", "set_number", "attempt"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

workouts = Table(
    "workouts",
    metadata,
    key(),
    *stamp(),
    one_of("sport", Sport),
    number("minutes", 1, MOST_MINUTES, nullable=True),
    number("metres", 1, MOST_METRES, nullable=True),
    yes_no("warmed_up"),
    text("note"),
    moment("edited_at", nullable=True),
    moment("updated_at"),
    Index("workouts_by_date", "local_date"),
    sqlite_strict=True,
)

pain = Table(
    "pain",
    metadata,
    key(),
    *stamp(),
    side("knee"),
    score(),
    one_of("moment", Moment),
    Column("session", Text),
    Column("exercise", Text),
    side("side", nullable=True),
    number("set_number", 1, nullable=True),
    number("rep", nullable=True),
    text("note"),
    yes_no("sharp"),
    yes_no("locking"),
    one_of("decision", Decision, nullable=True),
    one_of("activity", Activity, nullable=True),
    Column("workout", ForeignKey("workouts.id", ondelete="CASCADE")),
    moment("edited_at", nullable=True),
    moment("updated_at"),
    CheckConstraint("score IS NOT NULL OR moment = 'during'"),
    ForeignKeyConstraint(["session"], ["sessions.id"], ondelete="SET NULL"),
    Index("pain_by_date", "local_date", "knee", "score"),  # all that a day's worst takes
    sqlite_strict=True,
)

skips = Table(
    "skips",
    metadata,
    key(),
    *stamp(),
    Column("course", ForeignKey("courses.id", ondelete="CASCADE"), nullable=False),
    text("exercise"),
    side("side", nullable=True),
    score(),
    one_of("reason", OffReason),
    one_of("reach", Reach),
    Column("session", ForeignKey("sessions.id", ondelete="SET NULL")),
    day("until", nullable=True),
    day("tried_on", nullable=True),
    moment("updated_at"),
    Index("skips_by_exercise", "exercise", "at"),
    sqlite_strict=True,
)

relievers = Table(
    "relievers",
    metadata,
    day("local_date", primary_key=True),
    yes_no("taken"),
    moment("updated_at"),
    sqlite_strict=True,
)

total_scores = Table(
    "total_scores",
    metadata,
    key(),
    day("local_date"),
    text("name"),
    real("value", MOST_TOTAL),
    real("most", MOST_TOTAL, nullable=True),
    moment("edited_at", nullable=True),
    moment("updated_at"),
    sqlite_strict=True,
)

preferences = Table(
    "preferences",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    text("value"),
    moment("updated_at"),
    sqlite_strict=True,
)

# What was deleted, so that it does not come back with a copy of it from somewhere else. The id of a
# choice is that of its course and its exercise, with a slash between.
deletions = Table(
    "deletions",
    metadata,
    one_of("kind", DELETABLE, primary_key=True),
    Column("id", Text, primary_key=True, nullable=False),
    moment("at"),
    sqlite_strict=True,
)
