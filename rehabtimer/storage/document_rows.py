"""The rows of an export, table by table: what may stand in each column."""

from typing import Any, Final, Literal

from rehabtimer.core.events import Outcome
from rehabtimer.core.faults import Fault, wrong
from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.prescription import OffReason, Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, SessionStatus, Source
from rehabtimer.core.workouts import Metres, Minutes, Sport
from rehabtimer.storage.document_prescription import check_prescription
from rehabtimer.storage.document_row import Row
from rehabtimer.storage.document_types import (
    Amount,
    Count,
    Day,
    DayOrNothing,
    Days,
    DeletedId,
    Hold,
    Id,
    Ids,
    Name,
    Named,
    Note,
    Offset,
    Ordinal,
    Painful,
    Reps,
    SessionNote,
    Sets,
    Speed,
    Total,
    Weekdays,
    When,
    YesNo,
)

Deletable = Literal["courses", "choices", "sessions", "workouts", "pain", "skips", "total_scores"]
"""The words of `schema.DELETABLE`."""


class CourseRow(Row):
    """A programme that was followed."""

    id: Id
    programme: Name
    begun_at: When
    started_on: Day
    days: Days
    arrangement: Ids
    updated_at: When


class PlanChangeRow(Row):
    """The weekdays planned from a date on."""

    course: Id
    since: Day
    weekdays: Weekdays


class PauseRow(Row):
    """Days that do not count."""

    course: Id
    since: Day
    until: Day | None

    def __post_init__(self) -> None:
        """Raise Fault for a pause that ends before it begins."""
        super().__post_init__()
        if self.until is not None and self.until < self.since:
            raise wrong("until", self.until, f"a date from {self.since} on, or null")


class ChoiceRow(Row):
    """What was chosen for one exercise."""

    course: Id
    exercise: Id
    on: YesNo
    reason: Named
    since: DayOrNothing
    until: DayOrNothing
    not_before: DayOrNothing
    variant: Named
    only: Side | None
    hold: Hold | None
    reps: Reps | None
    sets: Sets | None
    updated_at: When


class SessionRow(Row):
    """A session."""

    id: Id
    programme: Name
    at: When
    offset: Offset
    local_date: Day
    updated_at: When
    ended_at: When | None
    status: SessionStatus
    prescription: Prescription
    position: Count
    speed: Speed
    note: SessionNote
    source: Source
    edited_at: When | None
    planned: Count
    done: Count

    def __post_init__(self) -> None:
        """Raise Fault for an end that does not go with its status, and for steps without end."""
        super().__post_init__()
        if (self.status is SessionStatus.OPEN) != (self.ended_at is None):
            raise Fault('ended_at and status do not go together; expected null for "open" alone.')
        check_prescription(self.prescription)


class SetRow(Row):
    """One attempt at one set."""

    id: Id
    session: Id
    sequence: Count
    exercise: Id
    side: Side
    set_number: Ordinal
    attempt: Ordinal
    moving: YesNo
    planned_reps: Count
    reps: Count
    planned_seconds: Amount
    seconds: Amount
    outcome: Outcome | None

    def __post_init__(self) -> None:
        """There is no date in it, and there are very many of them."""


class WorkoutRow(Row):
    """One activity beside the programme."""

    id: Id
    at: When
    offset: Offset
    local_date: Day
    sport: Sport
    minutes: Minutes | None
    metres: Metres | None
    warmed_up: YesNo
    note: Note
    edited_at: When | None
    updated_at: When


class PainRow(Row):
    """One answer about one knee."""

    id: Id
    at: When
    offset: Offset
    local_date: Day
    knee: Side
    score: Painful | None
    moment: Moment
    session: Id | None
    exercise: Id | None
    side: Side | None
    set_number: Ordinal | None
    rep: Count | None
    note: Note
    sharp: YesNo
    locking: YesNo
    decision: Decision | None
    activity: Activity | None
    workout: Id | None
    edited_at: When | None
    updated_at: When

    def __post_init__(self) -> None:
        """Raise Fault for an answer without its score."""
        super().__post_init__()
        if self.score is None and self.moment is not Moment.DURING:
            raise Fault("score is null; expected a whole number from 0 to 10.")


class SkipRow(Row):
    """An exercise, or a side of it, that was skipped."""

    id: Id
    at: When
    offset: Offset
    local_date: Day
    course: Id
    exercise: Id
    side: Side | None
    score: Painful | None
    reason: OffReason
    reach: Reach
    session: Id | None
    until: Day | None
    tried_on: Day | None
    updated_at: When


class RelieverRow(Row):
    """Whether a pain reliever was taken on a date."""

    local_date: Day
    taken: YesNo
    updated_at: When


class TotalScoreRow(Row):
    """The total of a questionnaire."""

    id: Id
    local_date: Day
    name: Name
    value: Total
    most: Total | None
    edited_at: When | None
    updated_at: When


class PreferenceRow(Row):
    """One setting; its value is JSON."""

    key: Id
    value: Any
    updated_at: When


class DeletionRow(Row):
    """A row that was deleted: its table and its id."""

    kind: Deletable
    id: DeletedId
    at: When


class FileRow(Row):
    """A file of exercises or programmes of one's own; `updated_at` is when it was written."""

    path: str
    text: str
    updated_at: When


ROWS: Final[dict[str, type[Row]]] = {
    "courses": CourseRow,
    "plan_changes": PlanChangeRow,
    "pauses": PauseRow,
    "choices": ChoiceRow,
    "sessions": SessionRow,
    "sets": SetRow,
    "workouts": WorkoutRow,
    "pain": PainRow,
    "skips": SkipRow,
    "relievers": RelieverRow,
    "total_scores": TotalScoreRow,
    "preferences": PreferenceRow,
    "deletions": DeletionRow,
}
"""The kind of row of every table."""
