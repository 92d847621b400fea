"""Turns other exercise and totals of questionnaires into rows, and rows into them."""

from datetime import date

from sqlalchemy import RowMapping

from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.storage.moments import moment_or_none, moment_text_or_none
from rehabtimer.storage.rows import Values, from_file, stamp_of, stamp_values


def workout_values(workout: Workout) -> Values:
    """Return the row of an activity."""
    return stamp_values(workout.when) | {
        "id": workout.id,
        "sport": workout.sport.value,
        "minutes": workout.minutes,
        "metres": workout.metres,
        "warmed_up": int(workout.warmed_up),
        "note": workout.note,
        "edited_at": moment_text_or_none(workout.edited_at),
    }


@from_file()
def workout_of(row: RowMapping) -> Workout:
    """Return the activity of a row."""
    return Workout(
        id=row["id"],
        when=stamp_of(row),
        sport=Sport(row["sport"]),
        minutes=row["minutes"],
        metres=row["metres"],
        warmed_up=bool(row["warmed_up"]),
        note=row["note"],
        edited_at=moment_or_none(row["edited_at"]),
    )


def total_values(total: TotalScore) -> Values:
    """Return the row of a questionnaire's total."""
    return {
        "id": total.id,
        "local_date": total.day.isoformat(),
        "name": total.name,
        "value": float(total.value),
        "most": None if total.most is None else float(total.most),
        "edited_at": moment_text_or_none(total.edited_at),
    }


@from_file()
def total_of(row: RowMapping) -> TotalScore:
    """Return the questionnaire's total of a row."""
    return TotalScore(
        id=row["id"],
        day=date.fromisoformat(row["local_date"]),
        name=row["name"],
        value=row["value"],
        most=row["most"],
        edited_at=moment_or_none(row["edited_at"]),
    )
