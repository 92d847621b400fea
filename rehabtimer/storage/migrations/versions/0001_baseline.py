"""The first schema."""

from alembic import op

_D = "[0-9]"
_DATE = f"{_D * 4}-[01]{_D}-[0-3]{_D}"
_MOMENT = f"{_DATE}T[0-2]{_D}:[0-5]{_D}:[0-6]{_D}.{_D * 6}Z"

_STATEMENTS = (
    f"""
    CREATE TABLE courses (
        id TEXT NOT NULL CHECK (id <> ''),
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000),
        programme TEXT NOT NULL,
        started_on TEXT NOT NULL CHECK (started_on GLOB '{_DATE}' AND started_on > '0001'),
        days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000000),
        PRIMARY KEY (id),
        UNIQUE (number)
    ) STRICT
    """,
    f"""
    CREATE TABLE plan_changes (
        course TEXT NOT NULL,
        since TEXT NOT NULL CHECK (since GLOB '{_DATE}' AND since > '0001'),
        weekdays TEXT NOT NULL CHECK (weekdays NOT GLOB '*[^1-7]*'),
        PRIMARY KEY (course, since),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE
    ) STRICT
    """,
    f"""
    CREATE TABLE choices (
        course TEXT NOT NULL,
        exercise TEXT NOT NULL,
        "on" INTEGER NOT NULL CHECK ("on" IN (0, 1)),
        reason TEXT NOT NULL,
        since TEXT NOT NULL CHECK (since = '' OR since GLOB '{_DATE}'),
        hold REAL CHECK (hold BETWEEN 0 AND 1000000),
        reps INTEGER CHECK (reps BETWEEN 1 AND 1000000),
        sets INTEGER CHECK (sets BETWEEN 1 AND 1000000),
        PRIMARY KEY (course, exercise),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE
    ) STRICT
    """,
    f"""
    CREATE TABLE sessions (
        id TEXT NOT NULL CHECK (id <> ''),
        programme TEXT NOT NULL,
        at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
        "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -1440 AND 1440),
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001'),
        updated_at TEXT NOT NULL CHECK (updated_at GLOB '{_MOMENT}'),
        ended_at TEXT CHECK (ended_at GLOB '{_MOMENT}'),
        status TEXT NOT NULL CHECK (status = 'open' OR status = 'left' OR status = 'ended'),
        prescription TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
        speed REAL NOT NULL CHECK (speed > 0 AND speed <= 1000000),
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        CHECK ((status = 'open') = (ended_at IS NULL))
    ) STRICT
    """,
    "CREATE INDEX sessions_by_date ON sessions (local_date, id)",
    """
    CREATE TABLE sets (
        id TEXT NOT NULL CHECK (id <> ''),
        session TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 1000000),
        exercise TEXT NOT NULL,
        side TEXT NOT NULL CHECK (side = 'left' OR side = 'right' OR side = 'both'),
        set_number INTEGER NOT NULL CHECK (set_number BETWEEN 1 AND 1000000),
        attempt INTEGER NOT NULL CHECK (attempt BETWEEN 1 AND 1000000),
        moving INTEGER NOT NULL CHECK (moving IN (0, 1)),
        planned_reps INTEGER NOT NULL CHECK (planned_reps BETWEEN 0 AND 1000000),
        reps INTEGER NOT NULL CHECK (reps BETWEEN 0 AND 1000000),
        planned_seconds REAL NOT NULL CHECK (planned_seconds BETWEEN 0 AND 1000000),
        seconds REAL NOT NULL CHECK (seconds BETWEEN 0 AND 1000000),
        outcome TEXT CHECK (outcome = 'done' OR outcome = 'partial' OR outcome = 'skipped'),
        PRIMARY KEY (session, exercise, side, set_number, attempt),
        FOREIGN KEY(session) REFERENCES sessions (id) ON DELETE CASCADE
    ) WITHOUT ROWID, STRICT
    """,
    f"""
    CREATE TABLE pain (
        id TEXT NOT NULL CHECK (id <> ''),
        at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
        "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -1440 AND 1440),
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001'),
        knee TEXT NOT NULL CHECK (knee = 'left' OR knee = 'right' OR knee = 'both'),
        score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
        moment TEXT NOT NULL CHECK (
            moment = 'before' OR moment = 'during' OR moment = 'after'
            OR moment = 'morning' OR moment = 'extra'
        ),
        session TEXT,
        exercise TEXT,
        side TEXT CHECK (side = 'left' OR side = 'right' OR side = 'both'),
        set_number INTEGER CHECK (set_number BETWEEN 1 AND 1000000),
        rep INTEGER CHECK (rep BETWEEN 0 AND 1000000),
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(session) REFERENCES sessions (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX pain_by_date ON pain (local_date)",
    f"""
    CREATE TABLE preferences (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        updated_at TEXT NOT NULL CHECK (updated_at GLOB '{_MOMENT}'),
        PRIMARY KEY ("key")
    ) STRICT
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
