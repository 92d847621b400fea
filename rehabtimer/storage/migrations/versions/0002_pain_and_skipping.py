"""Pain with what was chosen about it; skips as records of their own; pauses, order and versions.

Tables are filled again from a copy: SQLite cannot add to the rules of one that is there.
"""

from typing import Final

from alembic import op

_D = "[0-9]"
_DATE = f"{_D * 4}-[01]{_D}-[0-3]{_D}"
_MOMENT = f"{_DATE}T[0-2]{_D}:[0-5]{_D}:[0-6]{_D}.{_D * 6}Z"

_COURSES: Final = f"""
    CREATE TABLE courses (
        id TEXT NOT NULL CHECK (id <> ''),
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000),
        programme TEXT NOT NULL,
        started_on TEXT NOT NULL CHECK (started_on GLOB '{_DATE}' AND started_on > '0001'),
        days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000000),
        arrangement TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (number)
    ) STRICT
    """

_PAUSES: Final = f"""
    CREATE TABLE pauses (
        course TEXT NOT NULL,
        since TEXT NOT NULL CHECK (since GLOB '{_DATE}' AND since > '0001'),
        until TEXT CHECK (until GLOB '{_DATE}' AND until > '0001'),
        PRIMARY KEY (course, since),
        CHECK (until >= since),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE
    ) STRICT
    """

_CHOICES: Final = f"""
    CREATE TABLE choices (
        course TEXT NOT NULL,
        exercise TEXT NOT NULL,
        "on" INTEGER NOT NULL CHECK ("on" IN (0, 1)),
        reason TEXT NOT NULL,
        since TEXT NOT NULL CHECK (since = '' OR since GLOB '{_DATE}'),
        until TEXT NOT NULL CHECK (until = '' OR until GLOB '{_DATE}'),
        not_before TEXT NOT NULL CHECK (not_before = '' OR not_before GLOB '{_DATE}'),
        variant TEXT NOT NULL,
        only TEXT CHECK (only = 'left' OR only = 'right' OR only = 'both'),
        hold REAL CHECK (hold BETWEEN 0 AND 1000000),
        reps INTEGER CHECK (reps BETWEEN 1 AND 1000000),
        sets INTEGER CHECK (sets BETWEEN 1 AND 1000000),
        PRIMARY KEY (course, exercise),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE
    ) STRICT
    """

_PAIN: Final = f"""
    CREATE TABLE pain (
        id TEXT NOT NULL CHECK (id <> ''),
        at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
        "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -1440 AND 1440),
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001'),
        knee TEXT NOT NULL CHECK (knee = 'left' OR knee = 'right' OR knee = 'both'),
        score INTEGER CHECK (score BETWEEN 0 AND 10),
        moment TEXT NOT NULL CHECK (
            moment = 'before' OR moment = 'during' OR moment = 'after'
            OR moment = 'later' OR moment = 'morning' OR moment = 'extra'
        ),
        session TEXT,
        exercise TEXT,
        side TEXT CHECK (side = 'left' OR side = 'right' OR side = 'both'),
        set_number INTEGER CHECK (set_number BETWEEN 1 AND 1000000),
        rep INTEGER CHECK (rep BETWEEN 0 AND 1000000),
        note TEXT NOT NULL,
        sharp INTEGER NOT NULL CHECK ("sharp" IN (0, 1)),
        locking INTEGER NOT NULL CHECK ("locking" IN (0, 1)),
        decision TEXT CHECK (
            decision = 'easier-version' OR decision = 'less' OR decision = 'skip-side'
            OR decision = 'skip-today' OR decision = 'skip-until-date'
            OR decision = 'skip-until-on' OR decision = 'go-on' OR decision = 'end'
        ),
        activity TEXT CHECK (
            activity = 'stairs' OR activity = 'squatting' OR activity = 'long-sitting'
            OR activity = 'running' OR activity = 'other'
        ),
        PRIMARY KEY (id),
        CHECK (score IS NOT NULL OR moment = 'during'),
        FOREIGN KEY(session) REFERENCES sessions (id) ON DELETE SET NULL
    ) STRICT
    """

_SKIPS: Final = f"""
    CREATE TABLE skips (
        id TEXT NOT NULL CHECK (id <> ''),
        at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
        "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -1440 AND 1440),
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001'),
        course TEXT NOT NULL,
        exercise TEXT NOT NULL,
        side TEXT CHECK (side = 'left' OR side = 'right' OR side = 'both'),
        score INTEGER CHECK (score BETWEEN 0 AND 10),
        reason TEXT NOT NULL CHECK (
            reason = 'stairs-hurt' OR reason = 'hurt' OR reason = 'own-choice'
        ),
        reach TEXT NOT NULL CHECK (
            reach = 'side' OR reach = 'today' OR reach = 'until' OR reach = 'open'
        ),
        session TEXT,
        until TEXT CHECK (until GLOB '{_DATE}' AND until > '0001'),
        tried_on TEXT CHECK (tried_on GLOB '{_DATE}' AND tried_on > '0001'),
        PRIMARY KEY (id),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE,
        FOREIGN KEY(session) REFERENCES sessions (id) ON DELETE SET NULL
    ) STRICT
    """

# What was off for good before there were skips; it is at noon, since nobody kept the hour.
_OFF: Final = """
    INSERT INTO skips
    SELECT 'skip-' || course || '-' || exercise, since || 'T12:00:00.000000Z', 0, since, course,
           exercise, NULL,
           (SELECT score FROM pain
             WHERE pain.exercise = choices.exercise AND moment = 'during' AND reason = 'hurt'
             ORDER BY at DESC LIMIT 1),
           reason, 'open', NULL, NULL, NULL
      FROM choices
     WHERE "on" = 0 AND since <> '' AND reason IN ('stairs-hurt', 'hurt', 'own-choice')
"""


def upgrade() -> None:
    """Widen courses, choices and pain; add pauses and skips."""
    _widen("courses", _COURSES, "id, number, programme, started_on, days, ''")
    op.execute(_PAUSES)
    kept = 'course, exercise, "on", reason, since'
    _widen("choices", _CHOICES, f"{kept}, '', '', '', NULL, hold, reps, sets")
    place = 'id, at, "offset", local_date, knee, score, moment, session, exercise, side'
    _widen("pain", _PAIN, f"{place}, set_number, rep, note, 0, 0, NULL, NULL")
    op.execute("CREATE INDEX pain_by_date ON pain (local_date)")
    op.execute(_SKIPS)
    op.execute("CREATE INDEX skips_by_exercise ON skips (exercise, at)")
    op.execute(_OFF)


def _widen(table: str, statement: str, columns: str) -> None:
    op.execute(f"CREATE TEMP TABLE former AS SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
    op.execute(f"DROP TABLE {table}")
    op.execute(statement)
    op.execute(f"INSERT INTO {table} SELECT {columns} FROM former ORDER BY rowid")  # noqa: S608
    op.execute("DROP TABLE former")
