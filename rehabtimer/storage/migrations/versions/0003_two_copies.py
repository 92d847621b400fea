"""When each row was written last, so that two copies of a history can become one.

Also what was deleted, sessions that were added by hand, other exercise, days with a pain reliever,
and totals of questionnaires. Courses are told apart by when they were begun, and no longer by a
number, which two copies would both give away.
"""

from typing import Final

from alembic import op

_D = "[0-9]"
_DATE = f"{_D * 4}-[01]{_D}-[0-3]{_D}"
_MOMENT = f"{_DATE}T[0-2]{_D}:[0-5]{_D}:[0-6]{_D}.{_D * 6}Z"
_UPDATED = f"updated_at TEXT NOT NULL CHECK (updated_at GLOB '{_MOMENT}')"
_EDITED = f"edited_at TEXT CHECK (edited_at GLOB '{_MOMENT}')"
_STAMP = f"""
        at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
        "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -1440 AND 1440),
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001')"""

_COURSES: Final = f"""
    CREATE TABLE courses (
        id TEXT NOT NULL CHECK (id <> ''),
        programme TEXT NOT NULL,
        begun_at TEXT NOT NULL CHECK (begun_at GLOB '{_MOMENT}'),
        started_on TEXT NOT NULL CHECK (started_on GLOB '{_DATE}' AND started_on > '0001'),
        days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000000),
        arrangement TEXT NOT NULL,
        {_UPDATED},
        PRIMARY KEY (id)
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
        {_UPDATED},
        PRIMARY KEY (course, exercise),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE
    ) STRICT
    """

_SESSIONS: Final = f"""
    CREATE TABLE sessions (
        id TEXT NOT NULL CHECK (id <> ''),
        programme TEXT NOT NULL,{_STAMP},
        {_UPDATED},
        ended_at TEXT CHECK (ended_at GLOB '{_MOMENT}'),
        status TEXT NOT NULL CHECK (status = 'open' OR status = 'left' OR status = 'ended'),
        prescription TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
        speed REAL NOT NULL CHECK (speed > 0 AND speed <= 1000000),
        note TEXT NOT NULL,
        source TEXT NOT NULL CHECK (source = 'timed' OR source = 'added'),
        {_EDITED},
        planned INTEGER NOT NULL CHECK (planned BETWEEN 0 AND 1000000),
        done INTEGER NOT NULL CHECK (done BETWEEN 0 AND 1000000),
        PRIMARY KEY (id),
        CHECK ((status = 'open') = (ended_at IS NULL))
    ) STRICT
    """

_WORKOUTS: Final = f"""
    CREATE TABLE workouts (
        id TEXT NOT NULL CHECK (id <> ''),{_STAMP},
        sport TEXT NOT NULL CHECK (
            sport = 'running' OR sport = 'walking' OR sport = 'cycling' OR sport = 'swimming'
            OR sport = 'yoga' OR sport = 'foam-rolling' OR sport = 'other'
        ),
        minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
        metres INTEGER CHECK (metres BETWEEN 1 AND 500000),
        warmed_up INTEGER NOT NULL CHECK ("warmed_up" IN (0, 1)),
        note TEXT NOT NULL,
        {_EDITED},
        {_UPDATED},
        PRIMARY KEY (id)
    ) STRICT
    """

_PAIN: Final = f"""
    CREATE TABLE pain (
        id TEXT NOT NULL CHECK (id <> ''),{_STAMP},
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
        workout TEXT,
        {_EDITED},
        {_UPDATED},
        PRIMARY KEY (id),
        CHECK (score IS NOT NULL OR moment = 'during'),
        FOREIGN KEY(session) REFERENCES sessions (id) ON DELETE SET NULL,
        FOREIGN KEY(workout) REFERENCES workouts (id) ON DELETE CASCADE
    ) STRICT
    """

_SKIPS: Final = f"""
    CREATE TABLE skips (
        id TEXT NOT NULL CHECK (id <> ''),{_STAMP},
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
        {_UPDATED},
        PRIMARY KEY (id),
        FOREIGN KEY(course) REFERENCES courses (id) ON DELETE CASCADE,
        FOREIGN KEY(session) REFERENCES sessions (id) ON DELETE SET NULL
    ) STRICT
    """

_NEW: Final = (
    _WORKOUTS,
    "CREATE INDEX workouts_by_date ON workouts (local_date)",
    f"""
    CREATE TABLE relievers (
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001'),
        taken INTEGER NOT NULL CHECK ("taken" IN (0, 1)),
        {_UPDATED},
        PRIMARY KEY (local_date)
    ) STRICT
    """,
    f"""
    CREATE TABLE total_scores (
        id TEXT NOT NULL CHECK (id <> ''),
        local_date TEXT NOT NULL CHECK (local_date GLOB '{_DATE}' AND local_date > '0001'),
        name TEXT NOT NULL,
        value REAL NOT NULL CHECK (value BETWEEN 0 AND 1000),
        most REAL CHECK (most BETWEEN 0 AND 1000),
        {_EDITED},
        {_UPDATED},
        PRIMARY KEY (id)
    ) STRICT
    """,
    f"""
    CREATE TABLE deletions (
        kind TEXT NOT NULL CHECK (
            kind = 'courses' OR kind = 'choices' OR kind = 'sessions' OR kind = 'workouts'
            OR kind = 'pain' OR kind = 'skips' OR kind = 'total_scores'
        ),
        id TEXT NOT NULL,
        at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
        PRIMARY KEY (kind, id)
    ) STRICT
    """,
)

# Nobody kept when a course was begun or a choice made: it is told as noon of its date, and the
# courses of one date stay in their order.
_BEGUN: Final = "started_on || 'T12:00:00.' || printf('%06d', number) || 'Z'"
_CHOSEN: Final = (
    "CASE WHEN since <> '' THEN since || 'T12:00:00.000000Z'"
    " ELSE (SELECT begun_at FROM courses WHERE id = course) END"
)

_COUNTED: Final = """
    UPDATE sessions
       SET planned = (SELECT count(*) FROM sets WHERE session = sessions.id AND attempt = 1),
           done = (SELECT count(DISTINCT exercise || ' ' || side || ' ' || set_number)
                     FROM sets WHERE session = sessions.id AND outcome = 'done')
    """


def upgrade() -> None:
    """Add what was written last to every row, and the new tables."""
    _remake(
        "courses", _COURSES, f"id, programme, {_BEGUN}, started_on, days, arrangement, {_BEGUN}"
    )
    kept = 'course, exercise, "on", reason, since, until, not_before, variant, only'
    _remake("choices", _CHOICES, f"{kept}, hold, reps, sets, {_CHOSEN}")
    place = 'id, programme, at, "offset", local_date, updated_at, ended_at, status, prescription'
    _remake("sessions", _SESSIONS, f"{place}, position, speed, note, 'timed', NULL, 0, 0")
    op.execute(_COUNTED)
    op.execute("CREATE INDEX sessions_by_date ON sessions (local_date, id, planned, done)")
    for statement in _NEW:
        op.execute(statement)
    answer = 'id, at, "offset", local_date, knee, score, moment, session, exercise, side'
    more = "set_number, rep, note, sharp, locking, decision, activity, NULL, NULL, at"
    _remake("pain", _PAIN, f"{answer}, {more}")
    op.execute("CREATE INDEX pain_by_date ON pain (local_date, knee, score)")
    skip = 'id, at, "offset", local_date, course, exercise, side, score, reason, reach, session'
    _remake("skips", _SKIPS, f"{skip}, until, tried_on, at")
    op.execute("CREATE INDEX skips_by_exercise ON skips (exercise, at)")


def _remake(table: str, statement: str, columns: str) -> None:
    op.execute(f"CREATE TEMP TABLE former AS SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
    op.execute(f"DROP TABLE {table}")
    op.execute(statement)
    op.execute(f"INSERT INTO {table} SELECT {columns} FROM former ORDER BY rowid")  # noqa: S608
    op.execute("DROP TABLE former")
